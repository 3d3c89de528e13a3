/// Markup of rows and cells, straight into bytes; sheets have millions of them.
///
/// Everything else is written by `XMLWriter`, which keeps elements nested. Text is escaped here as
/// it is there.
struct MarkupBytes {
  private(set) var bytes: [UInt8] = []

  /// How many bytes wait.
  var count: Int { bytes.count }

  /// Takes the bytes written so far.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.capacity)
    return taken
  }

  /// Adds markup that this library wrote.
  mutating func append(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Adds bytes that were escaped before.
  mutating func append(_ escaped: [UInt8]) { bytes.append(contentsOf: escaped) }

  /// Adds an attribute with any text.
  mutating func attribute(_ name: StaticString, _ text: String) throws(SpreadsheetError) {
    append(name)
    try self.text(text)
    append("\"")
  }

  /// Adds a text.
  mutating func text(_ text: String) throws(SpreadsheetError) {
    var copy = text
    let wrong = copy.withUTF8 { escape($0) }
    if let wrong { throw SpreadsheetError(.controlCharacter(wrong)) }
  }

  /// Adds a text that needs no escape.
  mutating func plain(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  /// Adds a number as XML Schema writes it.
  mutating func number(_ value: Double) throws(SpreadsheetError) {
    try NumberText.append(value, to: &bytes)
  }

  /// Adds a whole number.
  mutating func whole(_ value: Int, width: Int = 1) {
    NumberText.append(whole: value, width: width, to: &bytes)
  }

  /// Adds a text with its marks escaped, or gives the character that XML cannot hold.
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var previous = (UInt8(0), UInt8(0))
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case 9: append("&#9;")
      case 10: append("&#10;")
      case 13: append("&#13;")
      case 0..<0x20: return Unicode.Scalar(byte)
      // U+FFFE and U+FFFF, the only other characters that XML cannot hold.
      case 0xBE where previous == (0xEF, 0xBF): return "\u{FFFE}"
      case 0xBF where previous == (0xEF, 0xBF): return "\u{FFFF}"
      default: bytes.append(byte)
      }
      previous = (previous.1, byte)
    }
    return nil
  }
}
