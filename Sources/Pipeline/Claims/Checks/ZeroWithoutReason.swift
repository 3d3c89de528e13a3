import ExportKit

/// A deduction of 0 has a reason.
enum ZeroWithoutReason: ClaimCheck {
  static let card = ClaimCard(
    "zero_without_reason",
    Text("Deduction of 0 without a reason", nl: "Aftrek van 0 zonder reden"),
    looksAt: Text(
      "Deadweight, displacement, attribution and, over several periods, drop-off of each outcome.",
      nl: "Zonder ons ook, verdringing, toerekening en, over meer perioden, afname per effect."),
    why: Text(
      "A zero claims that nothing would have happened anyway and nobody helped; few changes are so.",
      nl: "Een nul zegt dat er anders niets was gebeurd en niemand hielp; dat is zelden zo."),
    source: "\(ClaimSource.guide), stage 4; \(ClaimSource.published): 5 % show all deductions",
    remedy: Text(
      "Say in the column of its reason why nothing is taken off, or take something off.",
      nl: "Zeg in de kolom van de reden waarom er niets af gaat, of haal er iets af."))

  static let firing = ClaimExample(
    Text("A zero loses its reason.", nl: "Een nul verliest zijn reden.")
  ) { map in
    map.change("o3") { $0.displacement.reason = nil }
  }

  static let silent = ClaimExample(
    Text(
      "Drop-off of an outcome of one period is never charged.",
      nl: "Afname van een effect van één periode telt nooit.")
  ) { map in
    map.change("o3") { $0.dropOff = ExampleMap.Share(0, nil) }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.compactMap { row in
      let zeros = deductions(of: row).filter { isZeroWithoutReason($0.deduction) }
      guard let first = zeros.first else { return nil }
      let english = zeros.map(\.given.label.english).joined(separator: ", ")
      let dutch = zeros.map(\.given.label.dutch).joined(separator: ", ")
      return FoundClaim(
        row, at: first.given,
        Text(
          "“\(row.description)” has 0 without a reason: \(english).",
          nl: "‘\(row.description)’ heeft 0 zonder reden: \(dutch)."))
    }
  }

  private static func isZeroWithoutReason(_ deduction: ReportOutcome.Deduction) -> Bool {
    deduction.share?.value == 0 && deduction.reason == nil
  }

  private static func deductions(
    of row: ReportOutcome
  ) -> [(given: ReportOutcome.Given, deduction: ReportOutcome.Deduction)] {
    [
      (.deadweight, row.deadweight), (.displacement, row.displacement),
      (.attribution, row.attribution),
    ] + (row.benefitPeriods > 1 ? [(.dropOff, row.dropOff)] : [])
  }
}
