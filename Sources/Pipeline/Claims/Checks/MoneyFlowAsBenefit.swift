import ExportKit

/// Money that flows is not value that is made.
enum MoneyFlowAsBenefit: ClaimCheck {
  static let card = ClaimCard(
    "money_flow_as_benefit", Text("Turnover as a gain", nl: "Omzet als baat"),
    looksAt: Text(
      "Outcomes with a quantity from the local multiplier, or whose words speak of turnover, gross "
        + "domestic product or a multiplier.",
      nl: "Effecten met een aantal uit de lokale multiplier, of waarvan de woorden spreken van "
        + "omzet, bruto binnenlands product of een multiplier."),
    why: Text(
      "A multiplier says where money goes, not what changed for whom; a public waste calculator "
        + "adds 268,647 of it to its social value.",
      nl: "Een multiplier zegt waar geld heen gaat, niet wat er voor wie veranderde; een openbare "
        + "afvalrekenhulp telt er 268.647 van bij de sociale waarde."),
    source: "\(ClaimSource.guide), stage 3; New Economics Foundation, Local Multiplier 3",
    remedy: Text(
      "Show the multiplier beside the ratio, and value what the money changed for people.",
      nl: "Toon de multiplier naast de ratio, en waardeer wat het geld voor mensen veranderde."))

  static let firing = ClaimExample(
    Text("The turnover of shops is on the map.", nl: "De omzet van winkels staat op de kaart.")
  ) { map in
    map.outcomes.append(shops("More turnover of the shops"))
  }

  static let silent = ClaimExample(
    Text("The shopkeepers feel safer.", nl: "De winkeliers voelen zich veiliger.")
  ) { map in
    map.outcomes.append(shops("Shops feel safer"))
  }

  private static func shops(_ words: String) -> ExampleMap.Outcome {
    ExampleMap.further(
      words, of: "neighbours", quantity: 9, unit: "shops", proxy: 1_000,
      proxyDescription: "A year of a guard’s rounds")
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.compactMap { row in
      let measure = row.quantityFrom?.description
      let isMeasured = measure?.hasPrefix("multiplier.") ?? false
      guard let word = isMeasured ? measure : Vocabulary.moneyFlow.first(in: row.words) else {
        return nil
      }
      return FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” counts a flow of money (\(word)).",
          nl: "‘\(row.description)’ telt een geldstroom (\(word))."))
    }
  }
}
