import ExportKit

/// The deductions of the outcomes were thought about one by one.
enum SameDeductions: ClaimCheck {
  static let card = ClaimCard(
    "same_deductions", Text("The same deductions everywhere", nl: "Overal dezelfde aftrek"),
    looksAt: Text(
      "Maps of three or more outcomes that all have the same three deductions.",
      nl: "Kaarten met drie of meer effecten die alle dezelfde drie aftrekposten hebben."),
    why: Text(
      "Copied percentages show that nobody asked outcome by outcome what else played a part.",
      nl: "Overgenomen percentages laten zien dat niemand per effect vroeg wat er nog meer speelde."
    ),
    source: "\(ClaimSource.guide), stage 4.1 and 4.2",
    remedy: Text(
      "Estimate each outcome’s deductions by themselves, or say why they are alike.",
      nl: "Schat de aftrek van elk effect apart, of zeg waarom die gelijk is."))

  static let firing = ClaimExample(
    Text(
      "Every outcome gets the same three percentages.",
      nl: "Elk effect krijgt dezelfde drie percentages.")
  ) { map in
    map.changeAll {
      $0.deadweight.value = 0.2
      $0.displacement.value = 0.05
      $0.attribution.value = 0.25
    }
  }

  static let silent = ClaimExample(
    Text("One outcome has another percentage.", nl: "Eén effect heeft een ander percentage.")
  ) { map in
    map.changeAll {
      $0.deadweight.value = 0.2
      $0.displacement.value = 0.05
      $0.attribution.value = 0.25
    }
    map.change("o5") { $0.attribution.value = 0.3 }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let shares = view.rows.map { $0.firstDeductions.map { $0.share?.value } }
    guard let first = shares.first, shares.count >= 3, first.contains(where: { ($0 ?? 0) > 0 }),
      shares.allSatisfy({ $0 == first })
    else { return [] }
    let text = first.map { $0.map(Shown.percent) ?? "–" }.joined(separator: ", ")
    return [
      FoundClaim(
        Text(
          "All \(shares.count) outcomes have the same deductions: \(text).",
          nl: "Alle \(shares.count) effecten hebben dezelfde aftrek: \(text)."))
    ]
  }
}
