import ExportKit

/// Money that only changes hands is no gain.
enum TransferAsBenefit: ClaimCheck {
  static let card = ClaimCard(
    "transfer_as_benefit", Text("Grants and gifts as a gain", nl: "Subsidies en giften als baat"),
    looksAt: Text(
      "Outcomes whose words speak of grants, subsidies, donations or sponsoring.",
      nl: "Effecten waarvan de woorden spreken van subsidies, donaties of sponsoring."),
    why: Text(
      "What one receives another pays: over all stakeholders nothing was made, and the money "
        + "mostly is an input already.",
      nl: "Wat de een krijgt, betaalt de ander: over alle belanghebbenden is er niets gemaakt, en "
        + "het geld is meestal al inbreng."),
    source: "HM Treasury, The Green Book, transfers; \(ClaimSource.guide), stage 2.2",
    remedy: Text(
      "Take it off, or set the loss of those who pay beside it.",
      nl: "Haal het weg, of zet het verlies van wie betaalt ernaast."))

  static let firing = ClaimExample(
    Text("Donations are an outcome.", nl: "Donaties zijn een effect.")
  ) { map in
    map.outcomes.append(giving("Donations received"))
  }

  static let silent = ClaimExample(
    Text("People help each other more.", nl: "Mensen helpen elkaar meer.")
  ) { map in
    map.outcomes.append(giving("More help between neighbours"))
  }

  private static func giving(_ words: String) -> ExampleMap.Outcome {
    ExampleMap.further(
      words, of: "neighbours", quantity: 30, unit: "households", proxy: 100,
      proxyDescription: "Amount that a household names")
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.filter { !$0.isLoss }.compactMap { row in
      guard let word = Vocabulary.transfers.first(in: row.words) else { return nil }
      return FoundClaim(
        row, at: .proxy,
        Text(
          "“\(row.description)” speaks of money that changes hands (\(word)).",
          nl: "‘\(row.description)’ spreekt van geld dat van hand wisselt (\(word))."))
    }
  }
}
