import ImpactModel

/// What `project.yaml` says: the project itself, and how its tables are written.
public struct Settings: Sendable, Hashable {
  /// The discount rate as a column: a percentage per year, at most 25 %.
  public static let discountRate = ColumnCard(
    id: "discount_rate", label: Text("Discount rate", nl: "Discontovoet"), help: nil,
    type: .percentage, unit: .percent, isRequired: true, allowsRange: false, bounds: 0...0.25,
    example: nil, aliases: [])

  /// The project.
  public let description: ProjectDescription
  /// The decimal mark of all tables, or `nil` where each column must prove its own.
  public let decimalMark: DecimalMark?
  /// From what source spending is taken, and how.
  public let books: BooksSettings
  /// Under which licence a file of the project may be passed on, in the author's words, by the
  /// path of the file from the project.
  public let licences: [String: String]

  /// Makes settings; without any about books the only kind of source that is there counts.
  public init(
    description: ProjectDescription, decimalMark: DecimalMark?, books: BooksSettings? = nil,
    licences: [String: String] = [:]
  ) {
    self.description = description
    self.decimalMark = decimalMark
    self.licences = licences
    self.books =
      books ?? BooksSettings(own: BooksSettings.Organisation(name: description.organisation))
  }

  /// How the project's tables are to be read.
  ///
  /// The project's own identifier is part of the key of persons, so that a project that begins as a
  /// copy of another one, with its secret, has other codes for the same people.
  public func readingOptions(personSecret: [UInt8]) -> ReadingOptions {
    ReadingOptions(
      decimalMark: decimalMark, country: description.neighbourhood.country,
      currency: description.currency, personSecret: personSecret + Array(description.id.utf8))
  }
}
