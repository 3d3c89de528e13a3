import TestSupport
import Testing

@testable import ProjectReaders

/// The numbers of the parties of a bank file.
struct BankPartyNumbersTests {
  @Test func `thousands of parties have the numbers that a dictionary would give them`() {
    var generator = SeededGenerator(seed: 41)
    func perhaps(_ texts: [String]) -> String? {
      Bool.random(using: &generator) ? texts.randomElement(using: &generator) : nil
    }
    // An accent behind its letter is the same text as the letter with the accent.
    let names = ["", "Café", "Cafe\u{301}", "A"] + (0..<2_000).map { "Bakkerij \($0)" }
    var known: [BankParty: Int] = [:]
    var numbers = BankPartyNumbers()
    for _ in 0..<20_000 {
      var party = BankParty()
      party.name = names.randomElement(using: &generator) ?? ""
      party.iban = perhaps(["", "NL00WIJK0000000000"])
      party.commerceNumber = perhaps(["A", "12345678"])
      party.postcode = perhaps(["1234 AB", ""])
      party.country = perhaps(["NL", "A"])
      let expected = known[party] ?? known.count + 1
      let (number, isNew) = numbers.number(of: party)
      #expect(number == expected)
      #expect(isNew == (known[party] == nil))
      known[party] = expected
    }
    #expect(known.count > 10_000)
  }

  @Test func `what one field lacks no other makes up for`() {
    var numbers = BankPartyNumbers()
    var parties: [BankParty] = []
    for field in 0..<4 {
      for text in ["", "A"] {
        var party = BankParty()
        switch field {
        case 0: party.iban = text
        case 1: party.commerceNumber = text
        case 2: party.postcode = text
        default: party.country = text
        }
        parties.append(party)
      }
    }
    #expect(parties.map { numbers.number(of: $0).number } == Array(1...8))
    #expect(parties.map { numbers.number(of: $0).number } == Array(1...8))
  }
}
