import IndicatorKit

/// A financial proxy at the report's prices and in its currency, or the reason why it is not.
struct ResolvedProxy: Sendable {
  let row: Proxy
  /// The value of one unit at the report's prices, absent where it could not be had.
  let value: Estimate?
  /// What the value was multiplied by.
  let factor: PriceLevel.Factor
  let absence: Text?
  let origin: Origin

  /// Brings a proxy to the report's prices; where the index is not known, its own year's stay.
  init(_ row: Proxy, cell: Origin?, prices: PriceLevel) {
    self.row = row
    let index = prices.factor(year: row.priceYear) ?? .none
    let exchange = ResolvedProxy.exchange(row.currency, prices)
    let parameters = index.parameters + (exchange?.parameters ?? [])
    factor = PriceLevel.Factor(
      value: index.value * (exchange?.value ?? 1), parameters: parameters)
    origin = .combined(
      ([cell].compactMap(\.self) + parameters.map(\.parameter.origin)).removingDoubles)
    guard exchange != nil else {
      value = nil
      absence = Text(
        "its financial proxy is in another currency, of which no exchange rate is known",
        nl: "de financiële proxy is in een andere munt, waarvan geen wisselkoers bekend is")
      return
    }
    value = parameters.isEmpty ? row.value : row.value.scaled(by: factor.value)
    absence =
      value == nil
      ? Text("its financial proxy is too large", nl: "de financiële proxy is te groot") : nil
  }

  /// The value as its source has it, absent where nothing was converted.
  var given: Estimate? { factor.parameters.isEmpty ? nil : row.value }

  private static func exchange(_ code: String?, _ prices: PriceLevel) -> PriceLevel.Factor? {
    guard let code else { return PriceLevel.Factor.none }
    return Currency(code).flatMap { prices.factor(from: $0) }
  }
}

extension [Origin] {
  /// The origins without those that an earlier one equals.
  fileprivate var removingDoubles: [Origin] {
    var seen: Set<Origin> = []
    return filter { seen.insert($0).inserted }
  }
}
