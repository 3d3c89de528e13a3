import ImpactModel

/// A table of the picture, before it becomes a sheet or a part of a page.
struct PictureTable {
  /// A value with the way in which it is shown.
  enum Value: Hashable {
    case nothing
    case words(String)
    case whole(Int)
    case number(Double)
    case share(Double, decimals: Int = 1)
    case money(Double, currency: String)
  }

  /// The name on its tab.
  let tab: Text
  /// The title.
  let title: Text
  /// What a reader must know beside it.
  let notes: [Text]
  /// The headings, with whether numbers stand below.
  let headings: [(text: Text, isNumber: Bool)]
  /// The rows, each with a value for every heading.
  let rows: [[Value]]
}

extension PictureTable.Value {
  static func words(_ text: String?) -> PictureTable.Value {
    text.map { .words($0) } ?? .nothing
  }

  static func number(_ value: Double?) -> PictureTable.Value {
    value.map { .number($0) } ?? .nothing
  }

  /// An amount; of an unknown currency it is a mere number.
  static func money(_ value: Double?, _ currency: String?) -> PictureTable.Value {
    guard let value else { return .nothing }
    return currency.map { .money(value, currency: $0) } ?? .number(value)
  }

  /// A number of things, without decimals where it is whole.
  static func amount(_ value: Double?) -> PictureTable.Value {
    guard let value else { return .nothing }
    return value == value.rounded()
      ? Int(exactly: value).map { .whole($0) } ?? .number(value)
      : .number(value)
  }

  /// A value of a unit as files write it.
  static func of(_ value: Double?, unit: String, currency: String?) -> PictureTable.Value {
    guard let value else { return .nothing }
    if let currency { return .money(value, currency: currency) }
    if unit == Unit.percent.code { return .share(value) }
    return [Unit.count.code, Unit.people.code].contains(unit) ? .amount(value) : .number(value)
  }

  /// The value as people read it.
  func shown(in language: Language) -> String {
    switch self {
    case .nothing: "–"
    case .words(let words): words
    case .whole(let number): DecimalText.rounded(Double(number), decimals: 0, in: language)
    case .number(let number): DecimalText.rounded(number, decimals: 2, in: language)
    case .share(let share, let decimals):
      DecimalText.rounded(share * 100, decimals: decimals, in: language) + " %"
    case .money(let amount, let currency):
      "\(currency) \(DecimalText.rounded(amount, decimals: 0, in: language))"
    }
  }
}
