import IndicatorKit

/// How much energy a project makes, and how much of what it uses is renewable.
struct EnergyMeasures {
  static let generated = MeasureCard(
    "energy_generated",
    Text("Renewable energy made", nl: "Hernieuwbare energie opgewekt"),
    help: Text(
      "Kilowatt-hours that the project made from renewable sources, used here or delivered.",
      nl: "Kilowatturen die het project hernieuwbaar opwekte, hier gebruikt of geleverd."),
    kind: .sum, unit: .kilowattHour, aggregation: .sum, feedsValueMap: true)

  static let renewable = MeasureCard(
    "renewable_energy_rate",
    Text("Renewable, out of energy used", nl: "Hernieuwbaar, van de gebruikte energie"),
    help: Text(
      "Own renewable energy used here and renewable energy bought, out of all energy used here; what is delivered to others is in neither part.",
      nl:
        "Eigen hernieuwbare energie die hier is gebruikt en ingekochte hernieuwbare energie, van alle hier gebruikte energie; wat aan anderen is geleverd telt nergens mee."
    ),
    kind: .share, partsUnit: .kilowattHour, aggregation: .pooled)

  static let cards = [generated, renewable]

  let rows: Rows<EnergyReading>
  let isMissing: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] {
    if isMissing { return absent(Absence.missing(EnergyReading.table.id)) }
    if rows.isEmpty { return absent(Absence.empty(EnergyReading.table.id)) }
    let own = rows.filter(\.flow.isOwn)
    let used = rows.filter(\.flow.isUse)
    let origin = Origin.selection(rows.selection(columns: ["amount", "flow"]))
    let generated = Measure(
      card: Self.generated, result: .measured(.sum(own.sum(\.amount), rows: own.count)),
      origin: origin)
    return [
      generated.broken(down: flows),
      Self.renewable.share(
        numerator: used.filter { $0.flow != .boughtOther }.sum(\.amount),
        denominator: used.sum(\.amount), from: origin),
    ]
  }

  private func absent(_ reason: Text) -> [Measure] {
    Self.cards.map { $0.notMeasurable(reason) }
  }

  private var flows: Breakdown {
    Breakdown(
      id: "flow", label: Text("Flow", nl: "Stroom"), unit: .kilowattHour,
      entries: EnergyFlow.allCases.map { flow in
        Breakdown.Entry(
          id: flow.rawValue, label: flow.label,
          value: rows.filter { $0.flow == flow }.sum(\.amount))
      })
  }
}
