import ExportKit
import Foundation
import LibXML2

extension ReportXMLExporter: ReportExtractReader {
  /// Reads what a portfolio keeps of a report.
  ///
  /// - Throws: `ReportUnreadable` where the file is damaged, of another version, or does not say
  ///   which report it is.
  public func extract(_ file: URL) throws(ReportUnreadable) -> ReportExtract {
    let pass = ReportExtractPass()
    let limits = XMLStreamParser.Limits(depth: 40, textBytes: 1_000_000)
    let parser = XMLStreamParser(limits: limits) { event, _ in try pass.take(event) }
    do {
      try parser.read(fileAt: file.path)
    } catch {
      throw ReportUnreadable(
        message: ReportXMLExporter.reason(error),
        address: Address(
          file: file.lastPathComponent,
          line: (error as? XMLStreamError)?.position.line ?? parser.position.line))
    }
    var extract = pass.extract
    extract.form = ReportXMLExporter.card.id
    return extract
  }
}
