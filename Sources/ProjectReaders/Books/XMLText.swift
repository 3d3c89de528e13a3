import ImpactModel
import LibXML2

extension XMLTokenList {
  /// The text of a token without the blanks around it.
  func trimmed(_ token: Token) -> String {
    let bytes = text(of: token)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[first...last]), as: UTF8.self)
    // Outside ASCII there are other blanks, and marks that join with the one before them.
    let isPlain = bytes[first] < 0x80 && bytes[last] < 0x80
    return isPlain ? text : String(decoding: bytes, as: UTF8.self).trimmingSpaces()
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

extension String {
  /// The text, of a long one the first characters.
  func cut(to longest: Int) -> String {
    // No character takes less than a byte.
    utf8.count <= longest ? self : String(prefix(longest))
  }
}

extension Day {
  /// Reads `2025-12-31` and nothing else.
  init?(xml text: String) {
    guard text.utf8.count == 10 else { return nil }
    self.init(startOf: text)
  }

  /// Reads the date at the start of an XML date or time: `2025-12-31T09:00:00`.
  init?(startOf text: String) {
    var text = text
    let parts = text.withUTF8 { bytes -> (year: Int, month: Int, day: Int)? in
      // Behind the day there may be a mark that joins with its last digit.
      guard bytes.count == 10 || (bytes.count > 10 && bytes[10] < 0x80) else { return nil }
      guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
        let day = number(bytes[8..<10])
      else { return nil }
      return (year, month, day)
    }
    guard let parts else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}

/// The number of which these are the digits.
private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var number = 0
  for digit in digits {
    guard (48...57).contains(digit) else { return nil }
    number = number * 10 + Int(digit) - 48
  }
  return number
}
