import Foundation
import OpenDocument
import TestSupport
import Testing

/// Rows that are written cell by cell are the same bytes as rows of cells.
struct RowCellsTests {
  private func bytes(
    columns: Int, areas: [SheetArea] = [], _ rows: @escaping (inout SheetRows) throws -> Void
  ) throws -> Data {
    let sheet = Sheet(
      name: "One", columnWidths: Array(repeating: 20, count: columns), headingRows: 1...1,
      areas: areas, rows: rows)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "rows.fods")
    try Workbook(title: "Rows", generator: "Tests/1", language: .dutch, sheets: [sheet])
      .writeFlat(to: file)
    return try Data(contentsOf: file)
  }

  private func problem(_ fill: @escaping (inout RowCells) throws -> Void) -> SpreadsheetError? {
    do {
      _ = try bytes(columns: 3) { try $0.row(fill) }
      return nil
    } catch {
      return error as? SpreadsheetError
    }
  }

  private func write(_ cell: Cell, to cells: inout RowCells) throws {
    guard cell.formula == nil, cell.name == nil, cell.comment == nil else {
      return try cells.cell(cell)
    }
    switch cell.value {
    case .number(let value, let decimals): try cells.number(value, decimals: decimals, cell.role)
    case .date(let year, let month, let day):
      try cells.date(year: year, month: month, day: day, cell.role)
    case .text(let text): try add(Array(text.utf8), cell.role, to: &cells)
    default: try cells.value(cell.value, cell.role)
    }
  }

  private func add(_ text: [UInt8], _ role: CellRole, to cells: inout RowCells) throws {
    try text.withUnsafeBufferPointer { try cells.text(utf8: $0, role) }
  }

  @Test(arguments: [false, true])
  func `random rows are the same bytes either way, in areas too`(_ hasAreas: Bool) throws {
    let areas = [
      SheetArea(
        CellRange(column: 2, rows: 2...4), role: .input, highlights: [Highlight(.below(0), .bad)])
    ]
    for seed in UInt64(1)...60 {
      for sheet in RandomWorkbook(seed: seed).sheets {
        let columns = max(2, sheet.columns)
        let one = try bytes(columns: columns, areas: hasAreas ? areas : []) { rows in
          for row in sheet.rows { try rows.row(row) }
        }
        let other = try bytes(columns: columns, areas: hasAreas ? areas : []) { rows in
          for row in sheet.rows {
            try rows.row { cells in for cell in row { try write(cell, to: &cells) } }
          }
        }
        #expect(one == other, "\(seed) \(sheet.name)")
      }
    }
  }

  @Test func `left out columns and rows without a cell are as empty ones`() throws {
    let one = try bytes(columns: 4) { rows in
      try rows.row([.empty, .empty, Cell(.number(1)), .empty])
      try rows.row([])
      try rows.row([.empty, .empty])
    }
    let other = try bytes(columns: 4) { rows in
      try rows.row { cells in
        try cells.skip(2)
        #expect(cells.nextColumn == 3)
        try cells.number(1)
        try cells.skip()
      }
      try rows.row { _ in }
      try rows.row { try $0.skip(2) }
    }
    #expect(one == other)
  }

  @Test func `bytes that are no UTF-8 are replaced, never copied`() throws {
    let made = try bytes(columns: 1) { rows in
      for text: [UInt8] in [[0x61, 0xFF, 0x62], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBD]] {
        try rows.row { try add(text, .plain, to: &$0) }
      }
    }
    let sheet = try #require(try ReadDocument(made).sheets.first)
    #expect(sheet["A1"]?.value == .text("a\u{FFFD}b"))
    #expect(sheet["A2"]?.value == .text("\u{FFFD}"))
    #expect(sheet["A4"]?.value == .text("\u{FFFD}"))
    #expect(String(validating: made, as: UTF8.self) != nil)
  }

  @Test func `what cannot be written is refused with its place`() throws {
    let number = try #require(
      problem {
        try $0.skip()
        try $0.number(.nan)
      })
    #expect(number.problem == .notFinite)
    #expect(number.cell?.text == "B1")
    let control = try #require(problem { try $0.text("a\u{1}") })
    #expect(control.problem == .controlCharacter("\u{1}"))
    let day = problem { try $0.date(year: 2025, month: 2, day: 30) }
    #expect(day?.problem == .date(year: 2025, month: 2, day: 30))
    let wide = try #require(problem { for _ in 0..<4 { try $0.number(1) } })
    #expect(wide.problem == .cellsBeyondColumns(4))
    #expect(wide.cell?.text == "D1")
    #expect(problem { try $0.skip(4) }?.problem == .cellsBeyondColumns(4))
  }
}
