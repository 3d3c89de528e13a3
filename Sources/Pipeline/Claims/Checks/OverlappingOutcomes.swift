import ExportKit

/// The same people are counted once for the same improvement.
enum OverlappingOutcomes: ClaimCheck {
  static let card = ClaimCard(
    "overlapping_outcomes",
    Text("Many outcomes for the same people", nl: "Veel effecten bij dezelfde mensen"),
    looksAt: Text(
      "Three or more gains of one stakeholder for nearly as many people: within 10 % of the most.",
      nl: "Drie of meer baten van één belanghebbende bij bijna evenveel mensen: binnen 10 %."),
    why: Text(
      "Outcomes such as less lonely, healthier and more confident are steps of one chain; pricing "
        + "each of them counts one improvement several times.",
      nl: "Minder eenzaam, gezonder en zelfverzekerder zijn stappen van één keten; elk ervan "
        + "prijzen telt één verbetering meermaals."),
    source: "Social Value International, Standard on applying Principle 2",
    remedy: Text(
      "Price only the last step of the chain that matters by itself, and list the others beside.",
      nl: "Prijs alleen de laatste stap die op zichzelf telt, en noem de andere ernaast."))

  static let firing = ClaimExample(
    Text(
      "The same people also gain confidence and rest.",
      nl: "Dezelfde mensen krijgen ook zelfvertrouwen en rust.")
  ) { map in
    add(to: &map, quantities: [40, 39])
  }

  static let silent = ClaimExample(
    Text("They are far fewer people.", nl: "Het zijn veel minder mensen.")
  ) { map in
    add(to: &map, quantities: [20, 9])
  }

  private static func add(to map: inout ExampleMap, quantities: [Double]) {
    let new = [("o6", "More confident", 110.0), ("o7", "More at ease", 130.0)]
    for ((id, words, proxy), quantity) in zip(new, quantities) {
      var outcome = ExampleMap.further(
        words, of: "participants", quantity: quantity, unit: "people", proxy: proxy,
        proxyDescription: "What a course for it costs (\(id))")
      outcome.id = id
      outcome.proxyID = "p_\(id)"
      map.outcomes.append(outcome)
    }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let gains = view.rows.filter {
      !$0.isLoss && $0.mayCountPeople && ($0.quantity?.value ?? 0) > 1
    }
    return view.groups(of: gains, by: \.stakeholder).compactMap { group in
      let most = group.compactMap(\.quantity?.value).max() ?? 0
      let alike = group.filter { ($0.quantity?.value ?? 0) >= most * 0.9 }
      guard alike.count >= 3, let first = alike.first,
        let stakeholder = view.stakeholder(first.stakeholder)
      else { return nil }
      let ids = Shown.list(alike)
      return FoundClaim(
        stakeholder,
        Text(
          "\(alike.count) gains (\(ids)) are of nearly the same people: “\(stakeholder.name)”.",
          nl: "\(alike.count) baten (\(ids)) zijn van bijna dezelfde mensen: ‘\(stakeholder.name)’."
        ))
    }
  }
}
