import ImpactModel

/// The files of one kind of one organisation, brought to accounts of profit and loss.
///
/// Whatever the kind, what is paid stands as a debit in a purchase, bank, cash or payroll journal,
/// and what is received as a credit, so that `Spending` adds all kinds up alike.
public struct BookSource: Sendable, Hashable {
  /// The position of the organisation.
  public let organisation: Int
  /// The kind of source.
  public let form: LedgerBook.Form
  /// The books, with their accounts, parties and totals.
  public let ledger: Ledger
  /// What lies outside the scope.
  public let outsideScope: BookTreatment.LeftOut
  /// What moved between the organisation's own accounts.
  public let transfers: BookTreatment.LeftOut
}

/// One account of one file, whose entries another file has too.
public struct BookAccount: Sendable, Hashable {
  /// The file.
  public let book: String
  /// The account, as the file numbers it.
  public let account: String

  /// Names an account of a file.
  public init(book: String, account: String) {
    self.book = book
    self.account = account
  }
}

/// Brings the files of one kind of one organisation to accounts of profit and loss.
struct SourceMaking {
  let owner: BookOwner
  let organisation: Int
  /// The invoices that the organisation sent itself.
  let sales: Set<String>
  /// Accounts whose entries count in another file.
  let repeats: Set<BookAccount>
  let language: Language

  /// Makes a source of some books of one form.
  func source(
    _ form: LedgerBook.Form, _ books: [LedgerBook], of ledger: Ledger
  ) -> BookSource {
    let files = Set(books.map(\.file))
    let raw = Ledger(
      books: books, accounts: ledger.accounts.filter { files.contains($0.book) },
      parties: ledger.parties.filter { files.contains($0.book) },
      totals: ledger.totals.filter {
        files.contains($0.book)
          && !repeats.contains(BookAccount(book: $0.book, account: $0.account))
      })
    switch form {
    case .books, .list: return booked(raw, form)
    case .bank: return paid(raw)
    case .invoices: return invoiced(raw)
    }
  }

  private func made(
    _ form: LedgerBook.Form, _ raw: Ledger, accounts: [LedgerAccount], parties: [LedgerParty],
    totals: [LedgerTotal], outside: BookTreatment.LeftOut = .init(),
    transfers: BookTreatment.LeftOut = .init()
  ) -> BookSource {
    BookSource(
      organisation: organisation, form: form,
      ledger: Ledger(books: raw.books, accounts: accounts, parties: parties, totals: totals),
      outsideScope: outside, transfers: transfers)
  }

  // MARK: Books and lists

  private func booked(_ raw: Ledger, _ form: LedgerBook.Form) -> BookSource {
    let scope = owner.settings.scope
    guard !scope.isWhole else {
      return made(form, raw, accounts: raw.accounts, parties: raw.parties, totals: raw.totals)
    }
    let balances = Set(
      raw.accounts.filter { $0.kind == .balance }.map {
        BookAccount(book: $0.book, account: $0.id)
      })
    var outside = BookTreatment.LeftOut()
    let totals = raw.totals.filter { total in
      if balances.contains(BookAccount(book: total.book, account: total.account)) { return true }
      if Self.lies(total, in: scope) { return true }
      outside.add(total)
      return false
    }
    return made(
      form, raw, accounts: raw.accounts, parties: raw.parties, totals: totals, outside: outside)
  }

  private static func lies(_ total: LedgerTotal, in scope: BookScope) -> Bool {
    func fits(_ codes: [String], _ code: String?) -> Bool {
      codes.isEmpty || code.map(codes.contains) == true
    }
    return fits(scope.projects, total.project) && fits(scope.costCentres, total.costCentre)
      && fits(scope.accounts, total.account)
  }

  // MARK: Bank statements

  private func paid(_ raw: Ledger) -> BookSource {
    let wanted = Set(owner.settings.scope.accounts)
    let ibans = Dictionary(
      raw.accounts.map { (BookAccount(book: $0.book, account: $0.id), $0.iban) }
    ) { first, _ in first }
    let parties = Dictionary(
      raw.parties.map { (BookAccount(book: $0.book, account: $0.id), $0) }
    ) { first, _ in first }
    let out = Text("Paid by bank", nl: "Betaald per bank")[language]
    let into = Text("Received by bank", nl: "Ontvangen per bank")[language]
    var (outside, transfers) = (BookTreatment.LeftOut(), BookTreatment.LeftOut())
    var totals: [LedgerTotal] = []
    for total in raw.totals {
      let iban = ibans[BookAccount(book: total.book, account: total.account)] ?? nil
      if !wanted.isEmpty, !(iban.map(wanted.contains) ?? false) {
        outside.add(total)
        continue
      }
      let party = total.party.flatMap { parties[BookAccount(book: total.book, account: $0)] }
      if let iban = party?.iban, owner.accounts.contains(iban) {
        transfers.add(total)
        continue
      }
      if total.credit != 0 {
        totals.append(
          Self.moved(
            total, to: out, debit: total.credit, credit: 0,
            isWages: party.map(receivesWages) ?? false))
      }
      if total.debit != 0 {
        totals.append(
          Self.moved(total, to: into, debit: 0, credit: total.debit, isWages: false))
      }
    }
    return made(
      .bank, raw, accounts: Self.accounts([out, into], raw.books),
      parties: raw.parties.map(\.ofBank),
      totals: totals, outside: outside, transfers: transfers)
  }

  private func receivesWages(_ party: LedgerParty) -> Bool {
    owner.settings.wagesTo.contains { name in
      PartyKeys.name(name).map { $0 == PartyKeys.name(party.name) } == true
        || party.iban.map { PartyKeys.name($0) == PartyKeys.name(name) } == true
    }
  }

  private static func moved(
    _ total: LedgerTotal, to account: String, debit: Int64, credit: Int64, isWages: Bool
  ) -> LedgerTotal {
    // What came in is income, also where the bank's codes call it a salary.
    let journal: JournalKind = debit == 0 ? .bank : isWages ? .payroll : total.journal
    return LedgerTotal(
      book: total.book, account: account, party: total.party.map { "bank " + $0 }, project: nil,
      journal: journal, month: total.month, debit: debit, credit: credit, lines: total.lines)
  }

  private static func accounts(_ names: [String], _ books: [LedgerBook]) -> [LedgerAccount] {
    books.flatMap { book in
      names.map { LedgerAccount(book: book.file, id: $0, name: "", kind: .profitAndLoss) }
    }
  }

  // MARK: Invoices

  private func invoiced(_ raw: Ledger) -> BookSource {
    let bought = Text("Invoices", nl: "Facturen")[language]
    let sold = Text("Invoices sent", nl: "Verzonden facturen")[language]
    let scope = BookScope(projects: owner.settings.scope.projects)
    let counted: Set<String> =
      owner.settings.tax == .including
      ? ["net", "charges", "vat", "rounding"] : ["net", "charges"]
    var outside = BookTreatment.LeftOut()
    var totals: [LedgerTotal] = []
    for total in raw.totals where counted.contains(total.account) {
      guard Self.lies(total, in: scope) else {
        outside.add(total)
        continue
      }
      let isSale = sales.contains(total.book)
      totals.append(
        LedgerTotal(
          book: total.book, account: isSale ? sold : bought,
          party: "invoices " + (isSale ? "buyer" : "seller"), project: total.project,
          journal: isSale ? .sales : .purchase, month: total.month,
          debit: isSale ? 0 : total.debit, credit: isSale ? total.debit : 0, lines: total.lines))
    }
    // The organisation itself is no party of its own.
    let parties = raw.parties.filter { sales.contains($0.book) == ($0.id == "buyer") }
    return made(
      .invoices, raw, accounts: Self.accounts([bought, sold], raw.books),
      parties: parties.map(\.ofInvoice), totals: totals, outside: outside)
  }
}

extension BookTreatment.LeftOut {
  /// Adds a total; a sum that 64 bits cannot hold stays at the largest number.
  fileprivate mutating func add(_ total: LedgerTotal) {
    lines += total.lines
    debit = clampedSum(debit, total.debit)
    credit = clampedSum(credit, total.credit)
  }
}

extension LedgerParty {
  /// Numbered apart from suppliers of the books: a bank file numbers parties by their order.
  fileprivate var ofBank: LedgerParty { numbered("bank " + id) }
  fileprivate var ofInvoice: LedgerParty { numbered("invoices " + id) }

  private func numbered(_ id: String) -> LedgerParty {
    LedgerParty(
      book: book, id: id, name: name, commerceNumber: commerceNumber, taxNumber: taxNumber,
      postcode: postcode, country: country, iban: iban, registerCode: registerCode,
      isNearby: isNearby)
  }
}
