import ImpactModel

/// One record of 128 characters, with its fields by position from 1.
struct CodaRecord {
  static let length = 128

  private let characters: [UInt8]
  let line: Int
  let byte: Int

  /// Takes a line of 128 characters of Latin-1, or of UTF-8 where it is 128 characters of that.
  init?(_ line: LineCutter.Line) {
    if line.bytes.count == CodaRecord.length {
      characters = line.bytes
    } else if line.bytes.count <= CodaRecord.length * 4,
      let text = String(validating: line.bytes, as: UTF8.self),
      text.unicodeScalars.count == CodaRecord.length,
      text.unicodeScalars.allSatisfy({ $0.value < 256 })
    {
      characters = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    } else {
      return nil
    }
    self.line = line.number
    byte = line.byte
  }

  /// Whether a character is one that no text has.
  var hasControlCharacter: Bool {
    characters.contains { $0 < 32 || (0x7F...0x9F).contains($0) }
  }

  /// The kind of record: `0`, `1`, `21`, `22`, `23`, `31`, `32`, `33`, `4`, `8`, `9`.
  var kind: String {
    let first = text(1...1)
    return first == "2" || first == "3" ? text(1...2) : first
  }

  /// The text at some positions, trimmed.
  func text(_ positions: ClosedRange<Int>) -> String { raw(positions).trimmingSpaces() }

  /// The text at some positions as it stands.
  func raw(_ positions: ClosedRange<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for position in positions where characters.indices.contains(position - 1) {
      scalars.append(Unicode.Scalar(characters[position - 1]))
    }
    return String(scalars)
  }

  /// An amount of twelve digits and three decimals in cents; `nil` where it is none.
  func cents(_ positions: ClosedRange<Int>) -> Int64? {
    let digits = raw(positions)
    guard digits.utf8.count == 15, digits.allSatisfy(\.isASCIIDigit), digits.last == "0" else {
      return nil
    }
    return Int64(digits.dropLast())
  }

  /// An amount with its sign, 0 for what comes in and 1 for what goes out.
  func signedCents(sign: Int, _ positions: ClosedRange<Int>) -> Int64? {
    guard let cents = cents(positions) else { return nil }
    switch raw(sign...sign) {
    case "0": return cents
    case "1": return 0 - cents
    default: return nil
    }
  }

  /// A day of six digits, DDMMYY; years from 80 on are of the last century.
  func day(_ positions: ClosedRange<Int>) -> Day? {
    let digits = raw(positions).utf8.map { Int($0) - 48 }
    guard digits.count == 6, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let year = digits[4] * 10 + digits[5]
    return Day(
      year: year < 80 ? 2000 + year : 1900 + year, month: digits[2] * 10 + digits[3],
      day: digits[0] * 10 + digits[1])
  }
}
