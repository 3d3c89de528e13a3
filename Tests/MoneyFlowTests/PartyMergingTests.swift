import ImpactModel
import MoneyFlow
import TestSupport
import Testing

/// Who is who over files: keys, chains, conflicts, and rows that force or refuse.
@Suite struct PartyMergingTests {
  private func party(
    _ id: String, _ name: String, in book: String, kvk: String? = nil, tax: String? = nil,
    iban: String? = nil, postcode: String? = nil, country: String? = nil, register: String? = nil
  ) -> LedgerParty {
    LedgerParty(
      book: book, id: id, name: name, commerceNumber: kvk, taxNumber: tax, postcode: postcode,
      country: country, iban: iban, registerCode: register)
  }

  private func register(
    _ parties: [LedgerParty], others: [LedgerParty] = [], entries: [PartyEntry] = [],
    country: Country = .netherlands, basis: LocalityBasis = .delivery
  ) -> PartyRegister {
    PartyRegister(
      Ledger(books: [], accounts: [], parties: parties, totals: [], otherParties: others),
      entries: entries, country: country, basis: basis)
  }

  /// Who is with whom, as sorted lists of numbers.
  private func groups(_ register: PartyRegister) -> [[String]] {
    register.parties.map { $0.members.map { $0.book + " " + $0.id }.sorted() }
      .sorted { $0.joined() < $1.joined() }
  }

  private let chain: [LedgerParty] = [
    LedgerParty(
      book: "a.xaf", id: "1", name: "Kraam", commerceNumber: "00000101",
      taxNumber: "NL000000101B01", postcode: nil, country: nil),
    LedgerParty(
      book: "f.xml", id: "2", name: "De Kraam", commerceNumber: nil, taxNumber: "000000101B01",
      postcode: "9999AB", country: nil, iban: "NL00 WIJK 0000 0000 01"),
    LedgerParty(
      book: "bank.xml", id: "3", name: "KRAAM BV", commerceNumber: nil, taxNumber: nil,
      postcode: nil, country: nil, iban: "NL00WIJK0000000001"),
  ]

  @Test func `a chain of keys makes one party and keeps the reason of every link`() throws {
    let register = register(chain)
    let party = try #require(register.parties.first)
    #expect(register.parties.count == 1)
    #expect(party.merges.map(\.key) == [.taxNumber, .bankAccount])
    #expect(
      party.merges.map { $0.members.map(\.id) } == [["1", "2"], ["3", "2"]])
    #expect(party.commerceNumber == "00000101")
  }

  @Test func `parties of bank files and invoices add their address to those of the books`() throws {
    let register = register([chain[0]], others: [chain[1], chain[2]])
    #expect(register.parties.count == 1)
    #expect(register.parties.first?.postcode?.description == "9999AB")
    #expect(register.position(of: "1", in: "a.xaf") == 0)
  }

  @Test func `two trade register numbers under one bank account are a conflict and no merge`()
    throws
  {
    let shared = "NL00WIJK0000000009"
    let register = register([
      party("1", "Een", in: "a.xaf", kvk: "00000101", iban: shared),
      party("2", "Twee", in: "a.xaf", kvk: "00000102", iban: shared),
      party("3", "Drie", in: "bank.xml", iban: shared),
    ])
    #expect(register.parties.count == 3)
    let conflict = try #require(register.conflicts.first)
    #expect(register.conflicts.count == 1)
    #expect(conflict.key == .bankAccount)
    #expect(conflict.cause == .commerceNumbers)
    #expect(conflict.members.map(\.id) == ["1", "2", "3"])
  }

  @Test func `keys that are sound alone and contradict in a chain join nobody`() throws {
    // 1 = 2 by one account and 2 = 3 by another, yet 1 and 3 have numbers of their own.
    let register = register([
      party("1", "Een", in: "a.xaf", kvk: "00000101", iban: "NL00WIJK0000000001"),
      party("2", "Twee", in: "a.xaf", tax: "NL000000102B01", iban: "NL00WIJK0000000001"),
      party("2", "Twee", in: "b.xaf", tax: "NL000000102B01", iban: "NL00WIJK0000000002"),
      party("3", "Drie", in: "a.xaf", kvk: "00000103", iban: "NL00WIJK0000000002"),
    ])
    #expect(
      groups(register) == [["a.xaf 1"], ["a.xaf 2", "b.xaf 2"], ["a.xaf 3"]])
    #expect(register.conflicts.map(\.key) == [.bankAccount, .bankAccount])
  }

  @Test func `numbers of two registers never mix`() throws {
    let register = register([
      party("1", "Een", in: "a.xaf", kvk: "0000000101"),
      party("2", "Twee", in: "f.xml", kvk: "0000000101", register: "0208"),
      party("3", "Drie", in: "f.xml", kvk: "0000.000.101", register: "0106"),
    ])
    #expect(groups(register) == [["a.xaf 1", "f.xml 3"], ["f.xml 2"]])
  }

  @Test func `names are the same whatever their accents, capitals and points`() {
    let register = register([
      party("1", "Café Zoë B.V.", in: "a.xaf", postcode: "9999 AB"),
      party("2", "CAFE ZOE BV", in: "bank.xml", postcode: "9999ab"),
    ])
    #expect(register.parties.count == 1)
    #expect(register.parties[0].merges.map(\.key) == [.nameAndPostcode])
  }

  @Test func `a row refuses a merge, and without the row the parties are one again`() throws {
    let parties = [
      party("S1", "Een", in: "a.xaf", iban: "NL00WIJK0000000001"),
      party("S2", "Twee", in: "a.xaf", iban: "NL00WIJK0000000001"),
    ]
    let rows = [
      PartyEntry(id: "one", name: "Een", bookNumber: "S1", notSameAs: ["two"]),
      PartyEntry(id: "two", name: "Twee", bookNumber: "S2"),
    ]
    let refused = register(parties, entries: rows)
    #expect(refused.parties.map(\.entry) == ["one", "two"])
    #expect(refused.conflicts.map(\.cause) == [.refused])
    #expect(refused.conflicts.first?.rows == ["one", "two"])
    #expect(register(parties, entries: Array(rows.dropFirst())).parties.count == 1)
    #expect(register(parties).parties.count == 1)
  }

  @Test func `a row forces a merge of parties with different numbers`() throws {
    let parties = [
      party("S1", "Een", in: "a.xaf", kvk: "00000101"),
      party("S2", "Twee", in: "a.xaf", kvk: "00000102"),
      party("9", "Iemand", in: "bank.xml"),
    ]
    let rows = [
      PartyEntry(id: "one", name: "Een", bookNumber: "S1", sameAs: ["two", "three"]),
      PartyEntry(id: "two", name: "Twee", commerceNumber: "00000102"),
      PartyEntry(id: "three", name: "iemand", bookFile: "bank.xml"),
    ]
    let forced = register(parties, entries: rows)
    let party = try #require(forced.parties.first)
    #expect(forced.parties.count == 1)
    #expect(party.merges.map(\.key) == [.row, .row])
    #expect(Set(party.merges.flatMap(\.rows)) == ["one", "two", "three"])
    #expect(Set(party.entries) == ["one", "two", "three"])
    #expect(register(parties).parties.count == 3)
  }

  @Test func `rows that say both are a conflict`() {
    let register = register(
      [party("S1", "Een", in: "a.xaf"), party("S2", "Twee", in: "a.xaf")],
      entries: [
        PartyEntry(id: "one", name: "Een", bookNumber: "S1", sameAs: ["two"]),
        PartyEntry(id: "two", name: "Twee", bookNumber: "S2", notSameAs: ["one"]),
      ])
    #expect(register.parties.count == 2)
    #expect(register.conflicts.map(\.key) == [.row])
  }

  @Test func `each place of a party is judged by itself`() throws {
    let area = PostcodeArea(prefixes: ["9999"])
    let entry = PartyEntry(
      id: "one", name: "Een", bookNumber: "1",
      places: PartyPlaces(
        delivery: Postcode("9999AB", country: .netherlands),
        seat: Postcode("1234AB", country: .netherlands), ownerCountry: "lu"))
    let register = register(
      [party("1", "Een", in: "a.xaf", postcode: "1234 AC"), party("2", "Twee", in: "a.xaf")],
      entries: [entry])
    let found = LocalityBasis.allCases.map { register.parties[0].locality(in: area, by: $0) }
    #expect(found == [.local, .elsewhere, .elsewhere, .elsewhere])
    #expect(!register.parties[0].place(by: .delivery).isStandIn)
    #expect(register.parties[0].place(by: .owner).isAbroad)
    let unknown = LocalityBasis.allCases.map { register.parties[1].locality(in: area, by: $0) }
    #expect(unknown == [.unknown, .unknown, .unknown, .unknown])
  }

  @Test func `the order of files and parties makes no difference`() throws {
    var random = SeededGenerator(seed: 5)
    for round in 0..<60 {
      let parties = (0..<24).map { number in
        func some(_ values: ClosedRange<Int>, _ text: (Int) -> String) -> String? {
          Int.random(in: 0...2, using: &random) == 0
            ? text(Int.random(in: values, using: &random)) : nil
        }
        return party(
          "P\(number)", "Naam \(Int.random(in: 0...6, using: &random))",
          in: "f\(Int.random(in: 0...3, using: &random)).xaf",
          kvk: some(1...6) { "0000010\($0)" }, tax: some(1...6) { "NL00000010\($0)B01" },
          iban: some(1...6) { "NL00WIJK000000010\($0)" }, postcode: some(1...4) { "999\($0)AB" })
      }
      let entries = [
        PartyEntry(id: "a", name: "A", bookNumber: "P1", sameAs: ["b"]),
        PartyEntry(id: "b", name: "B", bookNumber: "P2", notSameAs: ["c"]),
        PartyEntry(id: "c", name: "C", bookNumber: "P3"),
      ]
      let first = register(parties, entries: entries)
      #expect(first.parties.flatMap(\.members).count == 24)
      for _ in 0..<4 {
        let shuffled = parties.shuffled(using: &random)
        let split = Int.random(in: 0...24, using: &random)
        let again = register(
          Array(shuffled.prefix(split)), others: Array(shuffled.dropFirst(split)),
          entries: entries)
        #expect(again == first, "round \(round)")
      }
      for party in first.parties where party.entries.isEmpty {
        // What was not forced has one number of a kind at most.
        let numbers = party.members.compactMap { member in
          parties.first { $0.id == member.id }?.commerceNumber
        }
        #expect(Set(numbers).count <= 1)
      }
    }
  }

  @Test func `keeping some books keeps the parties of the others, but for own accounts`() throws {
    let first = try #require(Day(year: 2025, month: 1, day: 1))
    func book(_ file: String, _ form: LedgerBook.Form) -> LedgerBook {
      LedgerBook(
        file: file, company: "G", currency: .euro, first: first, last: first, form: form)
    }
    let own = "NL00WIJK0000000002"
    let ledger = Ledger(
      books: [book("a.xaf", .books), book("bank.xml", .bank)],
      accounts: [
        LedgerAccount(book: "bank.xml", id: "1", name: "Own", kind: .balance, iban: own)
      ],
      parties: [
        party("1", "Een", in: "a.xaf"), party("2", "Twee", in: "bank.xml"),
        party("3", "Ikzelf", in: "bank.xml", iban: own),
      ], totals: [])
    let kept = ledger.keeping(.books)
    #expect(kept.parties.map(\.id) == ["1"])
    #expect(kept.otherParties.map(\.id) == ["2"])
    #expect(ledger.keeping(.books, .bank).otherParties.isEmpty)
  }
}
