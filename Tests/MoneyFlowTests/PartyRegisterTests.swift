import ImpactModel
import MoneyFlow
import TestSupport
import Testing

struct PartyRegisterTests {
  private let area = PostcodeArea(prefixes: ["9999"])

  private func book(_ file: String, until month: Int, company: String = "Groenhof") throws
    -> LedgerBook
  {
    LedgerBook(
      file: file, company: company, currency: .euro,
      first: try #require(Day(year: 2025, month: 1, day: 1)),
      last: try #require(Day(year: 2025, month: month, day: 28)))
  }

  private func party(
    _ id: String, _ name: String, in book: String = "a.xaf", kvk: String? = nil, tax: String? = nil,
    postcode: String? = nil, country: String? = nil
  ) -> LedgerParty {
    LedgerParty(
      book: book, id: id, name: name, commerceNumber: kvk, taxNumber: tax, postcode: postcode,
      country: country)
  }

  private func register(_ parties: [LedgerParty], entries: [PartyEntry] = []) throws
    -> PartyRegister
  {
    let books = [
      try book("a.xaf", until: 6), try book("b.xaf", until: 12),
      try book("c.xaf", until: 12, company: "Other"),
    ]
    let ledger = Ledger(books: books, accounts: [], parties: parties, totals: [])
    return PartyRegister(ledger, entries: entries, country: .netherlands)
  }

  @Test func `parties merge by trade register, then tax number, then name and postcode`() throws {
    let register = try register([
      party("1", "Bakker BV", kvk: "0000 0101"),
      party("2", "Tuinman", tax: "NL000000102B01"),
      party("3", "De Hoek", postcode: "9999 AB"),
      party("7", "Bakkerij", in: "c.xaf", kvk: "00000101"),
      party("8", "Tuin", in: "c.xaf", tax: "NL 000000102 B01"),
      party("9", "de hoek!", in: "c.xaf", postcode: "9999AB"),
      party("10", "De Hoek", in: "c.xaf", postcode: "9998AB"),
    ])
    #expect(register.parties.count == 4)
    #expect(register.position(of: "7", in: "c.xaf") == 0)
    #expect(register.position(of: "8", in: "c.xaf") == 1)
    #expect(register.position(of: "9", in: "c.xaf") == 2)
    #expect(register.position(of: "10", in: "c.xaf") == 3)
    #expect(register.position(of: "7", in: "a.xaf") == nil)
  }

  @Test func `a weaker key never joins parties whose stronger keys differ`() throws {
    let register = try register([
      party("1", "Holding", kvk: "00000101", tax: "NL000000109B01"),
      party("2", "Werkmaatschappij", kvk: "00000102", tax: "NL000000109B01"),
      party("3", "Holding", kvk: "00000103", postcode: "9999AB"),
      party("4", "Holding", kvk: "00000104", postcode: "9999AB"),
    ])
    #expect(register.parties.count == 4)
  }

  @Test func `a number of zeros is no number`() throws {
    let register = try register([
      party("1", "Een", kvk: "00000000", tax: "NL000000000B00"),
      party("2", "Twee", kvk: "00000000", tax: "NL000000000B00"),
    ])
    #expect(register.parties.count == 2)
    #expect(register.parties[0].commerceNumber == nil)
  }

  @Test func `the same number and name in two files of one company are one party`() throws {
    let register = try register([
      party("S1", "Kraam"), party("S1", "Kraam", in: "b.xaf"), party("S1", "Kraam", in: "c.xaf"),
    ])
    #expect(register.parties.count == 2)
    #expect(register.parties[0].members.map(\.book) == ["a.xaf", "b.xaf"])
  }

  @Test func `of two postcodes the newest book's counts`() throws {
    let register = try register([
      party("S1", "Kraam", in: "b.xaf", kvk: "00000101", postcode: "9999 AB"),
      party("S1", "Kraam", in: "a.xaf", kvk: "00000101", postcode: "9998 AB"),
    ])
    #expect(register.parties.map { $0.locality(in: area) } == [.local])
  }

  @Test func `a foreign country is elsewhere and no postcode is unknown`() throws {
    let register = try register([
      party("1", "Hier", postcode: "9999 AB", country: "NL"),
      party("2", "Daar", postcode: "1234AB"),
      party("3", "Buitenland", postcode: "9999", country: "BE"),
      party("4", "Ergens", postcode: "postbus 12"),
      party("5", "Nergens"),
    ])
    let found = register.parties.map { $0.locality(in: area) }
    #expect(found == [.local, .elsewhere, .elsewhere, .unknown, .unknown])
  }

  @Test func `a postcode too short for the area is unknown`() throws {
    let fine = PostcodeArea(prefixes: ["9999A"])
    let short = try #require(Postcode("9999", country: .netherlands))
    let other = try #require(Postcode("9998", country: .netherlands))
    #expect(Locality(of: short, in: fine) == .unknown)
    #expect(Locality(of: other, in: fine) == .elsewhere)
    #expect(Locality(of: short, in: area) == .local)
  }

  @Test func `an entry wins over the books, by trade register, book number or name`() throws {
    let here = try #require(Postcode("9999 AB", country: .netherlands))
    let register = try register(
      [
        party("1", "Een", kvk: "00000101", postcode: "9998AB"),
        party("2", "Twee", postcode: "9998AC", country: "BE"),
        party("3", "Drie"),
        party("4", "Vier"),
      ],
      entries: [
        PartyEntry(id: "one", name: "Heet anders", commerceNumber: "0000.0101", postcode: here),
        PartyEntry(id: "two", name: "Ook anders", bookNumber: "2", postcode: here),
        PartyEntry(id: "three", name: "DRIE", postcode: here),
        PartyEntry(id: "none", name: "Onbekend", postcode: here),
      ])
    #expect(register.parties.map { $0.locality(in: area) } == [.local, .local, .local, .unknown])
    #expect(register.parties.map(\.entry) == ["one", "two", "three", nil])
    #expect(register.unusedEntries == ["none"])
    #expect(register.positions(named: "two") == [1])
    #expect(register.positions(named: "00000101") == [0])
    #expect(register.positions(named: "4") == [3])
  }

  @Test func `an entry with another trade register number is of another party`() throws {
    let here = try #require(Postcode("9999 AB", country: .netherlands))
    let register = try register(
      [party("1", "Een", kvk: "00000101")],
      entries: [
        PartyEntry(
          id: "one", name: "Een", bookNumber: "1", commerceNumber: "00000102", postcode: here)
      ])
    #expect(register.parties[0].entry == nil)
  }

  @Test func `a book number of two parties needs the name as well`() throws {
    let here = try #require(Postcode("9999 AB", country: .netherlands))
    let register = try register(
      [party("1", "Een"), party("1", "Twee", in: "c.xaf")],
      entries: [PartyEntry(id: "two", name: "Twee", bookNumber: "1", postcode: here)])
    #expect(register.parties.map(\.entry) == [nil, "two"])
  }

  @Test func `however parties share keys, each keeps exactly one place in the register`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let parties = (0..<30).map { number in
        party(
          "P\(number)", "Naam \(Int.random(in: 0...5, using: &random))",
          in: Bool.random(using: &random) ? "a.xaf" : "c.xaf",
          kvk: Bool.random(using: &random)
            ? "0000010\(Int.random(in: 1...9, using: &random))" : nil,
          tax: Bool.random(using: &random) ? "NL\(Int.random(in: 1...9, using: &random))B01" : nil,
          postcode: Bool.random(using: &random)
            ? "999\(Int.random(in: 1...9, using: &random))" : nil)
      }
      let register = try register(parties)
      let members = register.parties.flatMap(\.members)
      #expect(members.count == 30)
      #expect(Set(members).count == 30)
      for item in parties {
        let position = try #require(register.position(of: item.id, in: item.book))
        let merged = register.parties[position]
        #expect(merged.members.contains(PartyReference(book: item.book, id: item.id)))
        if let number = item.commerceNumber { #expect(merged.commerceNumber == number) }
      }
      #expect(try self.register(parties) == register)
    }
  }
}
