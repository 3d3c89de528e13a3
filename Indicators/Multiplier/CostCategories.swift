import IndicatorKit
import MoneyFlow

/// Which category each account of the books belongs to, and to whom its costs leak.
///
/// The project's own table `cost_categories` counts first, then the account's RGS code, then the
/// account stands for itself.
struct CostCategories {
  /// A category of one or more accounts.
  struct Category {
    /// The words of the project, the start of the RGS codes, or the account's number.
    let id: String
    /// What readers see.
    let label: Text
    /// To whom it leaks, where that is known of the category.
    let destination: PartyKind?
    /// Whether the project itself says to whom, so that a cost without a supplier leaks as well.
    let isDeclared: Bool
  }

  private let categories: [Category]

  /// Finds the category of each account.
  ///
  /// - Parameters:
  ///   - rows: the project's own categories.
  ///   - ledger: the books, for the RGS codes.
  ///   - accounts: the accounts with costs, by whose positions categories are asked for.
  init(_ rows: Rows<CostCategoryRow>, ledger: Ledger, accounts: [Spending.Account]) {
    let rows = rows.sorted { $0.id < $1.id }
    let codes = Self.codes(ledger)
    categories = accounts.map { account in
      Self.own(account, rows) ?? Self.referenced(codes[account.id]) ?? Self.itself(account)
    }
  }

  /// The category of an account.
  subscript(account: Int) -> Category? {
    categories.indices.contains(account) ? categories[account] : nil
  }

  /// A whole number names one account before a start names many.
  private static func own(_ account: Spending.Account, _ rows: [CostCategoryRow]) -> Category? {
    // Of several organisations the account's number stands behind the organisation's name.
    let number = account.id.split(separator: " ").last.map(String.init) ?? account.id
    let row =
      rows.first { [account.id, number, account.name].contains($0.account) }
      ?? rows.filter { row in
        row.account.last == "*" && number.hasPrefix(row.account.dropLast())
      }.max { $0.account.count < $1.account.count }
    return row.map {
      Category(
        id: $0.category, label: Text(verbatim: $0.category), destination: $0.destination,
        isDeclared: $0.destination != nil)
    }
  }

  private static func referenced(_ code: String?) -> Category? {
    code.flatMap(ReferenceChart.group(of:)).map {
      Category(id: $0.start, label: $0.label, destination: $0.destination, isDeclared: false)
    }
  }

  private static func itself(_ account: Spending.Account) -> Category {
    Category(
      id: account.id, label: Text(verbatim: account.id + " " + account.name), destination: nil,
      isDeclared: false)
  }

  private static func codes(_ ledger: Ledger) -> [String: String] {
    let companies = Dictionary(ledger.books.map { ($0.file, $0.company) }) { first, _ in first }
    var codes: [String: String] = [:]
    for account in ledger.accounts {
      guard let code = account.rgs, !code.isEmpty else { continue }
      codes[account.id] = code
      codes[(companies[account.book] ?? account.book) + " " + account.id] = code
    }
    return codes
  }
}
