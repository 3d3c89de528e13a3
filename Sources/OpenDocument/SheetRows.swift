/// Takes the rows of one sheet and writes them out as they come.
public struct SheetRows {
  /// The most rows that spreadsheets hold.
  public static let maximumRows = 1_048_576

  private let content: ContentStream
  private let sheet: String
  private let columns: Int
  private let headingRows: ClosedRange<Int>?
  private let placement: SheetPlacement
  private var isInHeading = false

  /// The number of the row that is written next, from 1.
  public private(set) var nextRow = 1

  init(_ sheet: Sheet, placement: SheetPlacement, content: ContentStream) {
    self.content = content
    self.sheet = sheet.name
    self.placement = placement
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
    try writeRow(cells, repeats: 1)
  }

  /// Writes an empty row.
  public mutating func emptyRow() throws { try row([]) }

  /// Writes what stands below the last row, and closes what is open.
  ///
  /// A table without rows is not valid and gets an empty one.
  mutating func finish() throws {
    while nextRow <= placement.lastRow {
      try writeRow([], repeats: placement.alike(from: nextRow))
    }
    if nextRow == 1 { try emptyRow() }
    if isInHeading { content.markup.append("</table:table-header-rows>") }
  }

  private mutating func writeRow(_ cells: [Cell], repeats: Int) throws {
    let repeats = switchHeading(atMost: repeats)
    content.markup.append("<table:table-row table:style-name=\"row\"")
    if repeats > 1 {
      content.markup.append(" table:number-rows-repeated=\"")
      content.markup.whole(repeats)
      content.markup.append("\"")
    }
    content.markup.append(">")
    if let here = placement.row(nextRow) {
      try writeCells(cells, here)
    } else {
      try writeCells(cells)
    }
    content.markup.append("</table:table-row>")
    nextRow += repeats
    try content.flush()
  }

  /// Opens or closes the headings, and says how many alike rows stay on this side of their edges.
  private mutating func switchHeading(atMost count: Int) -> Int {
    guard let headingRows else { return count }
    let belongs = headingRows.contains(nextRow)
    if belongs, !isInHeading { content.markup.append("<table:table-header-rows>") }
    if !belongs, isInHeading { content.markup.append("</table:table-header-rows>") }
    isInHeading = belongs
    let edges = [headingRows.lowerBound, headingRows.upperBound + 1].filter { $0 > nextRow }
    return min(count, (edges.min() ?? .max) - nextRow)
  }

  private func writeCells(_ cells: [Cell]) throws {
    var empty = 0
    for (index, cell) in cells.enumerated() {
      if cell.isEmpty {
        empty += 1
        continue
      }
      try content.writeEmpty(empty)
      empty = 0
      try write(cell, column: index + 1, area: nil, frames: [])
    }
    if empty == cells.count { try content.writeEmpty(1) }
  }

  /// Writes a row in which areas or charts stand.
  private func writeCells(_ cells: [Cell], _ here: SheetPlacement) throws {
    var empty: (count: Int, area: PlacedArea?) = (0, nil)
    for column in 1...max(cells.count, here.lastColumn) {
      let cell = cells.indices.contains(column - 1) ? cells[column - 1] : .empty
      let area = here.area(column)
      let frames = here.frames(column)
      if cell.isEmpty, frames.isEmpty {
        if empty.area?.number != area?.number {
          try content.writeEmpty(empty.count, in: empty.area)
          empty = (0, area)
        }
        empty.count += 1
        continue
      }
      try content.writeEmpty(empty.count, in: empty.area)
      empty = (0, nil)
      try write(cell, column: column, area: area, frames: frames)
    }
    try content.writeEmpty(empty.count, in: empty.area)
  }

  private func write(
    _ cell: Cell, column: Int, area: PlacedArea?, frames: [[UInt8]]
  ) throws {
    do {
      try content.write(cell, in: area, frames: frames)
      if let name = cell.name {
        try content.names.add(name, CellAddress(column: column, row: nextRow), on: sheet)
      }
    } catch let error as SpreadsheetError {
      throw SpreadsheetError(
        error.problem, sheet: sheet, cell: CellAddress(column: column, row: nextRow))
    }
  }
}
