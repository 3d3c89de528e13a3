import IndicatorKit

/// What was booked on one account behind a figure.
public struct ExplainedAccount: Sendable, Hashable {
  /// The file of the book.
  public let book: String
  /// Its number.
  public let id: String
  /// Its name.
  public let name: String
  /// Debits less credits, in the currency of the book.
  public let balance: Double
  /// How many ledger lines.
  public let lines: Int

  /// Sums what a selection of a ledger holds, by account, in the order of the books.
  static func all(_ selection: LedgerSelection, in ledger: Ledger) -> [ExplainedAccount] {
    let files = Set(selection.files)
    let wanted = Set(selection.accounts)
    var cents: [String: [String: (balance: Int64, lines: Int)]] = [:]
    for total in ledger.totals
    where files.contains(total.book) && (wanted.isEmpty || wanted.contains(total.account)) {
      var sum = cents[total.book]?[total.account] ?? (0, 0)
      sum.balance &+= total.debit &- total.credit
      sum.lines += total.lines
      cents[total.book, default: [:]][total.account] = sum
    }
    return ledger.accounts.compactMap { account in
      cents[account.book]?[account.id].map {
        ExplainedAccount(
          book: account.book, id: account.id, name: account.name,
          balance: Double($0.balance) / 100, lines: $0.lines)
      }
    }
  }
}
