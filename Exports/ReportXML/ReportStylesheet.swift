import Foundation

/// The stylesheet by which a report opens as a readable page (XSLT 1.0).
///
/// It stands inside each report and not beside it: Chromium refuses to take a stylesheet from
/// another file on disk, and shows an empty page instead.
enum ReportStylesheet {
  /// The `xml:id` by which the report's processing instruction names it.
  static let id = "page"

  /// The element, without line end at its end.
  static let text = (EmbeddedFiles.texts["Stylesheet/report-page.xsl"] ?? "")
    .trimmingCharacters(in: .newlines)
}
