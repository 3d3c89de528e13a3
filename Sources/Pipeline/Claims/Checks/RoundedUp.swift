import ExportKit

/// What the words say is not more than the ratio.
enum RoundedUp: ClaimCheck {
  /// How much more is still ordinary rounding.
  private static let allowance = 1.01

  static let card = ClaimCard(
    "rounded_up", Text("A headline above the ratio", nl: "Een kop boven de ratio"),
    looksAt: Text(
      "Ratios that the summary or the scope says in words (1 : 6, every euro gives € 6), more than "
        + "1 % above the ratio.",
      nl: "Ratio’s die de samenvatting of de afbakening in woorden zegt (1 : 6, elke euro levert "
        + "€ 6), meer dan 1 % boven de ratio."),
    why: Text(
      "The headline is what is remembered; 5.62 was published as 6 to 1.",
      nl: "De kop is wat blijft hangen; 5,62 is gepubliceerd als 6 op 1."),
    source: "\(ClaimSource.principles), principles 5 and 6",
    remedy: Text(
      "Round to the nearest, or down: about 5.6.", nl: "Rond af naar het naaste, of naar beneden."))

  static let firing = ClaimExample(
    Text("A ratio of 2.1 told as 3.", nl: "Een ratio van 2,1 verteld als 3.")
  ) { map in
    map.summary = "Residents cook and learn. Every euro gives € 3."
  }

  static let silent = ClaimExample(
    Text("Told as 1 : 2.1.", nl: "Verteld als 1 : 2,1.")
  ) { map in
    map.summary = "Residents cook and learn: 1 : 2.1."
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard let ratio = view.ratio else { return [] }
    let project = view.report.project
    let texts = [
      project.summary, project.scope.purpose, project.scope.audience, project.scope.activities,
      project.scope.resources,
    ].compactMap { $0 }
    let high = texts.flatMap(Headline.found).filter { $0.ratio > ratio * allowance }
    return high.map { headline in
      FoundClaim(
        Text(
          "“\(headline.text)” is more than the ratio of \(Shown.number(ratio, .english)).",
          nl: "‘\(headline.text)’ is meer dan de ratio van \(Shown.number(ratio, .dutch))."))
    }
  }
}
