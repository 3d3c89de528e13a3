import ImpactModel

/// What `project.yaml` says: the project itself, and how its tables are written.
public struct Settings: Sendable, Hashable {
  /// The project.
  public let description: ProjectDescription
  /// The decimal mark of all tables, or `nil` where each column must prove its own.
  public let decimalMark: DecimalMark?

  /// Makes settings.
  public init(description: ProjectDescription, decimalMark: DecimalMark?) {
    self.description = description
    self.decimalMark = decimalMark
  }

  /// How the project's tables are to be read.
  public func readingOptions(personSecret: [UInt8]) -> ReadingOptions {
    ReadingOptions(
      decimalMark: decimalMark, country: description.neighbourhood.country,
      currency: description.currency, personSecret: personSecret)
  }
}
