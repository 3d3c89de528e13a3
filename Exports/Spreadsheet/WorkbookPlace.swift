import OpenDocument

/// A cell of the workbook: the number of its sheet, from 0, and its place there.
struct WorkbookPlace: Hashable {
  let sheet: Int
  let row: Int
  let column: Int

  /// Where it stands on its sheet.
  var address: CellAddress { CellAddress(column: column, row: row) }

  /// The cell so many rows below it, in another column or the same.
  func below(_ rows: Int, column other: Int? = nil) -> WorkbookPlace {
    WorkbookPlace(sheet: sheet, row: row + rows, column: other ?? column)
  }
}

/// The sheets of a workbook before they are written, to look up what stands where.
struct WorkbookPlan {
  /// The sheets with the names on their tabs, in order.
  let sheets: [(name: String, plan: SheetPlan)]
  /// The cells that have a name.
  let named: [String: WorkbookPlace]
  /// The names, in reading order.
  let names: [String]

  init(_ sheets: [(name: String, plan: SheetPlan)]) {
    self.sheets = sheets
    var named: [String: WorkbookPlace] = [:]
    var names: [String] = []
    for (sheet, entry) in sheets.enumerated() {
      for (row, cells) in entry.plan.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard let name = cell.name, named[name] == nil else { continue }
          named[name] = WorkbookPlace(sheet: sheet, row: row + 1, column: column + 1)
          names.append(name)
        }
      }
    }
    self.named = named
    self.names = names
  }

  /// Whether a name is that of a figure, and not of a cell with which the workbook works.
  static func isFigure(_ name: String) -> Bool { !name.hasPrefix("workbook.") }

  /// The cell at a place, or `nil` beyond the filled ones.
  subscript(place: WorkbookPlace) -> Cell? {
    guard sheets.indices.contains(place.sheet) else { return nil }
    let rows = sheets[place.sheet].plan.rows
    guard rows.indices.contains(place.row - 1),
      rows[place.row - 1].indices.contains(place.column - 1)
    else { return nil }
    return rows[place.row - 1][place.column - 1]
  }

  /// A place, where this number stands there; so that no layout is taken for granted.
  func holding(_ number: Double, _ place: WorkbookPlace?) -> WorkbookPlace? {
    guard let place, let cell = self[place], cell.value.numberValue == number else { return nil }
    return place
  }

  /// A place, where this text stands there.
  func holding(_ text: String, _ place: WorkbookPlace?) -> WorkbookPlace? {
    guard let place, let cell = self[place], case .text(text) = cell.value else { return nil }
    return place
  }

  /// Visits every cell of a sheet that holds something, in reading order.
  func forEachCell(of sheet: Int, _ visit: (WorkbookPlace, Cell) throws -> Void) rethrows {
    guard sheets.indices.contains(sheet) else { return }
    for (row, cells) in sheets[sheet].plan.rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell.formula != nil || !cell.value.isEmpty {
        try visit(WorkbookPlace(sheet: sheet, row: row + 1, column: column + 1), cell)
      }
    }
  }
}

extension CellContent {
  /// The number that it is, however it is shown.
  var numberValue: Double? {
    switch self {
    case .number(let value, _), .percentage(let value, _), .currency(let value, _, _),
      .time(let value):
      value
    case .empty, .text, .date, .moment, .boolean: nil
    }
  }

  fileprivate var isEmpty: Bool { if case .empty = self { true } else { false } }
}
