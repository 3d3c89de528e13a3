/// One set of books: a file that an organisation's software wrote.
public struct LedgerBook: Sendable, Hashable, Codable {
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

  /// Makes a book.
  public init(file: String, company: String, currency: Currency, first: Day, last: Day) {
    self.file = file
    self.company = company
    self.currency = currency
    self.first = first
    self.last = last
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

  /// Makes an account.
  public init(book: String, id: String, name: String, kind: Kind) {
    self.book = book
    self.id = id
    self.name = name
    self.kind = kind
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

  /// Makes a party.
  public init(
    book: String, id: String, name: String, commerceNumber: String?, taxNumber: String?,
    postcode: String?, country: String?
  ) {
    self.book = book
    self.id = id
    self.name = name
    self.commerceNumber = commerceNumber
    self.taxNumber = taxNumber
    self.postcode = postcode
    self.country = country
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

  /// Makes a total.
  public init(
    book: String, account: String, party: String?, project: String?, journal: JournalKind,
    month: Day, debit: Int64, credit: Int64, lines: Int
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

  /// Makes a ledger.
  public init(
    books: [LedgerBook], accounts: [LedgerAccount], parties: [LedgerParty], totals: [LedgerTotal]
  ) {
    self.books = books
    self.accounts = accounts
    self.parties = parties
    self.totals = totals
  }

  /// Whether there are no books.
  public var isEmpty: Bool { books.isEmpty }
}
