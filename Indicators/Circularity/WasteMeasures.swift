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
    kind: .share, partsUnit: .kilogram, aggregation: .pooled)

  static let reuse = MeasureCard(
    "reuse_rate", Text("Reused", nl: "Hergebruikt"),
    help: Text(
      "Kilograms that go on as what they were, out of all kilograms with a known destination; recycling and composting do not count.",
      nl:
        "Kilo’s die verder gaan als wat ze waren, van alle kilo’s met een bekende bestemming; recycling en compostering tellen niet mee."
    ),
    kind: .share, partsUnit: .kilogram, aggregation: .pooled)

  static let recycling = MeasureCard(
    "recycling_rate", Text("Recycled", nl: "Gerecycled"),
    help: Text(
      "Kilograms that go to recycling, out of all kilograms with a known destination; reuse, composting and energy recovery do not count, and what the recycler loses is not taken off.",
      nl:
        "Kilo’s die naar recycling gaan, van alle kilo’s met een bekende bestemming; hergebruik, compostering en energieterugwinning tellen niet mee, en wat de recycler verliest is er niet af."
    ),
    kind: .share, partsUnit: .kilogram, aggregation: .pooled)

  static let diverted = MeasureCard(
    "mass_diverted", Text("Kilograms kept out of the bin", nl: "Kilo’s uit het restafval gehouden"),
    help: Text(
      "Kilograms to reuse, recycling and composting; kilograms without a destination are left out and counted in a note.",
      nl:
        "Kilo’s naar hergebruik, recycling en compostering; kilo’s zonder bestemming vallen erbuiten en worden in een noot geteld."
    ),
    kind: .sum, unit: .kilogram, aggregation: .sum, feedsValueMap: true)

  static let cards = [diversion, reuse, recycling, diverted]

  let streams: Rows<WasteStream>
  let isMissing: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] {
    if isMissing {
      return Self.cards.map { $0.notMeasurable(Absence.missing(WasteStream.table.id)) }
    }
    if streams.isEmpty {
      return Self.cards.map { $0.notMeasurable(Absence.empty(WasteStream.table.id)) }
    }
    return [
      rate(Self.diversion, \.isDiversion).broken(down: destinations),
      rate(Self.reuse) { $0 == .reuse }, rate(Self.recycling) { $0 == .recycling },
      measureDiverted,
    ]
  }

  private func rate(_ card: MeasureCard, _ counts: (Destination) -> Bool) -> Measure {
    card.share(
      numerator: Self.mass(streams.filter { $0.destination.map(counts) ?? false }),
      denominator: Self.mass(streams.filter { $0.destination != nil }), unknown: unknown,
      from: .selection(streams.selection(columns: ["mass", "destination"])))
  }

  private var measureDiverted: Measure {
    guard streams.contains(where: { $0.destination != nil }) else {
      return Self.diverted.notMeasurable(Self.noDestinations)
    }
    let rows = streams.filter { $0.destination?.isDiversion == true }
    let measure = Measure(
      card: Self.diverted, result: .measured(.sum(Self.mass(rows), rows: rows.count)),
      origin: .selection(streams.selection(columns: ["mass", "destination"])))
    return unknown == 0 ? measure : measure.noting(Self.withoutDestination(unknown))
  }

  /// The kilograms without a destination.
  private var unknown: Double { Self.mass(streams.filter { $0.destination == nil }) }

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
  private static func mass(_ rows: Rows<WasteStream>) -> Double { rows.sum(\.mass) }

  private static let noDestinations = Text(
    "of nothing that was discarded is known where it went",
    nl: "van niets dat is afgedankt, is bekend waar het heen ging")

  private static func withoutDestination(_ mass: Double) -> Text {
    Text(
      "Of \(DecimalText.rounded(mass, decimals: 1, in: .english)) kg it is not known where they went; they are not in this figure.",
      nl:
        "Van \(DecimalText.rounded(mass, decimals: 1, in: .dutch)) kg is niet bekend waar ze heen gingen; die zitten niet in dit cijfer."
    )
  }
}
