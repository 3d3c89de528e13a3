import ExportKit
import Foundation
import OpenDocument

extension SpreadsheetExporter: ReportReader {
  /// Tells whether a file is an OpenDocument spreadsheet, by its first bytes.
  public func recognises(_ start: [UInt8]) -> Bool {
    start.starts(with: [0x50, 0x4B])
      && String(decoding: start.prefix(200), as: UTF8.self).contains(
        "application/vnd.oasis.opendocument.spreadsheet")
  }

  /// Tells whether a spreadsheet holds the hidden sheet from which it can be recomputed.
  public func owns(_ file: URL) -> Bool {
    (try? WrittenWorkbook.holds(VerificationEntry.Key.mark.rawValue, file)) ?? false
  }

  /// Reads what can be recomputed, from the cells as they are now.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged, too large or of another form.
  public func read(_ file: URL) throws(ReportUnreadable) -> VerifiableReport {
    try pass(file).report
  }

  /// Reads a workbook with its hidden sheet.
  func pass(_ file: URL) throws(ReportUnreadable) -> WorkbookPass {
    let name = file.lastPathComponent
    let workbook: WrittenWorkbook
    do {
      workbook = try WrittenWorkbook(file)
    } catch {
      throw ReportUnreadable(
        message: Text(
          "The file could not be read as a spreadsheet: it is damaged or far too large.",
          nl: "Het bestand is niet als rekenblad te lezen: het is beschadigd of veel te groot."),
        address: Address(file: name))
    }
    guard let pass = WorkbookPass(workbook) else {
      throw ReportUnreadable(
        message: Text(
          "The sheet for verification is missing, or of another version of this program.",
          nl: "Het blad om na te rekenen ontbreekt, of is van een andere versie van dit programma."),
        address: Address(file: name))
    }
    return pass
  }
}
