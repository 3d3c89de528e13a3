import IndicatorKit

/// What becomes of the challenges of residents to take over a public task.
struct ChallengeMeasures {
  static let challenges = MeasureCard(
    "challenges", Text("Challenges by residents", nl: "Uitdagingen door bewoners"),
    help: Text(
      "The challenges that were open, or under contract, on at least one day of the period, by their state at its end.",
      nl:
        "De uitdagingen die op minstens één dag van de periode openstonden of in contract waren, naar hun stand aan het einde."
    ),
    kind: .count, aggregation: .sum)

  static let admissible = MeasureCard(
    "challenges_admissible", Text("Challenges found admissible", nl: "Ontvankelijke uitdagingen"),
    help: Text(
      "Challenges that may be judged on their merits, out of those of which that is decided.",
      nl: "Uitdagingen die inhoudelijk beoordeeld mogen worden, van die waarover dat besloten is."),
    kind: .share, aggregation: .pooled)

  static let awarded = MeasureCard(
    "challenges_awarded", Text("Challenges awarded", nl: "Gegunde uitdagingen"),
    help: Text(
      "Challenges that were awarded, run or have ended, out of those on which the authority decided; open and withdrawn ones are in neither part.",
      nl:
        "Uitdagingen die gegund zijn, lopen of beëindigd zijn, van die waarop de overheid besloot; openstaande en ingetrokken tellen nergens mee."
    ),
    kind: .share, aggregation: .pooled)

  static let value = MeasureCard(
    "challenge_value", Text("Contract value of challenges", nl: "Contractwaarde van uitdagingen"),
    help: Text(
      "The contract values of the challenges that were awarded, run or have ended.",
      nl: "De contractwaarden van de uitdagingen die gegund zijn, lopen of beëindigd zijn."),
    kind: .sum, unit: .money, aggregation: .none)

  static let leadTime = MeasureCard(
    "challenge_lead_time", Text("Days to a decision", nl: "Dagen tot een besluit"),
    help: Text(
      "The mean number of days from submitting to deciding, over the challenges with both days.",
      nl:
        "Het gemiddelde aantal dagen van indienen tot besluiten, over uitdagingen met beide dagen."
    ),
    kind: .mean, unit: .day, direction: .down, aggregation: .pooled)

  static let budgetShare = MeasureCard(
    "challenge_budget_share",
    Text("Share of the comparable budget", nl: "Deel van het vergelijkbare budget"),
    help: Text(
      "The contract values of the challenges that were awarded, run or have ended, out of what the authority spends on the same tasks; only where both are known.",
      nl:
        "De contractwaarden van de uitdagingen die gegund zijn, lopen of beëindigd zijn, van wat de overheid aan dezelfde taken uitgeeft; alleen waar beide bekend zijn."
    ),
    kind: .share, partsUnit: .money, aggregation: .pooled)

  static let cards = [challenges, admissible, awarded, value, budgetShare, leadTime]

  let rows: Rows<Challenge>
  let period: Period
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.challenges.attempt(count), Self.admissible.attempt(measureAdmissible),
      Self.awarded.attempt(measureAwarded), Self.value.attempt(sumValue),
      Self.budgetShare.attempt(measureBudgetShare), Self.leadTime.attempt(measureLeadTime),
    ]
  }

  private func count() throws(NotMeasurable) -> Measure {
    try requireRows()
    let entries = ChallengeState.allCases.compactMap { state in
      let count = rows.count { $0.state == state }
      return count == 0
        ? nil : Breakdown.Entry(id: state.rawValue, label: state.label, value: Double(count))
    }
    return Self.challenges.count(rows).broken(
      down: Breakdown(
        id: "state", label: Text("State", nl: "Stand"), unit: .count, entries: entries))
  }

  private func measureAdmissible() throws(NotMeasurable) -> Measure {
    try requireRows()
    let known = rows.filter { $0.state.isAdmissible != nil }
    guard !known.isEmpty else { throw Self.undecided }
    return Self.admissible.share(
      known.filter { $0.state.isAdmissible == true }, of: known, unknown: rows.count - known.count)
  }

  private func measureAwarded() throws(NotMeasurable) -> Measure {
    try requireRows()
    let decided = rows.filter(\.state.isDecided)
    guard !decided.isEmpty else { throw Self.undecided }
    return Self.awarded.share(
      decided.filter(\.state.isAwarded), of: decided, unknown: rows.count - decided.count)
  }

  private func sumValue() throws(NotMeasurable) -> Measure {
    try requireRows()
    let awarded = rows.filter(\.state.isAwarded)
    let known = awarded.filter { $0.value != nil }
    guard !known.isEmpty else { throw Self.noValue }
    let measure = Self.value.sum(known, columns: ["state", "value"]) { $0.value ?? 0 }
    let without = awarded.count - known.count
    return without == 0 ? measure : measure.noting(Self.withoutValue(without, of: awarded.count))
  }

  private func measureLeadTime() throws(NotMeasurable) -> Measure {
    try requireRows()
    let dated = rows.filter { row in
      row.decided.map { $0 >= row.submitted && $0 <= period.last } ?? false
    }
    guard !dated.isEmpty else { throw Self.undecided }
    let days = dated.compactMap { row in
      row.decided.map { Double($0.ordinal - row.submitted.ordinal) }
    }
    let measure = Self.leadTime.mean(
      sum: days.reduce(0, +), count: Double(dated.count),
      from: .selection(dated.selection(columns: ["submitted", "decided"])))
    let without = rows.count { row in row.state.isDecided && row.decided == nil }
    return without == 0 ? measure : measure.noting(Self.withoutDay(without))
  }

  private func measureBudgetShare() throws(NotMeasurable) -> Measure {
    try requireRows()
    let awarded = rows.filter(\.state.isAwarded)
    let known = awarded.filter { $0.value != nil && ($0.comparableBudget ?? 0) > 0 }
    guard !known.isEmpty else { throw Self.noBudget }
    let measure = Self.budgetShare.share(
      numerator: known.sum { $0.value ?? 0 }, denominator: known.sum { $0.comparableBudget ?? 0 },
      from: .selection(known.selection(columns: ["state", "value", "comparable_budget"])))
    let without = awarded.count - known.count
    return without == 0 ? measure : measure.noting(Self.withoutValue(without, of: awarded.count))
  }

  private func requireRows() throws(NotMeasurable) {
    try missing.requireChallenges()
    if rows.isEmpty { throw MissingTables.noRows(Challenge.table.id) }
  }

  private static let undecided = NotMeasurable(
    Text(
      "no challenge in the period has been decided on",
      nl: "op geen uitdaging in de periode is besloten"))

  private static let noBudget = NotMeasurable(
    Text(
      "no awarded challenge in the period has a contract value and a comparable budget",
      nl:
        "geen gegunde uitdaging in de periode heeft een contractwaarde en een vergelijkbaar budget")
  )

  private static func withoutDay(_ count: Int) -> Text {
    Text(
      "Challenges decided on without a day of the decision, not in this figure: \(count).",
      nl: "Besloten uitdagingen zonder dag van het besluit, niet in dit cijfer: \(count).")
  }

  private static let noValue = NotMeasurable(
    Text(
      "no awarded challenge in the period has a contract value",
      nl: "geen gegunde uitdaging in de periode heeft een contractwaarde"))

  private static func withoutValue(_ count: Int, of all: Int) -> Text {
    Text(
      "Of \(count) of the \(all) awarded challenges the value or budget is not known; they are not in this figure.",
      nl:
        "Van \(count) van de \(all) gegunde uitdagingen is de waarde of het budget niet bekend; die zitten niet in dit cijfer."
    )
  }
}

extension Unit {
  /// Days.
  static let day = Unit(code: "d", symbol: Text("days", nl: "dagen"), decimals: 0)
}
