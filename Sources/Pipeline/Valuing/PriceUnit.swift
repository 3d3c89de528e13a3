import ImpactModel

/// What a parameter's unit says of an amount of money: `EUR(2021)/kg` is euros of 2021 per kilogram.
struct PriceUnit: Sendable, Hashable {
  /// The currency.
  let currency: Currency
  /// The year of which it is a price, where the unit says so.
  let year: Int?

  /// Reads a unit as parameter tables write it; `nil` where it is not one of money.
  init?(_ unit: String) {
    guard let amount = unit.split(separator: "/", omittingEmptySubsequences: false).first,
      let code = amount.split(separator: "(", omittingEmptySubsequences: false).first,
      let currency = Currency(String(code))
    else { return nil }
    let rest = amount.dropFirst(code.count)
    guard !rest.isEmpty else {
      self.init(currency: currency, year: nil)
      return
    }
    let digits = rest.dropFirst().dropLast()
    guard rest.last == ")", digits.count == 4, digits.allSatisfy({ ("0"..."9").contains($0) }),
      let year = Int(digits)
    else { return nil }
    self.init(currency: currency, year: year)
  }

  private init(currency: Currency, year: Int?) {
    self.currency = currency
    self.year = year
  }
}
