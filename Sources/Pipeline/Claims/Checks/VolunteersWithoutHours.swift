import ExportKit

/// Where volunteers work, their hours are an input.
enum VolunteersWithoutHours: ClaimCheck {
  static let card = ClaimCard(
    "volunteers_without_hours", Text("Volunteers without hours", nl: "Vrijwilligers zonder uren"),
    looksAt: Text(
      "Maps with volunteers among the stakeholders and no input in hours.",
      nl: "Kaarten met vrijwilligers onder de belanghebbenden en geen inbreng in uren."),
    why: Text(
      "A missing input makes the ratio larger; time is what neighbourhood projects run on.",
      nl: "Inbreng die ontbreekt maakt de ratio groter; wijkprojecten draaien op tijd."),
    source: "\(ClaimSource.guide), stage 2.3",
    remedy: Text(
      "Add the hours at a minimum wage or replacement rate.",
      nl: "Voeg de uren toe tegen minimumloon of vervangend tarief."))

  static let firing = ClaimExample(
    Text(
      "The hours are gone, an allowance is left.", nl: "De uren zijn weg, een vergoeding blijft.")
  ) { map in
    map.inputs[1] = ExampleMap.Input(
      id: "i2", stakeholder: "volunteers", description: "Expenses that they do not claim",
      kind: .cash, quantity: 20_500)
  }

  static let silent = ClaimExample(
    Text("Fewer hours at a higher rate.", nl: "Minder uren tegen een hoger tarief.")
  ) { map in
    map.inputs[1].quantity = 1_000
    map.inputs[1].rate = 21
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard !view.report.inputs.contains(where: { $0.kind == .hours }) else { return [] }
    return view.report.stakeholders.filter {
      $0.isIncluded && Vocabulary.volunteers.occurs(in: "\($0.id) \($0.name)")
    }.map {
      FoundClaim(
        $0,
        Text(
          "“\($0.name)” take part, and no hours are among the inputs.",
          nl: "‘\($0.name)’ doen mee, en onder de inbreng staan geen uren."))
    }
  }
}
