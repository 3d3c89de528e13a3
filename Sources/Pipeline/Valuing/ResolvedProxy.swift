import IndicatorKit

/// A financial proxy at the report's prices and in its currency, or the reason why it is not.
struct ResolvedProxy: Sendable {
  /// The cells of a proxy in which its value or the name of its parameter stands.
  struct Cells: Sendable {
    var value: Origin?
    var valueFrom: Origin?
  }

  let row: Proxy
  /// The value of one unit at the report's prices, absent where it could not be had.
  let value: Estimate?
  /// What the value was multiplied by.
  let factor: PriceLevel.Factor
  /// The parameters that the value itself was taken from.
  let taken: [PriceLevel.Used]
  let absence: Text?
  let origin: Origin
  private let named: Estimate?

  /// Brings a proxy to the report's prices; where the index is not known, its own year's stay.
  init(_ row: Proxy, cells: Cells, in project: LoadedProject, prices: PriceLevel) {
    self.row = row
    let source = Source(row, in: project)
    named = source.value
    taken = source.used
    let index = prices.factor(year: row.priceYear) ?? .none
    let exchange = ResolvedProxy.exchange(row.currency, prices)
    let parameters = index.parameters + (exchange?.parameters ?? [])
    factor = PriceLevel.Factor(
      value: index.value * (exchange?.value ?? 1), parameters: parameters)
    let cell = row.valueFrom == nil ? cells.value : cells.valueFrom
    origin = .combined(
      ([cell].compactMap(\.self) + (source.used + parameters).map(\.parameter.origin))
        .removingDoubles)
    guard let named else {
      value = nil
      absence = source.absence
      return
    }
    guard exchange != nil else {
      value = nil
      absence = Text(
        "its financial proxy is in another currency, of which no exchange rate is known",
        nl: "de financiële proxy is in een andere munt, waarvan geen wisselkoers bekend is")
      return
    }
    value = parameters.isEmpty ? named : named.scaled(by: factor.value)
    absence =
      value == nil
      ? Text("its financial proxy is too large", nl: "de financiële proxy is te groot") : nil
  }

  /// The value as its source has it, absent where nothing was converted.
  var given: Estimate? { factor.parameters.isEmpty ? nil : named }

  /// All parameters behind the value, those that it was taken from first.
  var parameters: [PriceLevel.Used] { taken + factor.parameters }

  /// Who says so: the author's words, and the parameter, whose own source the report lists.
  var source: String {
    guard let parameter = taken.first?.parameter else { return row.source }
    return "\(row.source) (\(parameter.id))"
  }

  private static func exchange(_ code: String?, _ prices: PriceLevel) -> PriceLevel.Factor? {
    guard let code else { return PriceLevel.Factor.none }
    return Currency(code).flatMap { prices.factor(from: $0) }
  }
}

extension ResolvedProxy {
  /// The value of a proxy in its own prices and currency.
  private struct Source {
    var value: Estimate?
    var used: [PriceLevel.Used] = []
    var absence: Text?

    init(_ row: Proxy, in project: LoadedProject) {
      guard let id = row.valueFrom else {
        value = row.value
        absence = row.value == nil ? ResolvedProxy.noValue : nil
        return
      }
      guard row.value == nil else {
        absence = ResolvedProxy.twice
        return
      }
      do {
        let found = try ProxyParameter(id, of: row, in: project)
        value = found.value
        used = found.used
      } catch {
        absence = error.absence
      }
    }
  }

  private static let noValue = Text(
    "its financial proxy has no value", nl: "de financiële proxy heeft geen waarde")

  private static let twice = Text(
    "its financial proxy has a number and a parameter as its value",
    nl: "de financiële proxy heeft zowel een getal als een parameter als waarde")
}

extension [Origin] {
  /// The origins without those that an earlier one equals.
  fileprivate var removingDoubles: [Origin] {
    var seen: Set<Origin> = []
    return filter { seen.insert($0).inserted }
  }
}
