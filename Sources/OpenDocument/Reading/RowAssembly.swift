/// Lays the cells of a sheet at their places, repeats laid out.
struct RowAssembly {
  private let limits: ReadingLimits
  private var cells: [ReadCell] = []
  private var bytes = 0
  private var repeatedCells = 0
  private var rowRepeats = 1
  private var isHidden = false

  /// The number of the row that is being read, from 1.
  private(set) var row = 1
  /// The column of the next cell, from 1.
  private(set) var column = 1

  init(_ limits: ReadingLimits) { self.limits = limits }

  /// Begins a sheet.
  mutating func beginSheet() { row = 1 }

  /// Begins a row that stands for one or several.
  mutating func beginRow(repeats: Int, isHidden: Bool) {
    column = 1
    rowRepeats = repeats
    self.isHidden = isHidden
    cells.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// Adds a cell at its column, or empty ones for `nil`, as often as it repeats.
  mutating func add(_ cell: ReadCell?, repeats: Int) throws(SpreadsheetReadError) {
    guard let cell else {
      // Behind the last column that anything may be in, the exact place no longer matters.
      column = min(column + repeats, ValueText.largestCount)
      return
    }
    guard column + repeats - 1 <= limits.columns else {
      throw SpreadsheetReadError(.columns(limit: limits.columns))
    }
    try count(repeats - 1)
    bytes += cell.bytes
    guard bytes <= limits.rowBytes else {
      throw SpreadsheetReadError(.rowBytes(limit: limits.rowBytes))
    }
    cells.append(cell)
    column += 1
    for _ in 1..<repeats {
      cells.append(cell.at(column: column))
      column += 1
    }
  }

  /// Checks whether the row may be handed over as often as it repeats.
  mutating func checkRow() throws(SpreadsheetReadError) {
    guard !cells.isEmpty else { return }
    guard row + rowRepeats - 1 <= limits.rows else {
      throw SpreadsheetReadError(.rows(limit: limits.rows))
    }
    try count((rowRepeats - 1) * cells.count)
  }

  /// Ends a row that was checked, and hands it over as often as it repeats, unless it is empty.
  mutating func endRow(_ take: (ReadRow) throws -> Void) throws {
    guard !cells.isEmpty else {
      row = min(row + rowRepeats, ValueText.largestCount)
      return
    }
    for _ in 0..<rowRepeats {
      try take(ReadRow(number: row, isHidden: isHidden, cells: cells))
      row += 1
    }
  }

  private mutating func count(_ more: Int) throws(SpreadsheetReadError) {
    guard more <= limits.repeatedCells - repeatedCells else {
      throw SpreadsheetReadError(.repeatedCells(limit: limits.repeatedCells))
    }
    repeatedCells += more
  }
}

extension ReadCell {
  fileprivate var bytes: Int {
    text.utf8.count + (formula?.utf8.count ?? 0) + (comment?.utf8.count ?? 0) + hiddenBytes
  }

  /// The bytes of a value that is not the text that the cell shows.
  private var hiddenBytes: Int {
    switch value {
    case .text(let text), .error(let text), .unreadable(let text):
      text == self.text ? 0 : text.utf8.count
    case .currency(_, let code): code?.utf8.count ?? 0
    default: 0
    }
  }

  fileprivate func at(column: Int) -> ReadCell {
    ReadCell(
      column: column, value: value, text: text, formula: formula, comment: comment,
      isCovered: isCovered)
  }
}
