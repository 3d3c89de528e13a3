import IndicatorKit

/// Makes random books over a period: sales, purchases of local and other suppliers, and payroll.
enum GeneratedLedger {
  private static let file = "books/generated.xaf"
  private static let suppliers = 12

  static func ledger(period: Period, lines: Int, _ numbers: inout SeededNumbers) -> Ledger {
    let accounts = [("4000", "Wages"), ("4400", "Purchases"), ("8000", "Sales")].map {
      LedgerAccount(book: file, id: $0.0, name: $0.1, kind: .profitAndLoss)
    }
    let parties = (0..<suppliers).map { number in
      LedgerParty(
        book: file, id: "S\(number)", name: "Supplier \(number)", commerceNumber: nil,
        taxNumber: nil, postcode: number % 2 == 0 ? "9999AB" : "1234AB", country: "NL")
    }
    return Ledger(
      books: [
        LedgerBook(
          file: file, company: "Generated", currency: .euro, first: period.first,
          last: period.last)
      ], accounts: accounts, parties: parties,
      totals: (0..<lines).compactMap { total($0, period, &numbers) })
  }

  private static func total(
    _ line: Int, _ period: Period, _ numbers: inout SeededNumbers
  ) -> LedgerTotal? {
    let month = Int.random(in: 1...12, using: &numbers)
    let cents = Int64.random(in: 1...500_000, using: &numbers)
    guard let first = Day(year: period.first.year, month: month, day: 1) else { return nil }
    let (account, journal): (String, JournalKind) =
      switch line % 4 {
      case 0: ("8000", .sales)
      case 1: ("4000", .payroll)
      default: ("4400", .purchase)
      }
    let isIncome = journal == .sales
    let supplier = Int.random(in: 0..<suppliers, using: &numbers)
    return LedgerTotal(
      book: file, account: account, party: journal == .purchase ? "S\(supplier)" : nil,
      project: nil, journal: journal, month: first, debit: isIncome ? 0 : cents,
      credit: isIncome ? cents * 3 : 0, lines: 1)
  }
}
