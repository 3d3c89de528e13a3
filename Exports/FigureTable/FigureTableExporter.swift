import ExportKit
import Foundation

/// Writes every figure of a report as one row of a CSV file (RFC 4180).
///
/// UTF-8 without a byte order mark, fields apart by commas, lines by CR LF, the decimal mark is a
/// point. A text that a spreadsheet would take for a formula starts with an apostrophe. Numbers are
/// exact; a share is a fraction (20 % is 0.2); what could not be had is empty, with the reason.
public struct FigureTableExporter: Exporter {
  /// What it writes.
  public static let card = ExportCard(
    id: "csv", title: Text("Table of figures", nl: "Tabel met cijfers"),
    summary: Text(
      "Every figure as one row of a CSV file, for statistics programs and dashboards.",
      nl: "Elk cijfer als één rij van een CSV-bestand, voor statistiek en dashboards."),
    fileExtension: "csv")

  /// Makes the exporter; it has no state.
  public init() {}

  /// Writes a report.
  ///
  /// - Throws: what the file system says.
  public func write(_ report: Report, to file: URL) throws {
    try Data(text(of: report).utf8).write(to: file)
  }

  /// Gives the text of the file.
  public func text(of report: Report) -> String {
    let rows = FigureRow.all(of: report)
    return ([FigureRow.headings] + rows.map(\.fields)).map(CSVField.line).joined()
  }
}
