/// The schema as a database has it, in words that are the same on both engines.
struct Schema: Sendable {
    struct Column: Hashable, Sendable {
        let table: String
        let name: String
        /// TEXT, BIGINT or BLOB; anything else as the engine calls it.
        let type: String
        let mayBeNull: Bool

        var place: String { "\(table).\(name)" }
    }

    struct Index: Hashable, Sendable {
        let table: String
        /// `nil` for one that a constraint made: the engines name those differently.
        let name: String?
        let columns: [String]
        let kind: String
        /// Holds only the rows of its WHERE. The engines write that down too differently to compare.
        let isPartial: Bool
    }

    struct Reference: Hashable, Sendable {
        let table: String
        let column: String
        /// `table.column`
        let target: String
    }

    let columns: [Column]
    let indexes: [Index]
    let references: [Reference]

    /// One line for each column, index and reference, in alphabetical order.
    var lines: [String] {
        let columns = columns.map { "\($0.place) \($0.type) \($0.mayBeNull ? "null" : "not-null")" }
        let indexes = indexes.map { index in
            let name = index.name.map { " \($0)" } ?? ""
            let partial = index.isPartial ? " partial" : ""
            return "\(index.table) (\(index.columns.joined(separator: ", "))) \(index.kind)\(partial)\(name)"
        }
        let references = references.map { "\($0.table).\($0.column) -> \($0.target)" }
        return (columns + indexes + references).sorted()
    }
}

/// Reads a schema from what the engine knows of itself.
enum SchemaReader {
    static func read(_ connection: any SQLConnection) throws -> Schema {
        switch connection.engine {
        case .sqlite: try readSQLite(connection)
        case .postgresql: try readPostgres(connection)
        }
    }

    private static func type(_ name: String) -> String {
        switch name.uppercased() {
        case "BYTEA": "BLOB"
        case let known: known
        }
    }

    // MARK: SQLite

    private static func readSQLite(_ connection: any SQLConnection) throws -> Schema {
        let tables = try connection.run(
            """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name
            """
        ).map { try $0.text(0) }
        return Schema(
            columns: try tables.flatMap { try sqliteColumns(of: $0, connection) },
            indexes: try tables.flatMap { try sqliteIndexes(of: $0, connection) },
            references: try tables.flatMap { try sqliteReferences(of: $0, connection) })
    }

    private static func sqliteColumns(of table: String, _ connection: any SQLConnection) throws -> [Schema
        .Column]
    {
        try connection.run(
            """
            SELECT name, type, "notnull" FROM pragma_table_info($1) ORDER BY cid
            """, .text(table)
        ).map { row in
            Schema.Column(
                table: table, name: try row.text(0), type: type(try row.text(1)),
                mayBeNull: try row.integer(2) == 0)
        }
    }

    private static func sqliteIndexes(of table: String, _ connection: any SQLConnection) throws -> [Schema
        .Index]
    {
        try connection.run(
            """
            SELECT name, "unique", origin, partial FROM pragma_index_list($1) ORDER BY name
            """, .text(table)
        ).map { row in
            let name = try row.text(0)
            let origin = try row.text(2)
            let columns = try connection.run(
                "SELECT name FROM pragma_index_info($1) ORDER BY seqno", .text(name)
            )
            .map { try $0.optionalText(0) ?? "expression" }
            return Schema.Index(
                table: table, name: origin == "c" ? name : nil, columns: columns,
                kind: kind(isPrimary: origin == "pk", isUnique: try row.integer(1) == 1),
                isPartial: try row.integer(3) == 1)
        }
    }

    private static func sqliteReferences(
        of table: String, _ connection: any SQLConnection
    ) throws -> [Schema.Reference] {
        try connection.run(
            """
            SELECT "from", "table", "to" FROM pragma_foreign_key_list($1) ORDER BY id, seq
            """, .text(table)
        ).map { row in
            Schema.Reference(
                table: table, column: try row.text(0),
                target: "\(try row.text(1)).\(try row.optionalText(2) ?? "id")")
        }
    }

    // MARK: PostgreSQL

    private static func readPostgres(_ connection: any SQLConnection) throws -> Schema {
        Schema(
            columns: try postgresColumns(connection), indexes: try postgresIndexes(connection),
            references: try postgresReferences(connection))
    }

    private static func postgresColumns(_ connection: any SQLConnection) throws -> [Schema.Column] {
        try connection.run(
            """
            SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT),
                CAST(pg_catalog.format_type(a.atttypid, a.atttypmod) AS TEXT),
                CASE WHEN a.attnotnull THEN 0 ELSE 1 END
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND a.attnum > 0
                AND NOT a.attisdropped
            ORDER BY 1, a.attnum
            """
        ).map { row in
            Schema.Column(
                table: try row.text(0), name: try row.text(1), type: type(try row.text(2)),
                mayBeNull: try row.integer(3) == 1)
        }
    }

    /// One row per column of an index; `indkey` counts its places from 0.
    private static func postgresIndexes(_ connection: any SQLConnection) throws -> [Schema.Index] {
        let rows = try connection.run(
            """
            SELECT CAST(c.relname AS TEXT), CAST(i.relname AS TEXT),
                CASE WHEN x.indisprimary THEN 1 ELSE 0 END, CASE WHEN x.indisunique THEN 1 ELSE 0 END,
                CASE WHEN x.indpred IS NULL THEN 0 ELSE 1 END,
                CASE WHEN k.oid IS NULL THEN 0 ELSE 1 END, CAST(a.attname AS TEXT)
            FROM pg_catalog.pg_index x
            JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
            JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = x.indexrelid AND k.contype IN ('p', 'u')
            CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS place (attnum, number)
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = place.attnum
                AND place.attnum > 0
            WHERE n.nspname = current_schema()
            ORDER BY 1, 2, place.number
            """)
        var indexes: [Schema.Index] = []
        var start = rows.startIndex
        while start < rows.endIndex {
            let (table, name) = (try rows[start].text(0), try rows[start].text(1))
            let end = try rows[start...].firstIndex { try $0.text(0) != table || $0.text(1) != name }
            let own = rows[start..<(end ?? rows.endIndex)]
            let row = rows[start]
            indexes.append(
                Schema.Index(
                    table: table, name: try row.integer(5) == 1 ? nil : name,
                    columns: try own.map { try $0.optionalText(6) ?? "expression" },
                    kind: kind(isPrimary: try row.integer(2) == 1, isUnique: try row.integer(3) == 1),
                    isPartial: try row.integer(4) == 1))
            start = own.endIndex
        }
        return indexes
    }

    private static func postgresReferences(_ connection: any SQLConnection) throws -> [Schema.Reference] {
        try connection.run(
            """
            SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT), CAST(t.relname AS TEXT),
                CAST(b.attname AS TEXT)
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
            CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (own, target)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = pair.own
            JOIN pg_catalog.pg_attribute b ON b.attrelid = t.oid AND b.attnum = pair.target
            WHERE n.nspname = current_schema() AND k.contype = 'f' ORDER BY 1, 2
            """
        ).map { row in
            Schema.Reference(
                table: try row.text(0), column: try row.text(1),
                target: "\(try row.text(2)).\(try row.text(3))")
        }
    }

    private static func kind(isPrimary: Bool, isUnique: Bool) -> String {
        isPrimary ? "primary" : isUnique ? "unique" : "index"
    }
}
