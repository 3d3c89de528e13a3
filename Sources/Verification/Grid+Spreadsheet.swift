import Foundation
import ImpactModel
import OpenDocument
import ProjectReaders

/// The sheets of an OpenDocument spreadsheet.
public struct SpreadsheetGrids: Sendable {
  /// The sheets that hold something.
  public let sheets: [Grid]
  /// The names that the document gives to cells.
  public let names: [String]

  /// The columns of a sheet that are read; no value map has more.
  private static let maximumColumns = 1_000

  /// Reads the sheets of a spreadsheet; its formulas count by the results that were saved.
  ///
  /// - Throws: `SpreadsheetReadError` where the file is damaged, refused or has too many cells.
  public init(_ file: URL) throws {
    var sheets: [Grid] = []
    var names: [String] = []
    var sheet: String?
    var rows: [(number: Int, cells: [Grid.Cell])] = []
    var count = 0
    let name = file.lastPathComponent
    try SpreadsheetReader(file: file).read { event in
      switch event {
      case .sheet(let next):
        if !rows.isEmpty { sheets.append(Grid(file: name, sheet: sheet, rows: rows)) }
        rows = []
        sheet = next.name
      case .row(let row):
        let cells = SpreadsheetGrids.cells(of: row)
        count += cells.count
        guard count <= Grid.maximumCells else { throw TooManyCells() }
        if cells.contains(where: { !$0.isBlank }) { rows.append((row.number, cells)) }
      case .name(let read): names.append(read.name)
      }
    }
    if !rows.isEmpty { sheets.append(Grid(file: name, sheet: sheet, rows: rows)) }
    self.sheets = sheets
    self.names = names
  }

  /// Why a spreadsheet is not read to its end.
  struct TooManyCells: Error {}

  private static func cells(of row: ReadRow) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    for cell in row.cells where !cell.isCovered && (1...maximumColumns).contains(cell.column) {
      while cells.count < cell.column - 1 { cells.append(Grid.Cell(text: "")) }
      guard cells.count == cell.column - 1 else { continue }
      cells.append(SpreadsheetGrids.cell(cell))
    }
    return cells
  }

  /// A number may have been typed rounded, so that its own digits say how far it may be off.
  private static func cell(_ cell: ReadCell) -> Grid.Cell {
    switch cell.value {
    case .number(let number), .currency(let number, _):
      Grid.Cell(
        number: number, text: shown(cell, number), isPercentage: false,
        halfUnit: halfUnit(of: number))
    case .percentage(let number):
      Grid.Cell(
        number: number, text: shown(cell, number), isPercentage: true,
        halfUnit: halfUnit(of: DecimalText.round(number * 100, decimals: 9)) / 100)
    case .text(let text): ReadNumberCell(text)?.cell ?? Grid.Cell(text: text)
    case .empty, .date, .time, .boolean, .error, .unreadable: Grid.Cell(text: cell.text)
    }
  }

  /// Half a unit of the last digit of a number in full; nothing of one with an exponent.
  private static func halfUnit(of number: Double) -> Double {
    let text = DecimalText.exact(number)
    guard !text.contains("e") else { return 0 }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return (0..<decimals).reduce(0.5) { unit, _ in unit / 10 }
  }

  private static func shown(_ cell: ReadCell, _ number: Double) -> String {
    cell.text.isEmpty ? DecimalText.exact(number) : cell.text
  }
}
