import Foundation
import Testing

@testable import Web

/// The reader of JSON that comes from outside.
@Suite struct JSONTests {
    @Test(arguments: [
        ("{}", true), (" [1, -2, 0.5e-3, 1E+2]\n", true), ("{\"a\":{\"b\":[true,false,null]}}", true),
        ("[\"\\u00e9\\n\\\"\\/\"]", true), ("\"\\ud83d\\ude42\"", true), ("0", true), ("-0", true),
        ("", false), ("nul", false), ("01", false), ("-", false), ("1.", false), (".5", false), ("+1", false),
        ("[1,]", false), ("{\"a\":1,}", false), ("{\"a\" 1}", false), ("{a:1}", false), ("{\"a\":1,\"a\":2}", false),
        ("\"\\x\"", false), ("\"\\u12g4\"", false), ("\"\\ud83d\"", false), ("\"\\ude42\"", false), ("\"\n\"", false),
        ("\"open", false), ("{} {}", false), ("[[[[[[[[[]]]]]]]]]", true), ("[[[[[[[[[[]]]]]]]]]]", false),
        ("1e999", false),
        ("\u{FEFF}{}", false), ("'a'", false), ("[NaN]", false),
    ])
    func `JSON is read strictly`(text: String, isRight: Bool) throws {
        let value = JSONParser.value(of: Array(text.utf8))
        #expect((value != nil) == isRight)
        guard isRight, let value else { return }
        #expect(String(decoding: try JSONEncoder().encode(value), as: UTF8.self).isEmpty == false)
    }

    @Test func `JSON is read as it was written`() throws {
        let text = "{\"a\":[1,-2,2.5,true,null,\"\\u00e9\\ud83d\\ude42\\t\"],\"b\":{}}"
        #expect(
            JSONParser.value(of: Array(text.utf8))
                == ["a": [1, -2, .decimal(2.5), true, .null, "é🙂\t"], "b": [:]])
    }
}
