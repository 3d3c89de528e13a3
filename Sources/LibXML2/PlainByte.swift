/// What the bytes of a document are to the reader of plain markup.
enum PlainByte {
  /// A byte of a name, the colon behind a prefix among them.
  static let name: UInt8 = 1
  /// A blank that is no more than that; libxml2 makes a new line of the other one.
  static let blank: UInt8 = 2
  /// A byte at which a text ends.
  static let stopsText: UInt8 = 4
  /// A byte that a value holds as it stands.
  static let value: UInt8 = 8
  /// A byte of a character that is not ASCII.
  static let high: UInt8 = 16

  /// The classes of all bytes.
  static func table() -> UnsafeMutablePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { (table + Int(byte)).initialize(to: classes(of: byte)) }
    return table
  }

  private static func classes(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: ":"):
      name | value
    case 9, 10: blank
    case 0x20: blank | value
    // The greater-than sign is allowed in a text, but not behind two brackets.
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">"), 0..<0x20, 0x7F: stopsText
    case UInt8(ascii: "\""): 0
    case 0x80...: high
    default: value
    }
  }

  /// The character of one of the five references, and how many bytes it has.
  static func reference(_ start: UnsafePointer<UInt8>) -> (count: Int, character: UInt8)? {
    switch (start[1], start[2]) {
    case (UInt8(ascii: "a"), UInt8(ascii: "m")):
      start[3] == UInt8(ascii: "p") && start[4] == UInt8(ascii: ";") ? (5, UInt8(ascii: "&")) : nil
    case (UInt8(ascii: "l"), UInt8(ascii: "t")):
      start[3] == UInt8(ascii: ";") ? (4, UInt8(ascii: "<")) : nil
    case (UInt8(ascii: "g"), UInt8(ascii: "t")):
      start[3] == UInt8(ascii: ";") ? (4, UInt8(ascii: ">")) : nil
    case (UInt8(ascii: "q"), UInt8(ascii: "u")):
      start[3] == UInt8(ascii: "o") && start[4] == UInt8(ascii: "t")
        && start[5] == UInt8(ascii: ";")
        ? (6, UInt8(ascii: "\"")) : nil
    case (UInt8(ascii: "a"), UInt8(ascii: "p")):
      start[3] == UInt8(ascii: "o") && start[4] == UInt8(ascii: "s")
        && start[5] == UInt8(ascii: ";")
        ? (6, UInt8(ascii: "'")) : nil
    default: nil
    }
  }
}
