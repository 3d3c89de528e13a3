import ExportKit
import Foundation

/// Placeholder.
public struct ReportXMLExporter: Exporter {
  /// Placeholder.
  public static let card = ExportCard(
    id: "xml", title: Text(verbatim: "ReportXML"), summary: Text(verbatim: ""), fileExtension: "xml"
  )
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func write(_ report: Report, to file: URL) throws {}
}
