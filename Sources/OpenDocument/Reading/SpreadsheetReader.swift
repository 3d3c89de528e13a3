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
    try read(scans: true, visit)
  }

  /// Reads the document from its start, with the scanner of plain markup or all of it with libxml2.
  func read(scans: Bool, _ visit: (Event) throws -> Void) throws {
    try withoutActuallyEscaping(visit) { visit in
      let content = ContentReader(limits: limits, visit: visit)
      guard let (part, pieces) = try pieces() else {
        throw SpreadsheetReadError(.notSpreadsheet("office:body"))
      }
      do {
        let seen = scans ? try scan(pieces, content) : 0
        if let seen { try parse(pieces, content, seen: seen) }
      } catch let error as XMLStreamError {
        throw SpreadsheetReadError(.xml(part, error))
      }
      guard content.isSpreadsheet else {
        throw SpreadsheetReadError(.notSpreadsheet("office:body"))
      }
    }
  }

  /// Hands over the bytes of a document, from its start each time.
  private typealias Pieces = (_ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Void

  /// What the scanner throws at itself to stop the reading.
  private struct Unusual: Error {}

  private var textLimit: Int { max(limits.textBytes, 1 << 16) }

  /// Reads plain markup.
  ///
  /// - Returns: where there is other markup, how many tokens were read before it, else `nil`.
  private func scan(_ pieces: Pieces, _ content: ContentReader) throws -> Int? {
    let scanner = MarkupScanner(content, depthLimit: limits.depth, textLimit: textLimit)
    do {
      try pieces { if try !scanner.feed($0) { throw Unusual() } }
      return scanner.isComplete ? nil : scanner.handedOver
    } catch is Unusual {
      return scanner.handedOver
    }
  }

  /// Has libxml2 read the document.
  private func parse(_ pieces: Pieces, _ content: ContentReader, seen: Int) throws {
    let parser = XMLStreamParser(
      limits: .init(depth: limits.depth, textBytes: textLimit), names: ContentName.list,
      tokens: ParsedContent(content, seen: seen))
    try pieces { try parser.feed($0) }
    try parser.finish()
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

  /// The markup of the document and the name of the part that holds it; `nil` for no such part.
  private func pieces() throws -> (part: String, pieces: Pieces)? {
    switch try kind() {
    case .package:
      let package = try PackageReader(source, limits: limits)
      try package.checkKind()
      guard let entry = package.directory["content.xml"] else { return nil }
      return (entry.name, { try package.read(entry, $0) })
    case .xml: return ("office:document", readXML)
    }
  }

  private func readXML(_ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var offset = 0
    let next: BytePipe.Source = { buffer in
      let count = try source.fill(buffer, at: offset)
      offset += count
      return count
    }
    try BytePipe(next).read(ahead: false, take)
  }
}
