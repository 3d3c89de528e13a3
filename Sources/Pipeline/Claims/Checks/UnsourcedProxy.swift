import ExportKit

/// Most of the value has a source other than the author.
enum UnsourcedProxy: ClaimCheck {
  static let card = ClaimCard(
    "unsourced_proxy", Text("Most value on own estimates", nl: "Meeste waarde op eigen ramingen"),
    looksAt: Text(
      "Proxies without a source or by own estimate that together carry more than half of all gains.",
      nl:
        "Proxy’s zonder bron of naar eigen raming die samen meer dan de helft van de baten dragen."
    ),
    why: Text(
      "Nobody else can then check what the ratio rests on.",
      nl: "Dan kan niemand nagaan waar de ratio op rust."),
    source: "\(ClaimSource.principles), principles 3 and 6",
    remedy: Text(
      "Take published values where there are, and give the others a range.",
      nl: "Neem gepubliceerde waarden waar die er zijn, en geef de andere een marge."))

  static let firing = ClaimExample(
    Text("Two large proxies are own estimates.", nl: "Twee grote proxy’s zijn eigen ramingen.")
  ) { map in
    map.change("o1") { $0.source = "Own estimate" }
    map.change("o2") { $0.method = .ownEstimate }
  }

  static let silent = ClaimExample(
    Text("One of them.", nl: "Eén ervan.")
  ) { map in
    map.change("o1") { $0.source = "Own estimate" }
  }

  static func found(in view: ClaimView) -> [FoundClaim] {
    let own = view.rows.filter { isOwn($0) && !$0.isLoss }
    let share = own.reduce(0) { $0 + view.share(of: $1) }
    guard share > 0.5 else { return [] }
    return [
      FoundClaim(
        Text(
          "Own estimates carry \(Shown.percent(share)) of all gains: \(Shown.list(own)).",
          nl: "Eigen ramingen dragen \(Shown.percent(share)) van alle baten: \(Shown.list(own))."))
    ]
  }

  private static func isOwn(_ row: ReportOutcome) -> Bool {
    row.proxyMethod == .ownEstimate || !row.proxySource.contains { $0.isLetter }
      || Vocabulary.ownEstimate.occurs(in: row.proxySource)
  }
}
