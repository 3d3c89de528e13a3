import Foundation

/// An export: turns a finished report into one file.
///
/// An exporter reads no clock and no locale; the same report gives the same bytes.
public protocol Exporter: Sendable {
  /// What it writes.
  static var card: ExportCard { get }
  /// Makes the exporter; it has no state.
  init()
  /// Writes a report.
  ///
  /// - Parameters:
  ///   - report: the finished report.
  ///   - file: where to write; the caller renames the file when it is complete.
  /// - Throws: where the file cannot be written or a value cannot be carried.
  func write(_ report: Report, to file: URL) throws
  /// Writes a report beside what the exports listed before it wrote in the same run.
  ///
  /// An export that describes another's file, as a checksum does, implements this; for all others
  /// it is the same as `write(_:to:)`.
  func write(_ report: Report, beside written: [WrittenExport], to file: URL) throws
}

extension Exporter {
  /// Writes a report whatever else was written of it.
  public func write(_ report: Report, beside written: [WrittenExport], to file: URL) throws {
    try write(report, to: file)
  }
}

/// A file that an export wrote of the same report in the same run.
public struct WrittenExport: Sendable, Hashable {
  /// The identifier of the export's card.
  public let export: String
  /// The name under which the file will be found.
  public let name: String
  /// Where its bytes stand now.
  public let file: URL

  /// Names a file.
  public init(export: String, name: String, file: URL) {
    self.export = export
    self.name = name
    self.file = file
  }
}

/// An export whose form is described on a page of its own.
public protocol DocumentedExport: Exporter {
  /// The page in Markdown, made of the schema and the rules, in English and Dutch.
  static var page: String { get }
}

/// The card of an export.
public struct ExportCard: Sendable, Hashable {
  /// One segment, unique in the program.
  public let id: String
  /// What readers see.
  public let title: Text
  /// What it is good for, in one sentence.
  public let summary: Text
  /// The ending of its files, without the point.
  public let fileExtension: String
  /// The schema of its files, where it has one.
  public let schema: ExportSchema?

  /// Declares an export.
  public init(
    id: String, title: Text, summary: Text, fileExtension: String, schema: ExportSchema? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.fileExtension = fileExtension
    self.schema = schema
  }
}

/// The XML schema of an export's files.
public struct ExportSchema: Sendable, Hashable {
  /// The namespace that it declares.
  public let namespace: String
  /// The name of its file.
  public let fileName: String
  /// Its text.
  public let text: String

  /// Makes a schema.
  public init(namespace: String, fileName: String, text: String) {
    self.namespace = namespace
    self.fileName = fileName
    self.text = text
  }
}
