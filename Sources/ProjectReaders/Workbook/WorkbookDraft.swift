import Foundation
import ImpactModel
import OpenDocument

/// A workbook of a project that is being made.
public struct WorkbookDraft {
  /// Where an address of a finding lies in the workbook.
  struct CellPlace: Hashable {
    let sheet: String
    let row: Int
    let column: Int
  }

  var title: String
  var language: Language
  var generator: String
  var sheets: [SheetDraft]
  /// Where the rows of files and the keys of settings came to stand.
  var places = DraftPlaces()

  /// Writes the workbook; `.fods` as a single XML file, anything else as `.ods`.
  ///
  /// - Throws: `SpreadsheetError` where a cell cannot be written, and errors of the file.
  public func write(to url: URL) throws {
    let workbook = Workbook(
      title: title, generator: generator, language: language == .dutch ? .dutch : .english,
      sheets: sheets.map(\.sheet))
    if url.pathExtension.lowercased() == "fods" {
      try workbook.writeFlat(to: url)
    } else {
      try workbook.write(to: url)
    }
  }
}

/// Leads the address of a finding to the cell of a workbook in which its owner will mend it.
struct DraftPlaces {
  /// A file of the project as a sheet: a table, or the settings.
  struct File {
    let sheet: String
    let headingRow: Int
    /// The row of the sheet for each line of the file.
    var rows: [Int: Int] = [:]
    /// The row for each key of the settings, and the column of their values.
    var keys: [(key: String, row: Int)] = []
    var keyColumn = 1
  }

  var files: [String: File] = [:]

  /// The cell that an address means, `nil` where it is not in the workbook.
  func place(_ address: Address) -> WorkbookDraft.CellPlace? {
    if let sheet = address.sheet {
      return WorkbookDraft.CellPlace(
        sheet: sheet, row: max(1, address.row ?? address.line ?? 1),
        column: max(1, address.column ?? 1))
    }
    guard let file = files[address.file] else { return nil }
    if let heading = address.heading,
      let key = file.keys.first(where: { $0.key == heading || $0.key.hasPrefix(heading + ".") })
    {
      return WorkbookDraft.CellPlace(sheet: file.sheet, row: key.row, column: file.keyColumn)
    }
    let line = address.row ?? address.line
    let row = line.flatMap { file.rows[$0] } ?? file.headingRow
    return WorkbookDraft.CellPlace(sheet: file.sheet, row: row, column: max(1, address.column ?? 1))
  }
}
