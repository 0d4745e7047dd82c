extension Migrations {
    /// The network as people: what they can carry, who is better kept out, who left, and what she gives herself.
    static let network = Migration(
        number: 7, name: "network",
        statements: [
            "ALTER TABLE persons ADD COLUMN giving_sealed BLOB",
            "ALTER TABLE network_ties ADD COLUMN limit_sealed BLOB",
            "ALTER TABLE network_ties ADD COLUMN limit_at BIGINT",
            "ALTER TABLE network_ties ADD COLUMN caution_sealed BLOB",
            "ALTER TABLE network_ties ADD COLUMN caution_at BIGINT",
            "ALTER TABLE network_ties ADD COLUMN gone_day TEXT",
        ])
}
