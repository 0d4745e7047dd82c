import Domain

/// Holds the schema, the register of fields (`FieldRegister`) and the list of sealed columns
/// (`SealedColumn`) against each other (I6).
enum RegisterCheck {
    /// Hashes that say nothing of anybody: the head of a journal's chain, and the random mark of a form.
    private static let notPersonal: Set<String> = ["households.journal_hash", "receipts.mark_hash"]

    static func findings(
        in schema: Schema, register: [FieldRegister.Row] = FieldRegister.rows,
        sealed: [SealedColumn] = SealedColumn.allCases
    ) -> [Finding] {
        let there = Set(schema.columns.map(\.place))
        let registered = register.map { "\($0.table).\($0.column)" }
        let known = Set(registered)
        return schema.columns.filter { isPersonal($0) && !known.contains($0.place) }
            .map { .columnNotInRegister($0.place) }
            + registered.filter { !there.contains($0) }.map { .registerWithoutColumn($0) }
            + sealed.map(\.rawValue).filter { !there.contains($0) || !known.contains($0) }
            .map { .sealedColumnMissing($0) }
    }

    /// A personal column shows it in its name: that is how it is called when it is made.
    private static func isPersonal(_ column: Schema.Column) -> Bool {
        guard !notPersonal.contains(column.place) else { return false }
        return column.name.hasSuffix("_sealed") || column.name.hasSuffix("_hash")
    }
}
