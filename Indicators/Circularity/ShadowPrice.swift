import IndicatorKit

/// What avoided emissions are worth to society at the Dutch shadow price of CO2.
///
/// CE Delft, Handboek Milieuprijzen 2023, tables 1 and 2: low, central and high, prices of 2021.
struct ShadowPrice {
  static let low = card("low", Text("CO2 shadow price, low", nl: "CO2-schaduwprijs, laag"))
  static let central = card(
    "central", Text("CO2 shadow price, central", nl: "CO2-schaduwprijs, midden"))
  static let high = card("high", Text("CO2 shadow price, high", nl: "CO2-schaduwprijs, hoog"))

  /// All parameters that are looked up.
  static let parameters = [low, central, high]

  static let value = MeasureCard(
    "co2e_value", Text("Value of the CO2e avoided", nl: "Waarde van de vermeden CO2e"),
    help: Text(
      "The CO2e avoided by repair times the central Dutch shadow price, at prices of 2021 and not indexed; the range is by the low and the high price. It is in the ratio only where an outcome row has the kilograms as its quantity and the price as its proxy.",
      nl:
        "De door reparatie vermeden CO2e maal de middelste Nederlandse schaduwprijs, in prijzen van 2021 en niet geïndexeerd; de marge is met de lage en de hoge prijs. In de ratio komt dit alleen als een effectregel de kilo’s als aantal en de prijs als proxy heeft."
    ),
    kind: .computed, unit: .euro2021, aggregation: .sum)

  private let prices: (low: ParameterValue, central: ParameterValue, high: ParameterValue)?

  /// Looks up what is in force on the last day of the reporting period.
  init(_ project: ProjectData) throws(NotMeasurable) {
    let low = try project.parameter(Self.low)
    let central = try project.parameter(Self.central)
    let high = try project.parameter(Self.high)
    guard let low, let central, let high else {
      prices = nil
      return
    }
    prices = (low, central, high)
  }

  /// Values the avoided emissions; where these have no value, the reason is handed on.
  func measure(_ avoided: Measure) -> Measure {
    if let reason = avoided.absence { return Self.value.notMeasurable(reason) }
    guard let prices, let kilograms = avoided.value,
      prices.low.value <= prices.central.value, prices.central.value <= prices.high.value
    else { return Self.value.notMeasurable(Self.noPrices) }
    let measure = Self.value.computed(
      kilograms * prices.central.value,
      inputs: [
        NamedNumber(
          "co2e_avoided", AvoidedEmissions.avoided.label, kilograms, unit: .kilogramCO2e)
      ] + [prices.low, prices.central, prices.high].map(Self.named), rule: Self.rule,
      from: .combined(
        [avoided.origin] + [prices.low, prices.central, prices.high].map(\.origin))
    ).reckoned(.product(["co2e_avoided", "price_central"]))
    guard kilograms >= 0 else { return measure }
    return measure.ranging(kilograms * prices.low.value...kilograms * prices.high.value)
  }

  private static func named(_ price: ParameterValue) -> NamedNumber {
    let level = String(price.id.split(separator: ".").last ?? "")
    let label = parameters.first { $0.id == price.id }?.label ?? Text(verbatim: price.id)
    return NamedNumber("price_\(level)", label, price.value, unit: .euro2021PerKilogram)
  }

  private static func card(_ level: String, _ label: Text) -> ParameterCard {
    ParameterCard("co2_shadow_price.nl.\(level)", label, unit: .euro2021PerKilogram)
  }

  private static let rule = Text(
    "kilograms of CO2e × central shadow price; lowest and highest with the low and the high price",
    nl: "kilo’s CO2e × middelste schaduwprijs; laagste en hoogste met de lage en de hoge prijs")

  private static let noPrices = Text(
    "there is no low, central and high shadow price, in this order, on the last day of the period",
    nl:
      "er is geen lage, middelste en hoge schaduwprijs, in die volgorde, op de laatste dag van de periode"
  )
}

extension Unit {
  /// Euros at the prices of 2021.
  static let euro2021 = Unit(
    code: "EUR(2021)", symbol: Text(verbatim: "EUR (2021)"),
    decimals: 0)
  /// Euros at the prices of 2021 per kilogram.
  static let euro2021PerKilogram = Unit(
    code: "EUR(2021)/kg",
    symbol: Text(verbatim: "EUR (2021)/kg"), decimals: 2)
}
