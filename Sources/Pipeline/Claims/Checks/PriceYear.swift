import ExportKit

/// Proxies have a price year, and not one of long ago.
enum PriceYear: ClaimCheck {
  private static let old = 5

  static let card = ClaimCard(
    "price_year", Text("Old prices", nl: "Oude prijzen"),
    looksAt: Text(
      "Outcomes of which the proxy has no price year, or one more than five years before the base "
        + "year.",
      nl: "Effecten waarvan de proxy geen prijspeil heeft, of een van meer dan vijf jaar voor het "
        + "basisjaar."),
    why: Text(
      "An index brings the price along, not what has changed in what is bought.",
      nl: "Een index neemt de prijs mee, niet wat er veranderde aan wat men koopt."),
    source: "\(ClaimSource.guide), stage 3.4",
    remedy: Text(
      "Look for a newer source, or say why this one still holds.",
      nl: "Zoek een nieuwere bron, of zeg waarom deze nog geldt."))

  static let firing = ClaimExample(
    Text("A price of 2018.", nl: "Een prijs van 2018.")
  ) { map in
    map.change("o3") { $0.priceYear = 2018 }
  }

  static let silent = ClaimExample(
    Text("A price of 2020.", nl: "Een prijs van 2020.")
  ) { map in
    map.change("o3") { $0.priceYear = 2020 }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let base = view.report.project.priceBaseYear
    return view.rows.compactMap { row in
      guard let year = row.priceYear else {
        return FoundClaim(
          row, at: .proxy,
          Text(
            "The proxy of “\(row.description)” has no price year.",
            nl: "De proxy van ‘\(row.description)’ heeft geen prijspeil."))
      }
      guard base - year > old else { return nil }
      return FoundClaim(
        row, at: .proxy,
        Text(
          "The proxy of “\(row.description)” has prices of \(year), the report those of \(base).",
          nl: "De proxy van ‘\(row.description)’ heeft het prijspeil \(year), het verslag \(base).")
      )
    }
  }
}
