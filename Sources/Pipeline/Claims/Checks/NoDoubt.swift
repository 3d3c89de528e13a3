import ExportKit

/// Some number is uncertain, and the report says which.
enum NoDoubt: ClaimCheck {
  static let card = ClaimCard(
    "no_doubt", Text("No doubt anywhere", nl: "Nergens twijfel"),
    looksAt: Text(
      "Maps on which no quantity, proxy, deduction or input has a range.",
      nl: "Kaarten waarop geen aantal, proxy, aftrek of inbreng een marge heeft."),
    why: Text(
      "Of 114 academic studies 12 % tested how sure the ratio is; without it the digits look exact.",
      nl: "Van 114 wetenschappelijke studies toetste 12 % hoe zeker de ratio is; zonder dat lijken "
        + "de cijfers exact."),
    source: "G. Krlev et al., review of 114 academic studies; \(ClaimSource.guide), stage 5.4",
    remedy: Text(
      "Write the numbers that you estimated with their range, as in 20 % (10–30).",
      nl: "Schrijf de getallen die u schatte met hun marge, zoals 20 % (10–30)."))

  static let firing = ClaimExample(
    Text("The only range is gone.", nl: "De enige marge is weg.")
  ) { map in
    map.change("o2") { $0.proxy = Estimate($0.proxy.value) }
  }

  static let silent = ClaimExample(
    Text("Another number has one.", nl: "Een ander getal heeft er een.")
  ) { map in
    map.change("o2") { $0.proxy = Estimate($0.proxy.value) }
    map.change("o1") {
      $0.quantity = Estimate(42, low: 35, high: 45) ?? $0.quantity
    }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard view.report.doubt == nil, !view.rows.contains(where: hasRange),
      view.report.inputs.allSatisfy(\.ranges.isEmpty)
    else { return [] }
    return [
      FoundClaim(
        Text(
          "No number of the map has a range, as if all were exact.",
          nl: "Geen getal van de kaart heeft een marge, alsof alles exact is."))
    ]
  }

  private static func hasRange(_ row: ReportOutcome) -> Bool {
    ReportOutcome.Given.allCases.contains { row.estimate(of: $0)?.isUncertain ?? false }
  }
}
