import ImpactModel

/// How a bank writes a day: `yyyy-mm-dd`, `dd-mm-yyyy`, `yyyymmdd` and the like.
///
/// `d-m-yyyy` stands for days and months that have one digit below ten; two digits are read too.
struct DateForm: Sendable, Hashable {
  private let pattern: [UInt8]
  /// What stands between day and month where these may have one digit.
  private let looseMark: UInt8?

  /// Takes a pattern of four `y`, two `m`, two `d` and marks, or of one `m` and one `d` between marks;
  /// gives `nil` where it is none.
  init?(_ text: String) {
    let pattern = Array(text.lowercased().utf8)
    func count(_ letter: UInt8) -> Int { pattern.count { $0 == letter } }
    guard count(121) == 4, pattern.count <= 10,
      pattern.allSatisfy({ [121, 109, 100, 45, 46, 47].contains($0) })
    else { return nil }
    if count(109) == 2, count(100) == 2 {
      self.pattern = pattern
      looseMark = nil
      return
    }
    guard count(109) == 1, count(100) == 1,
      let mark = pattern.first(where: DateForm.isMark), count(mark) == 2, pattern.count == 8
    else { return nil }
    let parts = pattern.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.count == 1 || $0.count == 4 }) else { return nil }
    self.pattern = Array(
      parts.map { $0.count == 1 ? $0 + $0 : $0 }.joined(separator: CollectionOfOne(mark)))
    looseMark = mark
  }

  /// The day in a text of this form and no other.
  func day(_ text: String) -> Day? {
    let bytes = looseMark.map { DateForm.padded(text, by: $0) } ?? Array(text.utf8)
    guard bytes.count == pattern.count else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (byte, letter) in zip(bytes, pattern) {
      let digit = Int(byte) - 48
      let isDigit = (0...9).contains(digit)
      switch letter {
      case 121 where isDigit: year = year * 10 + digit
      case 109 where isDigit: month = month * 10 + digit
      case 100 where isDigit: day = day * 10 + digit
      default: guard letter == byte, !isDigit else { return nil }
      }
    }
    return Day(year: year, month: month, day: day)
  }

  private static func isMark(_ byte: UInt8) -> Bool { (45...47).contains(byte) }

  /// A text with a zero before each part of one digit.
  private static func padded(_ text: String, by mark: UInt8) -> [UInt8] {
    let parts = text.utf8.split(separator: mark, omittingEmptySubsequences: false)
    return Array(
      parts.map { $0.count == 1 ? [48] + Array($0) : Array($0) }
        .joined(separator: CollectionOfOne(mark)))
  }
}
