import ExportKit
import Foundation
import Spreadsheet
import TestSupport

/// A report written to a file, with its named cells.
struct WrittenReport {
  /// The place of a named cell.
  struct Place: Equatable {
    let sheet: String
    let column: Int
    let row: Int
  }

  let file: OpenDocumentFile
  let places: [String: Place]

  /// Writes a report and hands it on.
  static func of(_ report: Report, _ use: (WrittenReport) throws -> Void) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.ods")
    try SpreadsheetExporter().write(report, to: file)
    try use(try WrittenReport(OpenDocumentFile(file)))
  }

  private init(_ file: OpenDocumentFile) throws {
    self.file = file
    let content = String(decoding: try file.part("content.xml"), as: UTF8.self)
    let pattern =
      /table:name="([^"]+)" table:base-cell-address="\$'([^"]+)'\.\$([A-Z]+)\$([0-9]+)"/
    var places: [String: Place] = [:]
    for match in content.matches(of: pattern) {
      let column = match.3.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      places[String(match.1)] = Place(
        sheet: String(match.2), column: column, row: Int(match.4) ?? 0)
    }
    self.places = places
  }

  /// The text of a named cell in sheets that LibreOffice calculated.
  func cell(_ name: String, in sheets: [String: [[String]]]) -> String? {
    guard let place = places[name], let rows = sheets[place.sheet],
      rows.indices.contains(place.row - 1)
    else { return nil }
    let row = rows[place.row - 1]
    return row.indices.contains(place.column - 1) ? row[place.column - 1] : nil
  }
}
