import IndicatorKit

/// What became of what residents recommended.
struct RecommendationMeasures {
  static let adopted = MeasureCard(
    "recommendations_adopted",
    Text("Recommendations adopted", nl: "Overgenomen aanbevelingen"),
    help: Text(
      "Recommendations that were adopted in full or in part, out of all that were made in the period; those without an answer count as not adopted and stand apart.",
      nl:
        "Aanbevelingen die geheel of deels zijn overgenomen, van alle die in de periode zijn gedaan; die zonder antwoord tellen als niet overgenomen en staan apart."
    ),
    kind: .share, aggregation: .pooled)

  static let inTime = MeasureCard(
    "recommendations_in_time", Text("Answers within the term", nl: "Antwoorden binnen de termijn"),
    help: Text(
      "Recommendations that were answered on or before the day due, out of those whose day due lies in the period or before; those without such a day are in neither part.",
      nl:
        "Aanbevelingen die op tijd zijn beantwoord, van die waarvan de uiterste dag voorbij is; die zonder zo’n dag tellen nergens mee."
    ),
    kind: .share, aggregation: .pooled)

  static let cards = [adopted, inTime]

  let rows: Rows<Recommendation>
  let period: Period
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [Self.adopted.attempt(measureAdopted), Self.inTime.attempt(measureInTime)]
  }

  private func measureAdopted() throws(NotMeasurable) -> Measure {
    try requireRows()
    var entries = RecommendationOutcome.allCases.map { outcome in
      Breakdown.Entry(
        id: outcome.rawValue, label: outcome.label,
        value: Double(rows.count { $0.outcome == outcome }))
    }
    entries.append(
      Breakdown.Entry(
        id: "unanswered", label: Text("No answer yet", nl: "Nog geen antwoord"),
        value: Double(rows.count { $0.outcome == nil })))
    return Self.adopted.share(
      rows.filter { $0.outcome == .adopted || $0.outcome == .partly }, of: rows
    ).broken(
      down: Breakdown(
        id: "outcome", label: Text("Outcome", nl: "Uitkomst"), unit: .count,
        entries: entries.filter { $0.value > 0 }))
  }

  private func measureInTime() throws(NotMeasurable) -> Measure {
    try requireRows()
    let due = rows.filter { row in row.due.map { $0 <= period.last } ?? false }
    guard !due.isEmpty else { throw Self.nothingDue }
    let inTime = due.filter { row in
      guard let last = row.due, let answered = row.answered else { return false }
      return answered <= last
    }
    return Self.inTime.share(inTime, of: due, unknown: rows.count { $0.due == nil })
  }

  private func requireRows() throws(NotMeasurable) {
    try missing.requireRecommendations()
    if rows.isEmpty { throw MissingTables.noRows(Recommendation.table.id) }
  }

  private static let nothingDue = NotMeasurable(
    Text(
      "no recommendation has a day due that has passed",
      nl: "van geen aanbeveling is een uiterste dag voorbij"))
}
