import Foundation
import ImpactModel
import LibXML2

/// Reads an XML Auditfile Financieel, the form in which Dutch bookkeeping programs export.
///
/// The file is streamed: only one transaction is held at a time. What the official schema states
/// but cannot check is checked here: every account and party named is declared, debit equals
/// credit, and the totals are those of the lines. Versions 3.1 and 3.2.1 have the same words;
/// 4.0 has fewer, and others for a project and a company's number.
public struct AuditFileReader: Sendable {
  /// The version of the reading rules; a stored reading of another version is read again.
  public static let version = 3

  /// Makes a reader.
  public init() {}

  /// Reads a file into a sink; the file counts only where no finding is an error.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - file: its path relative to the project's folder, for addresses.
  ///   - sink: takes what is read, in the order of the file.
  /// - Returns: the findings, in the order of the file.
  /// - Throws: where the file cannot be opened, or what the sink threw.
  public func read(fileAt url: URL, file: String, into sink: any LedgerSink) throws -> [Finding] {
    try reading(fileAt: url, file: file, into: sink).findings
  }

  /// Reads a file into a sink, and says of which version it is.
  ///
  /// - Parameter continuations: the other parts, in their order, of a file that was split.
  func reading(
    fileAt url: URL, file: String, into sink: any LedgerSink, continuations: [URL] = []
  ) throws -> BookReading {
    let pass = AuditFilePass(file: file, sink: sink)
    let parser = XMLStreamParser(words: AuditFileWord.texts, list: pass)
    do {
      if continuations.isEmpty {
        try parser.read(fileAt: url.path)
      } else {
        try AuditFileParts.feed([url] + continuations, to: parser) { pass.leaveOut($1, at: $0) }
        try parser.finish()
      }
      pass.finish()
    } catch let error as XMLStreamError {
      if case .unreadable = error.reason { throw error }
      pass.add(AuditFileFindings.unreadable(error, file: file))
    } catch is AuditFilePass.Stop {
      // The pass has said why.
    }
    return BookReading(format: pass.format, findings: pass.findings)
  }
}
