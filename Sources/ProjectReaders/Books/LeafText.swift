import ImpactModel

/// The text of an element that has no others in it, collected without a string for each part.
struct LeafText {
  private var bytes: [UInt8] = []

  /// Forgets the text.
  mutating func clear() {
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
  }

  /// Adds a part.
  mutating func add(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }

  /// The text without the blanks around it.
  var trimmed: String {
    guard let first = bytes.firstIndex(where: { !LeafText.isBlank($0) }),
      let last = bytes.lastIndex(where: { !LeafText.isBlank($0) })
    else { return "" }
    let text = String(decoding: bytes[first...last], as: UTF8.self)
    // Outside ASCII there are other blanks, and marks that join with the one before them.
    let isPlain = bytes[first] < 0x80 && bytes[last] < 0x80
    return isPlain ? text : String(decoding: bytes, as: UTF8.self).trimmingSpaces()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

extension String {
  /// The text, of a long one the first characters.
  func cut(to longest: Int) -> String {
    // No character takes less than a byte.
    utf8.count <= longest ? self : String(prefix(longest))
  }
}

extension Day {
  /// Reads the date at the start of an XML date or time: `2025-12-31T09:00:00`.
  init?(startOf text: String) {
    let start = text.utf8.prefix(11)
    // Behind the day there may be a mark that joins with its last digit.
    guard start.count == 10 || (start.count == 11 && start.allSatisfy { $0 < 0x80 }) else {
      return nil
    }
    var numbers = (0, 0, 0)
    var place = 0
    for byte in start.prefix(10) {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (48...57).contains(byte) else { return nil }
        let digit = Int(byte) - 48
        if place < 4 {
          numbers.0 = numbers.0 * 10 + digit
        } else if place < 7 {
          numbers.1 = numbers.1 * 10 + digit
        } else {
          numbers.2 = numbers.2 * 10 + digit
        }
      }
      place += 1
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }
}
