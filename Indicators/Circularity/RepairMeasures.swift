import IndicatorKit

/// What repair cafés bring about.
struct RepairMeasures {
  static let repairs = MeasureCard(
    "repairs", Text("Things brought for repair", nl: "Ter reparatie gebrachte spullen"),
    help: Text(
      "The number of things brought for repair in the period, split by what came of it, by kind, and for those at the end of their life by what stood in the way.",
      nl:
        "Het aantal spullen dat in de periode ter reparatie is gebracht, verdeeld naar uitkomst, naar soort, en bij einde levensduur naar wat reparatie in de weg stond."
    ),
    kind: .count, aggregation: .sum, feedsValueMap: true)

  static let fixed = MeasureCard(
    "repairs_fixed", Text("Things fixed", nl: "Gerepareerde spullen"),
    help: Text(
      "The number of things that left working; things of which the outcome is unknown do not count.",
      nl:
        "Het aantal spullen dat werkend vertrok; spullen met een onbekende uitkomst tellen niet mee."
    ),
    kind: .count, aggregation: .sum, feedsValueMap: true)

  static let successOfAll = MeasureCard(
    "repair_success_rate", Text("Fixed, out of all", nl: "Gerepareerd, van alles"),
    help: Text(
      "Things fixed, out of all things brought; those of unknown outcome are in the denominator.",
      nl:
        "Gerepareerde spullen, van alle gebrachte spullen; die met een onbekende uitkomst staan in de noemer."
    ),
    kind: .share, aggregation: .pooled)

  static let successOfKnown = MeasureCard(
    "repair_success_rate_known",
    Text("Fixed, out of known outcomes", nl: "Gerepareerd, van bekende uitkomsten"),
    help: Text(
      "Things fixed, out of the things of which the outcome is known; the others are in neither part.",
      nl:
        "Gerepareerde spullen, van de spullen waarvan de uitkomst bekend is; de andere tellen nergens mee."
    ),
    kind: .share, aggregation: .pooled)

  static let massKept = MeasureCard(
    "mass_kept", Text("Kept in use by repair", nl: "Door reparatie behouden"),
    help: Text(
      "The weight of the things fixed, as far as their weight is known.",
      nl: "Het gewicht van de gerepareerde spullen, voor zover dat bekend is."),
    kind: .sum, unit: .kilogram, aggregation: .sum)

  static let cards =
    [repairs, fixed, successOfAll, successOfKnown, massKept] + AvoidedEmissions.cards
    + [ShadowPrice.value]

  let rows: Rows<Repair>
  let isMissing: Bool
  let factors: RepairFactors
  let price: ShadowPrice

  /// The measures, in the order of their cards.
  var all: [Measure] {
    if isMissing { return Self.cards.map { $0.notMeasurable(Absence.missing(Repair.table.id)) } }
    if rows.isEmpty { return Self.cards.map { $0.notMeasurable(Absence.empty(Repair.table.id)) } }
    let known = rows.filter { $0.repairStatus != .unknown }
    let fixed = rows.filter { $0.repairStatus == .fixed }
    let repairs = RepairBreakdowns(rows: rows).all
      .reduce(Self.repairs.count(rows)) { $0.broken(down: $1) }
    if known.isEmpty {
      return [repairs] + Self.cards.dropFirst().map { $0.notMeasurable(Self.noOutcomes) }
    }
    return [
      repairs, noting(rows.count - known.count, Self.fixed.count(fixed)),
      Self.successOfAll.share(fixed, of: rows),
      Self.successOfKnown.share(fixed, of: known, unknown: rows.count - known.count),
      mass(of: fixed),
    ] + emissions(of: fixed)
  }

  private func emissions(of fixed: Rows<Repair>) -> [Measure] {
    let measures = AvoidedEmissions(fixed: fixed, factors: factors).all
    let avoided = measures.first { $0.card.id == AvoidedEmissions.avoided.id }
    return measures + (avoided.map { [price.measure($0)] } ?? [])
  }

  private func noting(_ unknown: Int, _ measure: Measure) -> Measure {
    unknown == 0 ? measure : measure.noting(Self.withoutOutcome(unknown, of: rows.count))
  }

  private func mass(of fixed: Rows<Repair>) -> Measure {
    let weighed = fixed.filter { $0.weight != nil }
    guard !weighed.isEmpty else { return Self.massKept.notMeasurable(Self.noWeights) }
    let measure = Measure(
      card: Self.massKept,
      result: .measured(
        .sum(weighed.compactMap(\.weight).sorted().reduce(0, +), rows: weighed.count)),
      origin: .selection(weighed.selection(columns: ["repair_status", "weight"])))
    let without = fixed.count - weighed.count
    return without == 0 ? measure : measure.noting(Self.withoutWeight(without, of: fixed.count))
  }

  private static let noOutcomes = Text(
    "of nothing that was brought is known what came of it",
    nl: "van niets dat is gebracht, is bekend wat ervan werd")

  private static func withoutOutcome(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) things brought it is not known what came of them; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) gebrachte spullen is niet bekend wat ervan werd; die zitten niet in dit cijfer."
    )
  }

  private static let noWeights = Text(
    "of nothing that was fixed is the weight known",
    nl: "van niets dat gerepareerd is, is het gewicht bekend")

  private static func withoutWeight(_ count: Int, of fixed: Int) -> Text {
    Text(
      "Of \(count) of the \(fixed) things fixed the weight is not known; they are not in this figure.",
      nl:
        "Van \(count) van de \(fixed) gerepareerde spullen is het gewicht niet bekend; die zitten niet in dit cijfer."
    )
  }
}
