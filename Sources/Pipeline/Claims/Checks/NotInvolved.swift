import ExportKit

/// Who brings the value was asked.
enum NotInvolved: ClaimCheck {
  private static let material = 0.1

  static let card = ClaimCard(
    "not_involved", Text("Value of people not asked", nl: "Waarde van wie niet gevraagd is"),
    looksAt: Text(
      "Stakeholders with more than a tenth of all gains of whom nobody was involved.",
      nl: "Belanghebbenden met meer dan een tiende van alle baten van wie niemand meepraatte."),
    why: Text(
      "What changed for people, and what matters of it, is theirs to say.",
      nl: "Wat er voor mensen veranderde, en wat daarvan telt, is aan hen om te zeggen."),
    source: "\(ClaimSource.principles), principle 1",
    remedy: Text(
      "Ask some of them, and fill in how many and how.",
      nl: "Vraag er enkelen, en vul in hoeveel en hoe."))

  static let firing = ClaimExample(
    Text("Nobody asked the municipality.", nl: "Niemand vroeg de gemeente.")
  ) { map in
    map.stakeholders[2].involved = nil
  }

  static let silent = ClaimExample(
    Text(
      "Nobody asked the volunteers, who gain little.",
      nl: "Niemand vroeg de vrijwilligers, die weinig winnen.")
  ) { map in
    map.stakeholders[1].involved = nil
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    var shares: [RowID: Double] = [:]
    for row in view.rows { shares[row.stakeholder, default: 0] += view.share(of: row) }
    return view.report.stakeholders.compactMap { stakeholder in
      let share = shares[stakeholder.id] ?? 0
      guard share > material, (stakeholder.involved ?? 0) == 0 else { return nil }
      return FoundClaim(
        stakeholder,
        Text(
          "“\(stakeholder.name)” has \(Shown.percent(share)) of all gains and was not asked.",
          nl: "‘\(stakeholder.name)’ heeft \(Shown.percent(share)) van alle baten en is niet "
            + "gevraagd."))
    }
  }
}
