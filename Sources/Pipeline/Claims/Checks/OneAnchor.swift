import ExportKit

/// Values that hang on one anchor are shown as such.
enum OneAnchor: ClaimCheck {
  static let card = ClaimCard(
    "one_anchor", Text("Most value on an anchor", nl: "Meeste waarde aan een anker"),
    looksAt: Text(
      "Outcomes priced by anchoring that together carry more than half of all gains.",
      nl: "Effecten geprijsd door ankeren die samen meer dan de helft van de baten dragen."),
    why: Text(
      "One price, often the highest that was found, sets all the others; a study with such an "
        + "anchor came to 17 to 1.",
      nl: "Eén prijs, vaak de hoogste die te vinden was, zet alle andere; een studie met zo’n "
        + "anker kwam op 17 op 1."),
    source: "Social Value International, Standard on applying Principle 3",
    remedy: Text(
      "Give the anchor a range and a shared doubt, and show its switching value.",
      nl: "Geef het anker een marge en een gedeelde onzekerheid, en toon waar de ratio omslaat."))

  static let firing = ClaimExample(
    Text("Two large outcomes are anchored.", nl: "Twee grote effecten zijn geankerd.")
  ) { map in
    map.change("o1") { $0.method = .anchoring }
    map.change("o2") { $0.method = .anchoring }
  }

  static let silent = ClaimExample(
    Text("One of them.", nl: "Eén ervan.")
  ) { map in
    map.change("o1") { $0.method = .anchoring }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let anchored = view.rows.filter { $0.proxyMethod == .anchoring && !$0.isLoss }
    let share = anchored.reduce(0) { $0 + view.share(of: $1) }
    guard share > 0.5 else { return [] }
    return [
      FoundClaim(
        Text(
          "Anchored values carry \(Shown.percent(share)) of all gains: \(Shown.list(anchored)).",
          nl: "Geankerde waarden dragen \(Shown.percent(share)) van alle baten: "
            + "\(Shown.list(anchored))."))
    ]
  }
}
