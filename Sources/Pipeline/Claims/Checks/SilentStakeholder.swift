import ExportKit

/// Who is included is heard of.
enum SilentStakeholder: ClaimCheck {
  static let card = ClaimCard(
    "silent_stakeholder",
    Text("Included without a word", nl: "Meegerekend zonder iets"),
    looksAt: Text(
      "Included stakeholders without an input and without an outcome, priced or not.",
      nl: "Meegerekende belanghebbenden zonder inbreng en zonder effect, geprijsd of niet."),
    why: Text(
      "Either what changes for them is missing, a loss perhaps, or they are not part of it.",
      nl: "Of wat er voor hen verandert ontbreekt, misschien een verlies, of zij horen er niet bij."
    ),
    source: "\(ClaimSource.guide), stage 1.2",
    remedy: Text(
      "Put down what changes for them, or leave them out with the reason.",
      nl: "Zet erbij wat er voor hen verandert, of laat hen weg met de reden."))

  static let firing = ClaimExample(
    Text("A school is included, and that is all.", nl: "Een school telt mee, en dat is alles.")
  ) { map in
    map.stakeholders.append(school)
  }

  static let silent = ClaimExample(
    Text("The school is left out.", nl: "De school telt niet mee.")
  ) { map in
    map.stakeholders.append(school)
    map.stakeholders[map.stakeholders.count - 1].isIncluded = false
  }

  private static let school = ExampleMap.Stakeholder(
    id: "school", name: "Primary school", domain: .knowledge, groupSize: 1, involved: 1)

  static func found(in view: ClaimView) -> [FoundClaim] {
    let heard = Set(
      view.rows.map(\.stakeholder) + view.unpriced.map(\.stakeholder)
        + view.report.inputs.map(\.stakeholder))
    return view.report.stakeholders.filter { $0.isIncluded && !heard.contains($0.id) }.map {
      FoundClaim(
        $0,
        Text(
          "“\($0.name)” is included without an input or an outcome.",
          nl: "‘\($0.name)’ telt mee zonder inbreng of effect."))
    }
  }
}
