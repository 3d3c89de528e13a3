import ExportKit

/// An evaluation says how each quantity was known.
enum EvaluationWithoutEvidence: ClaimCheck {
  static let card = ClaimCard(
    "evaluation_without_evidence",
    Text("An evaluation without evidence", nl: "Een evaluatie zonder onderbouwing"),
    looksAt: Text(
      "Outcomes without evidence and not taken from a measure, in a report that is an evaluation.",
      nl: "Effecten zonder onderbouwing en niet uit een meting, in een verslag dat evalueert."),
    why: Text(
      "Without it the quantity is an expectation, and the report a forecast.",
      nl: "Zonder dat is het aantal een verwachting, en het verslag een prognose."),
    source: "\(ClaimSource.guide), stages 1.1 and 3.2",
    remedy: Text(
      "Say how the quantity was known, or call the report a forecast.",
      nl: "Zeg hoe het aantal bekend werd, of noem het verslag een prognose."))

  static let firing = ClaimExample(
    Text("The evidence of an outcome is gone.", nl: "De onderbouwing van een effect is weg.")
  ) { map in
    map.change("o3") { $0.evidence = nil }
  }

  static let silent = ClaimExample(
    Text("The same in a forecast.", nl: "Hetzelfde in een prognose.")
  ) { map in
    map.change("o3") { $0.evidence = nil }
    map.perspective = .forecast
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard view.report.project.perspective == .evaluation else { return [] }
    return view.rows.filter { $0.evidence == nil && $0.quantityFrom == nil }.map { row in
      FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” does not say how its quantity was known.",
          nl: "‘\(row.description)’ zegt niet hoe het aantal bekend werd."))
    }
  }
}
