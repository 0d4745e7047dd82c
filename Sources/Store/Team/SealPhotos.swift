import Domain

extension SQLStore {
    /// Photos of before they were sealed: seals them and empties the old column. Done at every start, so that what an
    /// older program beside this one still wrote is sealed as well.
    /// - Returns: how many were sealed now.
    @discardableResult
    public func sealPhotos() async throws -> Int {
        let staff = Seal(key: keys.staff)
        return try await database.write { connection in
            let rows = try connection.run("SELECT id, photo FROM accounts WHERE photo IS NOT NULL ORDER BY id")
            for row in rows {
                let id: Account.ID = try row.id(0)
                let sealed = try staff.close(try row.blob(1), .accountPhoto, row: id.text)
                _ = try connection.run(
                    "UPDATE accounts SET photo_sealed = $1, photo = NULL WHERE id = $2", .blob(sealed), .id(id))
            }
            return rows.count
        }
    }
}
