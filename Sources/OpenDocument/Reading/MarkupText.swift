/// Texts and values of XML that hold more than plain ASCII.
enum MarkupText {
  /// Whether a text holds `]]>`, which would end a section of characters.
  static func closesSection(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let mark = UInt8(ascii: "]")
    var previous = (UInt8(0), UInt8(0))
    for byte in bytes {
      if byte == UInt8(ascii: ">"), previous == (mark, mark) { return true }
      previous = (previous.1, byte)
    }
    return false
  }

  /// Resolves references in place; what they stand for is never longer than they are.
  ///
  /// - Parameter keepsAmpersands: whether an ampersand becomes `&#38;`, as libxml2 has it in values.
  /// - Returns: how many bytes there are then; `nil` for a reference that XML does not define.
  static func resolve(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, keepsAmpersands: Bool
  ) -> Int? {
    let longest = 12
    var (from, to) = (0, 0)
    while from < bytes.count {
      guard bytes[from] == UInt8(ascii: "&") else {
        bytes[to] = bytes[from]
        (from, to) = (from + 1, to + 1)
        continue
      }
      let rest = bytes[(from + 1)...].prefix(longest)
      guard let close = rest.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: rest[..<close], as: UTF8.self))
      else { return nil }
      let text = scalar == "&" && keepsAmpersands ? "&#38;" : String(scalar)
      for byte in text.utf8 {
        bytes[to] = byte
        to += 1
      }
      from = close + 1
    }
    return to
  }

  /// The character of a reference, without its marks: `amp`, `#38`, `#x26`.
  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard name.hasPrefix("#"), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    let isCharacter =
      value >= 0x20 && value != 0xFFFE && value != 0xFFFF || [9, 10, 13].contains(value)
    return isCharacter ? scalar : nil
  }
}
