import ExportKit

/// Wellbeing is not counted beside what it holds already.
enum WellbeingAndMoney: ClaimCheck {
  static let card = ClaimCard(
    "wellbeing_and_money",
    Text("Wellbeing beside health or income", nl: "Welbevinden naast gezondheid of inkomen"),
    looksAt: Text(
      "Stakeholders with an outcome priced by wellbeing valuation and another about health, care "
        + "or income that is priced in another way.",
      nl: "Belanghebbenden met een effect op welbevinden geprijsd en een ander over gezondheid, "
        + "zorg of inkomen dat anders geprijsd is."),
    why: Text(
      "Life satisfaction already holds what health and income do to people.",
      nl: "In tevredenheid met het leven zit al wat gezondheid en inkomen met mensen doen."),
    source: "HM Treasury, Wellbeing Guidance for Appraisal, 2021",
    remedy: Text(
      "Keep one of the two, or show that they are different people.",
      nl: "Houd een van de twee, of toon dat het andere mensen zijn."))

  static let firing = ClaimExample(
    Text(
      "One outcome by wellbeing, one about health.",
      nl: "Eén effect naar welbevinden, één over gezondheid.")
  ) { map in
    map.change("o1") { $0.method = .wellbeing }
    map.outcomes.append(healthier(of: "participants"))
  }

  static let silent = ClaimExample(
    Text("The health is that of others.", nl: "De gezondheid is die van anderen.")
  ) { map in
    map.change("o1") { $0.method = .wellbeing }
    map.outcomes.append(healthier(of: "volunteers"))
  }

  private static func healthier(of stakeholder: String) -> ExampleMap.Outcome {
    ExampleMap.further(
      "In better health", of: stakeholder, quantity: 10, unit: "people", proxy: 200,
      proxyDescription: "Visits to the doctor that are not needed", method: .avoidedCost)
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let happy = Set(view.rows.filter { $0.proxyMethod == .wellbeing }.map(\.stakeholder))
    return view.rows.filter {
      happy.contains($0.stakeholder) && $0.proxyMethod != .wellbeing && !$0.isLoss
        && Vocabulary.healthAndIncome.occurs(in: $0.words)
    }.map { row in
      FoundClaim(
        row, at: .proxy,
        Text(
          "“\(row.description)” stands beside a wellbeing value of the same people.",
          nl: "‘\(row.description)’ staat naast een waarde van welbevinden van dezelfde mensen."))
    }
  }
}
