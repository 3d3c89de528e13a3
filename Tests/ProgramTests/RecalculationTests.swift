import Foundation
import LibXML2
import TestSupport
import Testing

/// LibreOffice, which knows nothing of the engine, recalculates the example's spreadsheet.
@Suite struct RecalculationTests {
  /// A formula cell with the value that the engine wrote.
  struct FormulaCell {
    let sheet: String
    let row: Int
    let column: Int
    let formula: String
    let value: Double
  }

  @Test(
    .enabled(if: ["soffice", "zip", "unzip"].allSatisfy { Tool.isHere($0) }))
  func `every formula cell recalculates to the engine's figure`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let document = OpenDocumentFile(try #require(files.first { $0.pathExtension == "ods" }))
    let cells = try Self.formulaCells(in: try document.part("content.xml"))
    #expect(cells.count > 100, "the value map is made of formulas")
    let sheets = try document.recalculated()
    for cell in cells {
      let rows = try #require(sheets[cell.sheet], "no sheet \(cell.sheet)")
      try #require(rows.indices.contains(cell.row) && rows[cell.row].indices.contains(cell.column))
      let text = rows[cell.row][cell.column]
      let recalculated = try #require(
        OpenDocumentFile.number(text), "\(cell) gives “\(text)”")
      #expect(abs(recalculated - cell.value) <= 1e-9 * max(abs(cell.value), 1), "\(cell)")
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `a figure has the same identifier in the spreadsheet, the XML and the page`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    func file(_ ending: String) throws -> URL {
      try #require(files.first { $0.pathExtension == ending })
    }
    let content = try OpenDocumentFile(file("ods")).part("content.xml")
    let names = String(decoding: content, as: UTF8.self)
      .matches(of: /<table:named-range table:name="([^"]+)"/).map { String($0.output.1) }
      .filter { !$0.hasPrefix("workbook.") }
    let xml = try String(contentsOf: file("xml"), encoding: .utf8)
      .matches(of: /<[A-Za-z]+ id="([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)"/).map { String($0.output.1) }
    let page = try String(contentsOf: file("html"), encoding: .utf8)
      .matches(of: /\sid="([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)"/).map { String($0.output.1) }
    for given in ["sroi.discount_rate", "outcome.o1.deadweight", "input.i1.quantity"] {
      #expect(names.contains(given))
    }
    #expect(names.sorted() == xml.sorted())
    #expect(page.sorted() == xml.sorted())
  }

  @Test func `a number that the author gave names the cell in which it stands`() throws {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    let file = try #require(files.first { $0.pathExtension == "xml" })
    let xml = try String(contentsOf: file, encoding: .utf8)
    for (id, table, column) in [
      ("outcome.o1.deadweight", "outcomes", "Zonder ons ook"), ("outcome.o1.proxy", "proxies", ""),
      ("input.i8.rate", "inputs", ""),
    ] {
      let start = try #require(xml.range(of: "id=\"\(id)\""))
      let origin = try #require(xml[start.upperBound...].firstMatch(of: /origin="(o\d+)"/))
      let place = try #require(xml.range(of: "<origin id=\"\(origin.output.1)\">"))
      let cell = xml[place.upperBound...].prefix(200)
      #expect(cell.contains("<cell file=\"tables/\(table).csv\""), "\(id)")
      #expect(cell.contains(column) || column.isEmpty, "\(id)")
    }
  }

  /// The numeric formula cells of a document, with positions that count repeated rows and cells.
  static func formulaCells(in content: Data) throws -> [FormulaCell] {
    var cells: [FormulaCell] = []
    var sheet = ""
    var row = -1
    var column = 0
    let parser = XMLStreamParser { event, _ in
      guard case .start(let element) = event else { return }
      func attribute(_ name: String) -> String? { element[name] }
      switch element.name {
      case "table":
        sheet = attribute("name") ?? ""
        row = -1
      case "table-row":
        row += 1
        column = 0
        if let repeats = attribute("number-rows-repeated").flatMap({ Int($0) }) {
          row += repeats - 1
        }
      case "table-cell", "covered-table-cell":
        if let formula = attribute("formula"),
          let value = attribute("value").flatMap({ Double($0) })
        {
          cells.append(
            FormulaCell(sheet: sheet, row: row, column: column, formula: formula, value: value))
        }
        column += attribute("number-columns-repeated").flatMap { Int($0) } ?? 1
      default: break
      }
    }
    try content.withUnsafeBytes { try parser.feed($0.bindMemory(to: UInt8.self)) }
    try parser.finish()
    return cells
  }
}
