import Foundation
import OpenDocument
import TestSupport

/// Small workbooks that the tests write.
enum Samples {
  /// A workbook with each kind of value, each role, a formula of each type and a named cell.
  static func everything() throws -> Workbook {
    let values: [CellContent] = [
      .text("a <b> & \"c\"  two blanks\tand a tab\nsecond line "), .number(-1234.5, decimals: 2),
      .number(0.1), .percentage(0.25, decimals: 1), .currency(1e6, code: "EUR"),
      .currency(-3, code: "GBP", decimals: 0), .currency(2, code: "DKK", decimals: 2),
      .date(year: 2024, month: 2, day: 29), .boolean(true), .empty,
    ]
    let gross = try OpenFormula("[.B2]*2")
    let share = try OpenFormula("[.B2]/10")
    let words = try OpenFormula("IF([.B2]>0;\"more\";\"less\")")
    let other = try OpenFormula(CellAddress(column: 2, row: 2).fixed(on: "It's Σ & co") + "+1")
    return Workbook(
      title: "All <kinds>", summary: "A test", author: "Nobody", generator: "Tests/1",
      language: .dutch, pageStamp: "DRAFT",
      sheets: [
        Sheet(
          name: "It's Σ & co", columnWidths: [30, 30, 40], headingRows: 1...1, frozenRows: 1,
          frozenColumns: 1
        ) { rows in
          try rows.row([.text("Name", .heading), .text("Value", .numberHeading)])
          try rows.row([.text("x"), Cell(.number(7.5), .input, name: "sample.x")])
          try rows.row([.empty, Cell(gross, gives: .currency(15, code: "EUR"), .total)])
          try rows.row([.empty, .empty, Cell(share, gives: .percentage(0.75))])
          try rows.row([Cell(words, gives: .text("more"))])
          try rows.row([Cell(try OpenFormula("sample.x+1"), gives: .number(8.5, decimals: 1))])
        },
        Sheet(name: "Values", columnWidths: [60, 20]) { rows in
          for value in values { try rows.row([Cell(value), Cell(value, .input)]) }
          for role in CellRole.allCases { try rows.row([.text(role.rawValue, role)]) }
          try rows.row([Cell(other, gives: .number(8.5, decimals: nil))])
        },
        Sheet(name: "Nothing", columnWidths: [20]) { _ in },
      ])
  }

  /// Writes a workbook into a new folder and hands on the file.
  static func written(_ workbook: Workbook, _ use: (URL) throws -> Void) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sample.ods")
    try workbook.write(to: file)
    try use(file)
  }

  /// A workbook of one sheet with one row.
  static func single(_ cell: Cell) -> Workbook {
    Workbook(
      title: "One", generator: "Tests/1", language: .english,
      sheets: [Sheet(name: "One", columnWidths: [20]) { try $0.row([cell]) }])
  }
}
