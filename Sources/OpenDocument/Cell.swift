/// What a cell holds, and with it how the value is shown.
///
/// The type decides the number format, so that no amount or percentage can be written without one.
public enum CellContent: Sendable, Hashable {
  /// Nothing.
  case empty
  /// A text; line breaks become paragraphs.
  case text(String)
  /// A number with a fixed number of decimals and grouped thousands, or as it is without.
  case number(Double, decimals: Int? = nil)
  /// A fraction that is shown as a percentage: 0.25 is 25 %.
  case percentage(Double, decimals: Int = 0)
  /// An amount of a currency, by its ISO 4217 code.
  case currency(Double, code: String, decimals: Int = 2)
  /// A day of the Gregorian calendar.
  case date(year: Int, month: Int, day: Int)
  /// A day with a time of day, in seconds since midnight.
  case moment(year: Int, month: Int, day: Int, seconds: Double)
  /// A length of time or a time of day, in seconds.
  case time(Double)
  /// True or false.
  case boolean(Bool)
}

/// What a cell is for, and with it how it looks.
public enum CellRole: String, Sendable, Hashable, CaseIterable {
  /// An ordinary cell.
  case plain = "Plain"
  /// The title of a sheet.
  case title = "Title"
  /// The title of a section of a sheet.
  case section = "Section"
  /// The heading of a column of texts.
  case heading = "Heading"
  /// The heading of a column of numbers.
  case numberHeading = "Number_heading"
  /// A value that readers may change.
  case input = "Input"
  /// A longer text that readers may change, in wrapped lines.
  case inputText = "Input_text"
  /// A total or a key figure.
  case total = "Total"
  /// A remark, in wrapped lines.
  case note = "Note"
  /// A text in wrapped lines.
  case wrapped = "Wrapped"
  /// A warning that nobody may overlook.
  case stamp = "Stamp"
  /// A value that cannot be so: red, in bold.
  case wrong = "Wrong"
  /// A value to be looked at: brown, underlined.
  case doubtful = "Doubtful"
  /// A value about which something is to be said.
  case remarked = "Remarked"
  /// A bar of blocks beside a number, in a quiet colour.
  case bar = "Bar"
}

/// One cell of a row.
public struct Cell: Sendable, Hashable {
  /// What it holds; for a formula, the value that it had when the file was written.
  public var value: CellContent
  /// What it is for.
  public var role: CellRole
  /// The formula that gives the value.
  public var formula: OpenFormula?
  /// The name under which formulas of the whole workbook know the cell: `sroi.ratio`.
  public var name: String?
  /// A comment, shown when somebody points at the cell; new lines are paragraphs.
  public var comment: String?
  /// Where the text of the cell leads; a number cannot lead anywhere.
  public var link: LinkTarget?

  /// Makes a cell with a value.
  public init(_ value: CellContent, _ role: CellRole = .plain, name: String? = nil) {
    self.value = value
    self.role = role
    self.name = name
  }

  /// Makes a cell with a formula and the value that the formula gives.
  public init(
    _ formula: OpenFormula, gives value: CellContent, _ role: CellRole = .plain, name: String? = nil
  ) {
    self.value = value
    self.role = role
    self.formula = formula
    self.name = name
  }

  /// Makes a cell with a text.
  public static func text(_ text: String, _ role: CellRole = .plain) -> Cell {
    Cell(.text(text), role)
  }

  /// Makes a cell with a text that leads somewhere.
  public static func link(_ text: String, to target: LinkTarget, _ role: CellRole = .plain) -> Cell
  {
    var cell = Cell(.text(text), role)
    cell.link = target
    return cell
  }

  /// Makes the same cell with a comment.
  public func commented(_ comment: String) -> Cell {
    var cell = self
    cell.comment = comment
    return cell
  }

  /// An empty cell.
  public static let empty = Cell(.empty)

  /// Whether the cell is as if nobody had written it.
  var isEmpty: Bool {
    guard case .empty = value else { return false }
    return role == .plain && formula == nil && name == nil && comment == nil
  }
}
