import ImpactModel
import MoneyFlow
import TestSupport
import Testing

struct SpendingTests {
  private let accounts: [(String, LedgerAccount.Kind)] = [
    ("1500", .balance), ("4000", .profitAndLoss), ("4400", .profitAndLoss),
    ("4900", .profitAndLoss), ("8000", .profitAndLoss), ("9000", .mixed),
  ]

  private func total(
    _ account: String, _ journal: JournalKind, debit: Int64 = 0, credit: Int64 = 0,
    party: String? = nil, year: Int = 2025, month: Int = 3, lines: Int = 1
  ) throws -> LedgerTotal {
    LedgerTotal(
      book: "a.xaf", account: account, party: party, project: nil, journal: journal,
      month: try #require(Day(year: year, month: month, day: 1)), debit: debit, credit: credit,
      lines: lines)
  }

  private func spending(_ totals: [LedgerTotal]) throws -> Spending? {
    let ledger = Ledger(
      books: [
        LedgerBook(
          file: "a.xaf", company: "Groenhof", currency: .euro,
          first: try #require(Day(year: 2025, month: 1, day: 1)),
          last: try #require(Day(year: 2025, month: 12, day: 31)))
      ],
      accounts: accounts.map { LedgerAccount(book: "a.xaf", id: $0.0, name: $0.0, kind: $0.1) },
      parties: ["S1", "S2", "M"].map {
        LedgerParty(
          book: "a.xaf", id: $0, name: $0, commerceNumber: nil, taxNumber: nil, postcode: nil,
          country: nil)
      }, totals: totals)
    let register = PartyRegister(ledger, entries: [], country: .netherlands)
    return Spending(ledger, in: try #require(Period(year: 2025)), register: register)
  }

  @Test func `income is the net credit of an account and costs are what journals of payments hold`()
    throws
  {
    let found = try #require(
      try spending([
        total("8000", .sales, credit: 12_100_00, party: "M"),
        total("8000", .sales, debit: 100_00, party: "M"),
        total("4400", .purchase, debit: 500_00, party: "S1"),
        total("4400", .purchase, credit: 50_00, party: "S1"),
        total("4400", .bank, debit: 7_00),
        total("4000", .payroll, debit: 3000_00),
        total("4900", .memorandum, debit: 800_00),
        total("1500", .purchase, debit: 105_00, party: "S1"),
      ]))
    #expect(found.income == 12_000_00)
    let costs = found.costs.map { [Int64($0.account), Int64($0.party ?? -1), $0.amount] }
    // Parties stand by file and number: M, S1, S2.
    #expect(costs == [[0, -1, 3000_00], [1, -1, 7_00], [1, 1, 450_00]])
    #expect(found.costs.map(\.side) == [.payroll, .supplier, .supplier])
    #expect(found.leftOut.map(\.journal) == [.memorandum])
    #expect(found.leftOut.map(\.amount) == [800_00])
    #expect(found.accounts.map(\.id) == ["4000", "4400", "4900", "8000"])
    #expect(found.lines == 7)
    #expect(found.linesOnOtherAccounts == 0)
  }

  @Test func `what a party that also buys pays us is never a negative cost`() throws {
    let found = try #require(
      try spending([
        total("8000", .purchase, credit: 900_00, party: "S1"),
        total("4400", .purchase, debit: 100_00, party: "S1"),
      ]))
    #expect(found.income == 900_00)
    #expect(found.costs.map(\.amount) == [100_00])
  }

  @Test func `a party's credit notes may exceed its invoices`() throws {
    let found = try #require(
      try spending([
        total("4400", .purchase, debit: 100_00, party: "S1"),
        total("4400", .purchase, credit: 30_00, party: "S2"),
      ]))
    #expect(found.costs.map(\.amount) == [100_00, -30_00])
  }

  @Test func `an account of which more came back than was paid is a cost and no income`() throws {
    let found = try #require(
      try spending([
        total("8000", .sales, credit: 1000_00, party: "M"),
        total("4400", .purchase, debit: 20_00, party: "S1"),
        total("4400", .purchase, credit: 70_00, party: "S2"),
        total("4000", .payroll, debit: 1_00, credit: 6_00), total("4000", .memorandum, debit: 2_00),
      ]))
    #expect(found.income == 1000_00)
    #expect(found.costs.map(\.amount) == [-5_00, 20_00, -70_00])
    #expect(found.leftOut.map(\.amount) == [2_00])
    // A credit in another journal is income, whatever was bought on the account.
    let sold = try #require(
      try spending([
        total("4400", .purchase, credit: 70_00, party: "S2"),
        total("4400", .bank, credit: 30_00, party: "S2"),
      ]))
    #expect(sold.income == 100_00 && sold.costs.isEmpty)
  }

  @Test func `opening journals, other months and mixed accounts stay out`() throws {
    let found = try #require(
      try spending([
        total("4400", .opening, debit: 100_00),
        total("4400", .bank, debit: 100_00, year: 2024, month: 12),
        total("9000", .bank, debit: 5_00, lines: 2),
        total("7777", .bank, debit: 5_00, lines: 3),
      ]))
    #expect(found.costs.isEmpty)
    #expect(found.income == 0)
    #expect(found.linesOnOtherAccounts == 5)
  }

  @Test func `a sum that 64 bits cannot hold gives no spending`() throws {
    let large = Int64.max - 10
    #expect(
      try spending([
        total("4400", .bank, debit: large), total("4400", .purchase, debit: large, party: "S1"),
      ]) == nil)
    #expect(try spending([total("4400", .bank, debit: large, credit: -large)]) == nil)
  }

  @Test func `costs and what is left out add up to the net of the cost accounts`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let totals = try (0..<40).map { _ in
        try total(
          ["4000", "4400", "4900", "8000"].randomElement(using: &random) ?? "4000",
          JournalKind.allCases.randomElement(using: &random) ?? .bank,
          debit: Int64.random(in: 0...90_000, using: &random),
          credit: Int64.random(in: 0...90_000, using: &random),
          party: [nil, "S1", "S2", "M"].randomElement(using: &random) ?? nil,
          month: Int.random(in: 1...12, using: &random))
      }
      let found = try #require(try spending(totals))
      let costs = found.costs.reduce(0) { $0 + $1.amount }
      let leftOut = found.leftOut.reduce(0) { $0 + $1.amount }
      let nets = found.accounts.filter { !$0.isIncome }.reduce(0) { $0 + $1.net }
      #expect(costs + leftOut == nets)
      #expect(found.income == -found.accounts.filter(\.isIncome).reduce(0) { $0 + $1.net })
      #expect(try spending(totals.shuffled(using: &random)) == found)
    }
  }

  @Test func `coverage tells months without books and files that cover the same days`() throws {
    func book(_ file: String, _ first: String, _ last: String) throws -> LedgerBook {
      LedgerBook(
        file: file, company: "Groenhof", currency: .euro, first: try #require(Day(iso: first)),
        last: try #require(Day(iso: last)))
    }
    let coverage = LedgerCoverage(
      [
        try book("a", "2025-01-01", "2025-06-30"), try book("b", "2025-06-01", "2025-09-30"),
        try book("c", "2025-11-02", "2025-12-31"),
      ], period: try #require(Period(year: 2025)))
    #expect(coverage.monthsMissing == 2)
    #expect(coverage.overlappingFiles == [["a", "b"]])
    #expect(coverage.companies == ["Groenhof"])
    #expect(coverage.currencies == [.euro])
  }
}
