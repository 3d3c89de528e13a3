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
    bytes.reserveCapacity(taken.count)
    return taken
  }

  /// Adds markup that this library wrote.
  mutating func append(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Adds bytes that were escaped before.
  mutating func append(_ escaped: [UInt8]) { bytes.append(contentsOf: escaped) }

  /// Adds an attribute that needs no escape: a name of a style, a count.
  mutating func attribute(_ name: StaticString, _ value: some Collection<UInt8>) {
    append(name)
    bytes.append(contentsOf: value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds an attribute with any text.
  mutating func attribute(_ name: StaticString, text: String) throws(SpreadsheetError) {
    append(name)
    try escape(text.utf8, inAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a text.
  mutating func text(_ text: Substring.UTF8View) throws(SpreadsheetError) {
    try escape(text, inAttribute: false)
  }

  /// Adds a number as XML Schema writes it.
  mutating func number(_ value: Double) throws(SpreadsheetError) {
    try NumberText.append(value, to: &bytes)
  }

  /// Adds a whole number.
  mutating func whole(_ value: Int, width: Int = 1) {
    NumberText.append(whole: value, width: width, to: &bytes)
  }

  private mutating func escape(
    _ text: some Collection<UInt8>, inAttribute: Bool
  ) throws(SpreadsheetError) {
    var isPlain = true
    for byte in text where MarkupBytes.isSpecial(byte) { isPlain = false }
    if isPlain {
      bytes.append(contentsOf: text)
      return
    }
    var previous = (UInt8(0), UInt8(0))
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case 10 where inAttribute: append("&#10;")
      case 9 where inAttribute: append("&#9;")
      case 13: append("&#13;")
      case 9, 10: bytes.append(byte)
      case 0..<0x20: throw SpreadsheetError(.controlCharacter(Unicode.Scalar(byte)))
      // U+FFFE and U+FFFF, the only other characters that XML cannot hold.
      case 0xBE,
        0xBF where previous == (0xEF, 0xBF):
        throw SpreadsheetError(.controlCharacter(byte == 0xBE ? "\u{FFFE}" : "\u{FFFF}"))
      default: bytes.append(byte)
      }
      previous = (previous.1, byte)
    }
  }

  /// Whether a byte needs a second look.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
  }
}
