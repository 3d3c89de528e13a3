/// What holds for all cells of a range, those that are still empty among them.
public struct SheetArea: Sendable, Hashable {
  /// The cells.
  public var range: CellRange
  /// What its empty cells are for; cells that are written keep their own role.
  public var role: CellRole?
  /// How what is typed into its cells is shown; numbers that are written keep their own form.
  public var format: CellFormat?
  /// What may be typed into its cells.
  public var validation: Validation?
  /// How its cells look under a condition; the first that is met counts.
  public var highlights: [Highlight]

  /// Describes an area.
  public init(
    _ range: CellRange, role: CellRole? = nil, format: CellFormat? = nil,
    validation: Validation? = nil, highlights: [Highlight] = []
  ) {
    self.range = range
    self.role = role
    self.format = format
    self.validation = validation
    self.highlights = highlights
  }
}

/// How a cell shows what is typed into it.
public enum CellFormat: Sendable, Hashable {
  /// As it was typed: `007` stays `007`.
  case text
  /// A number with a fixed number of decimals and grouped thousands.
  case number(decimals: Int)
  /// A percentage: 20 becomes 20 %.
  case percentage(decimals: Int)
  /// An amount of a currency, by its ISO 4217 code.
  case currency(code: String, decimals: Int)
  /// A day of the calendar.
  case date
}

/// How a cell looks while a condition is met.
public struct Highlight: Sendable, Hashable {
  /// When a cell is highlighted.
  public enum Condition: Sendable, Hashable {
    /// Its number is above a bound.
    case above(Double)
    /// Its number is below a bound.
    case below(Double)
    /// Its number lies between two bounds, or is one of them.
    case between(Double, Double)
    /// A formula gives true; its references move with the cell, from the first one of the area.
    case formula(OpenFormula)
  }

  /// How it looks; each look differs by more than its colour.
  public enum Look: String, Sendable, Hashable, CaseIterable {
    /// As it should be: green, in italics.
    case good = "Good"
    /// To be looked at: brown, underlined.
    case warning = "Warning"
    /// Wrong: red, in bold.
    case bad = "Bad"
  }

  /// When a cell is highlighted.
  public var condition: Condition
  /// How it looks.
  public var look: Look

  /// Describes a highlight.
  public init(_ condition: Condition, _ look: Look) {
    self.condition = condition
    self.look = look
  }
}
