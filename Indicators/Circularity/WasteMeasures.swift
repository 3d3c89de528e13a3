import IndicatorKit

/// Where discarded things go.
struct WasteMeasures {
  static let diversion = MeasureCard(
    "diversion_rate", Text("Kept out of the bin", nl: "Uit het restafval gehouden"),
    help: Text(
      "Kilograms to reuse, recycling and composting, out of all kilograms with a known destination; energy recovery is in the denominator and does not count as diversion.",
      nl:
        "Kilo’s naar hergebruik, recycling en compostering, van alle kilo’s met een bekende bestemming; energieterugwinning staat in de noemer en telt niet als behoud."
    ),
    kind: .share, aggregation: .pooled)

  static let cards = [diversion]

  let streams: Rows<WasteStream>
  let isMissing: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] { [measureDiversion()] }

  private func measureDiversion() -> Measure {
    if isMissing { return Self.diversion.notMeasurable(Absence.missing(WasteStream.table.id)) }
    if streams.isEmpty { return Self.diversion.notMeasurable(Absence.empty(WasteStream.table.id)) }
    let unknown = Self.mass(streams.filter { $0.destination == nil })
    return Self.diversion.share(
      numerator: Self.mass(streams.filter { $0.destination?.isDiversion == true }),
      denominator: Self.mass(streams.filter { $0.destination != nil }), unknown: unknown,
      from: .selection(streams.selection(columns: ["mass", "destination"]))
    ).broken(down: destinations)
  }

  private var destinations: Breakdown {
    let entries = Destination.allCases.compactMap { destination in
      let rows = streams.filter { $0.destination == destination }
      return rows.isEmpty
        ? nil
        : Breakdown.Entry(
          id: destination.rawValue, label: destination.label, value: Self.mass(rows))
    }
    return Breakdown(
      id: "destination", label: Text("Destination", nl: "Bestemming"), unit: .kilogram,
      entries: entries)
  }

  /// The kilograms, added from small to large so that the order of rows cannot matter.
  private static func mass(_ rows: Rows<WasteStream>) -> Double {
    rows.map(\.mass).sorted().reduce(0, +)
  }
}
