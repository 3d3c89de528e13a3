import ExportKit
import Foundation
import OpenDocument

/// The cells of a workbook that was read, with its names.
struct WrittenWorkbook {
  /// A sheet with its rows from top to bottom.
  struct Sheet {
    let name: String
    let isHidden: Bool
    var rows: [ReadRow] = []

    /// The cell at a place, or `nil` where nothing stands.
    subscript(row: Int, column: Int) -> ReadCell? {
      var low = 0
      var high = rows.count
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].number < row { low = middle + 1 } else { high = middle }
      }
      guard low < rows.count, rows[low].number == row else { return nil }
      return rows[low][column]
    }
  }

  /// The most cells that are kept; the reports that can be read back have far fewer.
  private static let mostCells = 4_000_000

  private(set) var sheets: [Sheet] = []
  /// The names of single cells, in the order of the file.
  private(set) var names: [(name: String, place: WorkbookPlace)] = []
  private let file: String
  /// The sheets by their names.
  private let numbers: [String: Int]

  /// Why a workbook is not read to its end.
  enum Stop: Error {
    case tooManyCells
    case marked
  }

  /// Reads a workbook.
  ///
  /// - Throws: `SpreadsheetReadError` where the file is damaged or refused, `Stop` where it is large.
  init(_ file: URL) throws {
    self.file = file.lastPathComponent
    var sheets: [Sheet] = []
    var ranges: [(String, ReadRange)] = []
    var count = 0
    try SpreadsheetReader(file: file).read { event in
      switch event {
      case .sheet(let sheet): sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden))
      case .row(let row):
        count += row.cells.count
        guard count <= WrittenWorkbook.mostCells, !sheets.isEmpty else { throw Stop.tooManyCells }
        sheets[sheets.count - 1].rows.append(row)
      case .name(let name):
        guard ranges.count < WrittenWorkbook.mostCells, name.scope == nil,
          let range = name.range, range.first == range.last
        else { return }
        ranges.append((name.name, range))
      }
    }
    self.sheets = sheets
    numbers = Dictionary(
      sheets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (name, range) in ranges {
      guard let sheet = numbers[range.sheet] else { continue }
      names.append(
        (name, WorkbookPlace(sheet: sheet, row: range.first.row, column: range.first.column)))
    }
  }

  /// Tells whether a workbook holds the sheet of which the first cell is a mark.
  ///
  /// - Throws: what reading does.
  static func holds(_ mark: String, _ file: URL) throws -> Bool {
    var isHidden = false
    do {
      try SpreadsheetReader(file: file).read { event in
        switch event {
        case .sheet(let sheet): isHidden = sheet.isHidden
        case .row(let row):
          guard isHidden, row.number == 1, row[1]?.value == .text(mark) else { return }
          throw Stop.marked
        case .name: break
        }
      }
    } catch Stop.marked {
      return true
    }
    return false
  }

  /// The cell at a place, or `nil` where nothing stands.
  subscript(place: WorkbookPlace) -> ReadCell? {
    guard sheets.indices.contains(place.sheet) else { return nil }
    return sheets[place.sheet][place.row, place.column]
  }

  /// Where a place is, for people.
  func address(_ place: WorkbookPlace) -> Address {
    Address(
      file: file, sheet: sheets.indices.contains(place.sheet) ? sheets[place.sheet].name : nil,
      row: place.row, column: place.column)
  }

  /// The cells that a formula points to: `[$'Sheet'.$B$2]`, or a range of one sheet inside `SUM`.
  func target(of formula: String) -> (first: WorkbookPlace, last: WorkbookPlace)? {
    guard let open = formula.firstIndex(of: "["), let close = formula.lastIndex(of: "]"),
      open < close,
      let range = ReadRange(address: String(formula[formula.index(after: open)..<close])),
      let sheet = numbers[range.sheet]
    else { return nil }
    return (
      WorkbookPlace(sheet: sheet, row: range.first.row, column: range.first.column),
      WorkbookPlace(sheet: sheet, row: range.last.row, column: range.last.column)
    )
  }
}

extension ReadCell {
  /// The number that it holds, however it is shown.
  var number: Double? {
    switch value {
    case .number(let number), .percentage(let number), .currency(let number, _): number
    default: nil
    }
  }

  /// What it shows where it holds no number.
  var words: String {
    switch value {
    case .text(let text), .error(let text), .unreadable(let text): text
    default: text
    }
  }
}
