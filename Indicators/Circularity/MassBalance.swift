import IndicatorKit

/// Whether what came in is what went out and what lies in stock.
struct MassBalance {
  static let unaccounted = MeasureCard(
    "mass_unaccounted",
    Text("Kilograms not accounted for", nl: "Kilo’s zonder verantwoording"),
    help: Text(
      "Kilograms received plus stock at the start, less all waste streams and stock at the end; 0 where the mass balance closes, below 0 where more went out than came in.",
      nl:
        "Ontvangen kilo’s plus voorraad aan het begin, min alle afvalstromen en voorraad aan het eind; 0 als de massabalans sluit, onder 0 als er meer uitging dan er binnenkwam."
    ),
    kind: .computed, unit: .kilogram, direction: .neutral, aggregation: .sum)

  static let cards = [unaccounted]

  let goods: Rows<GoodsEntry>
  let streams: Rows<WasteStream>
  let isMissing: Bool
  let lacksStreams: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] { [measure] }

  private var measure: Measure {
    if isMissing { return Self.unaccounted.notMeasurable(Absence.missing(GoodsEntry.table.id)) }
    if goods.isEmpty { return Self.unaccounted.notMeasurable(Absence.empty(GoodsEntry.table.id)) }
    if lacksStreams {
      return Self.unaccounted.notMeasurable(Absence.missing(WasteStream.table.id))
    }
    // Stock alone says nothing about what came in.
    guard goods.contains(where: { $0.moment == .received }) else {
      return Self.unaccounted.notMeasurable(Self.nothingReceived)
    }
    let received = mass(.received)
    let start = mass(.stockAtStart)
    let end = mass(.stockAtEnd)
    let out = streams.sum(\.mass)
    return Self.unaccounted.computed(
      received + start - out - end,
      inputs: [
        named("received", GoodsMoment.received.label, received),
        named("stock_at_start", GoodsMoment.stockAtStart.label, start),
        named("out", Text("Waste streams", nl: "Afvalstromen"), out),
        named("stock_at_end", GoodsMoment.stockAtEnd.label, end),
      ], rule: Self.rule, from: origin)
  }

  private var origin: Origin {
    let taken = Origin.selection(goods.selection(columns: ["moment", "mass"]))
    if streams.isEmpty { return taken }
    return .combined([taken, .selection(streams.selection(columns: ["mass"]))])
  }

  private func mass(_ moment: GoodsMoment) -> Double {
    goods.filter { $0.moment == moment }.sum(\.mass)
  }

  private func named(_ id: String, _ label: Text, _ mass: Double) -> NamedNumber {
    NamedNumber(id, label, mass, unit: .kilogram)
  }

  private static let rule = Text(
    "received + stock at the start − waste streams − stock at the end",
    nl: "ontvangen + voorraad aan het begin − afvalstromen − voorraad aan het eind")

  private static let nothingReceived = Text(
    "no row says what was received", nl: "geen rij zegt wat er is ontvangen")
}
