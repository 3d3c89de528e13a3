/// Which part of the books a project is: all of them, or some codes.
///
/// A line belongs to it where it has one of the codes of each kind that is named.
public struct BookScope: Sendable, Hashable, Codable {
  /// Project codes.
  public let projects: [String]
  /// Cost centres.
  public let costCentres: [String]
  /// Accounts of the books, or bank accounts by their IBAN.
  public let accounts: [String]

  /// Makes a scope; without any code it is the whole organisation.
  public init(projects: [String] = [], costCentres: [String] = [], accounts: [String] = []) {
    self.projects = projects
    self.costCentres = costCentres
    self.accounts = accounts
  }

  /// Whether it is the whole organisation.
  public var isWhole: Bool { projects.isEmpty && costCentres.isEmpty && accounts.isEmpty }
}

/// When a purchase counts.
public enum BookTiming: String, Sendable, Hashable, Codable, CaseIterable {
  /// When it is paid.
  case cash
  /// When it is bought: on the day of its invoice.
  case accrual
}

/// Whether amounts are with value added tax.
public enum BookTax: String, Sendable, Hashable, Codable, CaseIterable {
  /// With VAT.
  case including
  /// Without VAT.
  case excluding
}

/// What `project.yaml` says of the books.
public struct BooksSettings: Sendable, Hashable, Codable {
  /// The books of one organisation.
  public struct Organisation: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// Its folder inside `books`, where it has one of its own.
    public var folder: String?
    /// The numbers under which registers and the tax office know it.
    public var numbers: [String]
    /// The IBANs of its own accounts, beside those of the statements that are here.
    public var accounts: [String]
    /// From which kind of source spending is taken, where somebody chose one.
    public var basis: LedgerBook.Form?
    /// From which kind of source income is taken; the same as spending where nothing is said.
    public var income: LedgerBook.Form?
    /// When a purchase counts, where somebody said it.
    public var timing: BookTiming?
    /// Whether amounts are with VAT, where somebody said it.
    public var tax: BookTax?
    /// Which part of the books counts.
    public var scope: BookScope
    /// Those to whom wages and what is withheld from them are paid by bank, by name or IBAN.
    public var wagesTo: [String]

    /// Makes the settings of an organisation.
    public init(
      name: String, folder: String? = nil, numbers: [String] = [], accounts: [String] = [],
      basis: LedgerBook.Form? = nil, income: LedgerBook.Form? = nil, timing: BookTiming? = nil,
      tax: BookTax? = nil, scope: BookScope = BookScope(), wagesTo: [String] = []
    ) {
      self.name = name
      self.folder = folder
      self.numbers = numbers
      self.accounts = accounts
      self.basis = basis
      self.income = income
      self.timing = timing
      self.tax = tax
      self.scope = scope
      self.wagesTo = wagesTo
    }
  }

  /// The project's own organisation.
  public var own: Organisation
  /// The other organisations whose books lie here too.
  public var others: [Organisation]
  /// Whether the lead allows a report to name the other organisations.
  public var namesOrganisations: Bool

  /// Makes settings.
  public init(own: Organisation, others: [Organisation] = [], namesOrganisations: Bool = false) {
    self.own = own
    self.others = others
    self.namesOrganisations = namesOrganisations
  }
}
