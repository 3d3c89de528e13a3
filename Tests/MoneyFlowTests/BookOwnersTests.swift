import ImpactModel
import Testing

@testable import MoneyFlow

/// Whose a file of the books is, where several organisations lie in one project.
@Suite struct BookOwnersTests {
  private typealias Organisation = BooksSettings.Organisation

  private func owners(
    _ raw: RawBooks, others: [BooksSettings.Organisation] = []
  ) -> BookOwners {
    BookOwners(
      raw.ledger,
      settings: BooksSettings(
        own: Organisation(name: "Keuken", numbers: ["00000001"]), others: others))
  }

  @Test func `the only company is the project's own, whatever its name`() throws {
    var raw = RawBooks()
    try raw.file("books/a.xaf", .books, company: "Stichting Keuken e.o.")
    try raw.file("books/b.xml", .bank, company: "", iban: "NL00WIJK0000000001")
    let owners = owners(raw)
    #expect(owners.all.count == 1)
    #expect(owners.positions == ["books/a.xaf": 0, "books/b.xml": 0])
  }

  @Test func `companies beside each other are organisations of their own`() throws {
    var raw = RawBooks()
    try raw.file("books/a.xaf", .books, company: "Tuin")
    try raw.file("books/b.xaf", .books, company: "Drukkerij", number: "00000001")
    try raw.file("books/c.xaf", .books, company: "Bakker")
    let owners = owners(raw)
    #expect(owners.all.map(\.settings.name) == ["Keuken", "Tuin", "Bakker"])
    #expect(owners.positions["books/b.xaf"] == 0, "its number is the project's")
  }

  @Test func `a folder says whose its files are`() throws {
    var raw = RawBooks()
    try raw.file("books/tuin/a.xaf", .books, company: "De Tuin")
    try raw.file("books/tuin/b.xml", .bank, iban: "NL00WIJK0000000002")
    try raw.file("books/ons/c.xml", .bank, company: "keuken")
    try raw.file("books/d.xaf", .books, company: "Keuken")
    let owners = owners(raw)
    #expect(owners.all.map(\.settings.name) == ["Keuken", "De Tuin"])
    #expect(
      owners.positions == [
        "books/tuin/a.xaf": 1, "books/tuin/b.xml": 1, "books/ons/c.xml": 0, "books/d.xaf": 0,
      ])
    let named = self.owners(raw, others: [Organisation(name: "Groenploeg", folder: "tuin")])
    #expect(named.all.map(\.settings.name) == ["Keuken", "Groenploeg"])
  }

  @Test func `statements go by account and invoices by buyer, else by seller`() throws {
    var raw = RawBooks()
    try raw.file("books/b.xml", .bank, company: "Whoever", iban: "NL00WIJK0000000002")
    for (file, seller, buyer) in [
      ("books/1.xml", "Bakker", "De Tuin"), ("books/2.xml", "De Tuin", "Gemeente"),
      ("books/3.xml", "Bakker", "Gemeente"), ("books/4.xml", "De Tuin", "Keuken"),
    ] {
      try raw.file(file, .invoices)
      raw.party(file, "seller", seller)
      raw.party(file, "buyer", buyer)
    }
    let owners = owners(
      raw, others: [Organisation(name: "De Tuin", accounts: ["NL00WIJK0000000002"])])
    #expect(
      owners.positions == [
        "books/b.xml": 1, "books/1.xml": 1, "books/2.xml": 1, "books/4.xml": 0,
      ])
    #expect(owners.sales == ["books/2.xml"])
    #expect(owners.nobodys.map(\.file) == ["books/3.xml"])
  }

  @Test func `a file that is nobody's is an error`() throws {
    var raw = RawBooks()
    try raw.file("books/a.xaf", .books, company: "Keuken")
    try raw.file("books/t.xaf", .books, company: "Tuin")
    try raw.file("books/b.xml", .bank, company: "Whoever")
    let basis = try raw.basis(Organisation(name: "Keuken"))
    #expect(basis.findings.map(\.code) == ["books.whose"])
    #expect(basis.findings.first?.address?.file == "books/b.xml")
  }

  // The kitchen pays the garden 121.00 by bank; the garden's books have 100.00 of it as income.
  @Test func `a payment between organisations counts once and what differs is listed`() throws {
    var raw = RawBooks()
    try raw.file("books/k/b.xml", .bank, company: "Keuken", iban: "NL00WIJK0000000001")
    raw.party("books/k/b.xml", "1", "stichting tuin", iban: "NL00WIJK0000000002")
    raw.party("books/k/b.xml", "2", "Gemeente")
    try raw.line("books/k/b.xml", "1", .bank, -121_00, party: "1")
    try raw.line("books/k/b.xml", "1", .bank, 500_00, party: "2")
    try raw.file("books/t/a.xaf", .books, company: "Tuin")
    raw.party("books/t/a.xaf", "D1", "Keuken")
    try raw.line("books/t/a.xaf", "8000", .sales, -100_00, party: "D1")
    try raw.line("books/t/a.xaf", "4400", .purchase, 60_00)
    let others = [Organisation(name: "Tuin", folder: "t", accounts: ["NL00WIJK0000000002"])]
    let basis = try raw.basis(Organisation(name: "Keuken"), others: others)
    #expect(basis.ledger.books.map(\.company) == ["Keuken", "organisation 2"])
    let register = PartyRegister(basis.ledger, entries: [], country: .netherlands)
    let joined = try #require(
      JoinedBooks(basis.ledger, in: try RawBooks.year(), register: register))
    let between = joined.payments.filter { $0.payee != nil }
    #expect(between.map { [$0.payer, $0.payee ?? -1] } == [[0, 1]])
    #expect(between.map(\.amount) == [121_00])
    #expect(joined.differences.map(\.payerSays) == [121_00])
    #expect(joined.differences.map(\.payeeSays) == [100_00])
    #expect(joined.incomeFromOutside(of: 0) == 500_00)
    #expect(joined.incomeFromOutside(of: 1) == 0)
    let named = try raw.basis(Organisation(name: "Keuken"), others: others, names: true)
    #expect(named.ledger.books.map(\.company) == ["Keuken", "Tuin"])
  }
}
