import ImpactModel

/// How a bank writes a day: `yyyy-mm-dd`, `dd-mm-yyyy`, `yyyymmdd` and the like.
struct DateForm: Sendable, Hashable {
  private let pattern: [UInt8]

  /// Takes a pattern of four `y`, two `m`, two `d` and marks, or gives `nil` where it is none.
  init?(_ text: String) {
    let pattern = Array(text.lowercased().utf8)
    func count(_ letter: UInt8) -> Int { pattern.count { $0 == letter } }
    guard count(121) == 4, count(109) == 2, count(100) == 2, pattern.count <= 10,
      pattern.allSatisfy({ [121, 109, 100, 45, 46, 47].contains($0) })
    else { return nil }
    self.pattern = pattern
  }

  /// The day in a text of this form and no other.
  func day(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
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
}
