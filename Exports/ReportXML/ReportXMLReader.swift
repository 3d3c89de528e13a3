import ExportKit
import Foundation
import LibXML2

extension ReportXMLExporter: ReportReader {
  /// Tells whether a file is a report of this program, by the namespace in its first bytes.
  public func recognises(_ start: [UInt8]) -> Bool {
    let text = String(decoding: start, as: UTF8.self)
    return ["\"", "'"].contains { text.contains($0 + ReportVersion.family) }
  }

  /// Reads what can be recomputed; what the schema does not know is passed over.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged, cannot be opened, or is of a version
  ///   that is not known.
  public func read(_ file: URL) throws(ReportUnreadable) -> VerifiableReport {
    let pass = ReportXMLPass(file: file.lastPathComponent)
    let parser = XMLStreamParser(limits: .init(depth: 40, textBytes: 1_000_000)) { event, parser in
      try pass.take(event, at: parser.position)
    }
    do {
      try parser.read(fileAt: file.path)
    } catch {
      throw ReportUnreadable(
        message: ReportXMLExporter.reason(error),
        address: Address(
          file: file.lastPathComponent, line: (error as? XMLStreamError)?.position.line))
    }
    var report = pass.report
    report.digest = digest(of: file)
    return report
  }

  /// Whether the file is as it was written; a file that is too large for that has no digest.
  private func digest(of file: URL) -> VerifiableReport.Digest {
    guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize,
      size <= XMLCanonicalForm.largestDocument, let bytes = try? Data(contentsOf: file)
    else { return .absent }
    return (try? ReportDigest.verdict(on: Array(bytes))) ?? .broken
  }

  /// Why a document was not read to its end.
  static func reason(_ error: any Error) -> Text {
    switch error {
    case let refusal as ReportVersion.Refusal: refusal.message
    case let refusal as ReportExtractPass.Refusal: refusal.message
    default:
      Text(
        "The file could not be read as XML: it is damaged or holds what no report holds.",
        nl: "Het bestand is niet als XML te lezen: het is beschadigd of bevat iets vreemds.")
    }
  }
}
