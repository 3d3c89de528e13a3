import IndicatorKit

/// Whether what came in is what went out and what lies in stock.
struct MassBalance {
  /// By which share of what was there the balance may be off, for rounded and estimated loads.
  static let tolerance = 0.01

  static let unaccounted = MeasureCard(
    "mass_unaccounted",
    Text("Kilograms not accounted for", nl: "Kilo’s zonder verantwoording"),
    help: Text(
      "Kilograms received plus stock at the start, less all waste streams and stock at the end; 0 where the mass balance closes, below 0 where more went out than came in. A note says so where it is off by more than 1 %.",
      nl:
        "Ontvangen kilo’s plus voorraad aan het begin, min alle afvalstromen en voorraad aan het eind; 0 als de massabalans sluit, onder 0 als er meer uitging dan er binnenkwam. Een noot zegt het als die meer dan 1 % scheef is."
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
    let unaccounted = received + start - out - end
    let measure = Self.unaccounted.computed(
      unaccounted,
      inputs: [
        named("received", GoodsMoment.received.label, received),
        named("stock_at_start", GoodsMoment.stockAtStart.label, start),
        named("out", Text("Waste streams", nl: "Afvalstromen"), out),
        named("stock_at_end", GoodsMoment.stockAtEnd.label, end),
      ], rule: Self.rule, from: origin
    ).reckoned(
      .difference(.sum(["received", "stock_at_start"]), .sum(["out", "stock_at_end"])))
    return gap(unaccounted, of: received + start).map { measure.noting($0) } ?? measure
  }

  /// What to say where the balance does not close.
  private func gap(_ unaccounted: Double, of present: Double) -> Text? {
    guard abs(unaccounted) > Self.tolerance * present else { return nil }
    if unaccounted < 0 { return Self.tooMuchOut }
    return present > 0 ? Self.notFound(unaccounted / present) : nil
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

  private static let tooMuchOut = Text(
    "The mass balance does not close: more went out and lies in stock than came in and lay there, so that something received is missing from the table, or a load is counted twice.",
    nl:
      "De massabalans sluit niet: er ging meer uit en ligt meer in voorraad dan er kwam en lag, zodat er ontvangst in de tabel ontbreekt, of een vracht dubbel telt."
  )

  private static func notFound(_ share: Double) -> Text {
    func percent(_ language: Language) -> String {
      DecimalText.rounded(share * 100, decimals: 1, in: language)
    }
    return Text(
      "The mass balance does not close: of \(percent(.english)) % of what was there it is not known where it went, and the shares of destinations say nothing of it.",
      nl:
        "De massabalans sluit niet: van \(percent(.dutch)) % van wat er was, is niet bekend waar het bleef, en de aandelen per bestemming zeggen daar niets over."
    )
  }

  private static let nothingReceived = Text(
    "no row says what was received", nl: "geen rij zegt wat er is ontvangen")
}
