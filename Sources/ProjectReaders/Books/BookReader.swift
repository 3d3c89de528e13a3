import Foundation
import ImpactModel

/// Reads a file of the books, whatever its format, into the one vocabulary of the ledger.
///
/// The format is recognised by what the file holds, never by its name. Files are streamed: how
/// much memory is needed does not grow with their lines, only with their accounts and parties.
public struct BookReader: Sendable {
  /// The version of the reading rules; a stored reading of another version is read again.
  public static let version = 6

  private let formats: [any BookFormat]

  /// Makes a reader.
  ///
  /// - Parameter profiles: how banks that the program does not know lay out their CSV exports; they
  ///   stand before the shipped ones.
  public init(profiles: [BankProfile] = []) {
    formats = [
      AuditFileFormat(), StatementFormat(), InvoiceFormat(), CodaFormat(),
      BankCSVFormat(profiles: profiles + BankProfile.shipped),
    ]
  }

  /// What kind of source a file is or claims to be, `nil` where it is of no format that is read.
  ///
  /// - Throws: where the file cannot be opened or read.
  public func form(fileAt url: URL) throws -> LedgerBook.Form? {
    let start = try FileStart(fileAt: url)
    return formats.first { $0.recognises(start) }?.form
  }

  /// Reads a file into a sink; the file counts only where no finding is an error.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - path: its path relative to the project's folder, for addresses.
  ///   - sink: takes what is read, in the order of the file.
  /// - Returns: the format and the findings, in the order of the file.
  /// - Throws: where the file cannot be opened, or what the sink threw.
  public func read(
    fileAt url: URL, file path: String, into sink: any LedgerSink
  ) throws -> BookReading {
    let start = try FileStart(fileAt: url)
    guard let format = formats.first(where: { $0.recognises(start) }) else {
      return BookReading(format: "", findings: [unrecognised(start, path)])
    }
    return try format.read(BookFile(url: url, path: path), into: sink)
  }

  /// The other files that are read together with a file: the further parts of a split audit file.
  ///
  /// A stored reading of the file is current only while these are unchanged too.
  public func companions(of url: URL) -> [URL] {
    guard AuditFileParts.isOpen(url), let start = try? FileStart(fileAt: url),
      AuditFileFormat.isAuditFile(start), let parts = AuditFileParts(of: url)
    else { return [] }
    return Array(parts.files.dropFirst())
  }

  /// What is wrong with a file of no known format.
  private func unrecognised(_ start: FileStart, _ path: String) -> Finding {
    if start.bytes.isEmpty { return BookFindings.empty(file: path) }
    return StrangeFile(start)?.finding(file: path) ?? BookFindings.unknownFormat(file: path)
  }
}
