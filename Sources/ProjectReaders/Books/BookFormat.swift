import Foundation
import ImpactModel

/// A file of the books: where it lies, and what its addresses call it.
struct BookFile {
  /// The file.
  let url: URL
  /// Its path relative to the project's folder.
  let path: String
}

/// What the reading of a file of the books came to; its lines went to the sink.
public struct BookReading: Sendable, Hashable {
  /// The format with its version, empty where none was recognised.
  public let format: String
  /// What was found, in the order of the file.
  public let findings: [Finding]
  /// How many entries were left out because they are not booked yet.
  public let pendingEntries: Int

  /// Makes a reading.
  public init(format: String, findings: [Finding], pendingEntries: Int = 0) {
    self.format = format
    self.findings = findings
    self.pendingEntries = pendingEntries
  }

  /// Whether the file may count: no finding is an error.
  public var isSound: Bool { !findings.contains { $0.severity == .error } }
}

/// One format of book files: recognises a file by its content, and reads it as a stream.
protocol BookFormat: Sendable {
  /// What kind of source its files are.
  var form: LedgerBook.Form { get }

  /// Whether a file that starts so is of this format, or claims to be.
  func recognises(_ start: FileStart) -> Bool

  /// Reads a file into a sink; it counts only where no finding is an error.
  ///
  /// - Throws: where the file cannot be opened, or what the sink threw.
  func read(_ file: BookFile, into sink: any LedgerSink) throws -> BookReading
}
