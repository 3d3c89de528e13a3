import TestSupport
import Testing

@testable import ProjectStore

/// The numbers of the texts that a file of the books repeats.
struct LedgerNamesTests {
  @Test func `texts have the numbers that a dictionary would give them, numerals among them`() {
    var generator = SeededGenerator(seed: 12)
    let odd = [
      "", "0", "00", "7", "07", "+7", "-7", "7 ", "٧", "７", "131071", "131072", "999999", "1000000",
      "99999999999999999999", "é", "e\u{301}", "P1",
    ]
    var known: [String: Int32] = [:]
    var names = LedgerNames()
    for _ in 0..<20_000 {
      let text =
        Bool.random(using: &generator)
        ? odd.randomElement(using: &generator) ?? ""
        : String(Int.random(in: 0..<5_000, using: &generator))
      let expected = known[text] ?? Int32(known.count)
      #expect(names.number(of: text) == expected)
      known[text] = expected
    }
    #expect(names.texts.count == known.count)
    for (text, number) in known { #expect(names.texts[Int(number)] == text) }
  }
}
