import LibXML2

/// Takes the rows of one sheet and writes them out as they come.
public struct SheetRows {
  /// The most rows that spreadsheets hold.
  public static let maximumRows = 1_048_576

  private let content: ContentStream
  private let sheet: String
  private let columns: Int
  private let headingRows: ClosedRange<Int>?
  private var isInHeading = false

  /// The number of the row that is written next, from 1.
  public private(set) var nextRow = 1

  init(_ sheet: Sheet, content: ContentStream) {
    self.content = content
    self.sheet = sheet.name
    columns = sheet.columnWidths.count
    headingRows = sheet.headingRows
  }

  /// Writes a row.
  ///
  /// - Throws: `SpreadsheetError` where a cell cannot be written, and errors of the file.
  public mutating func row(_ cells: [Cell]) throws {
    guard nextRow <= SheetRows.maximumRows else {
      throw SpreadsheetError(.rowCount, sheet: sheet)
    }
    guard cells.count <= columns else {
      let cell = CellAddress(column: columns + 1, row: nextRow)
      throw SpreadsheetError(.cellsBeyondColumns(cells.count), sheet: sheet, cell: cell)
    }
    try switchHeading()
    try content.xml.start("table:table-row", ["table:style-name": "row"])
    try writeCells(cells)
    content.xml.end()
    nextRow += 1
    try content.flush()
  }

  /// Writes an empty row.
  public mutating func emptyRow() throws { try row([]) }

  /// Closes what is open; a table without rows is not valid and gets an empty one.
  mutating func finish() throws {
    if nextRow == 1 { try emptyRow() }
    if isInHeading { content.xml.end() }
  }

  private mutating func switchHeading() throws {
    let belongs = headingRows?.contains(nextRow) ?? false
    if belongs, !isInHeading { try content.xml.start("table:table-header-rows") }
    if !belongs, isInHeading { content.xml.end() }
    isInHeading = belongs
  }

  private mutating func writeCells(_ cells: [Cell]) throws {
    var empty = 0
    for (index, cell) in cells.enumerated() {
      if cell == .empty {
        empty += 1
        continue
      }
      try writeEmpty(empty)
      empty = 0
      try write(cell, at: CellAddress(column: index + 1, row: nextRow))
    }
    if empty == cells.count { try content.xml.element("table:table-cell") }
  }

  private func writeEmpty(_ count: Int) throws {
    guard count > 0 else { return }
    try content.xml.element(
      "table:table-cell", ["table:number-columns-repeated": count > 1 ? String(count) : nil])
  }

  private func write(_ cell: Cell, at address: CellAddress) throws {
    do {
      try content.write(cell)
    } catch let error as XMLWriterError {
      throw SpreadsheetError(.controlCharacter(error.character), sheet: sheet, cell: address)
    } catch let error as SpreadsheetError {
      throw SpreadsheetError(error.problem, sheet: sheet, cell: address)
    }
    if let name = cell.name { try content.names.add(name, address, on: sheet) }
  }
}
