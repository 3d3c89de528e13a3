import IndicatorKit
import TestSupport
import Testing

@testable import Employment

@Suite struct WageCostTests {
  typealias Contract = EmploymentFixture.Contract

  /// Six people all year at 18 hours: 3 full-time years.
  func fixture(_ ledger: Ledger?, people: Int = 6) -> EmploymentFixture {
    EmploymentFixture(
      contracts: (1...people).map { Contract(id: "c\($0)", person: "p\($0)", hours: 18) },
      ledger: ledger)
  }

  func total(
    _ account: String, _ journal: JournalKind = .payroll, month: Int = 1, year: Int = 2025,
    debit: Int64 = 0, credit: Int64 = 0
  ) throws -> LedgerTotal {
    LedgerTotal(
      book: "books/2025.xaf", account: account, party: nil, project: nil, journal: journal,
      month: try #require(Day(year: year, month: month, day: 1)), debit: debit, credit: credit,
      lines: 2)
  }

  func ledger(
    _ totals: [LedgerTotal], currency: Currency = .euro, until: String = "2025-12-31"
  ) throws -> Ledger {
    func account(_ id: String, _ kind: LedgerAccount.Kind) -> LedgerAccount {
      LedgerAccount(book: "books/2025.xaf", id: id, name: id, kind: kind)
    }
    return Ledger(
      books: [
        LedgerBook(
          file: "books/2025.xaf", company: "Groenhof", currency: currency,
          first: try #require(Day(iso: "2025-01-01")), last: try #require(Day(iso: until)))
      ],
      accounts: [
        account("4000", .profitAndLoss), account("4100", .profitAndLoss), account("1500", .balance),
      ], parties: [], totals: totals)
  }

  @Test func `wage cost is what the payroll journals cost, over the full-time years`() throws {
    let books = try ledger([
      try total("4000", debit: 9_000_000), try total("4100", month: 12, debit: 3_000_050),
      // A correction, net pay on a balance account, a purchase and another year: none is wage cost
      // but the correction.
      try total("4000", month: 6, credit: 50), try total("1500", credit: 9_000_000),
      try total("4000", .purchase, debit: 700_000), try total("4000", year: 2024, debit: 1),
    ])
    let measure = try fixture(books).measure("cost_per_fte")
    #expect(measure.result == .measured(.mean(sum: 120_000, count: 3)))
    #expect(measure.value == 40_000)
    guard case .combined(let origins) = measure.origin, case .ledger(let selection) = origins.first
    else {
      Issue.record("the origin does not start with the ledger")
      return
    }
    #expect(selection.accounts == ["4000", "4100"])
    #expect(selection.lines == 6)
  }

  @Test func `pay per head of fewer than five people is kept back`() throws {
    let books = try ledger([try total("4000", debit: 9_000_000)])
    let absence = try fixture(books, people: 4).measure("cost_per_fte").absence
    #expect(absence?.english.contains("fewer than five") == true)
    #expect(try fixture(books, people: 5).measure("cost_per_fte").value == 36_000)
  }

  @Test func `what cannot be read from the books is said`() throws {
    func absence(_ ledger: Ledger?) throws -> String? {
      try fixture(ledger).measure("cost_per_fte").absence?.english
    }
    let wages = try total("4000", debit: 9_000_000)
    #expect(try absence(nil)?.contains("no books") == true)
    #expect(try absence(ledger([]))?.contains("payroll journal") == true)
    #expect(try absence(ledger([wages], currency: .pound))?.contains("currency") == true)
    #expect(
      try absence(ledger([wages], until: "2025-06-30"))
        == "the books cover 181 of the 365 days of the period")
    let huge = try total("4000", debit: .max)
    #expect(try absence(ledger([huge, huge]))?.contains("too large") == true)
  }

  @Test func `two half-year books cover the year together`() throws {
    func half(_ file: String, _ from: String, _ to: String, month: Int) throws -> Ledger {
      Ledger(
        books: [
          LedgerBook(
            file: file, company: "Groenhof", currency: .euro,
            first: try #require(Day(iso: from)), last: try #require(Day(iso: to)))
        ],
        accounts: [LedgerAccount(book: file, id: "4000", name: "Lonen", kind: .profitAndLoss)],
        parties: [],
        totals: [
          LedgerTotal(
            book: file, account: "4000", party: nil, project: nil, journal: .payroll,
            month: try #require(Day(year: 2025, month: month, day: 1)), debit: 4_500_000,
            credit: 0, lines: 6)
        ])
    }
    let first = try half("books/1.xaf", "2025-01-01", "2025-06-30", month: 3)
    let second = try half("books/2.xaf", "2025-07-01", "2025-12-31", month: 9)
    let year = Ledger(
      books: first.books + second.books, accounts: first.accounts + second.accounts, parties: [],
      totals: first.totals + second.totals)
    #expect(try fixture(year).measure("cost_per_fte").value == 30_000)
    #expect(try fixture(first).measure("cost_per_fte").value == nil)
  }
}
