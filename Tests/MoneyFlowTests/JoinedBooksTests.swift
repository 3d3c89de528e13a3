import ImpactModel
import MoneyFlow
import Testing

/// Three organisations of one neighbourhood, made by hand.
///
/// The kitchen (income 10,000 from outside) pays the garden 2,000 and a wholesaler elsewhere 3,000;
/// the garden (income 2,000 + 4,000) pays the press 500, the kitchen 300 and a baker nearby 600;
/// the press (income 500) pays wages of 100. The garden's books say that the kitchen paid 2,100.
struct JoinedBooksTests {
  private let area = PostcodeArea(prefixes: ["9999"])

  private func ledger() throws -> Ledger {
    let names = ["K": "De Keuken", "G": "De Tuin", "P": "De Pers"]
    func total(
      _ book: String, _ account: String, _ journal: JournalKind, _ cents: Int64, _ party: String?
    ) throws -> LedgerTotal {
      LedgerTotal(
        book: book, account: account, party: party, project: nil, journal: journal,
        month: try #require(Day(year: 2025, month: 5, day: 1)), debit: max(0, cents),
        credit: max(0, -cents), lines: 1)
    }
    func party(
      _ book: String, _ id: String, _ name: String, _ postcode: String?
    ) -> LedgerParty {
      LedgerParty(
        book: book, id: id, name: name, commerceNumber: nil, taxNumber: nil, postcode: postcode,
        country: nil)
    }
    return Ledger(
      books: try ["K", "G", "P"].map {
        LedgerBook(
          file: $0, company: names[$0] ?? "", currency: .euro,
          first: try #require(Day(year: 2025, month: 1, day: 1)),
          last: try #require(Day(year: 2025, month: 12, day: 31)))
      },
      accounts: ["K", "G", "P"].flatMap { book in
        ["4000", "8000"].map {
          LedgerAccount(book: book, id: $0, name: $0, kind: .profitAndLoss)
        }
      },
      parties: [
        party("K", "1", "De Tuin", "9999 AA"), party("K", "2", "Groothandel", "1234 AB"),
        party("G", "1", "DE TUIN-vrienden", "9999 AC"), party("G", "2", "de pers", "9999 AD"),
        party("G", "3", "De Keuken", "9999 AE"), party("G", "4", "Bakker", "9999 AF"),
        party("P", "1", "De Tuin", nil),
      ],
      totals: [
        try total("K", "8000", .sales, -10_000_00, nil),
        try total("K", "8000", .sales, -300_00, nil),
        try total("K", "4000", .purchase, 2_000_00, "1"),
        try total("K", "4000", .bank, 3_000_00, "2"),
        try total("G", "8000", .sales, -2_100_00, "3"),
        try total("G", "8000", .sales, -4_000_00, "1"),
        try total("G", "4000", .purchase, 500_00, "2"),
        try total("G", "4000", .purchase, 300_00, "3"),
        try total("G", "4000", .cash, 600_00, "4"),
        try total("P", "8000", .sales, -500_00, "1"),
        try total("P", "4000", .payroll, 100_00, nil),
      ])
  }

  private func joined() throws -> (books: JoinedBooks, register: PartyRegister) {
    let ledger = try ledger()
    let register = PartyRegister(ledger, entries: [], country: .netherlands)
    let period = try #require(Period(year: 2025))
    let books = try #require(JoinedBooks(ledger, in: period, register: register))
    return (books, register)
  }

  @Test func `each payment counts once, as the payer has it`() throws {
    let (books, _) = try joined()
    #expect(books.organisations.map(\.name) == ["De Keuken", "De Tuin", "De Pers"])
    let between = books.payments.filter { $0.payee != nil }
    #expect(between.map { [$0.payer, $0.payee ?? -1] } == [[0, 1], [1, 0], [1, 2]])
    #expect(between.map(\.amount) == [2_000_00, 300_00, 500_00])
    let all = books.payments.reduce(0) { $0 + $1.amount }
    #expect(all == 6_500_00)
  }

  @Test func `what the payee's books say otherwise is listed`() throws {
    let differences = try joined().books.differences
    #expect(
      differences.map { [$0.payer, $0.payee] } == [[0, 1], [1, 0]],
      "the press and the garden agree")
    #expect(differences.first?.payerSays == 2_000_00)
    #expect(differences.first?.payeeSays == 2_100_00)
    // The kitchen booked its sale to the garden without a customer.
    #expect(differences.last?.payerSays == 300_00)
    #expect(differences.last?.payeeSays == nil)
  }

  @Test func `income from outside leaves out what the others paid`() throws {
    let books = try joined().books
    #expect((0..<3).map { books.incomeFromOutside(of: $0) } == [10_000_00, 4_100_00, 0])
    #expect(books.incomeFromOutside(of: 9) == 0)
  }

  // The garden pays 500 + 300 + 600 nearby of 6,100; the press nothing, wages of 100 of 500 unknown.
  @Test func `an organisation's own books tell what it spends again`() throws {
    let (books, register) = try joined()
    let garden = try #require(books.respending(of: 1, register: register, area: area))
    #expect(garden.provenance == .observed)
    #expect(abs(garden.share - 1_400.0 / 6_100) < 1e-12)
    #expect(garden.low == garden.share && garden.high == garden.share)
    let press = try #require(books.respending(of: 2, register: register, area: area))
    #expect(press.share == 0)
    #expect(abs(press.high - 0.2) < 1e-12)
    #expect(books.respending(of: 3, register: register, area: area) == nil)
  }

  // In loops: kitchen → garden 2,000 and garden → kitchen 300, of 6,500 paid.
  @Test func `money between the organisations goes round in loops`() throws {
    let (books, register) = try joined()
    let matrix = try books.matrix(register: register, area: area)
    let circulation = matrix.circulation
    #expect(abs(circulation.paid - 6_500) < 1e-6)
    #expect(abs(circulation.inLoops - 2_300) < 1e-6)
    #expect(abs(circulation.returned - 600) < 1e-6)
    // The kitchen's 10,300: 2,000 nearby, of which 1,400 in 6,100.
    var injection = [Double](repeating: 0, count: matrix.accounts.count)
    injection[0] = 10_300
    let rounds = try matrix.rounds(of: injection, count: 3).map(\.total)
    #expect(abs(rounds[1] - 2_000) < 1e-6)
    #expect(abs(rounds[2] - 2_000 * 1_400 / 6_100) < 1e-6)
  }

  @Test func `an organisation is recognised by its number where its name differs`() throws {
    var ledger = try ledger()
    let parties = ledger.parties.map { party in
      LedgerParty(
        book: party.book, id: party.id,
        name: party.id == "2" && party.book == "G" ? "Drukker" : party.name,
        commerceNumber: party.id == "2" && party.book == "G" ? "00000009" : nil, taxNumber: nil,
        postcode: party.postcode, country: nil)
    }
    ledger = Ledger(
      books: ledger.books, accounts: ledger.accounts, parties: parties, totals: ledger.totals)
    let register = PartyRegister(ledger, entries: [], country: .netherlands)
    let period = try #require(Period(year: 2025))
    let without = try #require(JoinedBooks(ledger, in: period, register: register))
    #expect(without.payments.filter { $0.payee == 2 }.isEmpty)
    let with = try #require(
      JoinedBooks(ledger, in: period, register: register, numbers: ["De Pers": "00000009"]))
    #expect(with.payments.filter { $0.payee == 2 }.map(\.amount) == [500_00])
  }
}
