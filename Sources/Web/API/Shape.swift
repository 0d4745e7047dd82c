/// The form of one JSON value, as OpenAPI describes it (JSON Schema as in 3.0.3).
struct Shape: Sendable {
    let schema: JSONValue
    var isOptional = false

    /// May be left out.
    var optional: Shape {
        var shape = self
        shape.isOptional = true
        return shape
    }

    static func text(
        _ description: String, most: Int? = nil, pattern: String? = nil, format: String? = nil,
        example: String? = nil
    ) -> Shape {
        var schema: [String: JSONValue] = ["type": "string", "description": .text(description)]
        schema["maxLength"] = most.map { .integer($0) }
        schema["pattern"] = pattern.map { .text($0) }
        schema["format"] = format.map { .text($0) }
        schema["example"] = example.map { .text($0) }
        return Shape(schema: .object(schema))
    }

    /// Words that somebody writes: something visible (see `Words`), within the room there is.
    static func words(_ description: String, most: Int, example: String? = nil) -> Shape {
        let visible = #"[^\s\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]"#
        let shape = text(description, most: most, pattern: visible, example: example)
        return Shape(schema: shape.schema.adding(["minLength": 1]))
    }

    /// Words that may also be empty.
    static func optionalWords(_ description: String, most: Int, example: String? = nil) -> Shape {
        text(description, most: most, example: example).optional
    }

    static func id(_ description: String) -> Shape { text(description, format: "uuid") }

    static func moment(_ description: String) -> Shape {
        text(description, format: "date-time", example: "2025-03-03T09:00:00Z")
    }

    static func day(_ description: String) -> Shape { text(description, format: "date") }

    static func address(_ description: String) -> Shape { text(description, format: "uri-reference") }

    static func choice(_ description: String, _ words: [String]) -> Shape {
        Shape(schema: ["type": "string", "description": .text(description), "enum": .list(words.map { .text($0) })])
    }

    static func always(_ description: String, _ flag: Bool) -> Shape {
        Shape(schema: ["type": "boolean", "description": .text(description), "enum": [.flag(flag)]])
    }

    static func flag(_ description: String) -> Shape {
        Shape(schema: ["type": "boolean", "description": .text(description)])
    }

    /// A whole number within a range.
    static func whole(_ description: String, _ range: ClosedRange<Int>) -> Shape {
        Shape(
            schema: [
                "type": "integer", "description": .text(description), "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ])
    }

    static func number(_ description: String, from: Int = 0) -> Shape {
        Shape(
            schema: [
                "type": "integer", "format": "int64", "minimum": .integer(from), "description": .text(description),
            ])
    }

    /// A schema of its own in the document, by name.
    static func of(_ name: String) -> Shape { Shape(schema: ["$ref": "#/components/schemas/\(name)"]) }

    static func list(_ description: String, of shape: Shape) -> Shape {
        Shape(schema: ["type": "array", "description": .text(description), "items": shape.schema])
    }

    static func oneOf(_ description: String, _ shapes: Shape...) -> Shape {
        Shape(schema: ["description": .text(description), "oneOf": .list(shapes.map(\.schema))])
    }

    /// What is answered: fields may be added in a later version.
    static func answer(_ description: String, _ fields: KeyValuePairs<String, Shape>) -> Shape {
        object(description, fields, isClosed: false)
    }

    /// What is asked: a field we do not know is a mistake, and `null` is the same as leaving it out.
    static func request(_ description: String, _ fields: KeyValuePairs<String, Shape>) -> Shape {
        object(description, fields, isClosed: true)
    }

    private static func object(
        _ description: String, _ fields: KeyValuePairs<String, Shape>, isClosed: Bool
    ) -> Shape {
        var properties: [String: JSONValue] = [:]
        for (name, field) in fields {
            let mayBeNull = isClosed && field.isOptional
            properties[name] = mayBeNull ? field.schema.adding(["nullable": true]) : field.schema
        }
        var schema: [String: JSONValue] = [
            "type": "object", "description": .text(description), "properties": .object(properties),
        ]
        let required = fields.filter { !$0.value.isOptional }.map(\.key).sorted()
        if !required.isEmpty { schema["required"] = .list(required.map { .text($0) }) }
        if isClosed { schema["additionalProperties"] = false }
        return Shape(schema: .object(schema))
    }
}
