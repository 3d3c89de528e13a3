/// Markup of rows and cells, straight into bytes; sheets have millions of them.
///
/// Everything else is written by `XMLWriter`, which keeps elements nested. Text is escaped here as
/// it is there.
struct MarkupBytes {
  // All of it is initialised and stays when the bytes are passed on: to ask the system for fresh
  // memory for each block took an eighth of the time of a large sheet.
  private var room: [UInt8] = []

  /// How many bytes wait.
  private(set) var count = 0

  /// The bytes written so far.
  var bytes: [UInt8] { Array(room.prefix(count)) }

  /// Takes the bytes written so far.
  mutating func take() -> [UInt8] {
    let taken = bytes
    removeAll()
    return taken
  }

  /// Forgets the bytes, and keeps their room.
  mutating func removeAll() { count = 0 }

  /// Lends the bytes written so far.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0.prefix(count))) }
  }

  /// Adds markup that this library wrote.
  @inline(__always)
  mutating func append(_ markup: StaticString) {
    plain(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Adds bytes that were escaped before.
  mutating func append(_ escaped: [UInt8]) { escaped.withUnsafeBufferPointer { plain($0) } }

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

  /// Adds a text that needs no escape, between markup that this library wrote.
  @inline(__always)
  mutating func plain(
    _ text: UnsafeBufferPointer<UInt8>, from start: StaticString = "", until end: StaticString = ""
  ) {
    let (before, after) = (start.utf8CodeUnitCount, end.utf8CodeUnitCount)
    write(atMost: before + text.count + after) { room in
      room.update(from: start.utf8Start, count: before)
      if let first = text.baseAddress { (room + before).update(from: first, count: text.count) }
      (room + before + text.count).update(from: end.utf8Start, count: after)
      return before + text.count + after
    }
  }

  /// Adds a number as XML Schema writes it.
  mutating func number(_ value: Double) throws(SpreadsheetError) {
    let before = count
    write(atMost: NumberText.longest) { NumberText.write(hundredths: value, to: $0) }
    guard count == before else { return }
    var text = try NumberText.text(value)
    text.withUTF8 { plain($0) }
  }

  /// Adds a whole number.
  mutating func whole(_ value: Int, width: Int = 1) {
    write(atMost: NumberText.longest) { NumberText.write(whole: value, width: width, to: $0) }
  }

  /// Adds a text with its marks escaped, or gives the character that XML cannot hold.
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var previous = (UInt8(0), UInt8(0))
    var (start, index) = (0, 0)
    while index < text.count {
      let byte = text[index]
      switch byte {
      // U+FFFE and U+FFFF, the only characters beside the controls that XML cannot hold.
      case 0xBE where previous == (0xEF, 0xBF): return "\u{FFFE}"
      case 0xBF where previous == (0xEF, 0xBF): return "\u{FFFF}"
      default: break
      }
      previous = (previous.1, byte)
      if let escaped = MarkupBytes.escape(byte) {
        plain(UnsafeBufferPointer(rebasing: text[start..<index]), until: escaped)
        start = index + 1
      } else if byte < 0x20 {
        return Unicode.Scalar(byte)
      }
      index += 1
    }
    plain(UnsafeBufferPointer(rebasing: text[start...]))
    return nil
  }

  private static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 9: "&#9;"
    case 10: "&#10;"
    case 13: "&#13;"
    default: nil
    }
  }

  /// Lends room for some bytes to a closure that says how many of them it wrote.
  @inline(__always)
  private mutating func write(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if room.count - count < most { grow(by: most) }
    let place = count
    count += room.withUnsafeMutableBufferPointer { room in
      room.baseAddress.map { body($0 + place) } ?? 0
    }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let size = max(2 * room.count, count + more, 64)
    // An array and not `repeatElement`, which without the optimiser takes 200 times as long.
    room.append(contentsOf: [UInt8](repeating: 0, count: size - room.count))
  }
}
