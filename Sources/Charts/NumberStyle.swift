import ImpactModel

/// How a number with a unit is shown to a reader in a language.
///
/// Decimals are fixed per unit; spaces inside a number do not break.
public struct NumberStyle: Sendable, Hashable {
  /// What the number counts.
  public let unit: Unit
  /// The currency of amounts.
  public let currency: Currency
  /// The reader's language.
  public let language: Language

  /// Makes a style.
  public init(unit: Unit, currency: Currency, language: Language) {
    self.unit = unit
    self.currency = currency
    self.language = language
  }

  /// Shows a number with the decimals of its unit; a share as a percentage.
  public func text(_ value: Double) -> String { text(value, decimals: unit.decimals) }

  /// Shows a number with a given number of decimals.
  public func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    if unit.isPercentage { return number(value * 100, decimals) + "%" }
    if unit.isMoney { return amount(value, decimals) }
    let symbol = unit.symbol[language]
    return number(value, decimals) + (symbol.isEmpty ? "" : "\u{A0}" + symbol)
  }

  /// Shows a number with as few decimals as hold it, at most a given number.
  public func shortText(_ value: Double, atMost decimals: Int) -> String {
    let shown = unit.isPercentage ? value * 100 : value
    let fewest = (0..<max(0, decimals)).first {
      DecimalText.round(shown, decimals: $0) == DecimalText.round(shown, decimals: decimals)
    }
    return text(value, decimals: fewest ?? decimals)
  }

  /// Shows a price per unit: whole amounts without decimals, all others with two.
  public func priceText(_ value: Double) -> String {
    text(value, decimals: DecimalText.round(value, decimals: 2) == value.rounded() ? 0 : 2)
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    DecimalText.rounded(value, decimals: decimals, in: language)
  }

  /// The sign stands before the currency, which Dutch sets off by a space.
  private func amount(_ value: Double, _ decimals: Int) -> String {
    let rounded = number(value, decimals)
    let isNegative = rounded.hasPrefix("−")
    let magnitude = isNegative ? String(rounded.dropFirst()) : rounded
    let needsSpace = language == .dutch || currency.symbol == currency.code
    return (isNegative ? "−" : "") + currency.symbol + (needsSpace ? "\u{A0}" : "") + magnitude
  }
}
