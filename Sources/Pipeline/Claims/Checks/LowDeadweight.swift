import ExportKit

/// Some of the change would have come anyway.
enum LowDeadweight: ClaimCheck {
  /// The 10th percentile of the deadweights above zero in published reports.
  private static let low = 0.05

  static let card = ClaimCard(
    "low_deadweight", Text("Hardly any deadweight", nl: "Nauwelijks ‘zonder ons ook’"),
    looksAt: Text(
      "Maps of two or more outcomes with a deadweight below 5 % in each of them.",
      nl: "Kaarten met twee of meer effecten en in elk daarvan minder dan 5 % ‘zonder ons ook’."),
    why: Text(
      "Published reports that charge deadweight have 20 % in the middle, and one in ten below 5 %.",
      nl: "Verslagen die het aftrekken hebben 20 % in het midden, en één op de tien minder dan 5 %."
    ),
    source: ClaimSource.published,
    remedy: Text(
      "Compare with what people like these do without a project, and say where that figure is from.",
      nl: "Vergelijk met wat zulke mensen zonder project doen, en zeg waar dat cijfer vandaan komt."
    ))

  static let firing = ClaimExample(
    Text("Every deadweight becomes 4 %.", nl: "Overal wordt ‘zonder ons ook’ 4 %.")
  ) { map in
    map.changeAll { $0.deadweight.value = 0.04 }
  }

  static let silent = ClaimExample(
    Text("One outcome has 6 %.", nl: "Eén effect heeft 6 %.")
  ) { map in
    map.changeAll { $0.deadweight.value = 0.04 }
    map.change("o2") { $0.deadweight.value = 0.06 }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    guard let highest = view.highest({ $0.deadweight }, below: low) else { return [] }
    return [
      FoundClaim(
        Text(
          "The highest deadweight is \(Shown.percent(highest)); 20 % is usual (indicative only).",
          nl: "Het hoogste ‘zonder ons ook’ is \(Shown.percent(highest)); "
            + "20 % is gebruikelijk (alleen een aanwijzing)."))
    ]
  }
}
