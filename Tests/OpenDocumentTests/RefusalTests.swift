import Foundation
import OpenDocument
import TestSupport
import Testing

/// What would make a wrong document is refused with its place.
struct RefusalTests {
  private func problem(_ workbook: Workbook) throws -> SpreadsheetError? {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try workbook.write(to: folder.appending(path: "refused.ods"))
      return nil
    } catch let error as SpreadsheetError {
      return error
    }
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func `a number that is not finite is refused in each number type`(_ number: Double) throws {
    let values: [CellContent] = [
      .number(number), .percentage(number), .currency(number, code: "EUR"),
    ]
    for value in values {
      let error = try #require(try problem(Samples.single(Cell(value))))
      #expect(error.problem == .notFinite)
      #expect(error.description.hasPrefix("One A1"))
    }
    let formula = Cell(try OpenFormula("1/0"), gives: .number(number))
    #expect(try problem(Samples.single(formula))?.problem == .notFinite)
  }

  @Test func `a control character is refused in a text, a title and a sheet name`() throws {
    let cell = try #require(try problem(Samples.single(.text("bell\u{7}"))))
    #expect(cell.problem == .controlCharacter("\u{7}"))
    #expect(cell.cell == CellAddress(column: 1, row: 1))
    var workbook = Samples.single(.empty)
    workbook.title = "\u{1}"
    #expect(try problem(workbook)?.problem == .controlCharacter("\u{1}"))
    workbook.title = "Title"
    workbook.sheets[0].name = "a\u{2}"
    #expect(try problem(workbook)?.problem == .sheetName("a\u{2}"))
  }

  @Test(arguments: [
    (CellContent.currency(1, code: "eur"), SpreadsheetError.Problem.currencyCode("eur")),
    (.date(year: 2023, month: 2, day: 29), .date(year: 2023, month: 2, day: 29)),
    (.number(1, decimals: 16), .decimals(16)),
  ])
  func `a value that has no meaning is refused`(
    _ value: CellContent, _ expected: SpreadsheetError.Problem
  ) throws {
    #expect(try problem(Samples.single(Cell(value)))?.problem == expected)
  }

  @Test(arguments: ["", "a/b", "a:b", "'a", String(repeating: "x", count: 32), " "])
  func `a name that no tab takes is refused`(_ name: String) throws {
    var workbook = Samples.single(.empty)
    workbook.sheets[0].name = name
    #expect(try problem(workbook)?.problem == .sheetName(name))
  }

  @Test func `two sheets of one name are refused, whatever their case`() throws {
    var workbook = Samples.single(.empty)
    workbook.sheets.append(Sheet(name: "ONE", columnWidths: [20]) { _ in })
    #expect(try problem(workbook)?.problem == .repeatedSheetName("ONE"))
    workbook.sheets = []
    #expect(try problem(workbook)?.problem == .noSheets)
  }

  @Test(arguments: ["LM3", "a-b", "r", "", "1a", "é.a"])
  func `a name that a spreadsheet would misread is refused`(_ name: String) throws {
    let workbook = Samples.single(Cell(.number(1), name: name))
    #expect(try problem(workbook)?.problem == .name(name))
  }

  @Test func `two cells of one name are refused, whatever their case`() throws {
    var workbook = Samples.single(Cell(.number(1), name: "sroi.ratio"))
    workbook.sheets[0].rows = { rows in
      try rows.row([Cell(.number(1), name: "sroi.ratio")])
      try rows.row([Cell(.number(1), name: "SROI.ratio")])
    }
    let error = try #require(try problem(workbook))
    #expect(error.problem == .repeatedName("SROI.ratio"))
    #expect(error.cell?.text == "A2")
  }

  @Test func `a cell beyond the declared columns is refused`() throws {
    var workbook = Samples.single(.empty)
    workbook.sheets[0].rows = { try $0.row([.text("a"), .text("b")]) }
    #expect(try problem(workbook)?.problem == .cellsBeyondColumns(2))
  }

  @Test(arguments: [
    "", "=1", "WEBSERVICE(\"https://example.org\")", "dde (\"a\";\"b\";\"c\")",
    "HYPERLINK(\"x\")", "'file:///tmp/a.ods'#$A.B1", "\"open", "1\n2",
  ])
  func `a formula that reaches outside the workbook is refused`(_ text: String) {
    #expect(throws: SpreadsheetError.self) { try OpenFormula(text) }
  }

  @Test(arguments: ["SUM([.A1:.A2])", "\"DDE(\"&[.A1]", "[$'Todde (x)'.$A$1]", "FORDDE(1)"])
  func `a formula that stays inside is taken`(_ text: String) throws {
    #expect(try OpenFormula(text).text == text)
  }

  @Test func `the letters of columns are those of a spreadsheet`() {
    let golden = [1: "A", 26: "Z", 27: "AA", 52: "AZ", 703: "AAA", 1024: "AMJ"]
    for (column, letters) in golden { #expect(CellAddress.letters(column) == letters) }
  }

  @Test func `quotation marks in sheet names and literals are doubled`() {
    #expect(CellAddress(column: 2, row: 3).fixed(on: "It's") == "[$'It''s'.$B$3]")
    #expect(OpenFormula.literal("a\"b") == "\"a\"\"b\"")
  }
}
