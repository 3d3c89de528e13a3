import Charts
import ExportKit

/// Writes figures and words in the report's language, and gives each figure its one anchor.
struct Writer {
  let language: Language
  let currency: Currency
  private var anchored: Set<FigureID> = []

  init(_ project: ProjectDescription) {
    language = project.language
    currency = project.currency
  }

  /// A text in the report's language.
  func say(_ english: String, nl dutch: String) -> String { Text(english, nl: dutch)[language] }

  /// How numbers of a unit are shown.
  func style(_ unit: Unit) -> NumberStyle {
    NumberStyle(unit: unit, currency: currency, language: language)
  }

  /// An amount of the project's currency in whole units.
  func amount(_ value: Double) -> String { style(.money).text(value) }

  /// A price per unit inside a sentence; a word joiner keeps sign and currency on one line.
  func price(_ value: Double) -> String {
    style(.money).priceText(value).replacing("−", with: "−\u{2060}")
  }

  /// A share as a percentage with as few decimals as hold it.
  func percentage(_ fraction: Double) -> String {
    style(.percent).shortText(fraction, atMost: 2)
  }

  /// A number with as few decimals as hold it, at most two.
  func plain(_ value: Double) -> String { style(.ratio).shortText(value, atMost: 2) }

  /// A number of which another is made: with the decimals of its unit, and with more only where
  /// these would leave fewer than two digits of it.
  func part(_ value: Double, _ unit: Unit) -> String {
    let shown = unit.isPercentage ? value * 100 : value
    if unit.isMoney { return shown.magnitude < 100 ? price(value) : amount(value) }
    var least = 10.0
    for _ in 0..<max(0, unit.decimals) { least /= 10 }
    let decimals = shown.magnitude < least ? max(4, unit.decimals) : unit.decimals
    return style(unit).shortText(value, atMost: decimals)
  }

  /// The value of an input as sentences and tables show it: a price, a share, a number.
  func input(_ value: Double, _ unit: Unit) -> String {
    unit.isMoney ? price(value) : style(unit).shortText(value, atMost: 2)
  }

  /// A figure that is a value of an input, on a line of its own.
  mutating func input(_ figure: Figure) -> Markup {
    let text = figure.value.map { input($0, figure.unit) } ?? notKnown(figure.absence)
    let isAbsent = figure.value == nil
    return Markup(
      "span", ["id": anchor(figure.id), "class": isAbsent ? "line absent" : "line"], text: text)
  }

  /// A figure's value, or why there is none; its first place on the page is its anchor.
  mutating func figure(_ figure: Figure, class name: String? = nil) -> Markup {
    value(figure.id, figure.value, absence: figure.absence, unit: figure.unit, class: name)
  }

  /// A value under a figure's identifier, or why there is none.
  mutating func value(
    _ id: FigureID, _ value: Double?, absence: Text?, unit: Unit, class name: String? = nil
  ) -> Markup {
    let anchor = anchor(id)
    let classes = [name, value == nil ? "absent" : nil, (value ?? 0) < 0 ? "loss" : nil]
      .compactMap { $0 }.joined(separator: " ")
    return Markup(
      "span", ["id": anchor, "class": classes.isEmpty ? nil : classes],
      text: value.map { style(unit).text($0) } ?? notKnown(absence))
  }

  /// The anchor of a figure where it is first met, and `nil` after that.
  mutating func anchor(_ id: FigureID) -> String? {
    anchored.insert(id).inserted ? id.description : nil
  }

  /// Whether a figure has its place on the page by now.
  func hasPlace(_ id: FigureID) -> Bool { anchored.contains(id) }

  /// The words for a value that is not there.
  func notKnown(_ reason: Text?) -> String {
    let words = say("not known", nl: "niet bekend")
    return reason.map { "\(words): \($0[language])" } ?? words
  }

  /// The year of prices and what brings them to the base year; absent where neither is known.
  func prices(of year: Int?, factor: Double) -> String? {
    let level = year.map { say("prices of \($0)", nl: "prijspeil \($0)") }
    let times = factor == 1 ? nil : "× " + style(.ratio).shortText(factor, atMost: 4)
    let words = [level, times].compactMap(\.self).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// An uncertain input with its range.
  func estimate(_ estimate: Estimate, _ write: (Double) -> String) -> String {
    guard let low = estimate.low, let high = estimate.high else { return write(estimate.value) }
    // A bare range is triangular; every other shape is named, as the author wrote it.
    let shape = estimate.shape.flatMap { $0 == .triangular ? nil : $0 }
    let name = shape.map { ", \($0.label[language])" } ?? ""
    return "\(write(estimate.value)) (\(write(low))–\(write(high))\(name))"
  }
}
