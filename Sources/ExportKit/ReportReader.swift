import Foundation

/// An export that can be read back, so that its figures can be recomputed and added up.
///
/// The registry's exporters that conform are asked one after the other whether a file is theirs.
public protocol ReportReader: Sendable {
  /// Tells whether a file is one of its own by the first bytes, of which there are at most 4,096.
  func recognises(_ start: [UInt8]) -> Bool
  /// Tells whether a file whose first bytes it recognises is one of its own indeed.
  ///
  /// It is asked where other programs write files that begin alike; by default there are none.
  func owns(_ file: URL) -> Bool
  /// Reads what can be recomputed.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged or cannot be opened.
  func read(_ file: URL) throws(ReportUnreadable) -> VerifiableReport
  /// Holds a file against the schema and the rules of its form; `nil` where the form has none.
  ///
  /// - Throws: `ReportUnreadable` where the file cannot be opened.
  func conformance(of file: URL) throws(ReportUnreadable) -> ReportConformance?
  /// Gives the bytes over which the digest of a file is taken; `nil` where the form has none.
  ///
  /// A signature over these bytes holds for every file of the same content.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged or cannot be opened.
  func canonicalForm(of file: URL) throws(ReportUnreadable) -> [UInt8]?
}

extension ReportReader {
  /// Takes every file whose first bytes it recognises.
  public func owns(_ file: URL) -> Bool { true }

  /// Says that the form has no schema and no rules.
  public func conformance(of file: URL) throws(ReportUnreadable) -> ReportConformance? { nil }

  /// Says that the form has no canonical bytes.
  public func canonicalForm(of file: URL) throws(ReportUnreadable) -> [UInt8]? { nil }
}

/// Why an exported report cannot be read back.
public struct ReportUnreadable: Error, Sendable {
  /// What is the matter.
  public let message: Text
  /// Where it was met.
  public let address: Address

  /// Makes an error.
  public init(message: Text, address: Address) {
    self.message = message
    self.address = address
  }
}

/// What an exported report states, in a form in which it can be recomputed.
public struct VerifiableReport: Sendable, Hashable {
  /// A stated figure, given or computed.
  public struct Stated: Sendable, Hashable {
    /// Its identifier.
    public let id: FigureID
    /// The value, absent where the report says that it could not be had.
    public let value: Double?
    /// Where it stands.
    public let address: Address
    /// The numbers that the value was made of, by their names in `Measure.Parts`.
    public let parts: [String: Double]
    /// The sums of the breakdowns of which the report says that they add up to the value.
    public let wholes: [Double]
    /// To how many decimals the file itself rounds the value, absent where it does not.
    public let decimals: Int?

    /// Makes a stated figure.
    public init(
      id: FigureID, value: Double?, address: Address, parts: [String: Double] = [:],
      wholes: [Double] = [], decimals: Int? = nil
    ) {
      self.id = id
      self.value = value
      self.address = address
      self.parts = parts
      self.wholes = wholes
      self.decimals = decimals
    }
  }

  /// A stated number that has no identifier: a discount factor, the value of a row in a period.
  public struct Step: Sendable, Hashable {
    /// What it is.
    public enum Role: Sendable, Hashable {
      /// The discount factor of the benefits of a period.
      case benefitFactor
      /// The discount factor of the inputs of a period.
      case inputFactor
      /// The undiscounted value of an outcome in a period.
      case value(outcome: RowID)
    }

    /// What it is.
    public let role: Role
    /// The period, from 1.
    public let period: Int
    /// The number.
    public let value: Double
    /// Where it stands.
    public let address: Address

    /// Makes a step.
    public init(role: Role, period: Int, value: Double, address: Address) {
      self.role = role
      self.period = period
      self.value = value
      self.address = address
    }
  }

  /// An outcome of the value map.
  public struct Outcome: Sendable, Hashable {
    /// The identifier of its row.
    public let id: RowID
    /// Who experiences it.
    public let stakeholder: RowID
    /// The first period with a benefit, from 1.
    public let firstPeriod: Int
    /// How many periods the benefit lasts.
    public let benefitPeriods: Int
    /// The row of its financial proxy, which several outcomes may share.
    public let proxy: RowID?

    /// Makes an outcome.
    public init(
      id: RowID, stakeholder: RowID, firstPeriod: Int, benefitPeriods: Int, proxy: RowID? = nil
    ) {
      self.id = id
      self.stakeholder = stakeholder
      self.firstPeriod = firstPeriod
      self.benefitPeriods = benefitPeriods
      self.proxy = proxy
    }
  }

  /// An input.
  public struct Input: Sendable, Hashable {
    /// The identifier of its row.
    public let id: RowID
    /// The period in which it is put in, from 1.
    public let period: Int
    /// What brings its prices to the base year.
    public let priceFactor: Double

    /// Makes an input.
    public init(id: RowID, period: Int, priceFactor: Double = 1) {
      self.id = id
      self.period = period
      self.priceFactor = priceFactor
    }
  }

  /// A number that the author gave at the prices of its source.
  public struct Priced: Sendable, Hashable {
    /// The number in the source.
    public let value: Double
    /// What brings it to the prices and the currency of the report.
    public let factor: Double

    /// Makes a number at the prices of its source.
    public init(value: Double, factor: Double) {
      self.value = value
      self.factor = factor
    }
  }

  /// What the author changed in a scenario.
  public struct Scenario: Sendable, Hashable {
    /// The word of the scenario.
    public let id: RowLabel
    /// The figures with their values in the scenario, in the order in which they are set.
    public var changes: [Change]

    /// One number that is another in the scenario.
    public struct Change: Sendable, Hashable {
      /// What changes, as a scenario names it.
      public let figure: FigureID
      /// What it becomes.
      public let value: Double

      /// Makes a change.
      public init(figure: FigureID, value: Double) {
        self.figure = figure
        self.value = value
      }
    }

    /// Makes a scenario.
    public init(id: RowLabel, changes: [Change] = []) {
      self.id = id
      self.changes = changes
    }
  }

  /// A place that reads otherwise than when the file was written, where the file keeps a copy.
  public struct Altered: Sendable, Hashable {
    /// The figure that stands there, absent for a cell that is none.
    public let figure: FigureID?
    /// Where it stands.
    public let address: Address
    /// What it was.
    public let before: Double?
    /// What it is now.
    public let now: Double?

    /// Makes a place.
    public init(figure: FigureID?, address: Address, before: Double?, now: Double?) {
      self.figure = figure
      self.address = address
      self.before = before
      self.now = now
    }
  }

  /// A place that should hold a number or a term of the format, and holds something else.
  public struct Unreadable: Sendable, Hashable {
    /// The identifier of the figure, or a name for what has none.
    public let figure: String
    /// What stands there, at most 40 characters of it.
    public let text: String
    /// Where it stands.
    public let address: Address

    /// Makes a place, of a text of any length.
    public init(figure: String, text: String, address: Address) {
      self.figure = figure
      self.text = String(
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(40))
      self.address = address
    }
  }

  /// Whether the file is as it was written.
  public enum Digest: String, Sendable, Hashable {
    /// The file holds no digest.
    case absent
    /// The digest is that of the content.
    case holds
    /// The content was changed after it was written.
    case broken
  }

  /// The identifier of the project.
  public var project: String
  /// When benefits are reckoned to fall, absent where the file does not say.
  public var benefitTiming: DiscountTiming?
  /// When inputs are reckoned to fall, absent where the file does not say.
  public var inputTiming: DiscountTiming?
  /// The stakeholders with their domains.
  public var stakeholders: [RowID: Domain]
  /// The outcomes of the value map, in their order.
  public var outcomes: [Outcome]
  /// The inputs, in their order.
  public var inputs: [Input]
  /// All stated figures, in the order of the file.
  public var figures: [Stated]
  /// All stated numbers without an identifier, in the order of the file.
  public var steps: [Step]
  /// What should be a number or a term and is none, in the order of the file.
  public var unreadable: [Unreadable]
  /// Whether the file is as it was written.
  public var digest: Digest
  /// The numbers that the author gave with a range.
  public var estimates: [FigureID: Estimate]
  /// The names of doubts that numbers share, by number.
  public var sharedDoubts: [FigureID: String]
  /// The figures from which numbers on the value map were taken.
  public var taken: [FigureID: FigureID]
  /// The proxies that were converted from the prices of their source.
  public var priced: [FigureID: Priced]
  /// What draws are made of; absent where the file does not say, so that none can be repeated.
  public var drawing: ReportDoubt.Drawing?
  /// The scenarios, in their order.
  public var scenarios: [Scenario]
  /// What was changed after writing, as far as the file keeps copies.
  public var altered: [Altered]

  /// Makes a report that states nothing yet.
  public init(project: String = "") {
    self.project = project
    benefitTiming = nil
    inputTiming = nil
    stakeholders = [:]
    outcomes = []
    inputs = []
    figures = []
    steps = []
    unreadable = []
    digest = .absent
    estimates = [:]
    sharedDoubts = [:]
    taken = [:]
    priced = [:]
    drawing = nil
    scenarios = []
    altered = []
  }
}
