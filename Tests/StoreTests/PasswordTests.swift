import Domain
import Foundation
import Testing

@testable import Store

@Suite struct PasswordTests {
    private let cheap = Passwords.Cost.forTests

    @Test func `a hash stands in the PHC form with what OWASP asks`() throws {
        let stored = try Passwords.hash("waterval", chance: .seeded(1))
        #expect(
            stored.wholeMatch(of: /\$scrypt\$ln=14,r=8,p=5\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/) != nil)
        #expect(Passwords.matches("waterval", stored))
        #expect(!Passwords.matches("watervaL", stored))
    }

    /// RFC 7914, section 12, third example: its first 32 bytes.
    @Test func `a published example matches`() {
        let stored = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"
        #expect(Passwords.matches("pleaseletmein", stored))
        #expect(!Passwords.matches("pleaseletmeout", stored))
    }

    @Test func `the same password twice gives two hashes`() throws {
        let one = try Passwords.hash("waterval", chance: .system, cost: cheap)
        let other = try Passwords.hash("waterval", chance: .system, cost: cheap)
        #expect(one != other)
        #expect(Passwords.matches("waterval", one) && Passwords.matches("waterval", other))
    }

    @Test func `letters typed another way are the same letters`() throws {
        let stored = try Passwords.hash("caf\u{E9} \u{FB01}ets", chance: .system, cost: cheap)
        #expect(Passwords.matches("cafe\u{301} fiets", stored))
    }

    @Test func `without an account nothing matches`() {
        #expect(!Passwords.matches("waterval", nil, cost: cheap))
        #expect(!Passwords.matches("", nil, cost: cheap))
    }

    @Test(arguments: [
        "", "waterval", "$scrypt$", "$scrypt$ln=4,r=8,p=1$$", "$scrypt$ln=4,r=8,p=1$AAAA$AAAA",
        "$bcrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI",
        "$scrypt$ln=40,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI",
        "$scrypt$ln=4,r=800000,p=1$AAAAAAAAAAAAAAAAAAAAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI",
        "$scrypt$ln=-4,r=8,p=0$AAAAAAAAAAAAAAAAAAAAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI",
    ])
    func `what is no hash matches nothing`(stored: String) {
        #expect(!Passwords.matches("waterval", stored, cost: cheap))
    }

    @Test func `an unknown login takes as long as a known one`() throws {
        let stored = try Passwords.hash("waterval", chance: .system)
        let known = processorTime { _ = Passwords.matches("regen", stored) }
        let unknown = processorTime { _ = Passwords.matches("regen", nil) }
        #expect(known < unknown * 2 && unknown < known * 2, "known \(known), unknown \(unknown)")
    }

    /// What this thread alone used, in seconds: other tests run beside it.
    private func processorTime(_ work: () -> Void) -> Double {
        func used() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = used()
        work()
        return used() - start
    }

    @Test func `the desk answers a crowd`() async throws {
        let desk = PasswordDesk(cost: cheap)
        let stored = try await desk.hash("waterval")
        let answers = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask { await desk.matches(number % 2 == 0 ? "waterval" : "regen", stored) }
            }
            return await group.reduce(into: [true: 0, false: 0]) { $0[$1, default: 0] += 1 }
        }
        #expect(answers == [true: 25, false: 25])
        #expect(await desk.matches("waterval", nil) == false)
    }
}
