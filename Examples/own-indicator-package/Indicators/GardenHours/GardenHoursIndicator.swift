import IndicatorKit

/// Hours in the neighbourhood garden, and which part was worked by newcomers.
public struct GardenHoursIndicator: Indicator {
  /// What it reads and measures.
  public static let card = IndicatorCard(
    id: "garden_hours",
    title: Text("Hours in the garden", nl: "Uren in de tuin"),
    summary: Text(
      "How many hours were worked in the garden, and which part by newcomers.",
      nl: "Hoeveel uur er in de tuin is gewerkt, en welk deel door nieuwkomers."),
    tables: [GardenShift.self], measures: [hours, newcomers],
    references: [Reference("Own method: the list of shifts in the shed")])

  static let hours = MeasureCard(
    "hours", Text("Hours worked", nl: "Gewerkte uren"),
    help: Text("The hours of all shifts.", nl: "De uren van alle diensten."),
    kind: .sum, unit: .hour, aggregation: .sum, feedsValueMap: true)

  static let newcomers = MeasureCard(
    "newcomers", Text("Worked by newcomers", nl: "Door nieuwkomers gewerkt"),
    help: Text(
      "Hours worked by newcomers, out of all hours.",
      nl: "Uren van nieuwkomers, van alle uren."),
    kind: .share, aggregation: .pooled)

  /// Makes the indicator; it has no state.
  public init() {}

  /// Measures the shifts of the reporting period.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
    let shifts = try project.rows(GardenShift.self)
    guard !shifts.isEmpty else {
      throw NotMeasurable(
        Text("there are no shifts in this period", nl: "er zijn geen diensten in deze periode"))
    }
    return [
      Self.hours.sum(shifts, columns: ["hours"]) { $0.hours },
      Self.newcomers.share(
        numerator: shifts.filter(\.isNewcomer).sum { $0.hours },
        denominator: shifts.sum { $0.hours },
        from: .selection(shifts.selection(columns: ["hours", "is_newcomer"]))),
    ]
  }
}

/// One shift in the garden: a line of `tables/garden_shifts.csv`.
struct GardenShift: TableRow {
  static let table = TableCard(
    id: "garden_shifts", title: Text("Shifts in the garden", nl: "Diensten in de tuin"),
    summary: Text("One line per shift.", nl: "Eén regel per dienst."), date: "date")

  @Column(
    "Date", nl: "Datum", help: Text("The day of the shift.", nl: "De dag van de dienst."),
    example: "2025-05-17")
  var date: Day
  @Column(
    "Newcomer", nl: "Nieuwkomer",
    help: Text(
      "Whether it was somebody's first year.", nl: "Of het iemands eerste jaar was."),
    example: "ja")
  var isNewcomer: Bool
  @Column(
    "Hours", nl: "Uren", unit: .hour, bounds: 0...24,
    help: Text("How long it lasted.", nl: "Hoelang het duurde."), example: "3")
  var hours: Double
}
