import ExportKit

/// Others had a part in the change.
enum LowAttribution: ClaimCheck {
  /// The 10th percentile of the attributions above zero in published reports.
  private static let low = 0.1

  static let card = ClaimCard(
    "low_attribution", Text("Hardly anything due to others", nl: "Nauwelijks iets aan anderen"),
    looksAt: Text(
      "Maps of two or more outcomes with an attribution to others below 10 % in each of them.",
      nl: "Kaarten met twee of meer effecten en in elk daarvan minder dan 10 % aan anderen."),
    why: Text(
      "In a neighbourhood several parties work on the same thing; published reports that charge "
        + "it have 25.5 % in the middle, and one in ten below 10 %.",
      nl: "In een wijk werken meer partijen aan hetzelfde; verslagen die het aftrekken hebben "
        + "25,5 % in het midden, en één op de tien minder dan 10 %."),
    source: ClaimSource.published,
    remedy: Text(
      "Name the others who work with these people, and ask what part is theirs.",
      nl: "Noem wie er nog meer met deze mensen werken, en vraag welk deel van hen is."))

  static let firing = ClaimExample(
    Text("Every attribution becomes 8 %.", nl: "Elke toerekening wordt 8 %.")
  ) { map in
    map.changeAll { $0.attribution.value = 0.08 }
  }

  static let silent = ClaimExample(
    Text("One outcome has 10 %.", nl: "Eén effect heeft 10 %.")
  ) { map in
    map.changeAll { $0.attribution.value = 0.08 }
    map.change("o4") { $0.attribution.value = 0.1 }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard let highest = view.highest({ $0.attribution }, below: low) else { return [] }
    return [
      FoundClaim(
        Text(
          "The highest attribution is \(Shown.percent(highest)); 25 % is usual (indicative only).",
          nl: "De hoogste toerekening is \(Shown.percent(highest)); "
            + "25 % is gebruikelijk (alleen een aanwijzing)."))
    ]
  }
}
