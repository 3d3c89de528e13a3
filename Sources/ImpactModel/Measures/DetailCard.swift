/// The card of a detail: rows that a module gives beside a measure, for other programs to read.
///
/// A detail travels in the XML in a namespace of the module, under a schema that is generated from
/// the card. It is no figure: it has no identifier, and people read the measure and its breakdowns.
public struct DetailCard: Sendable, Hashable, Codable {
  /// One segment, unique in the module, which is also the name of its element.
  public let id: String
  /// What readers see.
  public let title: Text
  /// What a row stands for, in one sentence.
  public let summary: Text
  /// The columns, in the order in which they are written.
  public let columns: [DetailColumn]

  /// Declares a detail.
  public init(_ id: String, _ title: Text, summary: Text, columns: [DetailColumn]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.columns = columns
  }
}

/// A column of a detail.
public struct DetailColumn: Sendable, Hashable, Codable {
  /// What the values of a column are; there is no kind for people, who never leave in an export.
  public enum Kind: Sendable, Hashable, Codable {
    /// Any text.
    case text
    /// A segment: the identifier of a row, or of something of the module's own.
    case identifier
    /// A whole number.
    case integer
    /// A finite number; a percentage is a fraction.
    case number
    /// A day.
    case day
    /// Yes or no.
    case yesNo
    /// One of a closed list, by its identifier.
    case choice([ChoiceOption])
  }

  /// One segment, unique in the detail, which is also the name of its element.
  public let id: String
  /// What readers of the schema see.
  public let label: Text
  /// What the values are.
  public let kind: Kind
  /// What a number counts.
  public let unit: Unit?
  /// Whether each row has a value.
  public let isRequired: Bool

  /// Declares a column.
  public init(
    _ id: String, _ label: Text, _ kind: Kind, unit: Unit? = nil, isRequired: Bool = true
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
  }
}
