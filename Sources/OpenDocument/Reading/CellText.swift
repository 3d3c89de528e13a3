/// The text of one cell or comment, while its paragraphs are read.
///
/// OpenDocument 1.3 (part 3, 6.1.2) makes one blank of each run of blanks, tabs and new lines, and
/// none at the start of a paragraph; wanted ones are elements of their own. But LibreOffice Calc
/// saves runs of blanks as they are (7.4, measured), so only a run with a new line or a tab in it,
/// which is the layout of the XML, is taken together.
struct CellText {
  private(set) var bytes: [UInt8] = []
  private var paragraphs = 0
  private var paragraphStart = 0
  private var blankStart: Int?
  private var isLayout = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes room for another cell.
  mutating func reset() {
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    paragraphs = 0
  }

  /// Begins a paragraph.
  mutating func beginParagraph() throws(SpreadsheetReadError) {
    (blankStart, isLayout) = (nil, false)
    if paragraphs > 0 { try append(10, count: 1) }
    paragraphs += 1
    paragraphStart = bytes.count
  }

  /// Ends a paragraph; layout behind its last letter is dropped.
  mutating func endParagraph() {
    if isLayout, let blankStart { bytes.removeSubrange(blankStart...) }
    (blankStart, isLayout) = (nil, false)
  }

  /// Adds the text between two tags.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) throws(SpreadsheetReadError) {
    try check(text.count)
    // Nearly all texts are without layout.
    if !isLayout, !text.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) {
      let letters = text.reversed().drop { $0 == 0x20 }.count
      if letters > 0 { blankStart = nil }
      if letters < text.count, blankStart == nil { blankStart = bytes.count + letters }
      bytes.append(contentsOf: text)
      return
    }
    for byte in text {
      switch byte {
      case 0x20:
        if blankStart == nil { blankStart = bytes.count }
        bytes.append(byte)
      case 9, 10, 13:
        if blankStart == nil { blankStart = bytes.count }
        isLayout = true
      default:
        if blankStart != nil { endBlanks() }
        bytes.append(byte)
      }
    }
  }

  /// Adds wanted blanks, tabs or line breaks.
  mutating func append(_ byte: UInt8, count: Int) throws(SpreadsheetReadError) {
    endBlanks()
    try check(count)
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }

  private mutating func endBlanks() {
    if isLayout, let blankStart {
      bytes.removeSubrange(blankStart...)
      if blankStart > paragraphStart { bytes.append(0x20) }
    }
    (blankStart, isLayout) = (nil, false)
  }

  private func check(_ count: Int) throws(SpreadsheetReadError) {
    guard count <= limit - bytes.count else {
      throw SpreadsheetReadError(.textBytes(limit: limit))
    }
  }
}
