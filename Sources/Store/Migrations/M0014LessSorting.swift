extension Migrations {
    /// What a plan's page lists stands in an index in the order of the page: sorting five rows cost SQLite more than
    /// finding them.
    static let lessSorting = Migration(
        number: 14, name: "less sorting",
        statements: [
            "DROP INDEX sharing_by_plan",
            "CREATE INDEX sharing_by_plan ON sharing_agreements (plan_id, id)",
            """
            CREATE INDEX steps_open ON steps (plan_id, id)
                WHERE state IN ('agreed', 'proposed', 'talking', 'failed')
            """,
            """
            CREATE INDEX steps_past ON steps (plan_id, state_at, id)
                WHERE state IN ('done', 'declined', 'dropped', 'lookedBack')
            """,
        ])
}
