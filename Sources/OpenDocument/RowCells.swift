/// Takes the cells of one row, left to right, and writes them as they come.
///
/// ```swift
/// try rows.row { cells in
///   try cells.text("Rent")
///   try cells.number(1_250.5, decimals: 2)
/// }
/// ```
public struct RowCells {
  private let content: ContentStream
  private let sheet: String
  private let row: Int
  private let columns: Int
  private let keepsCells: Bool
  private var empty = 0

  /// The column of the next cell, from 1.
  public private(set) var nextColumn = 1
  /// The cells of a row in which areas or charts stand; those need the whole row.
  private(set) var kept: [Cell] = []

  init(_ content: ContentStream, sheet: String, row: Int, columns: Int, keepsCells: Bool) {
    self.content = content
    self.sheet = sheet
    self.row = row
    self.columns = columns
    self.keepsCells = keepsCells
  }

  /// Adds a text.
  ///
  /// - Throws: `SpreadsheetError`, as all of these do, with the place of the cell.
  public mutating func text(_ text: String, _ role: CellRole = .plain) throws {
    var copy = text
    try copy.withUTF8 { try self.text(utf8: $0, role) }
  }

  /// Adds a text in UTF-8, as it stands in a file; what is no UTF-8 becomes U+FFFD.
  public mutating func text(
    utf8 bytes: UnsafeBufferPointer<UInt8>, _ role: CellRole = .plain
  ) throws {
    if keepsCells { return try keep(.text(String(decoding: bytes, as: UTF8.self), role)) }
    try begin()
    try placed { writer in try writer.write(text: bytes, role) }
  }

  /// Adds a number with a fixed number of decimals and grouped thousands, or as it is without.
  public mutating func number(
    _ value: Double, decimals: Int? = nil, _ role: CellRole = .plain
  ) throws {
    if keepsCells { return try keep(Cell(.number(value, decimals: decimals), role)) }
    try begin()
    try placed { writer in try writer.write(number: value, decimals: decimals, role) }
  }

  /// Adds a day of the Gregorian calendar.
  public mutating func date(
    year: Int, month: Int, day: Int, _ role: CellRole = .plain
  ) throws {
    try add(.date(year: year, month: month, day: day), role)
  }

  /// Adds a value of any type.
  public mutating func value(_ value: CellContent, _ role: CellRole = .plain) throws {
    switch value {
    case .text(let text): try self.text(text, role)
    case .empty: try cell(Cell(.empty, role))
    default: try add(value, role)
    }
  }

  /// Adds a cell with all that it may have: a formula, a name, a comment, a link.
  public mutating func cell(_ cell: Cell) throws {
    if keepsCells { return try keep(cell) }
    if cell.isEmpty { return try skip() }
    try begin()
    let (sheet, row, column) = (sheet, row, nextColumn - 1)
    try content.cells.write(cell, sheet: sheet, column: column, row: row)
  }

  /// Leaves columns empty.
  public mutating func skip(_ count: Int = 1) throws {
    if keepsCells {
      for _ in 0..<max(0, count) { try keep(.empty) }
      return
    }
    empty += max(0, count)
    nextColumn += max(0, count)
    try checkColumns()
  }

  /// Writes what is left of the row.
  mutating func finish() throws {
    // A row without a cell is not valid.
    if nextColumn == empty + 1 { try content.cells.writeEmpty(1) }
  }

  @inline(__always)
  private mutating func add(_ value: CellContent, _ role: CellRole) throws {
    if keepsCells { return try keep(Cell(value, role)) }
    try begin()
    try placed { writer in try writer.write(value, role) }
  }

  private mutating func keep(_ cell: Cell) throws {
    nextColumn += 1
    try checkColumns()
    kept.append(cell)
  }

  @inline(__always)
  private mutating func begin() throws {
    nextColumn += 1
    try checkColumns()
    guard empty > 0 else { return }
    try content.cells.writeEmpty(empty)
    empty = 0
  }

  private func checkColumns() throws {
    guard nextColumn > columns + 1 else { return }
    throw SpreadsheetError(
      .cellsBeyondColumns(nextColumn - 1), sheet: sheet,
      cell: CellAddress(column: columns + 1, row: row))
  }

  /// Gives errors the place of the cell.
  @inline(__always)
  private func placed(_ work: (inout CellWriter) throws -> Void) throws {
    do {
      try work(&content.cells)
    } catch let error as SpreadsheetError {
      throw SpreadsheetError(
        error.problem, sheet: sheet, cell: CellAddress(column: nextColumn - 1, row: row))
    }
  }
}
