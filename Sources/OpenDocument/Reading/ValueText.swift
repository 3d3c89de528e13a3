/// Values as OpenDocument writes them, whatever the language of the document.
enum ValueText {
  /// A finite number in the form of `xsd:double`: `-1.5`, `1e-05`.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let short = shortNumber(bytes) { return short }
    // Names of infinity and hexadecimal digits would be numbers to Swift, but are none here.
    let isPlain = bytes.allSatisfy {
      isDigit($0) || $0 == minus || $0 == plus || $0 == point || $0 | 0x20 == UInt8(ascii: "e")
    }
    guard isPlain, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// A date, with a time of day or without: `2025-12-31`, `2025-12-31T08:30:00`.
  static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> ReadDate? {
    if let day = shortDate(bytes) { return day }
    let text = String(decoding: bytes, as: UTF8.self)
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first else { return nil }
    let parts = first.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count >= 4, parts[1].count == 2, parts[2].count == 2,
      let year = whole(parts[0]), let month = whole(parts[1]), let day = whole(parts[2]),
      CalendarDay.exists(year: year, month: month, day: day)
    else { return nil }
    guard halves.count == 2 else { return ReadDate(year: year, month: month, day: day) }
    guard let seconds = timeOfDay(halves[1]) else { return nil }
    return ReadDate(year: year, month: month, day: day, seconds: seconds)
  }

  /// A length of time in days, hours, minutes and seconds: `PT27H30M00S` is 99,000 seconds.
  static func duration(_ text: String) -> Double? {
    let isNegative = text.hasPrefix("-")
    guard text.dropFirst(isNegative ? 1 : 0).first == "P" else { return nil }
    var rest = text.dropFirst(isNegative ? 2 : 1)
    var seconds = 0.0
    var units: [(Character, Double)] = [("D", 86_400)]
    while let next = rest.first {
      if next == "T" {
        units = [("H", 3_600), ("M", 60), ("S", 1)]
        rest = rest.dropFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      guard let unit = rest.popFirst(), let index = units.firstIndex(where: { $0.0 == unit }),
        let count = decimal(digits)
      else { return nil }
      seconds += count * units[index].1
      units.removeFirst(index + 1)
    }
    guard seconds.isFinite else { return nil }
    return isNegative ? -seconds : seconds
  }

  /// A whole number, as counts of repeats are; a count that no memory holds is the largest.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>, least: Int = 1) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy(isDigit) else { return nil }
    var value = 0
    for byte in bytes {
      value = min(value * 10 + Int(byte - zero), largestCount)
    }
    return value >= least ? value : nil
  }

  /// The largest count that is told from a larger one; sums and products of two of them fit.
  static let largestCount = 1 << 30

  private static let (zero, nine) = (UInt8(ascii: "0"), UInt8(ascii: "9"))
  private static let (minus, plus) = (UInt8(ascii: "-"), UInt8(ascii: "+"))
  private static let point = UInt8(ascii: ".")

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  /// Up to fifteen digits with a point: both parts of the quotient are exact, so that its rounding
  /// is the only one (Clinger, 1990).
  private static func shortNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var digits = 0
    var decimals = -1
    var value: Int64 = 0
    for (index, byte) in bytes.enumerated() {
      if isDigit(byte) {
        value = value &* 10 &+ Int64(byte - zero)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == point, decimals < 0 {
        decimals = 0
      } else if byte != minus || index != 0 {
        return nil
      }
      if digits > 15 { return nil }
    }
    guard digits > 0, powersOfTen.indices.contains(max(0, decimals)) else { return nil }
    let magnitude = Double(value) / powersOfTen[max(0, decimals)]
    return bytes.first == minus ? -magnitude : magnitude
  }

  /// A day of a year of four digits, as nearly all are: `2025-12-31`.
  private static func shortDate(_ text: UnsafeBufferPointer<UInt8>) -> ReadDate? {
    guard text.count == 10 else { return nil }
    var value = 0
    for (index, byte) in text.enumerated() {
      if index == 4 || index == 7 {
        guard byte == minus else { return nil }
      } else {
        guard isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - zero)
      }
    }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    guard CalendarDay.exists(year: year, month: month, day: day) else { return nil }
    return ReadDate(year: year, month: month, day: day)
  }

  private static func timeOfDay(_ text: Substring) -> Double? {
    let bare = text.hasSuffix("Z") ? text.dropLast() : text
    let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 2, parts[1].count == 2,
      let hours = whole(parts[0]), let minutes = whole(parts[1]), let seconds = decimal(parts[2]),
      hours < 24, minutes < 60, seconds < 60
    else { return nil }
    return Double(hours * 3_600 + minutes * 60) + seconds
  }

  private static func whole(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.count <= 9, text.utf8.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }

  private static func decimal(_ text: Substring) -> Double? {
    let isPlain = text.utf8.allSatisfy { isDigit($0) || $0 == point }
    return isPlain ? Double(text) : nil
  }
}
