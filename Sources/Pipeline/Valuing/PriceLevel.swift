import IndicatorKit

/// What brings a price of another year or another currency to those of the report.
///
/// A price of year y is multiplied by the index of the base year over that of y, each in force on
/// 31 December; a foreign currency by the exchange rate on the last day of the reporting period.
struct PriceLevel: Sendable {
  /// A factor with the dated parameters that it is made of.
  struct Factor: Sendable, Hashable {
    /// Above zero; 1 where nothing is converted.
    let value: Double
    /// The parameters, none where nothing is converted.
    let parameters: [Used]

    static let none = Factor(value: 1, parameters: [])
  }

  /// A parameter on the day on which it was looked up.
  struct Used: Sendable, Hashable {
    let label: Text
    let parameter: ParameterValue
  }

  private let baseYear: Int
  private let currency: Currency
  private let lastDay: Day
  private let indexID: String
  private let parameters: ParameterTable

  /// Takes the base year, the currency and the parameters of a project.
  init(_ project: LoadedProject) {
    let description = project.description
    baseYear = description.priceBaseYear
    currency = description.currency
    lastDay = description.period.last
    indexID = PriceLevel.indexID(description.neighbourhood.country)
    parameters = project.parameters
  }

  /// The identifier of a country's price index, as in `price_index.nl`.
  static func indexID(_ country: Country) -> String {
    "price_index.\(country.rawValue.lowercased())"
  }

  /// The identifier of an exchange rate: how many of `to` one of `from` is, as in
  /// `exchange_rate.gbp_eur`.
  static func rateID(from: Currency, to: Currency) -> String {
    "exchange_rate.\(from.code.lowercased())_\(to.code.lowercased())"
  }

  /// The factor for prices of a year; `nil` where an index that it needs is not known.
  func factor(year: Int?) -> Factor? {
    guard let year, year != baseYear else { return Factor.none }
    // Two series, as one of 1900 = 100 and one of 2015 = 100, make no factor together.
    guard let then = index(year), let now = index(baseYear),
      then.parameter.unit == now.parameter.unit
    else { return nil }
    let value = now.parameter.value / then.parameter.value
    guard value.isFinite, value > 0 else { return nil }
    return Factor(value: value, parameters: [then, now])
  }

  /// The factor for amounts of another currency; `nil` where the exchange rate is not known.
  func factor(from other: Currency) -> Factor? {
    guard other != currency else { return Factor.none }
    let id = PriceLevel.rateID(from: other, to: currency)
    guard let rate = parameters.value(id, on: lastDay), rate.value > 0, rate.value.isFinite else {
      return nil
    }
    let label = Text(
      "Exchange rate of \(other) on \(lastDay.text(in: .english))",
      nl: "Wisselkoers van \(other) op \(lastDay.text(in: .dutch))")
    return Factor(value: rate.value, parameters: [Used(label: label, parameter: rate)])
  }

  private func index(_ year: Int) -> Used? {
    guard let day = Day(year: year, month: 12, day: 31),
      let found = parameters.value(indexID, on: day), found.value > 0, found.value.isFinite
    else { return nil }
    let label = Text(
      "Price index on 31 December \(year)", nl: "Prijsindex op 31 december \(year)")
    return Used(label: label, parameter: found)
  }
}
