import ImpactModel

/// The profit-and-loss accounts of all books, joined over the books of one organisation.
struct AccountChart {
  /// An account without its amounts.
  struct Entry {
    let id: String
    var name: String
  }

  private struct Key: Hashable {
    let book: String
    let id: String
  }

  /// The accounts, by their identifiers.
  let entries: [Entry]
  private let positions: [Key: Int]
  private let balances: Set<Key>

  /// Joins the accounts of the books.
  init(_ ledger: Ledger) {
    let companies = Dictionary(ledger.books.map { ($0.file, $0.company) }) { first, _ in first }
    let isOne = Set(companies.values).count <= 1
    var names: [String: String] = [:]
    var keys: [(key: Key, id: String)] = []
    balances = Set(
      ledger.accounts.filter { $0.kind == .balance }.map { Key(book: $0.book, id: $0.id) })
    for account in ledger.accounts where account.kind == .profitAndLoss {
      let id = isOne ? account.id : (companies[account.book] ?? account.book) + " " + account.id
      names[id] = account.name
      keys.append((Key(book: account.book, id: account.id), id))
    }
    entries = names.sorted { $0.key < $1.key }.map { Entry(id: $0.key, name: $0.value) }
    let order = Dictionary(
      uniqueKeysWithValues: entries.enumerated().map { ($0.element.id, $0.offset) })
    positions = Dictionary(
      keys.compactMap { pair in order[pair.id].map { (pair.key, $0) } }
    ) { first, _ in first }
  }

  /// The position of a profit-and-loss account of a book.
  func position(of account: String, in book: String) -> Int? {
    positions[Key(book: book, id: account)]
  }

  /// Whether an account of a book is one of assets and liabilities only.
  func isBalance(_ account: String, in book: String) -> Bool {
    balances.contains(Key(book: book, id: account))
  }
}
