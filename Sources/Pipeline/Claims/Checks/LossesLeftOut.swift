import ExportKit

/// Losses are not the ones that stay without a price.
enum LossesLeftOut: ClaimCheck {
  static let card = ClaimCard(
    "losses_left_out",
    Text("Only the unintended has no price", nl: "Alleen het onbedoelde heeft geen prijs"),
    looksAt: Text(
      "Maps on which every priced outcome is an intended gain and unintended ones have no price.",
      nl: "Kaarten waarop alles met een prijs een bedoelde baat is en het onbedoelde geen prijs "
        + "heeft."),
    why: Text(
      "What is without a price is outside the ratio; choosing what that is can raise it.",
      nl: "Wat geen prijs heeft, valt buiten de ratio; wie kiest wat dat is, kan haar verhogen."),
    source: "\(ClaimSource.principles), principles 2 and 4",
    remedy: Text(
      "Price the loss as the gains are priced, or say why that cannot be done.",
      nl: "Prijs het verlies zoals de baten, of zeg waarom dat niet kan."))

  static let firing = ClaimExample(
    Text("The noise loses its price.", nl: "Het lawaai verliest zijn prijs.")
  ) { map in
    map.outcomes.removeAll { $0.id == "o5" }
    map.unpriced.append(
      ExampleMap.Unpriced(
        id: "o5", stakeholder: "neighbours", description: "Noise in the evening",
        isIntended: false, reason: "Too few answers yet"))
  }

  static let silent = ClaimExample(
    Text("A gain has no price either.", nl: "Ook een baat heeft geen prijs.")
  ) { map in
    map.unpriced.append(
      ExampleMap.Unpriced(
        id: "o6", stakeholder: "neighbours", description: "Rubbish on the square",
        isIntended: false, reason: "Too few answers yet"))
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let unintended = view.unpriced.filter { !$0.isIntended }
    guard let first = unintended.first,
      view.rows.allSatisfy({ $0.isIntended && !$0.isLoss })
    else { return [] }
    return [
      FoundClaim(
        Text(
          "Every gain has a price, and “\(first.description)” has none.",
          nl: "Elke baat heeft een prijs, en ‘\(first.description)’ niet."))
    ]
  }
}
