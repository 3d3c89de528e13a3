/// Takes the rows of one sheet and writes them out as they come.
public struct SheetRows {
  /// The most rows that spreadsheets hold.
  public static let maximumRows = 1_048_576

  private let content: ContentStream
  private let sheet: String
  private let columns: Int
  private let headingRows: ClosedRange<Int>?
  private let placement: SheetPlacement
  private let pageBreaks: Set<Int>
  private var isInHeading = false

  /// The number of the row that is written next, from 1.
  public private(set) var nextRow = 1

  init(_ sheet: Sheet, placement: SheetPlacement, content: ContentStream) {
    self.content = content
    self.sheet = sheet.name
    self.placement = placement
    pageBreaks = sheet.pageBreaks
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

  /// Writes a row whose cells are handed over one by one, straight into bytes.
  ///
  /// It makes no `Cell`, which takes most of the time of a sheet of millions. It writes the same as
  /// `row(_:)` with the same values.
  ///
  /// - Throws: as `row(_:)` does, and what `fill` throws.
  public mutating func row(_ fill: (inout RowCells) throws -> Void) throws {
    guard nextRow <= SheetRows.maximumRows else {
      throw SpreadsheetError(.rowCount, sheet: sheet)
    }
    let place = placement.row(nextRow)
    _ = switchHeading(atMost: 1)
    var cells = RowCells(
      content, sheet: sheet, row: nextRow, columns: columns, keepsCells: place != nil)
    if place == nil { content.cells.beginRow(1) }
    try fill(&cells)
    if let place {
      try content.cells.writeRow(cells.kept, sheet: sheet, row: nextRow, 1, place)
    } else {
      try cells.finish()
      content.cells.endRow()
    }
    nextRow += 1
    try content.flush()
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
    if isInHeading { content.cells.markup.append("</table:table-header-rows>") }
  }

  private mutating func writeRow(_ cells: [Cell], repeats: Int) throws {
    let repeats = switchHeading(atMost: repeats)
    try content.cells.writeRow(
      cells, sheet: sheet, row: nextRow, repeats, placement.row(nextRow),
      startsPage: !pageBreaks.isEmpty && pageBreaks.contains(nextRow))
    nextRow += repeats
    try content.flush()
  }

  /// Opens or closes the headings, and says how many alike rows stay on this side of their edges.
  private mutating func switchHeading(atMost count: Int) -> Int {
    guard let headingRows else { return count }
    let belongs = headingRows.contains(nextRow)
    if belongs, !isInHeading { content.cells.markup.append("<table:table-header-rows>") }
    if !belongs, isInHeading { content.cells.markup.append("</table:table-header-rows>") }
    isInHeading = belongs
    let edges = [headingRows.lowerBound, headingRows.upperBound + 1].filter { $0 > nextRow }
    return min(count, (edges.min() ?? .max) - nextRow)
  }
}
