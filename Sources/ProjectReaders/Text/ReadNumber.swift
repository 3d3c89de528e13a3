import ImpactModel

/// A number in somebody else's table, with the digits that it was shown with.
///
/// The marks are read as strictly as in a project's own tables; only the currencies are more.
public struct ReadNumber: Sendable, Hashable {
  /// The number as it is written: of `20 %` it is 20.
  public let value: Double
  /// How many decimals are shown.
  public let decimals: Int
  /// Whether a percent sign stands behind it.
  public let hasPercentSign: Bool

  /// Reads a cell, or gives `nil` where it holds no number or one that can be read in two ways.
  ///
  /// - Parameters:
  ///   - text: the cell; an amount in brackets is negative, as bookkeepers write it.
  ///   - mark: the decimal mark, `nil` where it is not known.
  public init?(_ text: String, mark: DecimalMark?) {
    guard let (number, hasPercentSign) = ReadNumber.parts(text),
      let value = number.double(under: mark), let digits = number.digits(under: mark)
    else { return nil }
    self.value = value
    self.hasPercentSign = hasPercentSign
    decimals = digits.fraction.count
  }

  /// Whether a cell holds a number that can be read with a thousands mark or with decimals.
  public static func isAmbiguous(_ text: String) -> Bool {
    parts(text)?.number.isAmbiguous ?? false
  }

  /// Finds the decimal mark that most of some cells prove, `nil` where none proves one.
  public static func mark(provedBy cells: some Sequence<String>) -> DecimalMark? {
    var counts: [DecimalMark: Int] = [:]
    for cell in cells {
      if let mark = parts(cell)?.number.proof { counts[mark, default: 0] += 1 }
    }
    let (commas, points) = (counts[.comma, default: 0], counts[.point, default: 0])
    return commas == points ? nil : commas > points ? .comma : .point
  }

  private static func parts(_ text: String) -> (number: WrittenNumber, hasPercentSign: Bool)? {
    var rest = text.trimmingSpaces()
    guard rest.count <= 60, rest.contains(where: \.isASCIIDigit) else { return nil }
    var sign = ""
    if rest.first == "(", rest.last == ")" {
      rest = String(rest.dropFirst().dropLast()).trimmingSpaces()
      sign = "-"
    }
    let hasPercentSign = rest.last == "%"
    if hasPercentSign { rest = String(rest.dropLast()).trimmingSpaces() }
    if sign.isEmpty, rest.first == "-" || rest.first == "−" {
      rest = String(rest.dropFirst()).trimmingSpaces()
      sign = "-"
    }
    rest = withoutCurrency(rest)
    if rest.hasSuffix(",-") || rest.hasSuffix(",–") { rest = String(rest.dropLast(2)) }
    return WrittenNumber(sign.isEmpty ? rest : "-" + rest).map { ($0, hasPercentSign) }
  }

  /// The text without a currency before or behind it: a sign, or a code of two or three letters.
  private static func withoutCurrency(_ text: String) -> String {
    var rest = text
    let head = rest.prefix { $0.isLetter || $0.isCurrencySymbol }
    if head.contains(where: \.isCurrencySymbol) || codes.contains(String(head)) {
      rest = String(rest.dropFirst(head.count)).trimmingSpaces()
    }
    let tail = rest.reversed().prefix { $0.isLetter || $0.isCurrencySymbol }
    if tail.contains(where: \.isCurrencySymbol) || codes.contains(String(tail.reversed())) {
      rest = String(rest.dropLast(tail.count)).trimmingSpaces()
    }
    return rest
  }

  private static let codes: Set<String> = [
    "EUR", "GBP", "USD", "AUD", "NZD", "IDR", "Rp", "CHF", "euro",
  ]
}
