import ImpactModel
import LibXML2

extension XMLTokenList {
  /// The text of a token without the blanks around it.
  func trimmed(_ token: Token) -> String { XMLText(token, of: self).string }
}

/// A text of a document without the blanks around it, valid as long as the list that it is of.
///
/// Most texts of a large file are only compared or read as numbers, for which their bytes will do.
struct XMLText {
  /// The text in UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Takes the text of a token.
  init(_ token: XMLTokenList.Token, of list: XMLTokenList) {
    let all = list.text(of: token)
    guard let first = all.firstIndex(where: { !isBlank($0) }),
      let last = all.lastIndex(where: { !isBlank($0) })
    else {
      bytes = UnsafeBufferPointer(rebasing: all.prefix(0))
      return
    }
    let range = first..<(last + 1)
    // Outside ASCII there are other blanks, and marks that join with the one before them.
    let isPlain = all[first] < 0x80 && all[last] < 0x80
    bytes = UnsafeBufferPointer(rebasing: all[isPlain ? range : XMLText.trimmed(all) ?? range])
  }

  /// Where the text is without blanks of any kind, `nil` where it is not UTF-8.
  private static func trimmed(_ all: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let text = String(decoding: all, as: UTF8.self)
    guard text.utf8.count == all.count else { return nil }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return 0..<0 }
    let start = text.utf8.distance(from: text.startIndex, to: first)
    return start..<text.utf8.distance(from: text.startIndex, to: text.index(after: last))
  }

  /// Whether there is nothing but blanks.
  var isEmpty: Bool { bytes.isEmpty }

  /// The text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the text is a word of ASCII letters.
  func isWord(_ word: StaticString) -> Bool {
    word.utf8CodeUnitCount == bytes.count
      && bytes.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: bytes.count))
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
    guard let day = text.withUTF8({ Day(startOf: $0) }) else { return nil }
    self = day
  }

  /// Reads the date at the start of an XML date or time in UTF-8.
  init?(startOf bytes: UnsafeBufferPointer<UInt8>) {
    // Behind the day there may be a mark that joins with its last digit.
    guard bytes.count == 10 || (bytes.count > 10 && bytes[10] < 0x80) else { return nil }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
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
