import Domain
import Testing

@testable import Store

@Suite struct SchemaTests {
    @Test(arguments: Engine.available)
    func `the schema is the committed snapshot`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let lines = try await store.database.read { try SchemaReader.read($0).lines }
            let missing = Migrations.snapshot.filter { !lines.contains($0) }
            let unknown = lines.filter { !Migrations.snapshot.contains($0) }
            #expect(missing.isEmpty, "in the snapshot and not in the schema")
            #expect(unknown.isEmpty, "in the schema and not in the snapshot")
            #expect(lines == Migrations.snapshot)
        }
    }

    @Test(arguments: Engine.available)
    func `schema, register of fields and sealed columns agree`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let schema = try await store.database.read { try SchemaReader.read($0) }
            #expect(RegisterCheck.findings(in: schema) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a personal column that nobody registered is found`(engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.tamper("CREATE TABLE secrets (id TEXT NOT NULL PRIMARY KEY, words_sealed BLOB)")
            let findings = try await Check.run(on: store).findings
            #expect(findings.contains(.columnNotInRegister("secrets.words_sealed")))
            #expect(findings.contains(.schemaLineUnknown("secrets.words_sealed BLOB null")))
            #expect(findings.contains(.schemaLineUnknown("secrets (id) primary")))
        }
    }

    @Test(arguments: Engine.available)
    func `an index that is gone is found`(engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.tamper("DROP INDEX plans_one_active")
            let findings = try await Check.run(on: store).findings
            #expect(findings == [.schemaLineMissing("plans (household_id) unique partial plans_one_active")])
        }
    }

    @Test func `a register row or a sealed column without a place in the schema is found`() {
        let schema = Schema(
            columns: [.init(table: "persons", name: "name_sealed", type: "BLOB", mayBeNull: true)],
            indexes: [],
            references: [])
        let findings = RegisterCheck.findings(in: schema, sealed: [.personName, .personReach])
        #expect(findings.contains(.registerWithoutColumn("persons.reach_sealed")))
        #expect(findings.contains(.sealedColumnMissing("persons.reach_sealed")))
        #expect(!findings.contains(.sealedColumnMissing("persons.name_sealed")))
        let unregistered = RegisterCheck.findings(in: schema, register: [], sealed: [.personName])
        #expect(
            unregistered == [
                .columnNotInRegister("persons.name_sealed"), .sealedColumnMissing("persons.name_sealed"),
            ])
    }

    @Test(arguments: Engine.available)
    func `a migration is done once`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let done = try await Migrations.run(on: store.database, now: 1)
            let applied = try await Migrations.applied(on: store.database)
            #expect(done.isEmpty)
            #expect(applied == Migrations.all.map(\.number))
        }
    }
}
