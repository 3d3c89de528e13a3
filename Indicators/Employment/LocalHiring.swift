import IndicatorKit

/// What anchor institutions hire locally: municipality, hospital, school, housing association.
struct LocalHiring {
  static let vacancies = MeasureCard(
    "anchor_vacancies",
    Text("Vacancies filled by anchor institutions", nl: "Vervulde vacatures bij ankerinstellingen"),
    help: Text(
      "The vacancies that anchor institutions filled in the period, as they report them; work that is not the project’s own.",
      nl:
        "De vacatures die ankerinstellingen in de periode vervulden, naar eigen opgave; werk dat niet van het project zelf is."
    ),
    kind: .sum, unit: .count, direction: .neutral, aggregation: .sum)

  static let fromNeighbourhood = MeasureCard(
    "anchor_local_hires",
    Text("Hired from the neighbourhood", nl: "Aangenomen uit de buurt"),
    help: Text(
      "People hired from the neighbourhood, out of the vacancies filled by anchor institutions that report it.",
      nl:
        "Mensen uit de buurt die zijn aangenomen, van de vervulde vacatures bij ankerinstellingen die dat opgeven."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let fromTargetGroups = MeasureCard(
    "anchor_target_hires",
    Text("Hired from target groups", nl: "Aangenomen uit doelgroepen"),
    help: Text(
      "People hired from target groups, out of the vacancies filled by anchor institutions that report it.",
      nl:
        "Mensen uit doelgroepen die zijn aangenomen, van de vervulde vacatures bij ankerinstellingen die dat opgeven."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let cards = [vacancies, fromNeighbourhood, fromTargetGroups]

  let rows: Rows<AnchorHiring>

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.vacancies.attempt(sum),
      Self.fromNeighbourhood.attempt { () throws(NotMeasurable) in
        try share(Self.fromNeighbourhood, \.fromNeighbourhood, column: "from_neighbourhood")
      },
      Self.fromTargetGroups.attempt { () throws(NotMeasurable) in
        try share(Self.fromTargetGroups, \.fromTargetGroups, column: "from_target_groups")
      },
    ]
  }

  private func sum() throws(NotMeasurable) -> Measure {
    try requireRows()
    return Self.vacancies.sum(rows, columns: ["vacancies"]) { Double($0.vacancies) }
  }

  private func share(
    _ card: MeasureCard, _ hired: (AnchorHiring) -> Int?, column: String
  ) throws(NotMeasurable) -> Measure {
    try requireRows()
    let known = rows.filter { hired($0) != nil }
    guard !known.isEmpty else { throw Self.notReported }
    let (part, whole) = (known.sum { Double(hired($0) ?? 0) }, known.sum { Double($0.vacancies) })
    guard known.allSatisfy({ (hired($0) ?? 0) <= $0.vacancies }) else { throw Self.moreThanFilled }
    guard whole > 0 else { throw Self.nothingFilled }
    try SmallGroups.require(Int(part), of: Int(whole))
    return card.share(
      numerator: part, denominator: whole,
      unknown: rows.sum { Double($0.vacancies) } - whole,
      from: .selection(known.selection(columns: ["vacancies", column]))
    ).of(people: Int(whole))
  }

  private func requireRows() throws(NotMeasurable) {
    if rows.isEmpty { throw Self.noRows }
  }

  private static let noRows = NotMeasurable(
    Text(
      "the table “anchor_hiring” has no rows in the period",
      nl: "de tabel ‘anchor_hiring’ heeft geen rijen in de periode"))
  private static let notReported = NotMeasurable(
    Text(
      "no anchor institution reports it in the period",
      nl: "geen ankerinstelling geeft het in de periode op"))
  private static let moreThanFilled = NotMeasurable(
    Text(
      "an anchor institution reports more people hired than vacancies filled",
      nl: "een ankerinstelling geeft meer aangenomen mensen op dan vervulde vacatures"))
  private static let nothingFilled = NotMeasurable(
    Text("no vacancy was filled", nl: "er is geen vacature vervuld"))
}
