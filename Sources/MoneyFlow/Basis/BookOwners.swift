import ImpactModel

/// Finds whose each file of the books is.
///
/// A folder of its own says it, then the numbers and the name in the file, then the account of a
/// statement, and of an invoice its buyer or seller. Files that none of these tells apart are the
/// project's own organisation's where that is the only one; else they are nobody's.
struct BookOwners {
  /// The organisations: the project's own first, then those of the settings, then those of files.
  private(set) var all: [BookOwner]
  /// The position of the organisation of each file.
  private(set) var positions: [String: Int] = [:]
  /// The invoices that the organisation sent itself.
  private(set) var sales: Set<String> = []
  /// The files of which it cannot be told whose they are, in their order.
  private(set) var nobodys: [LedgerBook] = []

  private let accounts: [String: [String]]
  private let invoiceParties: [String: [LedgerParty]]

  /// Divides the files of a ledger.
  init(_ ledger: Ledger, settings: BooksSettings) {
    all =
      [BookOwner(settings.own, isOwn: true)] + settings.others.map { BookOwner($0, isOwn: false) }
    accounts = Dictionary(grouping: ledger.accounts.filter { $0.iban != nil }, by: \.book)
      .mapValues { $0.compactMap(\.iban) }
    let invoices = Set(ledger.books.filter { $0.form == .invoices }.map(\.file))
    invoiceParties = Dictionary(
      grouping: ledger.parties.filter { invoices.contains($0.book) }, by: \.book)
    takeFolders(ledger.books)
    let open = ledger.books.filter { BookOwners.folder(of: $0.file) == nil }
    takeAuditFiles(open.filter { $0.form == .books })
    for book in open where book.form == .list { take(book, owner(naming: book)) }
    for book in open where book.form == .bank { take(book, ownerOfStatement(book)) }
    for book in open where book.form == .invoices { takeInvoice(book, in: nil) }
  }

  /// The folder inside `books` in which a file lies.
  static func folder(of file: String) -> String? {
    let parts = file.split(separator: "/")
    return parts.count > 2 && parts.first == "books" ? String(parts[1]) : nil
  }

  // MARK: Folders

  private mutating func takeFolders(_ books: [LedgerBook]) {
    var order: [String] = []
    for book in books {
      if let folder = BookOwners.folder(of: book.file), !order.contains(folder) {
        order.append(folder)
      }
    }
    for folder in order {
      let own = books.filter { BookOwners.folder(of: $0.file) == folder }
      let owner = owner(ofFolder: folder, own)
      for book in own where book.form != .invoices { take(book, owner) }
      for book in own where book.form == .invoices { takeInvoice(book, in: owner) }
    }
  }

  private mutating func owner(ofFolder folder: String, _ books: [LedgerBook]) -> Int {
    if let known = all.firstIndex(where: { $0.settings.folder == folder }) { return known }
    let telling = books.filter { $0.form != .invoices }
    for book in telling {
      if let known = owner(naming: book) { return known }
    }
    let names = Set(telling.map(\.company)).subtracting([""])
    return add(names.count == 1 ? names.first ?? folder : folder)
  }

  private mutating func add(_ name: String) -> Int {
    all.append(BookOwner(BooksSettings.Organisation(name: name), isOwn: false))
    return all.count - 1
  }

  // MARK: Files without a folder

  /// One company that nothing names is the project's own; several are organisations of their own.
  private mutating func takeAuditFiles(_ books: [LedgerBook]) {
    var strangers: [LedgerBook] = []
    for book in books {
      if let owner = owner(naming: book) { take(book, owner) } else { strangers.append(book) }
    }
    let hasOwn = positions.values.contains(0)
    let isOne = Set(strangers.map(\.company)).count == 1
    for book in strangers {
      take(book, isOne && !hasOwn ? 0 : owner(naming: book) ?? add(book.company))
    }
  }

  private func owner(naming book: LedgerBook) -> Int? {
    all.firstIndex { $0.isNamed(by: book) }
  }

  private func ownerOfStatement(_ book: LedgerBook) -> Int? {
    let own = accounts[book.file] ?? []
    return all.firstIndex { owner in own.contains { owner.accounts.contains($0) } }
      ?? owner(naming: book) ?? (all.count == 1 ? 0 : nil)
  }

  private mutating func takeInvoice(_ book: LedgerBook, in folder: Int?) {
    let parties = invoiceParties[book.file] ?? []
    func owner(_ id: String) -> Int? {
      guard let party = parties.first(where: { $0.id == id }) else { return nil }
      return all.firstIndex { $0.isParty(party) }
    }
    let (buyer, seller) = (owner("buyer"), owner("seller"))
    let known = folder ?? buyer ?? seller ?? (all.count == 1 ? 0 : nil)
    if let known, seller == known, buyer != known { sales.insert(book.file) }
    guard let known else {
      nobodys.append(book)
      return
    }
    positions[book.file] = known
  }

  private mutating func take(_ book: LedgerBook, _ owner: Int?) {
    guard let owner else {
      nobodys.append(book)
      return
    }
    positions[book.file] = owner
    all[owner].learn(book, accounts: accounts[book.file] ?? [])
  }
}
