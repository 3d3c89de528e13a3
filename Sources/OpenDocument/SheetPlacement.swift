/// An area of a sheet, in the words of the file.
struct PlacedArea {
  let range: CellRange
  let role: CellRole?
  /// The number format of what is not a number yet.
  let format: NumberFormat?
  /// The name of the validation.
  let validation: [UInt8]?
  /// The place of its highlights among those of the workbook.
  let highlight: Int?
  /// Tells the areas of a sheet apart.
  let number: Int
}

/// An area whose cells change their look.
struct HighlightedArea {
  let highlights: [Highlight]
  /// Its first cell, from which formulas count.
  let base: String
}

/// What stands at fixed places of a sheet, whatever rows are written.
struct SheetPlacement {
  let areas: [PlacedArea]
  /// The frames of charts, with the cells at which they stand.
  let frames: [(anchor: CellAddress, markup: [UInt8])]

  /// The last row in which something stands, or 0.
  let lastRow: Int

  init(areas: [PlacedArea], frames: [(anchor: CellAddress, markup: [UInt8])]) {
    self.areas = areas
    self.frames = frames
    lastRow = max(
      areas.map(\.range.last.row).max() ?? 0, frames.map(\.anchor.row).max() ?? 0)
  }

  /// What stands in one row: areas by column, and frames.
  func row(_ row: Int) -> SheetPlacement? {
    guard row <= lastRow else { return nil }
    let areas = areas.filter { $0.range.rows.contains(row) }
    let frames = frames.filter { $0.anchor.row == row }
    guard !areas.isEmpty || !frames.isEmpty else { return nil }
    return SheetPlacement(areas: areas, frames: frames)
  }

  /// The last column in which something stands.
  var lastColumn: Int {
    max(
      areas.map(\.range.last.column).max() ?? 0, frames.map(\.anchor.column).max() ?? 0)
  }

  /// The area that holds a column.
  func area(_ column: Int) -> PlacedArea? {
    areas.first { $0.range.columns.contains(column) }
  }

  /// The frames at a column.
  func frames(_ column: Int) -> [[UInt8]] {
    frames.filter { $0.anchor.column == column }.map(\.markup)
  }

  /// How many rows from one on are alike, at most up to the last one in which something stands.
  func alike(from row: Int) -> Int {
    let edges =
      areas.flatMap { [$0.range.first.row, $0.range.last.row + 1] }
      + frames.flatMap { [$0.anchor.row, $0.anchor.row + 1] }
    let next = edges.filter { $0 > row }.min() ?? lastRow + 1
    return max(1, min(next, lastRow + 1) - row)
  }
}
