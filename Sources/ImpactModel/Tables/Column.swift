/// One declared column: what it holds, how it is called, what it allows.
public struct ColumnCard: Sendable, Hashable, Codable {
  /// The property's name in lower case with underscores: `dropOff` is `drop_off`.
  public let id: String
  /// The heading that readers see.
  public let label: Text
  /// What to fill in, in one sentence.
  public let help: Text?
  /// What the cells hold.
  public let type: ColumnType
  /// What a number counts.
  public let unit: Unit?
  /// Whether a cell must be filled in.
  public let isRequired: Bool
  /// Whether a number may have a range.
  public let allowsRange: Bool
  /// The lowest and the highest value allowed, in the column's own unit; percentages as fractions.
  public let bounds: ClosedRange<Double>?
  /// An example of a cell, as a lead would type it.
  public let example: String?
  /// Other headings under which files carry this column.
  public let aliases: [String]

  /// Makes a card.
  public init(
    id: String, label: Text, help: Text?, type: ColumnType, unit: Unit?, isRequired: Bool,
    allowsRange: Bool, bounds: ClosedRange<Double>?, example: String?, aliases: [String]
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.type = type
    self.unit = unit
    self.isRequired = isRequired
    self.allowsRange = allowsRange
    self.bounds = bounds
    self.example = example
    self.aliases = aliases
  }
}

/// A column of a table row: declares the column, and holds the row's value after reading.
///
/// An optional type allows an empty cell; `Estimate` allows a range. The property's name is the
/// column's identifier; renaming it takes an alias.
@propertyWrapper
public struct Column<Value: ColumnValue>: Decodable, Sendable {
  private enum Content: Sendable {
    case declaration(ColumnCard)
    case value(Value)
  }

  private let content: Content

  /// Declares a column.
  ///
  /// - Parameters:
  ///   - english: the heading in English.
  ///   - dutch: the heading in Dutch.
  ///   - unit: what a number counts; a percentage or money unit also sets how text is read.
  ///   - bounds: the lowest and the highest value allowed; percentages as fractions.
  ///   - references: for a `RowID`, the table whose row is meant; without it the column is the
  ///     identifier of its own row.
  ///   - help: what to fill in, in one sentence.
  ///   - example: an example of a cell.
  ///   - aliases: other headings under which files carry this column.
  public init(
    _ english: String, nl dutch: String, unit: Unit? = nil, bounds: ClosedRange<Double>? = nil,
    references: String? = nil, help: Text? = nil, example: String? = nil, aliases: [String] = []
  ) {
    self.init(
      Text(english, nl: dutch), unit: unit, bounds: bounds, references: references, help: help,
      example: example, aliases: aliases)
  }

  private init(
    _ label: Text, unit: Unit?, bounds: ClosedRange<Double>?, references: String?, help: Text?,
    example: String?, aliases: [String]
  ) {
    let type = references.map { ColumnType.reference(table: $0) } ?? Value.columnType(unit: unit)
    content = .declaration(
      ColumnCard(
        id: "", label: label, help: help, type: type, unit: unit,
        isRequired: !Value.allowsAbsence, allowsRange: Value.allowsRange, bounds: bounds,
        example: example, aliases: aliases))
  }

  /// Declares a column of a module from outside whose heading exists in English only.
  public init(
    englishOnly english: String, unit: Unit? = nil, bounds: ClosedRange<Double>? = nil,
    references: String? = nil, help: Text? = nil, example: String? = nil, aliases: [String] = []
  ) {
    self.init(
      Text(englishOnly: english), unit: unit, bounds: bounds, references: references, help: help,
      example: example, aliases: aliases)
  }

  /// Stops a column without its Dutch, with a sentence that says what to write.
  @available(*, unavailable, message: "write the Dutch as well: @Column(\"…\", nl: \"…\")")
  public init(
    _ english: String, unit: Unit? = nil, bounds: ClosedRange<Double>? = nil,
    references: String? = nil, help: Text? = nil, example: String? = nil, aliases: [String] = []
  ) {
    self.init(
      english, nl: english, unit: unit, bounds: bounds, references: references, help: help,
      example: example, aliases: aliases)
  }

  /// Decodes the value of a checked cell.
  public init(from decoder: any Decoder) throws {
    guard let cell = (decoder as? CellDecoder)?.cell, let value = Value.decode(cell) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a cell of this column"))
    }
    content = .value(value)
  }

  /// The row's value.
  ///
  /// Only a decoded row has one; the bare declaration is made by `TableDeclaration` alone, which
  /// never reads it.
  public var wrappedValue: Value {
    switch content {
    case .value(let value): return value
    case .declaration(let card):
      preconditionFailure("column \(card.label.english): a declaration holds no value")
    }
  }
}

extension Column: ColumnDeclaring {
  func card(id: String) -> ColumnCard? {
    guard case .declaration(let card) = content else { return nil }
    return ColumnCard(
      id: id, label: card.label, help: card.help, type: card.type, unit: card.unit,
      isRequired: card.isRequired, allowsRange: card.allowsRange, bounds: card.bounds,
      example: card.example, aliases: card.aliases)
  }
}

/// What `TableDeclaration` finds in the properties of a row.
protocol ColumnDeclaring {
  func card(id: String) -> ColumnCard?
}
