import ExportKit

/// What changed is counted, not what was done.
enum OutputAsOutcome: ClaimCheck {
  static let card = ClaimCard(
    "output_as_outcome", Text("Activity counted as change", nl: "Activiteit geteld als effect"),
    looksAt: Text(
      "Quantities in visits, meetings, workshops and the like.",
      nl: "Aantallen in bezoeken, bijeenkomsten, workshops en dergelijke."),
    why: Text(
      "An output says what was done; not everyone who comes changes, and who comes often counts "
        + "often.",
      nl: "Een prestatie zegt wat er gedaan is; niet wie komt verandert, en wie vaak komt telt "
        + "vaak."),
    source: "\(ClaimSource.guide), stages 2.4 and 2.5",
    remedy: Text(
      "Count the people for whom something changed.",
      nl: "Tel de mensen bij wie iets veranderde."))

  static let firing = ClaimExample(
    Text("Visits are priced.", nl: "Bezoeken krijgen een prijs.")
  ) { map in
    map.outcomes.append(company(2_000, "visits", 2))
  }

  static let silent = ClaimExample(
    Text("People are priced.", nl: "Mensen krijgen een prijs.")
  ) { map in
    map.outcomes.append(company(15, "people", 260))
  }

  private static func company(
    _ quantity: Double, _ unit: String, _ proxy: Double
  ) -> ExampleMap.Outcome {
    ExampleMap.further(
      "Company at table", of: "participants", quantity: quantity, unit: unit, proxy: proxy,
      proxyDescription: "Price of a cup of coffee in town")
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.compactMap { row in
      guard let unit = row.quantityUnit, Vocabulary.outputs.occurs(in: unit),
        !Vocabulary.people.occurs(in: unit), !row.isLoss
      else {
        return nil
      }
      return FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” counts \(unit): what was done, not what changed.",
          nl: "‘\(row.description)’ telt \(unit): wat er gedaan is, niet wat er veranderde."))
    }
  }
}
