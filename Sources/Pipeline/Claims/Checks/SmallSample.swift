import ExportKit

/// Enough people were asked for what is said of all.
enum SmallSample: ClaimCheck {
  static let card = ClaimCard(
    "small_sample", Text("Few asked, many counted", nl: "Weinig gevraagd, veel geteld"),
    looksAt: Text(
      "Outcomes of which the sample is below a fifth of the quantity of people.",
      nl: "Effecten waarvan het aantal antwoorden onder een vijfde van het aantal mensen ligt."),
    why: Text(
      "What a few say is carried over to many, and those who answer mostly had the better time.",
      nl: "Wat enkelen zeggen geldt dan voor velen, en wie antwoordt had het meestal beter."),
    source: "\(ClaimSource.guide), stage 3.2",
    remedy: Text(
      "Ask more people, count only those who answered, or give the quantity a range.",
      nl: "Vraag meer mensen, tel alleen wie antwoordde, of geef het aantal een marge."))

  static let firing = ClaimExample(
    Text("Eight answers stand for 42 people.", nl: "Acht antwoorden staan voor 42 mensen.")
  ) { map in
    map.change("o1") { $0.sampleSize = 8 }
  }

  static let silent = ClaimExample(
    Text("Nine answers.", nl: "Negen antwoorden.")
  ) { map in
    map.change("o1") { $0.sampleSize = 9 }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    view.rows.compactMap { row in
      guard let quantity = row.quantity?.value, let sample = row.sampleSize, row.mayCountPeople,
        Double(sample) * 5 < quantity
      else { return nil }
      return FoundClaim(
        row, at: .quantity,
        Text(
          "“\(row.description)” counts \(Shown.number(quantity, .english)) on \(sample) answers.",
          nl: "‘\(row.description)’ telt \(Shown.number(quantity, .dutch)) op \(sample) antwoorden."
        ))
    }
  }
}
