/// The rows of a detail, under its card.
public struct Detail: Sendable, Hashable, Codable {
  /// A value of a row.
  public enum Value: Sendable, Hashable, Codable {
    /// No value.
    case absent
    /// A text, an identifier, or the identifier of a choice.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// A day.
    case day(Day)
    /// Yes or no.
    case yesNo(Bool)
  }

  /// One row.
  public struct Row: Sendable, Hashable, Codable {
    /// The values, in the order of the columns.
    public let values: [Value]
    /// How many people stand behind the row, where it is about people.
    public let people: Int?

    /// Makes a row.
    public init(_ values: [Value], people: Int? = nil) {
      self.values = values
      self.people = people
    }
  }

  /// What the rows are.
  public let card: DetailCard
  /// The rows.
  public let rows: [Row]

  /// Puts rows under a card; `faults` says where they do not fit.
  public init(_ card: DetailCard, rows: [Row]) {
    self.card = card
    self.rows = rows
  }

  /// What does not fit the card, in one sentence each for the module's author, at most ten.
  public var faults: [String] {
    var faults: [String] = []
    for (index, row) in rows.enumerated() where faults.count < 10 {
      guard row.values.count == card.columns.count else {
        faults.append(
          "row \(index + 1) of the detail “\(card.id)” has \(row.values.count) values and the card "
            + "\(card.columns.count) columns")
        continue
      }
      for (value, column) in zip(row.values, card.columns) where !column.allows(value) {
        faults.append(
          "row \(index + 1) of the detail “\(card.id)” has a value of “\(column.id)” that its "
            + "card does not allow")
      }
    }
    return Array(faults.prefix(10))
  }
}

extension DetailColumn {
  /// Tells whether a value is one of the column's kind.
  public func allows(_ value: Detail.Value) -> Bool {
    switch (kind, value) {
    case (_, .absent): !isRequired
    case (.text, .text(let text)): !text.isEmpty
    case (.identifier, .text(let text)): FigureID.isSegment(text)
    case (.choice(let options), .text(let text)): options.contains { $0.id == text }
    case (.number, .number(let number)): number.isFinite
    case (.integer, .integer), (.day, .day), (.yesNo, .yesNo): true
    default: false
    }
  }
}
