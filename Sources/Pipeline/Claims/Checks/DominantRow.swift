import ExportKit

/// No single outcome carries most of the value.
enum DominantRow: ClaimCheck {
  static let card = ClaimCard(
    "dominant_row", Text("One outcome carries most", nl: "Eén effect draagt het meeste"),
    looksAt: Text(
      "Outcomes with more than half of the present value of all gains.",
      nl: "Effecten met meer dan de helft van de contante waarde van alle baten."),
    why: Text(
      "The ratio then is this one estimate, and its proxy and deductions decide everything.",
      nl: "De ratio is dan deze ene schatting, en haar proxy en aftrek beslissen alles."),
    source: "\(ClaimSource.guide), stage 5.4",
    remedy: Text(
      "Give its inputs ranges, show at which value the ratio reaches 1, and have it checked.",
      nl: "Geef marges, toon bij welke waarde de ratio 1 is, en laat het nakijken."))

  static let firing = ClaimExample(
    Text("The largest outcome grows.", nl: "Het grootste effect groeit.")
  ) { map in
    map.change("o1") { $0.quantity = Estimate(60) }
  }

  static let silent = ClaimExample(
    Text("It stays just below half.", nl: "Het blijft net onder de helft.")
  ) { map in
    map.change("o1") { $0.quantity = Estimate(50) }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.filter { view.share(of: $0) > 0.5 }.map { row in
      let share = Shown.percent(view.share(of: row))
      return FoundClaim(
        row, at: .proxy,
        Text(
          "“\(row.description)” brings \(share) of all gains.",
          nl: "‘\(row.description)’ brengt \(share) van alle baten."))
    }
  }
}
