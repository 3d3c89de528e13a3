import IndicatorKit

/// Prices can be brought to the base year and the currency of the report.
enum PriceCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let prices = PriceLevel(project)
    let proxies = project.rows(Proxy.self)
    let inputs = project.rows(Input.self)
    let ofProxies = proxies.indices.flatMap { position in
      let row = proxies[position]
      return [
        year(
          row.priceYear, project, prices,
          at: project.address(proxies, at: position, column: "price_year")),
        currency(
          row.currency, project, prices,
          at: project.address(proxies, at: position, column: "currency")),
      ].compactMap(\.self)
    }
    let ofInputs = inputs.indices.compactMap { position in
      year(
        inputs[position].priceYear, project, prices,
        at: project.address(inputs, at: position, column: "price_year"))
    }
    return ofInputs + ofProxies
  }

  private static func year(
    _ year: Int?, _ project: LoadedProject, _ prices: PriceLevel, at address: Address?
  ) -> Finding? {
    guard let year, prices.factor(year: year) == nil else { return nil }
    let base = project.description.priceBaseYear
    let index = PriceLevel.indexID(project.description.neighbourhood.country)
    return Finding(
      "value_map.price_year", .warning,
      Text(
        "This price is one of \(year), the report stands at those of \(base).",
        nl: "Deze prijs is van \(year), het verslag heeft het prijspeil van \(base)."),
      help: Text(
        "Add \(index) on 31 December of both years to the table “parameters”, or convert the value.",
        nl: "Zet \(index) op 31 december van beide jaren in de tabel ‘parameters’, of reken om."),
      at: address)
  }

  private static func currency(
    _ code: String?, _ project: LoadedProject, _ prices: PriceLevel, at address: Address?
  ) -> Finding? {
    guard let code else { return nil }
    guard let currency = Currency(code) else {
      return Finding(
        "value_map.unknown_currency", .error,
        Text("“\(code)” is not a currency.", nl: "‘\(code)’ is geen munt."),
        help: Text(
          "Write its three letters, as in GBP, or leave the cell empty.",
          nl: "Schrijf de drie letters, zoals GBP, of laat de cel leeg."), at: address)
    }
    guard prices.factor(from: currency) == nil else { return nil }
    let own = project.description.currency
    let rate = PriceLevel.rateID(from: currency, to: own)
    let day = project.description.period.last
    return Finding(
      "value_map.no_exchange_rate", .error,
      Text(
        "This proxy is in \(currency), and no exchange rate to \(own) is known on \(day).",
        nl: "Deze proxy is in \(currency), en op \(day) is geen wisselkoers naar \(own) bekend."),
      help: Text(
        "Add \(rate) to the table “parameters”: how many \(own) one \(currency) is.",
        nl: "Zet \(rate) in de tabel ‘parameters’: hoeveel \(own) één \(currency) is."),
      at: address)
  }
}

extension LoadedProject {
  /// The parameters that the core itself looks up: the price index, the
  /// exchange rates, and the prices that proxies name.
  var coreParameterIDs: [String] {
    let currencies = Set(rows(Proxy.self).compactMap(\.currency).compactMap { Currency($0) })
    let rates = currencies.filter { $0 != description.currency }
      .map { PriceLevel.rateID(from: $0, to: description.currency) }
    let prices = Set(
      rows(Proxy.self).compactMap(\.valueFrom).flatMap { ProxyParameter.identifiers($0) })
    return [PriceLevel.indexID(description.neighbourhood.country)] + rates.sorted()
      + prices.sorted()
  }
}
