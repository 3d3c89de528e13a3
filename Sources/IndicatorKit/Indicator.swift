/// An indicator: declares what it reads and measures, and measures it.
///
/// An indicator opens no file, reads no clock and draws no random number. Everything that it needs
/// comes in through `ProjectData`, and reading what was not declared is an error.
public protocol Indicator: Sendable {
  /// What it reads and measures.
  static var card: IndicatorCard { get }
  /// Makes the indicator; it has no state.
  init()
  /// Measures a project.
  ///
  /// Every declared measure comes back exactly once, as a value or as not measurable and why.
  ///
  /// - Parameter project: the project's data, as far as the card declares them.
  /// - Returns: the measures, in the order in which they are shown.
  /// - Throws: `NotMeasurable` where nothing can be measured at all.
  func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure]
}

/// The card of an indicator.
public struct IndicatorCard: Sendable {
  /// Data beside the tables that an indicator may read.
  public struct CoreData: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The totals of the books.
    public static let ledger = CoreData(rawValue: 1)
  }

  /// One segment, unique in the program: the first segment of its figures.
  public let id: String
  /// What readers see.
  public let title: Text
  /// What it measures, in one or two sentences.
  public let summary: Text
  /// The tables that it reads.
  public let tables: [any TableRow.Type]
  /// What it reads beside tables.
  public let core: CoreData
  /// What it measures, in the order in which it is shown.
  public let measures: [MeasureCard]
  /// The parameters that it looks up.
  public let parameters: [ParameterCard]
  /// The sources of the method.
  public let references: [Reference]
  /// The texts of the module's own tables of parameters, by path: `EmbeddedFiles.texts`.
  ///
  /// Each folder with a `sources.yaml` is a pack; its `.csv` files hold the values.
  public let parameterFiles: [String: String]
  /// The formats of files that it can turn into rows of its tables.
  public let importers: [any TableImporter.Type]
  /// The rows that it gives beside its measures, for other programs.
  public let details: [DetailCard]
  /// The version of the module, absent where it is part of the program and has its version.
  public let version: String?

  /// Declares an indicator.
  public init(
    id: String, title: Text, summary: Text, tables: [any TableRow.Type], core: CoreData = [],
    measures: [MeasureCard], parameters: [ParameterCard] = [], references: [Reference],
    parameterFiles: [String: String] = [:], importers: [any TableImporter.Type] = [],
    details: [DetailCard] = [], version: String? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.tables = tables
    self.core = core
    self.measures = measures
    self.parameters = parameters
    self.references = references
    self.parameterFiles = parameterFiles
    self.importers = importers
    self.details = details
    self.version = version
  }

  /// The identifier of the figure of one of its measures.
  public func figure(_ measure: MeasureCard) -> FigureID { FigureID(joining: id, measure.id) }
}

/// Why an indicator could not measure.
public struct NotMeasurable: Error, Sendable, Hashable {
  /// Whether the data or the module is to blame.
  public enum Cause: Sendable, Hashable {
    /// The project lacks data.
    case data
    /// The module reads what it has not declared.
    case undeclared
  }

  /// The reason, in words that a project lead understands.
  public let reason: Text
  /// Whether the data or the module is to blame.
  public let cause: Cause

  /// Makes an error.
  public init(_ reason: Text, cause: Cause = .data) {
    self.reason = reason
    self.cause = cause
  }
}
