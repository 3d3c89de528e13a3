import ExportKit
import Foundation
import LibXML2

/// Writes a report as XML under the schema `Schema/wijkwaarde-report-1.xsd`.
///
/// Every figure is an element whose `id` is the figure's identifier; its `origin` names an element
/// of the section `origins`. Numbers read back exactly; what is absent has a reason and no value.
public struct ReportXMLExporter: Exporter {
  /// What it writes.
  public static let card = ExportCard(
    id: "xml", title: Text("XML file", nl: "XML-bestand"),
    summary: Text(
      "The whole report for other programs: every figure with its identifier and its origin.",
      nl: "Het hele verslag voor andere programma’s: elk cijfer met zijn kenmerk en herkomst."),
    fileExtension: "xml", schema: schema)

  private static let schemaFile = "wijkwaarde-report-1.xsd"

  /// The schema of the file; it stands in the program so that every user has the one that fits.
  static let schema = EmbeddedFiles.texts["Schema/\(schemaFile)"].map {
    ExportSchema(namespace: namespace, fileName: schemaFile, text: $0)
  }

  /// The namespace of the file; it carries the major version only.
  public static let namespace = "urn:wijkwaarde:report:1"
  /// The version of the schema that the file is written for.
  public static let version = "1.0"

  /// Makes the exporter; it has no state.
  public init() {}

  /// Writes a report.
  ///
  /// - Throws: `ReportXMLError` where XML cannot carry a value, else what the file system says.
  public func write(_ report: Report, to file: URL) throws {
    try Data(bytes(of: report)).write(to: file)
  }

  /// Gives the bytes of the file.
  ///
  /// It is written twice: the digest, which stands in it, is of the whole.
  ///
  /// - Throws: `ReportXMLError` where XML cannot carry a value.
  public func bytes(of report: Report) throws -> [UInt8] {
    var document = ReportDocument(currency: report.project.currency)
    try document.write(report, digest: "")
    // What is too large to stand in memory as a tree goes without.
    let digest =
      document.bytes.count < XMLCanonicalForm.largestDocument
      ? try ReportDigest.digest(of: document.bytes) : nil
    var finished = ReportDocument(currency: report.project.currency)
    try finished.write(report, digest: digest)
    return finished.bytes
  }
}
