import ExportKit
import Foundation

/// Placeholder.
public struct WebPageExporter: Exporter {
  /// Placeholder.
  public static let card = ExportCard(
    id: "html", title: Text(verbatim: "WebPage"), summary: Text(verbatim: ""), fileExtension: "html"
  )
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func write(_ report: Report, to file: URL) throws {}
}
