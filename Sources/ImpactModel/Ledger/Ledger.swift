/// One set of books: a file that an organisation's software, or its bank, wrote.
public struct LedgerBook: Sendable, Hashable, Codable {
  /// What kind of source a file is; of one organisation and period only one kind counts as spending.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// Bookkeeping: entries with two sides.
    case books
    /// Statements of a bank account: money in is a debit of the account, money out a credit.
    case bank
    /// Invoices: a cost is a debit, the seller is the party.
    case invoices
    /// A list of payments that somebody keeps by hand: the table `payments`.
    case list
  }

  /// The file, relative to the project's folder.
  public let file: String
  /// The organisation's name as the file has it.
  public let company: String
  /// The currency of its amounts.
  public let currency: Currency
  /// The first day that the file covers.
  public let first: Day
  /// The last day that the file covers.
  public let last: Day
  /// What kind of source it is.
  public let form: Form
  /// The format with its version, as readers know it: `CAMT.053 version 08`.
  public let format: String
  /// The organisation's number in the trade register, as the file has it.
  public let number: String?
  /// The organisation's tax number, as the file has it.
  public let taxNumber: String?
  /// The number of the document, of an invoice.
  public let document: String?

  /// Makes a book.
  public init(
    file: String, company: String, currency: Currency, first: Day, last: Day, form: Form = .books,
    format: String = "", number: String? = nil, taxNumber: String? = nil, document: String? = nil
  ) {
    self.file = file
    self.company = company
    self.currency = currency
    self.first = first
    self.last = last
    self.form = form
    self.format = format
    self.number = number
    self.taxNumber = taxNumber
    self.document = document
  }
}

/// An account of a ledger.
public struct LedgerAccount: Sendable, Hashable, Codable {
  /// What an account is for.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Assets and liabilities.
    case balance = "B"
    /// Income and costs.
    case profitAndLoss = "P"
    /// Both.
    case mixed = "M"
  }

  /// The file of its book.
  public let book: String
  /// Its number in the book.
  public let id: String
  /// Its name.
  public let name: String
  /// What it is for.
  public let kind: Kind
  /// Its IBAN, of an account at a bank of which the file says so; it never leaves in an export.
  public let iban: String?
  /// Its code in the Dutch reference chart of accounts (RGS), where the book has one.
  public let rgs: String?

  /// Makes an account.
  public init(
    book: String, id: String, name: String, kind: Kind, iban: String? = nil, rgs: String? = nil
  ) {
    self.book = book
    self.id = id
    self.name = name
    self.kind = kind
    self.iban = iban
    self.rgs = rgs
  }
}

/// A customer or supplier as one book has it; merging over books happens where it is read.
public struct LedgerParty: Sendable, Hashable, Codable {
  /// The file of its book.
  public let book: String
  /// Its number in the book.
  public let id: String
  /// Its name.
  public let name: String
  /// Its number in the trade register, as the book has it.
  public let commerceNumber: String?
  /// Its tax number, as the book has it.
  public let taxNumber: String?
  /// The postcode of the street address, else of the postal address, as the book has it.
  public let postcode: String?
  /// The country of that address.
  public let country: String?
  /// Its bank account, an IBAN where the book has one; it never leaves in an export.
  public let iban: String?
  /// The register of its number as the book has it, by the code of ISO 6523: 0106 for KvK, 0208
  /// for KBO; `nil` where the format itself says which register.
  public let registerCode: String?
  /// Whether a list of payments itself says that it is nearby; `nil` where its address tells.
  public let isNearby: Bool?

  /// Makes a party.
  public init(
    book: String, id: String, name: String, commerceNumber: String?, taxNumber: String?,
    postcode: String?, country: String?, iban: String? = nil, registerCode: String? = nil,
    isNearby: Bool? = nil
  ) {
    self.book = book
    self.id = id
    self.name = name
    self.commerceNumber = commerceNumber
    self.taxNumber = taxNumber
    self.postcode = postcode
    self.country = country
    self.iban = iban
    self.registerCode = registerCode
    self.isNearby = isNearby
  }
}

/// What kind of journal a line stands in, by the letters of the Dutch audit file.
public enum JournalKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A bank account.
  case bank = "B"
  /// Cash.
  case cash = "C"
  /// Goods.
  case goods = "G"
  /// Memorandum: corrections, depreciation, accruals.
  case memorandum = "M"
  /// Opening.
  case opening = "O"
  /// Purchases.
  case purchase = "P"
  /// Sales.
  case sales = "S"
  /// Production.
  case production = "T"
  /// Payroll.
  case payroll = "Y"
  /// Anything else, or not said.
  case other = "Z"
}

/// What was booked in one month on one account with one party in one kind of journal.
public struct LedgerTotal: Sendable, Hashable, Codable {
  /// The file of the book.
  public let book: String
  /// The account.
  public let account: String
  /// The party, as the book numbers it; of a cost line without one, the only party of its entry.
  public let party: String?
  /// The project code.
  public let project: String?
  /// The kind of journal.
  public let journal: JournalKind
  /// The month, as its first day.
  public let month: Day
  /// The sum of debits, in cents.
  public let debit: Int64
  /// The sum of credits, in cents.
  public let credit: Int64
  /// How many lines.
  public let lines: Int
  /// The cost centre.
  public let costCentre: String?

  /// Makes a total.
  public init(
    book: String, account: String, party: String?, project: String?, journal: JournalKind,
    month: Day, debit: Int64, credit: Int64, lines: Int, costCentre: String? = nil
  ) {
    self.book = book
    self.account = account
    self.party = party
    self.project = project
    self.journal = journal
    self.month = month
    self.debit = debit
    self.credit = credit
    self.lines = lines
    self.costCentre = costCentre
  }
}

/// The books of a project as totals.
public struct Ledger: Sendable, Hashable, Codable {
  /// The books.
  public let books: [LedgerBook]
  /// Their accounts.
  public let accounts: [LedgerAccount]
  /// Their parties.
  public let parties: [LedgerParty]
  /// Their totals, in an order that the files alone decide.
  public let totals: [LedgerTotal]
  /// Parties of files that do not count as spending; they only add numbers and addresses.
  public let otherParties: [LedgerParty]
  /// From what source the spending of each organisation was taken, and how; empty for books as they
  /// came.
  public let treatments: [BookTreatment]

  /// Makes a ledger.
  public init(
    books: [LedgerBook], accounts: [LedgerAccount], parties: [LedgerParty], totals: [LedgerTotal],
    otherParties: [LedgerParty] = [], treatments: [BookTreatment] = []
  ) {
    self.books = books
    self.accounts = accounts
    self.parties = parties
    self.totals = totals
    self.otherParties = otherParties
    self.treatments = treatments
  }

  /// Whether there are no books.
  public var isEmpty: Bool { books.isEmpty }

  /// The same books with those of another ledger behind them.
  public func with(_ other: Ledger) -> Ledger {
    Ledger(
      books: books + other.books, accounts: accounts + other.accounts,
      parties: parties + other.parties, totals: totals + other.totals,
      otherParties: otherParties + other.otherParties, treatments: treatments + other.treatments)
  }

  /// Keeps the books of some forms, with their accounts, parties and totals.
  ///
  /// The parties of the others stay as `otherParties`, but for the organisation's own accounts.
  public func keeping(_ forms: LedgerBook.Form...) -> Ledger {
    let kept = books.filter { forms.contains($0.form) }
    guard kept.count < books.count else { return self }
    let files = Set(kept.map(\.file))
    let own = ownBankAccounts
    return Ledger(
      books: kept, accounts: accounts.filter { files.contains($0.book) },
      parties: parties.filter { files.contains($0.book) },
      totals: totals.filter { files.contains($0.book) },
      otherParties: otherParties
        + parties.filter { !files.contains($0.book) && !($0.iban.map(own.contains) ?? false) },
      treatments: treatments)
  }

  /// The IBANs of the organisation's own accounts, as its bank files have them.
  public var ownBankAccounts: Set<String> { Set(accounts.compactMap(\.iban)) }

  /// Whether a party is the organisation itself, so that a payment to it is a transfer.
  public func isOwnAccount(_ party: LedgerParty) -> Bool {
    guard let iban = party.iban else { return false }
    return accounts.contains { $0.iban == iban }
  }
}
