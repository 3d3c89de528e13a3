import ExportKit
import Foundation

/// Placeholder.
public struct SpreadsheetExporter: Exporter {
  /// Placeholder.
  public static let card = ExportCard(
    id: "ods", title: Text(verbatim: "Spreadsheet"), summary: Text(verbatim: ""),
    fileExtension: "ods")
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func write(_ report: Report, to file: URL) throws {}
}
