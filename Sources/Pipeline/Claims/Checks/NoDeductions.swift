import ExportKit

/// Something is taken off every outcome.
enum NoDeductions: ClaimCheck {
  static let card = ClaimCard(
    "no_deductions", Text("Nothing taken off at all", nl: "Er gaat helemaal niets af"),
    looksAt: Text(
      "Outcomes of which every deduction is 0, whatever the reasons.",
      nl: "Effecten waarvan elke aftrek 0 is, wat de redenen ook zijn."),
    why: Text(
      "All of the change would be due to the project alone and last in full.",
      nl: "De hele verandering zou alleen door het project komen en helemaal blijven."),
    source: "\(ClaimSource.guide), stage 4; \(ClaimSource.principles), principle 5",
    remedy: Text(
      "Ask the people concerned what else helped, and what they would have done otherwise.",
      nl: "Vraag de betrokkenen wat er nog meer hielp, en wat zij anders hadden gedaan."))

  static let firing = ClaimExample(
    Text("All deductions of an outcome become 0.", nl: "Elke aftrek van een effect wordt 0.")
  ) { map in
    map.change("o3") {
      $0.deadweight = ExampleMap.Share(0, "There is no other course")
      $0.attribution = ExampleMap.Share(0, "Nobody else taught them")
      $0.dropOff = ExampleMap.Share(0, "One period only")
    }
  }

  static let silent = ClaimExample(
    Text("One deduction is left.", nl: "Er blijft één aftrek over.")
  ) { map in
    map.change("o3") {
      $0.deadweight = ExampleMap.Share(0.05, "One would have taken a course")
      $0.attribution = ExampleMap.Share(0, "Nobody else taught them")
    }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.filter(isBare).map { row in
      FoundClaim(
        row, at: .deadweight,
        Text(
          "Nothing is taken off “\(row.description)”.",
          nl: "Er gaat niets af van ‘\(row.description)’."))
    }
  }

  private static func isBare(_ row: ReportOutcome) -> Bool {
    let lasting = row.benefitPeriods > 1 ? [row.dropOff] : []
    return (row.firstDeductions + lasting).allSatisfy { $0.share?.value == 0 }
  }
}
