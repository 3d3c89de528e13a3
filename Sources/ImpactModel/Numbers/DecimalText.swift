/// Numbers as people read them and as files carry them.
///
/// Rounding happens only here, half away from zero on the shortest decimal text of the number,
/// so that 1.005 shows as 1.01, as it does in LibreOffice.
public enum DecimalText {
  /// The shortest text that reads back as the same number, as XML and OpenDocument take it.
  ///
  /// - Parameter value: a finite number; what is not finite gives an empty text.
  public static func exact(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number rounded for a reader, with the thousands and decimal marks of a language.
  public static func rounded(_ value: Double, decimals: Int, in language: Language) -> String {
    guard value.isFinite else { return "–" }
    let (negative, whole, fraction) = roundedDigits(value, decimals: max(0, decimals))
    let (thousands, mark) = language == .dutch ? (".", ",") : (",", ".")
    var grouped = ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { grouped += thousands }
      grouped.append(digit)
    }
    let isZero = (whole + fraction).allSatisfy { $0 == "0" }
    return (negative && !isZero ? "−" : "") + grouped + (fraction.isEmpty ? "" : mark + fraction)
  }

  /// The number rounded half away from zero, as a number again.
  public static func round(_ value: Double, decimals: Int) -> Double {
    guard value.isFinite else { return value }
    let (negative, whole, fraction) = roundedDigits(value, decimals: max(0, decimals))
    let magnitude = Double(whole + "." + (fraction.isEmpty ? "0" : fraction)) ?? value.magnitude
    return negative ? -magnitude : magnitude
  }

  /// Sign, digits before and digits after the mark, rounded half away from zero.
  private static func roundedDigits(
    _ value: Double, decimals: Int
  ) -> (negative: Bool, whole: String, fraction: String) {
    var (digits, point) = plainDigits(value.magnitude)
    let keep = point + decimals
    if keep < 0 {
      digits = []
      point = 0
    } else if keep < digits.count {
      let roundsUp = digits[keep] >= 5
      digits.removeSubrange(keep...)
      if roundsUp {
        var index = keep - 1
        while index >= 0, digits[index] == 9 {
          digits[index] = 0
          index -= 1
        }
        if index >= 0 {
          digits[index] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
    }
    while digits.count < point + decimals { digits.append(0) }
    let text = digits.map(String.init).joined()
    let whole = String(text.prefix(point))
    return (value < 0, whole.isEmpty ? "0" : whole, String(text.dropFirst(point).prefix(decimals)))
  }

  /// The digits of the shortest text, with leading zeros where the number is below one, and how
  /// many of them stand before the mark.
  private static func plainDigits(_ magnitude: Double) -> (digits: [Int], point: Int) {
    let parts = magnitude.description.split(separator: "e")
    let mantissa = parts.first ?? "0"
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = (halves.first ?? "").compactMap(\.wholeNumberValue)
    var point = digits.count + exponent
    digits += (halves.count > 1 ? halves[1] : "").compactMap(\.wholeNumberValue)
    if point < 0 {
      digits.insert(contentsOf: [Int](repeating: 0, count: -point), at: 0)
      point = 0
    }
    while digits.count < point { digits.append(0) }
    return (digits, point)
  }
}
