import ExportKit

/// The social-return clause of a contract is not social value.
enum SocialReturnAsBenefit: ClaimCheck {
  static let card = ClaimCard(
    "social_return_as_benefit",
    Text("Social-return tariffs as a gain", nl: "Social-returntarieven als baat"),
    looksAt: Text(
      "Outcomes whose words or proxy source speak of social return, its building blocks or the "
        + "value of effort.",
      nl: "Effecten waarvan de woorden of de bron van de proxy spreken van social return, "
        + "bouwblokken of inspanningswaarde."),
    why: Text(
      "Tariffs say what a contractor may book as effort; they measure no change. The clause and "
        + "the method share three letters only.",
      nl: "Tarieven zeggen wat een opdrachtnemer als inspanning mag boeken; zij meten geen "
        + "verandering. De clausule en de methode delen alleen drie letters."),
    source: "PIANOo, Social return; \(ClaimSource.guide), stage 3.4",
    remedy: Text(
      "Report the obligation by itself, and value what changed for the people who got work.",
      nl: "Meld de verplichting apart, en waardeer wat er veranderde voor wie werk kreeg."))

  static let firing = ClaimExample(
    Text("A tariff is the proxy.", nl: "Een tarief is de proxy.")
  ) { map in
    map.outcomes.append(placement("Building block of the social return tariff"))
  }

  static let silent = ClaimExample(
    Text(
      "A proxy bank for social return on investment is no tariff.",
      nl: "Een proxybank voor social return on investment is geen tarief.")
  ) { map in
    map.outcomes.append(placement("Value bank for social return on investment"))
  }

  private static func placement(_ proxy: String) -> ExampleMap.Outcome {
    ExampleMap.further(
      "Trainees placed", of: "neighbours", quantity: 2, unit: "people", proxy: 5_000,
      proxyDescription: proxy)
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.filter { isTariff("\($0.words)\n\($0.proxySource)") }.map { row in
      FoundClaim(
        row, at: .proxy,
        Text(
          "“\(row.description)” is priced by the social-return clause of contracts.",
          nl: "‘\(row.description)’ is geprijsd met de social-returnclausule van contracten."))
    }
  }

  /// Whether the clause is meant, which is not the method’s “social return on investment”.
  private static func isTariff(_ text: String) -> Bool {
    let rest = text.lowercased().replacing("social return on investment", with: "")
    return rest.contains("social return") || Vocabulary.socialReturn.occurs(in: rest)
  }
}
