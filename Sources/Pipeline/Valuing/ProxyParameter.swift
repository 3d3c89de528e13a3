import IndicatorKit

/// The value that a financial proxy takes from a parameter, with its range.
///
/// A parameter whose last segment is `central` has its range from the parameters beside it that
/// end in `low` and `high`, where they are in force; any other parameter is exact.
struct ProxyParameter: Sendable {
  /// The most likely value, and the range where the parameter has one.
  let value: Estimate
  /// The parameters that it was made of, the value first.
  let used: [PriceLevel.Used]

  /// Looks up the parameter that a proxy names, as it is on the last day of the reporting period.
  ///
  /// - Throws: `Unusable` where there is none, or where it cannot be a price of this proxy.
  init(_ id: String, of proxy: Proxy, in project: LoadedProject) throws(Unusable) {
    let description = project.description
    let day = description.period.last
    guard !Self.isTariff(id) else { throw .tariff(id) }
    guard let central = project.parameters.value(id, on: day) else {
      throw .missing(id, on: day, near: Self.near(id, in: project.parameters))
    }
    try Self.check(central, of: proxy, currency: description.currency)
    let ends = Self.ends(of: id).map { ids in
      (project.parameters.value(ids.low, on: day), project.parameters.value(ids.high, on: day))
    }
    guard let ends, ends.0 != nil || ends.1 != nil else {
      value = Estimate(central.value)
      used = [Self.used(central, Self.valueLabel(proxy))]
      return
    }
    guard let low = ends.0, let high = ends.1, low.isPrintable, high.isPrintable,
      low.unit == central.unit, high.unit == central.unit,
      let estimate = Estimate(central.value, low: low.value, high: high.value)
    else { throw .range(id) }
    value = estimate
    used = [
      Self.used(central, Self.valueLabel(proxy)), Self.used(low, Self.lowLabel(proxy)),
      Self.used(high, Self.highLabel(proxy)),
    ]
  }

  /// The identifiers that a proxy looks up when its value comes from a parameter.
  static func identifiers(_ id: String) -> [String] {
    [id] + (ends(of: id).map { [$0.low, $0.high] } ?? [])
  }

  /// The parameters of the range, for one whose last segment is `central`.
  private static func ends(of id: String) -> (low: String, high: String)? {
    guard id.hasSuffix(".central") else { return nil }
    let stem = id.dropLast("central".count)
    return ("\(stem)low", "\(stem)high")
  }

  /// Tariffs of the social-return clause say what effort counts for, and never feed the ratio.
  private static func isTariff(_ id: String) -> Bool { id.hasPrefix("social_return.") }

  private static func check(
    _ found: ParameterValue, of proxy: Proxy, currency own: Currency
  ) throws(Unusable) {
    guard found.isPrintable else { throw .notPrintable(found.id) }
    guard found.value.isFinite, abs(found.value) <= 1e9 else { throw .tooLarge(found.id) }
    // The table “parameters” has no units: there the author answers for year and currency.
    guard let text = found.unit else { return }
    guard let unit = PriceUnit(text) else { throw .notMoney(found.id, unit: text) }
    let currency = proxy.currency.map { Currency($0) } ?? own
    // A code that is no currency has a finding of its own.
    if let currency, currency != unit.currency {
      throw .currency(found.id, theirs: unit.currency, ours: currency)
    }
    if let year = unit.year, year != proxy.priceYear { throw .year(found.id, year) }
  }

  private static func used(_ value: ParameterValue, _ label: Text) -> PriceLevel.Used {
    PriceLevel.Used(label: label, parameter: value)
  }

  private static func valueLabel(_ proxy: Proxy) -> Text {
    Text("Financial proxy \(proxy.id)", nl: "Financiële proxy \(proxy.id)")
  }

  private static func lowLabel(_ proxy: Proxy) -> Text {
    Text("Lowest of financial proxy \(proxy.id)", nl: "Laagste van financiële proxy \(proxy.id)")
  }

  private static func highLabel(_ proxy: Proxy) -> Text {
    Text("Highest of financial proxy \(proxy.id)", nl: "Hoogste van financiële proxy \(proxy.id)")
  }
}
