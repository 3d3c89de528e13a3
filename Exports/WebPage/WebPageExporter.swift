import ExportKit
import Foundation

/// Writes a report as one web page that needs nothing else: for funders, residents and printers.
///
/// The page holds no script and reaches for nothing outside itself. It is HTML that is well-formed
/// XML as well, and every figure's anchor is its identifier.
public struct WebPageExporter: Exporter {
  /// What it writes.
  public static let card = ExportCard(
    id: "html", title: Text("Web page", nl: "Webpagina"),
    summary: Text(
      "One page to read on a screen, on a phone or on paper, complete in itself.",
      nl: "Eén pagina om te lezen op scherm, telefoon of papier, die niets anders nodig heeft."),
    fileExtension: "html")

  /// Makes the exporter.
  public init() {}

  /// Writes a report as a page in the report's language.
  ///
  /// - Throws: where the file cannot be written.
  public func write(_ report: Report, to file: URL) throws {
    let page = "<!DOCTYPE html>\n" + Page(report).markup.rendered + "\n"
    try Data(page.utf8).write(to: file)
  }
}
