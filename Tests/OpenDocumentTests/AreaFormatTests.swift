import Foundation
import OpenDocument
import TestSupport
import Testing

/// Cells that are still empty know how what is typed into them will be shown and checked.
struct AreaFormatTests {
  private func workbook(_ areas: [SheetArea]) -> Workbook {
    let sheet = Sheet(name: "Form", columnWidths: [30, 30, 30, 30, 30, 30], areas: areas) { rows in
      try rows.row([.text("One"), .text("Two")])
    }
    return Workbook(
      title: "Form", generator: "Test", language: .dutch,
      sheets: [
        sheet,
        Sheet(name: "Other", columnWidths: sheet.columnWidths, areas: areas.suffix(1)) { _ in },
      ])
  }

  private func content(_ workbook: Workbook) throws -> String {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "form.fods")
    try workbook.writeFlat(to: file)
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func area(_ column: Int, _ format: CellFormat?) -> SheetArea {
    SheetArea(CellRange(column: column, rows: 2...9), format: format)
  }

  @Test(.enabled(if: Tool.isHere("soffice") && Tool.isHere("unzip")))
  func `LibreOffice takes the format of empty cells`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "form.ods")
    let formats: [CellFormat] = [
      .text, .number(decimals: 2), .percentage(decimals: 1),
      .currency(code: "EUR", decimals: 2), .date,
    ]
    try workbook(formats.enumerated().map { area($0.offset + 1, $0.element) }).write(to: file)
    try OpenDocumentFile(file).convert(to: "xlsx", in: folder)
    let styles = String(
      decoding: try OpenDocumentFile(folder.appending(path: "form.xlsx")).part("xl/styles.xml"),
      as: UTF8.self)
    // A stroke in such a file is the date separator of the language, in Dutch a hyphen.
    for code in ["@\"", "#,##0.00\"", "#,##0.0%\"", "€", "dd/mm/yyyy"] {
      #expect(styles.contains(code), "\(code)")
    }
  }

  @Test func `a formula that must be true counts from the first cell of its own area`() throws {
    let rule = Validation(
      .formula(try OpenFormula("OR(ISTEXT([.A2]);[.A2]>=0)")),
      error: .init(title: "No", text: "A number or a text."))
    let written = try content(
      workbook([SheetArea(CellRange(column: 1, rows: 2...9), validation: rule)]))
    // The same words mean another cell on the other sheet.
    #expect(written.components(separatedBy: "<table:content-validation ").count == 3)
    #expect(written.contains("of:is-true-formula(OR(ISTEXT([.A2]);[.A2]&gt;=0))"))
    #expect(written.contains("table:base-cell-address=\"$'Form'.$A$2\""))
    #expect(written.contains("table:base-cell-address=\"$'Other'.$A$2\""))
  }

  @Test(arguments: [
    (CellFormat.number(decimals: 16), SpreadsheetError.Problem.decimals(16)),
    (.percentage(decimals: -1), .decimals(-1)),
    (.currency(code: "euro", decimals: 2), .currencyCode("euro")),
  ])
  func `a format that cannot be written is refused`(
    format: CellFormat, problem: SpreadsheetError.Problem
  ) throws {
    let error = #expect(throws: SpreadsheetError.self) {
      _ = try content(workbook([area(1, format)]))
    }
    #expect(error?.problem == problem)
    #expect(error?.cell == CellAddress(column: 1, row: 2))
  }

  @Test func `a number keeps its own form in a cell with another format`() throws {
    let sheet = Sheet(
      name: "Form", columnWidths: [30], areas: [area(1, .text)]
    ) { rows in
      try rows.emptyRow()
      try rows.row([Cell(.percentage(0.25))])
      try rows.row([.text("007")])
    }
    let written = try content(
      Workbook(title: "Form", generator: "Test", language: .english, sheets: [sheet]))
    #expect(written.contains("table:style-name=\"Plain_percentage_0\""))
    #expect(written.contains("table:style-name=\"Plain_text\""))
  }
}
