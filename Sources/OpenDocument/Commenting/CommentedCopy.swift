import Foundation

/// A copy of a spreadsheet with comments on its cells, in which everything else stays as it is.
///
/// Of a package only `content.xml` changes, and in it only the cells concerned: of several cells or
/// rows alike, the one that gets a comment is taken apart. All other parts, pictures and charts
/// among them, keep their bytes. Memory holds a row at a time.
///
/// ```swift
/// var copy = CommentedCopy()
/// copy.add("Is this right?", sheet: "Inputs", cell: CellAddress(column: 6, row: 2))
/// try copy.write(from: file, to: annotated)
/// ```
public struct CommentedCopy: Sendable {
  private var comments: [String: [Int: [Int: String]]] = [:]

  /// The first words of what an earlier copy added to a comment; it is taken out from there on.
  public var mark: String?
  /// A sheet that is put before the others.
  public var added: AddedSheet?

  /// Makes a copy without comments.
  ///
  /// - Parameters:
  ///   - mark: the first words of what an earlier copy added to a comment.
  ///   - added: a sheet that is put before the others.
  public init(mark: String? = nil, added: AddedSheet? = nil) {
    self.mark = mark
    self.added = added
  }

  /// Puts a comment on a cell, behind the one that it has; new lines are paragraphs.
  ///
  /// A second comment for the same cell takes the place of the first.
  public mutating func add(_ text: String, sheet: String, cell: CellAddress) {
    comments[sheet, default: [:]][cell.row, default: [:]][cell.column] = text
  }

  /// The rows of a sheet that get comments, in order, with what is said of which column.
  func rows(of sheet: String) -> [(row: Int, comments: [Int: String])] {
    (comments[sheet] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Writes the copy of a file, `.ods` or `.fods`; a file of that name is replaced.
  ///
  /// Where writing fails an incomplete file is left, so write beside the place and rename. Comments
  /// for sheets and rows that are not there are left out.
  ///
  /// - Throws: `SpreadsheetReadError` where the file cannot be read or is refused,
  ///   `CommentingError` where it is signed or written in an unusual way, `SpreadsheetError` where a
  ///   comment cannot be written, and errors of the file.
  public func write(
    from file: URL, to copy: URL, limits: ReadingLimits = ReadingLimits()
  ) throws {
    let source = try ByteSource(file: file)
    let head = try source.bytes(at: 0, count: min(source.count, 2))
    if head == [0x50, 0x4B] {
      try writePackage(PackageReader(source, limits: limits), to: copy)
    } else {
      try writeFlat(source, to: copy)
    }
  }

  private func writePackage(_ package: PackageReader, to copy: URL) throws {
    try package.checkKind()
    let signatures = ["META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml"]
    guard signatures.allSatisfy({ package.directory[$0] == nil }) else {
      throw CommentingError.signed
    }
    let writer = try PackageWriter(file: copy)
    // The type comes first, whatever the order was.
    let order = { (entry: PackageEntry) in entry.name == "mimetype" ? -1 : entry.offset }
    let entries = package.directory.names.compactMap { package.directory[$0] }
      .sorted { order($0) < order($1) }
    for entry in entries { try write(entry, of: package, to: writer) }
    try writer.finish()
  }

  private func write(
    _ entry: PackageEntry, of package: PackageReader, to writer: PackageWriter
  ) throws {
    if entry.name == "mimetype" || entry.name.hasSuffix("/") {
      return try writer.store(entry.name, try package.bytes(of: entry.name, limit: 1 << 10) ?? [])
    }
    try writer.begin(entry.name)
    if entry.name == "content.xml" {
      let inserter = CommentInserter(self) { try writer.write($0) }
      try package.read(entry) { try inserter.feed($0) }
      try inserter.finish()
    } else {
      try package.read(entry) { try writer.write(Array($0)) }
    }
    try writer.end()
  }

  private func writeFlat(_ source: ByteSource, to copy: URL) throws {
    try Data().write(to: copy)
    let handle = try FileHandle(forWritingTo: copy)
    let inserter = CommentInserter(self) { try handle.write(contentsOf: Data($0)) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = try piece.withUnsafeMutableBufferPointer { try source.fill($0, at: offset) }
      if count == 0 { break }
      offset += count
      try piece.withUnsafeBufferPointer {
        try inserter.feed(UnsafeBufferPointer(rebasing: $0.prefix(count)))
      }
    }
    try inserter.finish()
    try handle.close()
  }
}
