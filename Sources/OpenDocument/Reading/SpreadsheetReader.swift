import Foundation
import LibXML2

/// Reads an OpenDocument spreadsheet, `.ods` or `.fods`, as a stream of rows.
///
/// Memory stays bounded whatever the file holds: a row at a time, repeats laid out as they come.
/// Files from outside are checked before anything is inflated. Formulas are never calculated.
///
/// ```swift
/// try SpreadsheetReader(file: file).read { event in
///   if case .row(let row) = event { total += row.cells.count }
/// }
/// ```
public struct SpreadsheetReader {
  /// What a document holds, in its order; a sheet comes before its rows.
  public enum Event: Sendable, Hashable {
    /// A sheet begins.
    case sheet(ReadSheet)
    /// A row of the sheet that began last; rows without any cell are left out.
    case row(ReadRow)
    /// A name for cells.
    case name(ReadName)
  }

  private let source: ByteSource
  private let limits: ReadingLimits

  /// Opens a file.
  ///
  /// - Throws: `SpreadsheetReadError` where it cannot be opened.
  public init(
    file: URL, limits: ReadingLimits = ReadingLimits()
  ) throws(SpreadsheetReadError) {
    source = try ByteSource(file: file)
    self.limits = limits
  }

  /// Takes a document in memory.
  public init(_ data: Data, limits: ReadingLimits = ReadingLimits()) {
    source = ByteSource(data)
    self.limits = limits
  }

  /// Reads the document from its start.
  ///
  /// - Parameter visit: takes each event; it stops the reading by throwing.
  /// - Throws: `SpreadsheetReadError` where the file cannot be read or is refused, and what `visit`
  ///   throws. What was handed over before belongs to a file that is not whole.
  public func read(_ visit: (Event) throws -> Void) throws {
    try withoutActuallyEscaping(visit) { visit in
      let content = ContentReader(limits: limits, visit: visit)
      let textLimit = max(limits.textBytes, 1 << 16)
      let parser = XMLStreamParser(
        limits: .init(depth: limits.depth, textBytes: textLimit), names: ContentName.list,
        tokens: content)
      switch try kind() {
      case .package: try readPackage(parser)
      case .xml: try readXML(parser)
      }
      guard content.isSpreadsheet else {
        throw SpreadsheetReadError(.notSpreadsheet("office:body"))
      }
    }
  }

  private enum Kind {
    case package, xml
  }

  /// Tells the two forms of a document by their first bytes.
  private func kind() throws(SpreadsheetReadError) -> Kind {
    guard source.count > 0 else { throw SpreadsheetReadError(.empty) }
    let head = try source.bytes(at: 0, count: min(source.count, 256))
    if head.starts(with: [0x50, 0x4B]) { return .package }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw SpreadsheetReadError(.excel) }
    // A mark of the encoding or a blank may stand before the first element.
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 9, 10, 13, 32]
    guard head.first(where: { !marks.contains($0) }) == UInt8(ascii: "<") else {
      throw SpreadsheetReadError(.notOpenDocument)
    }
    return .xml
  }

  private func readPackage(_ parser: XMLStreamParser) throws {
    let package = try PackageReader(source, limits: limits)
    try package.checkKind()
    guard let entry = package.directory["content.xml"] else { return }
    try reading("content.xml") {
      try package.read(entry) { try parser.feed($0) }
      try parser.finish()
    }
  }

  private func readXML(_ parser: XMLStreamParser) throws {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    try reading("office:document") {
      while true {
        let count = try source.fill(&piece, at: offset)
        if count == 0 { break }
        offset += count
        try piece.withUnsafeBufferPointer {
          try parser.feed(UnsafeBufferPointer(rebasing: $0.prefix(count)))
        }
      }
      try parser.finish()
    }
  }

  private func reading(_ part: String, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as XMLStreamError {
      throw SpreadsheetReadError(.xml(part, error))
    }
  }
}
