import Domain

/// Something in a store that is not as the program left it. Names places, never what stands there.
public enum Finding: Hashable, Sendable {
    case schemaLineMissing(String)
    case schemaLineUnknown(String)
    /// A personal column of which the register of fields does not know.
    case columnNotInRegister(String)
    case registerWithoutColumn(String)
    /// A column that the program seals, and that is not there.
    case sealedColumnMissing(String)
    case keyDoesNotOpen(Household.ID)
    case keyHasWrongLength(Household.ID, bytes: Int)
    /// The key cabinet does not know this household.
    case halfMissing(Household.ID)
    /// Its key or its rows are still there.
    case erasureUnfinished(Household.ID)
    case rowChanged(Household.ID, row: Int64)
    /// More changed rows of the same journal than are named one by one.
    case moreRowsChanged(Household.ID, count: Int)
    case rowsMissing(Household.ID, rows: ClosedRange<Int64>)
    case tailCutOff(Household.ID, rows: ClosedRange<Int64>)
    case rowsAfterHead(Household.ID, rows: ClosedRange<Int64>)
    case headDiffers(Household.ID, row: Int64)
    /// Nothing in this journal goes back to where this installation begins it.
    case rootUnexpected(Household.ID)

    /// What an operator reads.
    public var sentence: String {
        switch self {
        case .schemaLineMissing(let line): "schema: this is missing: \(line)"
        case .schemaLineUnknown(let line): "schema: this does not belong there: \(line)"
        case .columnNotInRegister(let place):
            "register of fields: \(place) holds something of a person and has no row in the register"
        case .registerWithoutColumn(let place):
            "register of fields: it has a row for \(place), which is not in the schema"
        case .sealedColumnMissing(let place):
            "sealing: the program seals \(place), which is not in the schema or not in the register"
        case .keyDoesNotOpen(let id):
            "key of household \(id): it does not open with the key of this installation"
        case .keyHasWrongLength(let id, let bytes):
            "key of household \(id): it is \(bytes) bytes long instead of 32"
        case .halfMissing(let id):
            "key of household \(id): its half is not in the key cabinet; is this the cabinet of this database?"
        case .erasureUnfinished(let id):
            "household \(id): its erasure was cut off; `burgerkracht night` finishes it"
        case .rowChanged(let id, let row):
            "journal of household \(id): row \(row) was changed after it was written"
        case .moreRowsChanged(let id, let count):
            "journal of household \(id): \(count) more rows were changed after they were written"
        case .rowsMissing(let id, let rows):
            "journal of household \(id): \(words(rows, "is", "are")) missing"
        case .tailCutOff(let id, let rows):
            "journal of household \(id): the end was cut off, \(words(rows, "is", "are")) missing"
        case .rowsAfterHead(let id, let rows):
            "journal of household \(id): \(words(rows, "stands", "stand")) after the last row the household knows of"
        case .headDiffers(let id, let row):
            "journal of household \(id): the household remembers another row \(row) than there is"
        case .rootUnexpected(let id):
            "journal of household \(id): no row of it fits where it should begin; "
                + "it was replaced as a whole, or written with the key of another installation"
        }
    }

    private func words(_ rows: ClosedRange<Int64>, _ one: String, _ many: String) -> String {
        rows.count == 1
            ? "row \(rows.lowerBound) \(one)" : "rows \(rows.lowerBound) to \(rows.upperBound) \(many)"
    }
}
