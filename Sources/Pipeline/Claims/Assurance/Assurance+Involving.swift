import ExportKit

extension Assurance {
  /// Principle 1: involve stakeholders.
  static let involving = [
    AssuranceQuestion(
      "involve_register", .involve,
      Text(
        "Are all who affect or are affected listed, and is there a reason for each left out?",
        nl: "Staat iedereen die het raakt op de lijst, met een reden voor wie niet meetelt?"),
      place: stakeholdersTable,
      look: { report in
        let wanting = report.stakeholders.filter { !$0.isIncluded && $0.reason == nil }
        return .complete(
          wanting.map(\.id.description), of: report.stakeholders.count,
          Text("stakeholders included, or left out with a reason", nl: "belanghebbenden met reden"))
      }),
    AssuranceQuestion(
      "involve_numbers", .involve,
      Text(
        "Is it said of each group how many belong to it and how many were asked?",
        nl: "Staat van elke groep hoe groot zij is en hoeveel mensen ervan meepraatten?"),
      place: stakeholdersTable,
      look: { report in
        let wanting = report.includedStakeholders.filter {
          $0.groupSize == nil || ($0.involved ?? 0) == 0
        }
        return .complete(
          wanting.map(\.id.description), of: report.includedStakeholders.count,
          Text("stakeholders with a size and somebody asked", nl: "groepen met grootte en inspraak")
        )
      }),
    AssuranceQuestion(
      "involve_manner", .involve,
      Text(
        "Is it said how each group was involved, and at which step?",
        nl: "Staat erbij hoe elke groep meepraatte, en bij welke stap?"),
      place: stakeholdersTable,
      look: { report in
        let wanting = report.includedStakeholders.filter { $0.involvement == nil }
        return .complete(
          wanting.map(\.id.description), of: report.includedStakeholders.count,
          Text("stakeholders with how they were involved", nl: "groepen met de manier erbij"))
      }),
    AssuranceQuestion(
      "involve_subgroups", .involve,
      person: Text(
        "Were subgroups looked at for whom it may be different?",
        nl: "Is gekeken naar deelgroepen voor wie het anders kan zijn?"),
      place: Text(
        "notes of the talks, and answers split by age, language or place",
        nl: "verslagen van de gesprekken, en antwoorden naar leeftijd, taal of plek")),
  ]

  private static let stakeholdersTable = Text("table stakeholders", nl: "tabel stakeholders")
}
