import ExportKit

/// One cause is taken off once.
enum SameReasonTwice: ClaimCheck {
  static let card = ClaimCard(
    "same_reason_twice", Text("One reason taken off twice", nl: "Eén reden twee keer afgetrokken"),
    looksAt: Text(
      "Two of deadweight, displacement and attribution of an outcome with the same words as reason.",
      nl: "Twee aftrekposten van een effect met dezelfde woorden als reden."),
    why: Text(
      "Deadweight is what would have come anyway, attribution what others did of the rest; the "
        + "same cause in both makes the value too small, which is no better than too large.",
      nl: "‘Zonder ons ook’ was toch gekomen, toerekening is wat anderen van de rest deden; "
        + "dezelfde oorzaak in beide maakt de waarde te klein, en dat is niet beter dan te groot."),
    source: "\(ClaimSource.guide), stages 4.1 and 4.2",
    remedy: Text(
      "Keep the cause in the deduction where it belongs and give the other its own reason.",
      nl: "Laat de oorzaak bij de aftrek waar zij hoort en geef de andere een eigen reden."))

  static let firing = ClaimExample(
    Text("Attribution copies the reason of deadweight.", nl: "De toerekening neemt de reden over.")
  ) { map in
    map.change("o2") { $0.attribution.reason = $0.deadweight.reason }
  }

  static let silent = ClaimExample(
    Text(
      "A deduction of 0 may share a reason.", nl: "Een aftrek van 0 mag een reden delen.")
  ) { map in
    map.change("o3") { $0.displacement.reason = $0.deadweight.reason }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.compactMap { row in
      let reasons = row.firstDeductions.filter { ($0.share?.value ?? 0) > 0 }
        .compactMap(\.reason).map { $0.lowercased().filter(\.isLetter) }.filter { !$0.isEmpty }
      guard Set(reasons).count < reasons.count else { return nil }
      return FoundClaim(
        row, at: .attribution,
        Text(
          "“\(row.description)” takes one reason off twice.",
          nl: "‘\(row.description)’ trekt één reden twee keer af."))
    }
  }
}
