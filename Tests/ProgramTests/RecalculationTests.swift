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
