import ExportKit

/// A long duration has a reason.
enum LongDuration: ClaimCheck {
  private static let long = 5

  static let card = ClaimCard(
    "long_duration", Text("Long duration without a reason", nl: "Lange duur zonder reden"),
    looksAt: Text(
      "Outcomes of more than five periods without a reason for the duration.",
      nl: "Effecten van meer dan vijf perioden zonder reden van de duur."),
    why: Text(
      "Each further period adds value that nobody has seen yet.",
      nl: "Elke volgende periode voegt waarde toe die nog niemand gezien heeft."),
    source: "\(ClaimSource.guide), stage 3.3",
    remedy: Text(
      "Say what shows that it lasts, or shorten it.",
      nl: "Zeg waaruit blijkt dat het zo lang duurt, of kort het in."))

  static let firing = ClaimExample(
    Text("A course is said to last six years.", nl: "Een cursus zou zes jaar doorwerken.")
  ) { map in
    map.change("o3") { $0.benefitPeriods = 6 }
  }

  static let silent = ClaimExample(
    Text("Six years with a reason.", nl: "Zes jaar met een reden.")
  ) { map in
    map.change("o3") {
      $0.benefitPeriods = 6
      $0.durationReason = "Graduates were called after six years"
    }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.filter { $0.benefitPeriods > long && $0.durationReason == nil }.map { row in
      FoundClaim(
        row, at: .dropOff,
        Text(
          "“\(row.description)” lasts \(row.benefitPeriods) periods without a reason.",
          nl: "‘\(row.description)’ duurt \(row.benefitPeriods) perioden zonder reden."))
    }
  }
}
