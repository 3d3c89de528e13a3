import ExportKit
import Foundation
import LibXML2

extension ReportXMLExporter: ReportReader {
  /// Tells whether a file is a report of this program, by the namespace in its first bytes.
  public func recognises(_ start: [UInt8]) -> Bool {
    String(decoding: start, as: UTF8.self).contains("\"urn:wijkwaarde:report:")
  }

  /// Reads what can be recomputed; what the schema does not know is passed over.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged or cannot be opened.
  public func read(_ file: URL) throws(ReportUnreadable) -> VerifiableReport {
    let pass = ReportXMLPass(file: file.lastPathComponent)
    let parser = XMLStreamParser(limits: .init(depth: 40, textBytes: 1_000_000)) { event, parser in
      pass.take(event, at: parser.position)
    }
    do {
      try parser.read(fileAt: file.path)
    } catch {
      throw ReportUnreadable(
        message: Text(
          "The file could not be read as XML: it is damaged or holds what no report holds.",
          nl: "Het bestand is niet als XML te lezen: het is beschadigd of bevat iets vreemds."),
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
}
