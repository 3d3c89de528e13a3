import ExportKit

/// A ratio above nearly all published ones is looked at twice.
enum HighRatio: ClaimCheck {
  /// The 90th percentile of published ratios.
  private static let high = 10.22

  static let card = ClaimCard(
    "high_ratio", Text("Ratio above nine in ten", nl: "Ratio boven negen van de tien"),
    looksAt: Text(
      "Ratios above 10.22, the 90th percentile of published reports; the middle one is 3.56.",
      nl: "Ratio’s boven 10,22, het 90e percentiel van gepubliceerde verslagen; het midden is 3,56."
    ),
    why: Text(
      "It happens, but double counting, missing inputs and low deductions happen more often.",
      nl: "Het komt voor, maar dubbeltellen, ontbrekende inbreng en lage aftrek komen vaker voor."),
    source: ClaimSource.published,
    remedy: Text(
      "Go through the other checks, and have somebody else look at the three largest outcomes.",
      nl: "Loop de andere controles na, en laat een ander naar de drie grootste effecten kijken."))

  static let firing = ClaimExample(
    Text("A budget of 2,000 and few hours.", nl: "Een budget van 2.000 en weinig uren.")
  ) { map in
    map.inputs[0].quantity = 2_000
    map.inputs[1].quantity = 600
  }

  static let silent = ClaimExample(
    Text("A budget of 5,000.", nl: "Een budget van 5.000.")
  ) { map in
    map.inputs[0].quantity = 5_000
    map.inputs[1].quantity = 600
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard let ratio = view.ratio, ratio > high else { return [] }
    return [
      FoundClaim(
        Text(
          "The ratio of \(Shown.number(ratio, .english)) is above nine in ten published ones "
            + "(indicative only).",
          nl: "De ratio van \(Shown.number(ratio, .dutch)) ligt boven negen van de tien "
            + "gepubliceerde (alleen een aanwijzing)."))
    ]
  }
}
