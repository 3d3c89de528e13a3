/// From what source the spending of one organisation was taken, and how.
public struct BookTreatment: Sendable, Hashable, Codable {
  /// What was left out, with the money that it moved.
  public struct LeftOut: Sendable, Hashable, Codable {
    /// How many lines.
    public var lines: Int
    /// Their debits in cents.
    public var debit: Int64
    /// Their credits in cents.
    public var credit: Int64

    /// Makes a sum; nothing at first.
    public init(lines: Int = 0, debit: Int64 = 0, credit: Int64 = 0) {
      self.lines = lines
      self.debit = debit
      self.credit = credit
    }
  }

  /// The organisation as the ledger's books call it, which may be a number for its name.
  public let company: String
  /// Its name.
  public let name: String
  /// Whether it is the project's own organisation.
  public let isOwn: Bool
  /// The names under which its own files know it.
  public let aliases: [String]
  /// The numbers under which registers and the tax office know it.
  public let numbers: [String]
  /// The IBANs of its own accounts; they never leave in an export.
  public let accounts: [String]
  /// The kind of source of its spending.
  public let basis: LedgerBook.Form
  /// The kind of source of its income.
  public let income: LedgerBook.Form
  /// Whether somebody chose the basis; else it is the only kind that is there.
  public let isChosen: Bool
  /// When a purchase counts; `nil` where nobody said it.
  public let timing: BookTiming?
  /// Whether amounts are with VAT; `nil` where nobody said it.
  public let tax: BookTax?
  /// Which part of the books counts.
  public let scope: BookScope
  /// Whether wages paid by bank are known whole: also what is withheld from them.
  public let hasWholeWages: Bool
  /// Lines outside the scope.
  public let outsideScope: LeftOut
  /// Payments between the organisation's own accounts.
  public let transfers: LeftOut

  /// Makes a treatment.
  public init(
    company: String, name: String, isOwn: Bool, aliases: [String] = [], numbers: [String] = [],
    accounts: [String] = [], basis: LedgerBook.Form, income: LedgerBook.Form, isChosen: Bool,
    timing: BookTiming?, tax: BookTax?, scope: BookScope = BookScope(),
    hasWholeWages: Bool = true, outsideScope: LeftOut = LeftOut(), transfers: LeftOut = LeftOut()
  ) {
    self.company = company
    self.name = name
    self.isOwn = isOwn
    self.aliases = aliases
    self.numbers = numbers
    self.accounts = accounts
    self.basis = basis
    self.income = income
    self.isChosen = isChosen
    self.timing = timing
    self.tax = tax
    self.scope = scope
    self.hasWholeWages = hasWholeWages
    self.outsideScope = outsideScope
    self.transfers = transfers
  }
}
