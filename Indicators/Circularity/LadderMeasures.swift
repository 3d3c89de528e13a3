import IndicatorKit

/// On which rungs of the R-ladder a project works, in both numberings.
///
/// Rungs are an order and no scale, so that their numbers are never averaged.
struct LadderMeasures {
  static let activities = MeasureCard(
    "ladder_activities",
    Text("Activities on the R-ladder", nl: "Activiteiten op de R-ladder"),
    help: Text(
      "The number of circular activities in the period, split by rung in the ladder of ten (PBL 2017) and in that of six (RVO).",
      nl:
        "Het aantal circulaire activiteiten in de periode, verdeeld over de treden van de ladder van tien (PBL 2017) en die van zes (RVO)."
    ),
    kind: .count, direction: .neutral, aggregation: .sum)

  static let mass = MeasureCard(
    "ladder_mass", Text("Kilograms on the R-ladder", nl: "Kilo’s op de R-ladder"),
    help: Text(
      "The kilograms of the activities whose mass is known, split by rung in both numberings.",
      nl:
        "De kilo’s van de activiteiten waarvan de massa bekend is, verdeeld over de treden in beide nummeringen."
    ),
    kind: .sum, unit: .kilogram, direction: .neutral, aggregation: .sum)

  static let money = MeasureCard(
    "ladder_money", Text("Money on the R-ladder", nl: "Geld op de R-ladder"),
    help: Text(
      "What was spent on the activities of which that is known, split by rung in both numberings.",
      nl:
        "Wat is besteed aan de activiteiten waarvan dat bekend is, verdeeld over de treden in beide nummeringen."
    ),
    kind: .sum, unit: .money, direction: .neutral, aggregation: .sum)

  static let aboveRecycling = MeasureCard(
    "above_recycling_rate", Text("Above recycling", nl: "Boven recycling"),
    help: Text(
      "Kilograms on the rungs R0 to R7 of the ladder of ten, out of the kilograms on all rungs; on R8 and R9 only material or energy is left.",
      nl:
        "Kilo’s op de treden R0 tot en met R7 van de ladder van tien, van de kilo’s op alle treden; op R8 en R9 blijft alleen materiaal of energie over."
    ),
    kind: .share, partsUnit: .kilogram, aggregation: .pooled)

  static let cards = [activities, mass, money, aboveRecycling]

  let rows: Rows<CircularActivity>
  let isMissing: Bool

  /// The measures, in the order of their cards.
  var all: [Measure] {
    if isMissing { return absent(Absence.missing(CircularActivity.table.id)) }
    if rows.isEmpty { return absent(Absence.empty(CircularActivity.table.id)) }
    let activities = breakdowns(of: rows, unit: .count) { _ in 1 }
      .reduce(Self.activities.count(rows)) { $0.broken(down: $1) }
    return [
      activities, sum(Self.mass, "mass", \.mass), sum(Self.money, "amount", \.amount),
      measureAboveRecycling,
    ]
  }

  private func absent(_ reason: Text) -> [Measure] {
    Self.cards.map { $0.notMeasurable(reason) }
  }

  private func sum(
    _ card: MeasureCard, _ column: String, _ value: (CircularActivity) -> Double?
  ) -> Measure {
    let known = rows.filter { value($0) != nil }
    guard !known.isEmpty else { return card.notMeasurable(Self.nothingKnown) }
    let measure = breakdowns(of: known, unit: card.unit, value)
      .reduce(card.sum(known, columns: ["rung", column]) { value($0) ?? 0 }) { $0.broken(down: $1) }
    let without = rows.count - known.count
    return without == 0 ? measure : measure.noting(Self.without(without, of: rows.count))
  }

  private var measureAboveRecycling: Measure {
    let known = rows.filter { $0.mass != nil }
    guard !known.isEmpty else { return Self.aboveRecycling.notMeasurable(Self.nothingKnown) }
    let total = known.sum { $0.mass ?? 0 }
    let share = Self.aboveRecycling.share(
      numerator: known.filter(\.rung.isAboveRecycling).sum { $0.mass ?? 0 }, denominator: total,
      from: .selection(known.selection(columns: ["rung", "mass"])))
    guard total > 0 else { return share }
    let measure = breakdowns(of: known, unit: .percent) { ($0.mass ?? 0) / total }
      .reduce(share) { $0.broken(down: $1) }
    let without = rows.count - known.count
    return without == 0 ? measure : measure.noting(Self.without(without, of: rows.count))
  }

  private func breakdowns(
    of rows: Rows<CircularActivity>, unit: Unit, _ value: (CircularActivity) -> Double?
  ) -> [Breakdown] {
    let ten = Rung.allCases.map { rung in
      Breakdown.Entry(
        id: "r\(rung.number)", label: Self.label(rung),
        value: rows.filter { $0.rung == rung }.sum { value($0) ?? 0 })
    }
    let six = Rung.six.map { rung in
      Breakdown.Entry(
        id: "r\(rung.number)", label: rung.label,
        value: rows.filter { $0.rung.numberOfSix == rung.number }.sum { value($0) ?? 0 })
    }
    return [
      Breakdown(
        id: "rung_of_ten", label: Text("Rung, R0–R9", nl: "Trede, R0–R9"), unit: unit,
        entries: ten),
      Breakdown(
        id: "rung_of_six", label: Text("Rung, R1–R6", nl: "Trede, R1–R6"), unit: unit,
        entries: six),
    ]
  }

  private static func label(_ rung: Rung) -> Text {
    Text("R\(rung.number) \(rung.label.english)", nl: "R\(rung.number) \(rung.label.dutch)")
  }

  private static let nothingKnown = Text(
    "of no activity is this quantity known", nl: "van geen activiteit is deze hoeveelheid bekend")

  private static func without(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) activities the quantity is not known; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) activiteiten is de hoeveelheid niet bekend; die zitten niet in dit cijfer."
    )
  }
}
