/// What may be typed into a cell, and what is said before and after.
public struct Validation: Sendable, Hashable {
  /// What is allowed.
  public enum Rule: Sendable, Hashable {
    /// A whole number, from a least to a largest; `nil` for no bound.
    case wholeNumber(least: Int?, largest: Int?)
    /// A number, from a least to a largest; `nil` for no bound.
    case number(least: Double?, largest: Double?)
    /// A day, from a first to a last; `nil` for no bound.
    case date(first: ReadDate?, last: ReadDate?)
    /// One of some texts, chosen from a list.
    case list([String])
    /// One of the texts in a range of cells, chosen from a list.
    case cells(CellRange, sheet: String)
    /// A text of at most so many characters.
    case textLength(Int)
    /// What makes a formula true; its references move with the cell, from the first of the area.
    case formula(OpenFormula)
  }

  /// What happens when something else is typed.
  public enum Strictness: String, Sendable, Hashable {
    /// It is refused.
    case refuse = "stop"
    /// It is kept after a warning.
    case warn = "warning"
  }

  /// A title and a text, shown beside the cell or in a box.
  public struct Message: Sendable, Hashable {
    /// The title.
    public var title: String
    /// The text; new lines are paragraphs.
    public var text: String

    /// Makes a message.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// What is allowed.
  public var rule: Rule
  /// Whether the cell may stay empty.
  public var allowsEmpty: Bool
  /// What is said when the cell is chosen.
  public var help: Message?
  /// What is said when something else is typed.
  public var error: Message
  /// What happens when something else is typed.
  public var strictness: Strictness

  /// Describes a validation; a person who is refused something must be told why.
  public init(
    _ rule: Rule, allowsEmpty: Bool = true, help: Message? = nil, error: Message,
    strictness: Strictness = .refuse
  ) {
    self.rule = rule
    self.allowsEmpty = allowsEmpty
    self.help = help
    self.error = error
    self.strictness = strictness
  }
}
