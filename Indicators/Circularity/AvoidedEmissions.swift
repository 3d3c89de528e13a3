import IndicatorKit

/// What the things that were fixed keep out of the air and out of the bin.
///
/// The Restart Project, environmental-impact-data, methodology: a repair prevents the displaced
/// share of the footprint of making a new thing, and the whole weight of the old one.
struct AvoidedEmissions {
  static let avoided = MeasureCard(
    "co2e_avoided", Text("CO2e avoided by repair", nl: "CO2e vermeden door reparatie"),
    help: Text(
      "The footprint of making the things that were fixed, times the share that a repair prevents (half, unless you set another); things of which no footprint is known are left out and counted in a note.",
      nl:
        "De voetafdruk van het maken van de gerepareerde spullen, maal het deel dat een reparatie voorkomt (de helft, tenzij u iets anders instelt); spullen zonder bekende voetafdruk vallen erbuiten en worden in een noot geteld."
    ),
    kind: .computed, unit: .kilogramCO2e, aggregation: .sum, feedsValueMap: true)

  static let wastePrevented = MeasureCard(
    "waste_prevented", Text("Waste prevented by repair", nl: "Afval voorkomen door reparatie"),
    help: Text(
      "The weight of the things that were fixed: their own where it was noted, else the mean of their kind; the whole weight counts, not the share by which CO2e is reduced.",
      nl:
        "Het gewicht van de gerepareerde spullen: hun eigen gewicht als dat is genoteerd, anders het gemiddelde van hun soort; het hele gewicht telt, niet het deel waarmee CO2e wordt verminderd."
    ),
    kind: .sum, unit: .kilogram, aggregation: .sum)

  static let cards = [avoided, wastePrevented]

  private let fixed: Rows<Repair>
  private let factors: RepairFactors
  private let assessed: [AssessedRepair]

  init(fixed: Rows<Repair>, factors: RepairFactors) {
    self.fixed = fixed
    self.factors = factors
    assessed = fixed.map { AssessedRepair($0, factors: factors) }
  }

  /// The measures, in the order of their cards.
  var all: [Measure] { [measureAvoided, measureWaste] }

  private var measureAvoided: Measure {
    guard let displacement = factors.displacement else {
      return Self.avoided.notMeasurable(Self.noDisplacement)
    }
    let known = assessed.filter { $0.footprint != nil }
    // Where nothing was fixed, nothing was avoided; where nothing is known, that is not 0.
    if known.isEmpty, !fixed.isEmpty { return Self.avoided.notMeasurable(Self.noFootprints) }
    let total = Self.sum(known.compactMap { $0.footprint?.value })
    let measure = Self.avoided.computed(
      total * displacement.value, inputs: inputs(total, known.count, displacement.value),
      rule: Self.rule, from: origin(known.compactMap(\.footprint?.parameter) + [displacement])
    ).reckoned(.product(["footprint", "displacement"]))
      .broken(down: kinds(known, displacement.value)).noting(Self.limits)
    let unknown = fixed.count - known.count
    return unknown == 0 ? measure : measure.noting(Self.withoutFootprint(unknown, of: fixed.count))
  }

  private var measureWaste: Measure {
    let known = assessed.filter { $0.weight != nil }
    if known.isEmpty, !fixed.isEmpty { return Self.wastePrevented.notMeasurable(Self.noWeights) }
    let own = known.count { $0.weight?.parameter == nil }
    let measure = Measure(
      card: Self.wastePrevented,
      result: .measured(.sum(Self.sum(known.compactMap { $0.weight?.value }), rows: known.count)),
      origin: origin(known.compactMap(\.weight?.parameter)),
      notes: [Self.weighed(own, by: known.count - own)])
    let unknown = fixed.count - known.count
    return unknown == 0 ? measure : measure.noting(Self.withoutWeight(unknown, of: fixed.count))
  }

  private func inputs(_ total: Double, _ count: Int, _ displacement: Double) -> [NamedNumber] {
    [
      NamedNumber(
        "footprint", Text("Footprint of the things", nl: "Voetafdruk van de spullen"), total,
        unit: .kilogramCO2e),
      NamedNumber(
        "displacement",
        Text("Share that a repair prevents", nl: "Deel dat een reparatie voorkomt"), displacement,
        unit: .ratio),
      NamedNumber(
        "things", Text("Things with a footprint", nl: "Spullen met een voetafdruk"), Double(count),
        unit: .count),
    ]
  }

  private func kinds(_ known: [AssessedRepair], _ displacement: Double) -> Breakdown {
    func entry(_ id: String, _ label: Text, _ part: [AssessedRepair]) -> Breakdown.Entry? {
      guard !part.isEmpty else { return nil }
      let total = Self.sum(part.compactMap { $0.footprint?.value })
      return Breakdown.Entry(id: id, label: label, value: total * displacement)
    }
    let entries = RepairKind.allCases.compactMap { kind in
      entry(kind.rawValue, kind.label, known.filter { $0.kind == kind })
    }
    let rest = entry(
      "by_weight", Text("No kind, by weight", nl: "Geen soort, naar gewicht"),
      known.filter { $0.kind == nil })
    return Breakdown(
      id: "kind", label: Text("Kind", nl: "Soort"), unit: .kilogramCO2e,
      entries: entries + (rest.map { [$0] } ?? []))
  }

  /// The rows with each parameter once, in the order of their identifiers.
  private func origin(_ parameters: [ParameterValue]) -> Origin {
    let columns = ["product_category", "kind", "powered", "weight", "repair_status"]
    let byID = Dictionary(parameters.map { ($0.id, $0.origin) }) { first, _ in first }
    return .combined(
      [.selection(fixed.selection(columns: columns))]
        + byID.sorted { $0.key < $1.key }.map(\.value))
  }

  /// The sum from small to large, so that the order of rows cannot matter.
  private static func sum(_ numbers: [Double]) -> Double { numbers.sorted().reduce(0, +) }
}
