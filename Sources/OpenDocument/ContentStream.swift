import LibXML2

/// The content of a document while it is being written.
final class ContentStream {
  /// How many bytes wait before they are passed on: a block worth compressing by itself.
  private static let blockSize = 1 << 18

  /// What stands around the rows; they go into `cells`, which is ahead of it.
  var xml: XMLWriter
  // Changed for each cell, by one thread and one call at a time: the check would take longer.
  @exclusivity(unchecked) var cells: CellWriter
  private let output: ((inout MarkupBytes) throws -> Void)?

  /// Begins a content.
  ///
  /// - Parameters:
  ///   - styles: the styles that are known before.
  ///   - output: takes the bytes, and may give others for their room; without one nothing is kept
  ///     but styles.
  init(
    styles: CellStyles = CellStyles(), xml: XMLWriter = XMLWriter(),
    output: ((inout MarkupBytes) throws -> Void)?
  ) {
    cells = CellWriter(styles: styles)
    self.xml = xml
    self.output = output
  }

  /// Moves what stands before the rows ahead of them.
  func beginRows() throws(XMLWriterError) {
    try xml.text("")
    cells.markup.append(xml.takeBytes())
  }

  /// Passes on what was written, in blocks.
  func flush(all: Bool = false) throws {
    if all { cells.markup.append(xml.takeBytes()) }
    guard all || cells.markup.count >= ContentStream.blockSize else { return }
    try output?(&cells.markup)
    cells.markup.removeAll()
  }
}
