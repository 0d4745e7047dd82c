import Domain
import HTTPTypes

/// From the table of operations to the document.
extension OpenAPI {
    static func document(contact: Settings.APIContact) -> JSONValue {
        [
            "openapi": "3.0.3",
            "info": info(contact),
            "servers": [["url": .text(APIRouter.root), "description": "Deze installatie."]],
            "tags": .list(Tag.allCases.map { ["name": .text($0.rawValue), "description": .text($0.text)] }),
            "paths": paths,
            "components": [
                "schemas": schemas,
                "responses": .object(Dictionary(uniqueKeysWithValues: refusals.map { (name(of: $0.key), $0.value) })),
                "headers": ["API-Version": version],
                "parameters": parameters,
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description":
                            "Het token uit `POST /sessies`, `POST /vragen` of `POST /uitnodigingen/aanname`.",
                    ]
                ],
            ],
            "security": [["token": []]],
        ]
    }

    private static func info(_ contact: Settings.APIContact) -> JSONValue {
        [
            "title": "Burgerkracht",
            "version": .text(apiVersion),
            "description": """
            Wat op de pagina's kan, kan hier ook: een vraag stellen, een plan lezen, stappen afspreken, \
            iemand laten meekijken en zien wie er keek. Een plan is van de inwoner. Wie er geen relatie mee \
            heeft, krijgt 404. Alles wat iemand leest of doet, staat in de inzagen van de eigenaar. \
            Momenten staan in UTC, dagen zijn dagen in Nederland. Een veld dat niets zegt, ontbreekt. Een \
            fout komt als `application/problem+json`, in de taal van `Accept-Language` (nl of en).
            """,
            "contact": [
                "name": .text(contact.name), "email": .text(contact.email), "url": .text(contact.url),
            ],
            "license": ["name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12"],
        ]
    }

    private static var paths: JSONValue {
        var paths: [String: JSONValue] = [:]
        for (path, operations) in Dictionary(grouping: operations, by: \.path) {
            var item: [String: JSONValue] = [:]
            for operation in operations { item[operation.method.rawValue.lowercased()] = document(operation) }
            let places = operations[0].places
            if !places.isEmpty { item["parameters"] = .list(places.map { reference("parameters", $0) }) }
            paths[path] = .object(item)
        }
        return .object(paths)
    }

    private static func document(_ operation: Operation) -> JSONValue {
        var fields: [String: JSONValue] = [
            "operationId": .text(operation.name), "summary": .text(operation.summary),
            "tags": [.text(operation.tag.rawValue)], "responses": responses(operation),
        ]
        fields["description"] = operation.description.map { .text($0) }
        if let body = operation.body {
            fields["requestBody"] = [
                "required": true, "content": ["application/json": ["schema": reference("schemas", body)]],
            ]
        }
        if let upload = operation.upload {
            fields["requestBody"] = [
                "required": true, "content": ["multipart/form-data": ["schema": reference("schemas", upload)]],
            ]
        }
        var parameters = operation.query.map { reference("parameters", "query-\($0)") }
        if operation.isOnce { parameters.append(reference("parameters", "idempotencyKey")) }
        if !parameters.isEmpty { fields["parameters"] = .list(parameters) }
        if operation.isOpen { fields["security"] = [] }
        return .object(fields)
    }

    private static func responses(_ operation: Operation) -> JSONValue {
        var responses: [String: JSONValue] = [:]
        var headers: [String: JSONValue] = ["API-Version": reference("headers", "API-Version")]
        var answer: [String: JSONValue] = [:]
        switch operation.answer {
        case .ok(let schema): answer = content(schema, "Gelukt.")
        case .created(let schema):
            answer = content(schema, "Gemaakt.")
            headers["Location"] = [
                "description": "Het adres van wat er gemaakt is.", "required": true,
                "schema": ["type": "string", "format": "uri-reference"],
            ]
        case .done: answer = ["description": "Gelukt. Er is niets te lezen."]
        case .sound:
            let file: JSONValue = ["schema": ["type": "string", "format": "binary"]]
            let kinds = Recording.Kind.allCases.map { ($0.mediaType, file) }
            answer = [
                "description": "Wat er te horen is.",
                "content": .object(Dictionary(uniqueKeysWithValues: kinds)),
            ]
        case .document:
            answer = [
                "description": "Deze beschrijving.",
                "content": ["application/json": ["schema": ["type": "object"]]],
            ]
            headers["Access-Control-Allow-Origin"] = [
                "description": "Ook voor andere websites.", "schema": ["type": "string", "enum": ["*"]],
            ]
        }
        answer["headers"] = .object(headers)
        responses[String(operation.status)] = .object(answer)
        for status in operation.allRefusals {
            responses[String(status)] = reference("responses", name(of: status))
        }
        return .object(responses)
    }

    private static func content(_ schema: String, _ description: String) -> [String: JSONValue] {
        [
            "description": .text(description),
            "content": ["application/json": ["schema": reference("schemas", schema)]],
        ]
    }

    private static func reference(_ kind: String, _ name: String) -> JSONValue {
        ["$ref": "#/components/\(kind)/\(name)"]
    }

    private static var schemas: JSONValue {
        var schemas: [String: JSONValue] = [:]
        for part in [requestSchemas, representingRequests, conferenceRequests, safetyRequests] {
            for (name, shape) in part { schemas[name] = shape.schema }
        }
        for part in answerSchemas { for (name, shape) in part { schemas[name] = shape.schema } }
        return .object(schemas)
    }

    private static let version: JSONValue = [
        "description": "De volledige versie van de API.", "required": true,
        "schema": ["type": "string", "example": .text(apiVersion)],
    ]

    private static func name(of status: Int) -> String { "Fout\(status)" }

    private static let refusals: [Int: JSONValue] = {
        let texts: KeyValuePairs<Int, String> = [
            400: "De invoer klopt niet. Alle fouten staan erbij.",
            401: "Er is geen geldig token, of de code of het wachtwoord klopt niet.",
            403: "Vanuit deze rol is hier geen weg.",
            404: "Er is hier niets, of niets voor u.",
            406: "Er wordt iets anders gevraagd dan hier te krijgen is.",
            409: "Dit kan nu niet, of iemand anders was net eerder.",
            413: "De inhoud is te groot: 64 KiB, of 2 MiB voor een opname.",
            415: "De inhoud is geen JSON, of geen formulier met een opname waar dat gevraagd wordt.",
            429: "Dit gaat te snel achter elkaar.",
            500: "Er ging bij ons iets mis. Er is niets veranderd.",
            503: "Het is nu te druk. Er is niets veranderd.",
        ]
        return Dictionary(
            uniqueKeysWithValues: texts.map { status, text in
                var refusal: [String: JSONValue] = [
                    "description": .text(text),
                    "content": ["application/problem+json": ["schema": reference("schemas", "Probleem")]],
                ]
                if let header = headers[status] { refusal["headers"] = header }
                return (status, .object(refusal))
            })
    }()

    private static let headers: [Int: JSONValue] = {
        let again: JSONValue = [
            "Retry-After": ["description": "Over hoeveel seconden het weer kan.", "schema": ["type": "integer"]]
        ]
        let challenge: JSONValue = [
            "WWW-Authenticate": ["description": "Altijd `Bearer`.", "schema": ["type": "string"]]
        ]
        return [401: challenge, 429: again, 503: again]
    }()

    private static let parameters: JSONValue = {
        var parameters: [String: JSONValue] = [
            "meldstap": place(
                "meldstap", "Een stap van de meldcode.", format: nil, among: SafetyTrack.Stage.allCases.map(\.word)),
            "wijk": place("wijk", "De wijk, zoals in het adres ervan.", format: nil),
            "query-\(Query.after)": query("na", Shape.id("De laatste vraag van de vorige bladzijde.")),
            "query-\(Query.limit)": query(
                "limiet", Shape(schema: ["type": "integer", "minimum": 1, "maximum": 100, "default": 20])),
            "query-\(Query.beforeAgreement)": query("voor", Shape.id("Uit `volgende` van de vorige bladzijde.")),
            "query-\(Query.beforeRow)": query("voor", Shape.number("Uit `volgende` van de vorige bladzijde.", from: 1)),
        ]
        let places: KeyValuePairs<String, String> = [
            "plan": "Het plan.", "vraag": "De vraag.", "verhaal": "De tekst uit het verhaal.",
            "onderwerp": "Het onderwerp.", "stap": "De stap.", "bericht": "Het bericht.",
            "doel": "Het doel.", "blad": "Het blad.", "toegang": "De noodtoegang.",
            "naaste": "Iemand uit het eigen netwerk.", "plek": "De plek om mee te doen.",
            "spoor": "Het veiligheidsspoor.", "medewerker": "De medewerker.",
            "tekst": "De woorden voor een doel.", "opname": "Het ingesproken bericht.",
            "deelafspraak": "De deelafspraak.", "vertegenwoordiging": "De vertegenwoordiging.",
            "verzoek": "Het verzoek of een collega mag meekijken.",
        ]
        for (name, description) in places { parameters[name] = place(name, description, format: "uuid") }
        parameters["idempotencyKey"] = [
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": """
            Een willekeurige sleutel, zoals een UUID. Komt hetzelfde verzoek met dezelfde sleutel binnen een \
            dag nog eens, dan gebeurt het niet nog eens en krijgt u weer het antwoord.
            """,
            "schema": ["type": "string", "pattern": "^[0-9A-Za-z-]{32,64}$"],
        ]
        return .object(parameters)
    }()

    private static func place(
        _ name: String, _ description: String, format: String?, among words: [String]? = nil
    ) -> JSONValue {
        var schema: [String: JSONValue] = ["type": "string"]
        schema["enum"] = words.map { .list($0.map { .text($0) }) }
        schema["format"] = format.map { .text($0) }
        return [
            "name": .text(name), "in": "path", "required": true, "description": .text(description),
            "schema": .object(schema),
        ]
    }

    private static func query(_ name: String, _ shape: Shape) -> JSONValue {
        [
            "name": .text(name), "in": "query", "required": false, "schema": shape.schema,
            "description": shape.schema["description"] ?? "Hoeveel op een bladzijde.",
        ]
    }
}
