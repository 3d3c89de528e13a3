/// What a cell that was read holds.
public enum ReadValue: Sendable, Hashable {
  /// Nothing.
  case empty
  /// A text: paragraphs and line breaks as new lines, its styles left out.
  case text(String)
  /// A number.
  case number(Double)
  /// A fraction that is shown as a percentage: 0.25 is 25 %.
  case percentage(Double)
  /// An amount with the code of its currency, `nil` where the file names none.
  case currency(Double, code: String?)
  /// A day, with a time of day or without.
  case date(ReadDate)
  /// A length of time or a time of day, in seconds.
  case time(Double)
  /// True or false.
  case boolean(Bool)
  /// An error as it is shown: `#DIV/0!`.
  case error(String)
  /// A value that does not follow its type, as it stands in the file: a date `2025-02-30`.
  case unreadable(String)
}

/// A day of the Gregorian calendar, with a time of day or without.
public struct ReadDate: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day, from 1.
  public let day: Int
  /// The seconds since midnight, `nil` where the file has no time.
  public let seconds: Double?

  /// Makes a day.
  public init(year: Int, month: Int, day: Int, seconds: Double? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.seconds = seconds
  }
}

/// A cell that was read, with its place in the row.
public struct ReadCell: Sendable, Hashable {
  /// The column, from 1.
  public let column: Int
  /// What it holds; of a formula the result when the file was saved.
  public let value: ReadValue
  /// What it shows, in the form of the document's language; empty where nothing was saved.
  public let text: String
  /// The formula without `of:=`; of another formula language whole, with its prefix.
  public let formula: String?
  /// The text of its comment.
  public let comment: String?
  /// Whether a merged cell lies over it, so that nobody sees it.
  public let isCovered: Bool

  /// Makes a cell.
  public init(
    column: Int, value: ReadValue, text: String, formula: String? = nil, comment: String? = nil,
    isCovered: Bool = false
  ) {
    self.column = column
    self.value = value
    self.text = text
    self.formula = formula
    self.comment = comment
    self.isCovered = isCovered
  }
}

/// A row that was read: its cells that hold something, left to right.
public struct ReadRow: Sendable, Hashable {
  /// The number of the row, from 1.
  public let number: Int
  /// Whether it is hidden or filtered out.
  public let isHidden: Bool
  /// The cells that hold a value, a formula or a comment, by column.
  public let cells: [ReadCell]

  /// Makes a row.
  public init(number: Int, isHidden: Bool = false, cells: [ReadCell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// The cell in a column, from 1, or `nil` where it is empty.
  public subscript(column: Int) -> ReadCell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    guard low < cells.count, cells[low].column == column else { return nil }
    return cells[low]
  }

  /// The address of a cell of this row.
  public func address(of cell: ReadCell) -> CellAddress {
    CellAddress(column: cell.column, row: number)
  }
}

/// A sheet that was read, before its rows.
public struct ReadSheet: Sendable, Hashable {
  /// The name on its tab.
  public let name: String
  /// Its place in the document, from 1.
  public let number: Int
  /// Whether its tab is hidden.
  public let isHidden: Bool
  /// The columns that are hidden or filtered out, from 1, in order.
  public let hiddenColumns: [ClosedRange<Int>]

  /// Makes a sheet.
  public init(
    name: String, number: Int, isHidden: Bool = false, hiddenColumns: [ClosedRange<Int>] = []
  ) {
    self.name = name
    self.number = number
    self.isHidden = isHidden
    self.hiddenColumns = hiddenColumns
  }

  /// Whether a column, from 1, is hidden.
  public func hidesColumn(_ column: Int) -> Bool {
    hiddenColumns.contains { $0.contains(column) }
  }
}

/// A name for cells, as formulas use it.
public struct ReadName: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The sheet that the name belongs to, `nil` where it holds in the whole document.
  public let scope: String?
  /// The cells that it stands for, or `nil` where that is no range on one sheet.
  public let range: ReadRange?

  /// Makes a name.
  public init(name: String, scope: String? = nil, range: ReadRange?) {
    self.name = name
    self.scope = scope
    self.range = range
  }
}

/// A range of cells on one sheet.
public struct ReadRange: Sendable, Hashable {
  /// The sheet.
  public let sheet: String
  /// The first cell.
  public let first: CellAddress
  /// The last cell, the same as the first for a range of one.
  public let last: CellAddress

  /// Makes a range.
  public init(sheet: String, first: CellAddress, last: CellAddress) {
    self.sheet = sheet
    self.first = first
    self.last = last
  }
}
