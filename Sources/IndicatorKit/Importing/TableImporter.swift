/// Turns files of one format into rows of the tables that its module declares.
///
/// An importer opens no file: it is handed the text of one. What it gives is checked afterwards
/// under the declaration of the table, so that it need not look at bounds, choices or days itself.
public protocol TableImporter: Sendable {
  /// Which files it reads, and into which tables.
  static var card: ImporterCard { get }
  /// Makes the importer; it has no state.
  init()
  /// Tells whether a file is of this format, by its first characters.
  ///
  /// - Parameter opening: the first 4,096 bytes of the file as text, without a byte order mark.
  func recognises(_ opening: String) -> Bool
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - text: the text of the file, at most 100 MB.
  ///   - file: its path, for the addresses of findings.
  /// - Returns: each table of the card once, or a finding of severity error that says why not.
  func read(_ text: String, file: String) -> ImportedFile
}

/// The card of an importer.
public struct ImporterCard: Sendable {
  /// One segment, unique in the program.
  public let id: String
  /// What readers see: the name of the format.
  public let title: Text
  /// What of such a file is read and what is not, in one or two sentences.
  public let summary: Text
  /// The endings of its files in small letters, without the point.
  public let fileExtensions: [String]
  /// The tables that it fills; the card of the indicator declares them too.
  public let tables: [any TableRow.Type]
  /// Raised whenever the importer reads differently, so that no stored reading is used again.
  public let version: Int

  /// Declares an importer.
  public init(
    id: String, title: Text, summary: Text, fileExtensions: [String],
    tables: [any TableRow.Type], version: Int
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.tables = tables
    self.version = version
  }
}

/// What an importer found in a file.
public struct ImportedFile: Sendable, Hashable {
  /// The tables.
  public let tables: [ImportedTable]
  /// What is wrong or worth knowing, in the order of the file.
  public let findings: [Finding]

  /// Makes the result of an import.
  public init(tables: [ImportedTable], findings: [Finding] = []) {
    self.tables = tables
    self.findings = findings
  }

  /// Makes the result of an import that failed.
  public init(failed finding: Finding) { self.init(tables: [], findings: [finding]) }
}
