import IndicatorKit

/// The residents who could take part, by the latest count that is not after the period.
struct PopulationFrame {
  /// The rows of that count.
  let rows: Rows<PopulationCount>
  /// The year of the count.
  let year: Int

  /// Chooses the count.
  ///
  /// - Throws: `NotMeasurable` where no count is old enough or a group stands in it twice.
  init(_ all: Rows<PopulationCount>, period: Period) throws(NotMeasurable) {
    guard let year = all.map(\.year).filter({ $0 <= period.last.year }).max() else {
      throw Self.noCount(period.last.year)
    }
    let rows = all.filter { $0.year == year }
    guard Set(rows.map(\.group)).count == rows.count else { throw Self.doubled(year) }
    self.rows = rows
    self.year = year
  }

  /// The residents in all: the row of everyone, else the sum of the age groups.
  ///
  /// - Throws: `NotMeasurable` where neither is there.
  func total() throws(NotMeasurable) -> Int {
    if let everyone = rows.first(where: { $0.group == .everyone }) { return everyone.people }
    let ages = rows.filter { $0.group.ageGroup != nil }
    guard !ages.isEmpty else { throw Self.noTotal(year) }
    return ages.reduce(0) { $0 + $1.people }
  }

  /// Says which count was used.
  var note: Text {
    Text(
      "Population: the count of \(year) in the table “population”.",
      nl: "Bevolking: de telling van \(year) in de tabel ‘population’.")
  }

  private static func noCount(_ year: Int) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the table “population” has no count of \(year) or before",
        nl: "de tabel ‘population’ heeft geen telling van \(year) of eerder"))
  }

  private static func doubled(_ year: Int) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the table “population” has a group twice in \(year)",
        nl: "de tabel ‘population’ heeft een groep twee keer in \(year)"))
  }

  private static func noTotal(_ year: Int) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the table “population” has neither everyone nor age groups in \(year)",
        nl: "de tabel ‘population’ heeft in \(year) geen rij ‘iedereen’ en geen leeftijdsgroepen"))
  }
}
