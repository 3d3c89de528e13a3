/// A computation written out in numbers, as in `386 400 ÷ 196 300`.
public indirect enum Arithmetic: Sendable, Hashable {
  /// A number without an identifier of its own, such as a discount factor.
  case number(Double, Unit)
  /// The value of a figure.
  case figure(FigureID, Double, Unit)
  /// Everything added.
  case sum([Arithmetic])
  /// The first less the second.
  case difference(Arithmetic, Arithmetic)
  /// Everything multiplied.
  case product([Arithmetic])
  /// The first divided by the second.
  case quotient(Arithmetic, Arithmetic)
  /// The same thing multiplied by itself; a power of zero is 1.
  case power(Arithmetic, Int)

  /// How many terms of one sum a reader is shown.
  public static let shownTerms = 12

  /// What it comes to; not finite where something is divided by zero.
  public var value: Double {
    switch self {
    case .number(let value, _), .figure(_, let value, _): value
    case .sum(let terms): terms.reduce(0) { $0 + $1.value }
    case .difference(let first, let second): first.value - second.value
    case .product(let factors): factors.reduce(1) { $0 * $1.value }
    case .quotient(let first, let second): first.value / second.value
    case .power(let base, let exponent):
      (0..<max(0, exponent)).reduce(1) { result, _ in result * base.value }
    }
  }

  /// The figures in it, each once, in the order in which they are written.
  public var figures: [FigureID] {
    var seen: Set<FigureID> = []
    return everyFigure.filter { seen.insert($0).inserted }
  }

  /// Writes the computation in the marks of a language.
  public func text(in language: Language) -> String {
    switch self {
    case .number(let value, let unit), .figure(_, let value, let unit):
      return ShownNumber.text(value, unit, in: language)
    case .sum(let terms): return Arithmetic.text(ofSum: terms, in: language)
    case .difference(let first, let second):
      return first.text(in: language) + " − " + second.guarded(in: language)
    case .product(let factors):
      return factors.map { $0.guarded(in: language) }.joined(separator: " × ")
    case .quotient(let first, let second):
      return first.guarded(in: language) + " ÷ " + second.guarded(in: language)
    case .power(let base, let exponent):
      return exponent == 1
        ? base.guarded(in: language) : "\(base.guarded(in: language))^\(exponent)"
    }
  }

  private var everyFigure: [FigureID] {
    switch self {
    case .number: []
    case .figure(let id, _, _): [id]
    case .sum(let parts), .product(let parts): parts.flatMap(\.everyFigure)
    case .difference(let first, let second), .quotient(let first, let second):
      first.everyFigure + second.everyFigure
    case .power(let base, _): base.everyFigure
    }
  }

  /// The text, in brackets where its parts would otherwise be read apart.
  private func guarded(in language: Language) -> String {
    switch self {
    case .number(let value, _), .figure(_, let value, _):
      value < 0 ? "(\(text(in: language)))" : text(in: language)
    case .power: text(in: language)
    case .sum, .difference, .product, .quotient: "(\(text(in: language)))"
    }
  }

  private static func text(ofSum terms: [Arithmetic], in language: Language) -> String {
    guard !terms.isEmpty else { return "0" }
    var text = ""
    for (position, term) in terms.prefix(shownTerms).enumerated() {
      let own = term.text(in: language)
      if position == 0 {
        text = own
      } else if own.hasPrefix("−") {
        text += " − " + own.dropFirst()
      } else {
        text += " + " + own
      }
    }
    let more = terms.count - shownTerms
    guard more > 0 else { return text }
    return text + Text(" + … (\(more) more)", nl: " + … (nog \(more))")[language]
  }
}

/// Numbers as an explanation shows them: with as many decimals as keep them within 0.1 %.
public enum ShownNumber {
  /// Gives a number without its unit, but with a percent sign where it is a share.
  public static func text(_ value: Double, _ unit: Unit, in language: Language) -> String {
    let shown = unit.isPercentage ? value * 100 : value
    let isFactor = unit.decimals > 2 && shown == shown.rounded()
    let least = unit.isPercentage || isFactor ? 0 : unit.decimals
    let decimals = decimals(for: shown, atLeast: least, isMoney: unit.isMoney)
    let text = DecimalText.rounded(shown, decimals: decimals, in: language)
    return unit.isPercentage ? text + " %" : text
  }

  /// Gives a number with its unit, an amount with the sign of its currency.
  public static func text(
    _ value: Double, _ unit: Unit, currency: Currency, in language: Language
  ) -> String {
    let number = text(value, unit, in: language)
    if unit.isMoney { return "\(currency.symbol) \(number)" }
    let symbol = unit.symbol[language]
    return unit.isPercentage || symbol.isEmpty ? number : "\(number) \(symbol)"
  }

  /// Gives a number with its range and the range's shape: `72 (64–80, triangular)`.
  public static func text(
    _ estimate: Estimate, _ unit: Unit, currency: Currency? = nil, in language: Language
  ) -> String {
    let value =
      currency.map { text(estimate.value, unit, currency: $0, in: language) }
      ?? text(estimate.value, unit, in: language)
    guard let low = estimate.low, let high = estimate.high else { return value }
    let ends = [low, high].map { text($0, unit, in: language) }.joined(separator: "–")
    let shape = estimate.shape.map { ", \($0.label[language])" } ?? ""
    return "\(value) (\(ends)\(shape))"
  }

  private static func decimals(for value: Double, atLeast least: Int, isMoney: Bool) -> Int {
    let allowed = value.magnitude / 1_000
    let found =
      (least...(least + 6)).first {
        (DecimalText.round(value, decimals: $0) - value).magnitude <= allowed
      } ?? least + 6
    return isMoney && found == 1 ? 2 : found
  }
}
