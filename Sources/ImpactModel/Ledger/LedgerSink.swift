/// One line of a set of books, of a bank statement or of an invoice.
///
/// A bank line is booked on the organisation's own account: money in is a debit, money out a
/// credit, and what undoes an earlier line is negative on the side of that line.
public struct LedgerLine: Sendable, Hashable, Codable {
  /// The file of the book.
  public let book: String
  /// The journal, as the book names it.
  public let journal: String
  /// The kind of journal.
  public let kind: JournalKind
  /// The number of the transaction in its journal.
  public let transaction: String
  /// The number of the line in its transaction.
  public let number: String
  /// The account.
  public let account: String
  /// The party; of a line that names none, the only party of its transaction.
  public let party: String?
  /// The project code.
  public let project: String?
  /// The day on which the transaction is booked.
  public let date: Day
  /// The debit in cents, negative for a correction.
  public let debit: Int64
  /// The credit in cents, negative for a correction.
  public let credit: Int64
  /// The byte of the file, from 0, at which the line's element starts.
  public let byte: Int
  /// The line of the file, from 1, where that helps to find it.
  public let line: Int?
  /// What it is for, as the file describes it; it may name persons.
  public let text: String?
  /// The amount in the currency in which it was ordered, where that is another one.
  public let ordered: Money?
  /// The cost centre.
  public let costCentre: String?

  /// Makes a line.
  public init(
    book: String, journal: String, kind: JournalKind, transaction: String, number: String,
    account: String, party: String?, project: String?, date: Day, debit: Int64, credit: Int64,
    byte: Int, line: Int? = nil, text: String? = nil, ordered: Money? = nil,
    costCentre: String? = nil
  ) {
    self.book = book
    self.journal = journal
    self.kind = kind
    self.transaction = transaction
    self.number = number
    self.account = account
    self.party = party
    self.project = project
    self.date = date
    self.debit = debit
    self.credit = credit
    self.byte = byte
    self.line = line
    self.text = text
    self.ordered = ordered
    self.costCentre = costCentre
  }

  /// Where the line stands: journal, transaction and line number, and the byte.
  public var address: Address {
    Address(file: book, line: line, byte: byte, ledger: "\(journal)/\(transaction)/\(number)")
  }
}

/// Takes a set of books as it is read: its accounts and parties, then its lines.
///
/// The book itself comes first, or last where only the lines tell which period a file covers.
/// Accounts and parties come before the first line that names them.
/// Whoever reads says at the end whether the file was sound; only then may the sink keep it.
public protocol LedgerSink: AnyObject {
  /// Takes the book itself.
  func open(_ book: LedgerBook) throws
  /// Takes an account.
  func add(_ account: LedgerAccount) throws
  /// Takes a party.
  func add(_ party: LedgerParty) throws
  /// Takes a line.
  func add(_ line: LedgerLine) throws
}
