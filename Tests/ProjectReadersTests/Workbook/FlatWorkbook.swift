import Foundation
import ImpactModel
import ProjectReaders
import TestSupport

/// A workbook as a single XML file, made by hand as other programs make it.
struct FlatWorkbook {
  /// The sheets: a name, and its rows as they stand in the file.
  var sheets: [(name: String, rows: [String])]

  /// A cell with a text.
  static func text(_ text: String) -> String {
    "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  /// A cell with a type, its value, and what it shows.
  static func cell(_ type: String, _ value: String, shows text: String = "") -> String {
    let name =
      switch type {
      case "date": "date-value"
      case "time": "time-value"
      case "boolean": "boolean-value"
      default: "value"
      }
    let currency = type == "currency" ? " office:currency=\"EUR\"" : ""
    return "<table:table-cell office:value-type=\"\(type)\"\(currency) office:\(name)=\"\(value)\">"
      + "<text:p>\(text)</text:p></table:table-cell>"
  }

  /// An empty cell.
  static let empty = "<table:table-cell/>"

  /// A row of texts.
  static func texts(_ texts: String...) -> String {
    row(texts.map { $0.isEmpty ? empty : text($0) })
  }

  /// A row of cells.
  static func row(_ cells: [String], _ attributes: String = "") -> String {
    "<table:table-row\(attributes)>\(cells.joined())</table:table-row>"
  }

  private var xml: String {
    let tables = sheets.map { sheet in
      "<table:table table:name=\"\(sheet.name)\"><table:table-column "
        + "table:number-columns-repeated=\"20\"/>\(sheet.rows.joined())</table:table>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" \
      office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">\
      <office:body><office:spreadsheet>\(tables.joined())</office:spreadsheet></office:body>\
      </office:document>
      """
  }

  /// The workbook as the program reads it, under the name `project.fods`.
  func read(_ tables: [TableDeclaration] = FlatWorkbook.tables) throws -> ProjectWorkbook {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "project.fods")
    try Data(xml.utf8).write(to: file)
    return try ProjectWorkbook(file, tables: tables)
  }

  static let tables = [
    TableDeclaration(Person.self), TableDeclaration(Effect.self), TableDeclaration(Payment.self),
  ]
}

extension ProjectWorkbook {
  /// The reading of the only sheet of a table, `nil` where the project does not have the table.
  func reading<Row: TableRow>(
    _ row: Row.Type, options: ReadingOptions = .test
  ) -> TableReading? {
    tableSources.first { $0.table == row.table.id }?.read(options)
  }
}
