import ImpactModel

/// Proxies stand at the price level of the report's base year.
enum PriceYearCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let proxies = project.rows(Proxy.self)
    let base = project.description.priceBaseYear
    return proxies.indices.filter { proxies[$0].priceYear != base }.map {
      Finding(
        "value_map.price_year", .warning,
        Text(
          "This proxy stands at prices of \(proxies[$0].priceYear), the report at those of \(base).",
          nl:
            "Deze proxy heeft het prijspeil van \(proxies[$0].priceYear), het verslag dat van \(base)."
        ),
        help: Text(
          "Bring the value to \(base) with a price index and say so in the source.",
          nl: "Reken de waarde om naar \(base) met een prijsindex en zeg dat in de bron."),
        at: project.address(proxies, at: $0, column: "price_year"))
    }
  }
}
