import OpenDocument

/// A sheet that is being made: cells by their places, and what holds for ranges of them.
struct SheetDraft {
  /// The widest that a sheet can be read on one page of paper, in millimetres.
  private static let widestOnPage = 450.0
  /// The widths of columns that nobody has given another one, in millimetres.
  static let usualWidth = 30.0

  var name: String
  var widths: [Double]
  /// The last row that stays in sight, 0 for none.
  var headingRow = 0
  var frozenColumns = 0
  var isHidden = false
  var isUpright = false
  var areas: [SheetArea] = []
  private var rows: [Int: [Int: Cell]] = [:]

  init(name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  /// The cell at a place, both from 1.
  subscript(row: Int, column: Int) -> Cell? {
    get { rows[row]?[column] }
    set { rows[row, default: [:]][column] = newValue }
  }

  /// The last row that holds a cell, or 0.
  var lastRow: Int { rows.keys.max() ?? 0 }

  /// Puts cells side by side, from a column on.
  mutating func put(_ cells: [Cell], row: Int, from column: Int = 1) {
    for (index, cell) in cells.enumerated() { self[row, column + index] = cell }
  }

  /// All rows from the first to the last, each as far as its last cell.
  var filledRows: [[Cell]] {
    (1...max(1, lastRow)).map { number in
      let cells = rows[number] ?? [:]
      return (1...max(1, cells.keys.max() ?? 1)).map { cells[$0] ?? .empty }
    }
  }

  private func page(_ widths: [Double]) -> PageForm {
    if isUpright { return .portrait }
    return widths.reduce(0, +) > SheetDraft.widestOnPage ? .wide : .landscape
  }

  /// The sheet as it is written.
  var sheet: Sheet {
    let lastColumn = rows.values.compactMap { $0.keys.max() }.max() ?? 1
    var widths = widths
    while widths.count < lastColumn { widths.append(SheetDraft.usualWidth) }
    let rows = rows
    return Sheet(
      name: name, columnWidths: widths, headingRows: headingRow > 0 ? headingRow...headingRow : nil,
      frozenRows: headingRow, frozenColumns: frozenColumns, isHidden: isHidden,
      page: page(widths), areas: areas
    ) { writer in
      for number in rows.keys.sorted() {
        while writer.nextRow < number { try writer.emptyRow() }
        let cells = rows[number] ?? [:]
        let last = cells.keys.max() ?? 1
        try writer.row((1...max(1, last)).map { cells[$0] ?? .empty })
      }
    }
  }
}
