import LibXML2

/// The content of a document while it is being written.
final class ContentStream {
  /// How many bytes wait before they are passed on: a block worth compressing by itself.
  private static let blockSize = 1 << 18

  /// What stands around the rows; rows go into `markup`, which is ahead of it.
  var xml: XMLWriter
  var markup = MarkupBytes()
  var names = CellNames()
  var styles: CellStyles
  private let output: (([UInt8]) throws -> Void)?

  /// Begins a content.
  ///
  /// - Parameters:
  ///   - styles: the styles that are known before.
  ///   - output: takes the bytes; without one nothing is kept but styles.
  init(
    styles: CellStyles = CellStyles(), xml: XMLWriter = XMLWriter(),
    output: (([UInt8]) throws -> Void)?
  ) {
    self.styles = styles
    self.xml = xml
    self.output = output
  }

  /// Moves what stands before the rows ahead of them.
  func beginRows() throws(XMLWriterError) {
    try xml.text("")
    markup.append(xml.takeBytes())
  }

  /// Passes on what was written, in blocks.
  func flush(all: Bool = false) throws {
    if all { markup.append(xml.takeBytes()) }
    guard all || markup.count >= ContentStream.blockSize else { return }
    let block = markup.take()
    try output?(block)
  }

  /// Writes one cell.
  func write(_ cell: Cell, in area: PlacedArea?, frames: [[UInt8]] = []) throws {
    markup.append("<table:table-cell")
    try writeStyle(role: cell.role, value: cell.value, area)
    if let formula = cell.formula {
      try markup.attribute(" table:formula=\"of:=", text: formula.text)
    }
    try CellMarkup.writeType(of: cell.value, to: &markup)
    let hasContent = cell.comment != nil || !frames.isEmpty || cell.value.isText
    guard hasContent else {
      markup.append("/>")
      return
    }
    markup.append(">")
    if let comment = cell.comment { try CellMarkup.write(comment: comment, to: &markup) }
    if case .text(let text) = cell.value {
      try CellMarkup.write(text, link: cell.link, to: &markup)
    } else if cell.link != nil {
      throw SpreadsheetError(.linkWithoutText)
    }
    for frame in frames { markup.append(frame) }
    markup.append("</table:table-cell>")
  }

  /// Writes empty cells.
  func writeEmpty(_ count: Int, in area: PlacedArea? = nil) throws {
    guard count > 0 else { return }
    markup.append("<table:table-cell")
    try writeStyle(role: area?.role ?? .plain, value: .empty, area)
    if count > 1 {
      markup.append(" table:number-columns-repeated=\"")
      markup.whole(count)
      markup.append("\"")
    }
    markup.append("/>")
  }

  private func writeStyle(role: CellRole, value: CellContent, _ area: PlacedArea?) throws {
    if let highlight = area?.highlight {
      let name = try styles.name(role: role, value: value, area: highlight)
      markup.attribute(" table:style-name=\"", name)
    } else if let name = styles.name(role: role, value: value) {
      markup.attribute(" table:style-name=\"", name)
    }
    if let validation = area?.validation {
      markup.attribute(" table:content-validation-name=\"", validation)
    }
  }
}

extension CellContent {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}
