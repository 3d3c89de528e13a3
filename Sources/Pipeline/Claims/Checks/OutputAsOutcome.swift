import ExportKit

/// What changed is counted, not what was done.
enum OutputAsOutcome: ClaimCheck {
  static let card = ClaimCard(
    "output_as_outcome", Text("Activity counted as change", nl: "Activiteit geteld als effect"),
    looksAt: Text(
      "Quantities in visits, meetings, workshops and the like, and outcomes named after them.",
      nl: "Aantallen in bezoeken, bijeenkomsten, workshops en dergelijke, en effecten die zo heten."
    ),
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
    view.rows.filter { !$0.isLoss }.compactMap { row in
      counted(row).map { FoundClaim(row, at: .quantity, $0) }
    }
  }

  /// What the row counts, where that was done; its unit is looked at before its name.
  private static func counted(_ row: ReportOutcome) -> Text? {
    let name = row.description
    if let unit = row.quantityUnit, Vocabulary.outputs.occurs(in: unit),
      !Vocabulary.people.occurs(in: unit)
    {
      return Text(
        "“\(name)” counts \(unit): what was done, not what changed.",
        nl: "‘\(name)’ telt \(unit): wat er gedaan is, niet wat er veranderde.")
    }
    guard OutputName.isOutput(name) else { return nil }
    return Text(
      "“\(name)” says what was done, not what changed.",
      nl: "‘\(name)’ zegt wat er gedaan is, niet wat er veranderde.")
  }
}
