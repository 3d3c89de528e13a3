/// The text of one cell or comment, while its paragraphs are read.
///
/// Blanks, tabs and new lines of the XML are one blank, and none at the start of a paragraph, as
/// OpenDocument 1.3 says (part 3, 6.1.2); wanted ones are elements of their own.
struct CellText {
  private(set) var bytes: [UInt8] = []
  private var paragraphs = 0
  private var isAfterBlank = true
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes room for another cell.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    paragraphs = 0
    isAfterBlank = true
  }

  /// Begins a paragraph.
  mutating func beginParagraph() throws(SpreadsheetReadError) {
    if paragraphs > 0 { try append(10, count: 1) }
    paragraphs += 1
    isAfterBlank = true
  }

  /// Adds the text between two tags.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) throws(SpreadsheetReadError) {
    try check(text.count)
    for byte in text {
      guard byte == 0x20 || byte == 9 || byte == 10 || byte == 13 else {
        bytes.append(byte)
        isAfterBlank = false
        continue
      }
      if !isAfterBlank { bytes.append(0x20) }
      isAfterBlank = true
    }
  }

  /// Adds wanted blanks, tabs or line breaks.
  mutating func append(_ byte: UInt8, count: Int) throws(SpreadsheetReadError) {
    try check(count)
    bytes.append(contentsOf: repeatElement(byte, count: count))
    isAfterBlank = false
  }

  private func check(_ count: Int) throws(SpreadsheetReadError) {
    guard count <= limit - bytes.count else {
      throw SpreadsheetReadError(.textBytes(limit: limit))
    }
  }
}
