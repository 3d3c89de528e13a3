import IndicatorKit

/// How much volunteers give: the hours with which those among the inputs are compared.
struct VolunteerMeasures {
  static let hours = MeasureCard(
    "volunteer_hours", Text("Hours of volunteers", nl: "Uren van vrijwilligers"),
    help: Text(
      "The hours in the table “volunteering” whose day lies in the period, added up.",
      nl: "De uren in de tabel ‘volunteering’ met een dag in de periode, opgeteld."),
    kind: .sum, unit: .hour, aggregation: .sum, feedsValueMap: true, countsPeople: true,
    countsVolunteerHours: true)

  static let cards = [hours]

  let rows: Rows<Volunteering>
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] { [Self.hours.attempt(sum)] }

  private func sum() throws(NotMeasurable) -> Measure {
    try missing.requireVolunteering()
    if rows.isEmpty { throw MissingTables.noRows(Volunteering.table.id) }
    let measure = Self.hours.sum(rows, columns: ["hours"]) { $0.hours }
    // The same people may stand in several rows, so that the largest row is all that is certain.
    let people = rows.compactMap(\.volunteers)
    return people.count == rows.count ? measure.of(people: people.max() ?? 0) : measure
  }
}
