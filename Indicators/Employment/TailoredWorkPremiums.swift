import IndicatorKit

/// What the Flemish government pays for tailored work: a public input, and never a benefit.
///
/// Wage premium = percentage × capped reference wage per calendar quarter, by the start packages of
/// individual tailored work (in force from 1 July 2023; herwin.be).
struct TailoredWorkPremiums {
  static let premiums = MeasureCard(
    "tailored_work_premiums",
    Text("Premiums for tailored work", nl: "Premies voor maatwerk"),
    help: Text(
      "Wage premiums and guidance premiums over the calendar quarters that start in the period: percentage × capped reference wage, and the guidance premium as stated. They are public inputs: enter what is paid among the inputs, and never as a benefit.",
      nl:
        "Loonpremies en begeleidingspremies over de kalenderkwartalen die in de periode beginnen: percentage × geplafonneerd referteloon, en de begeleidingspremie zoals opgegeven. Het is publieke inbreng: zet wat betaald is bij de inbreng, en nooit als baat."
    ),
    kind: .sum, unit: .money, direction: .neutral, aggregation: .sum, countsPeople: true)

  static let cards = [premiums]

  /// The percentages that can be looked up, one parameter per package and stretch.
  static let parameters: [ParameterCard] = TailoredPackage.allCases.flatMap { package in
    package.stretches.map { stretch in
      ParameterCard(
        stretch.parameter,
        Text("Wage premium for tailored work", nl: "Loonpremie voor maatwerk"), unit: .percent)
    }
  }

  let rows: Rows<TailoredWork>
  let period: Period
  /// The percentages in force, by identifier.
  let percentages: [String: ParameterValue]

  /// The measures, in the order of their cards.
  var all: [Measure] { [Self.premiums.attempt(sum)] }

  private func sum() throws(NotMeasurable) -> Measure {
    guard !rows.isEmpty else { throw Self.noRows }
    var amounts: [(wage: Double, guidance: Double)] = []
    for row in rows { amounts.append(try amount(row)) }
    let paid = zip(rows, amounts)
    let recipients = Recipients(
      all: Set(rows.map(\.person)).count,
      any: Set(paid.filter { $0.1.wage + $0.1.guidance > 0 }.map(\.0.person)).count,
      wage: Set(paid.filter { $0.1.wage > 0 }.map(\.0.person)).count,
      guidance: Set(paid.filter { $0.1.guidance > 0 }.map(\.0.person)).count)
    let wage = amounts.map(\.wage).sorted().reduce(0, +)
    let guidance = amounts.map(\.guidance).sorted().reduce(0, +)
    let used = Set(
      rows.filter { $0.percentage == nil }.flatMap { $0.package.stretches.map(\.parameter) })
    let measure = Measure(
      card: Self.premiums, result: .measured(.sum(wage + guidance, rows: rows.count)),
      origin: .combined(
        [.selection(rows.selection())] + used.sorted().compactMap { percentages[$0]?.origin }),
      people: recipients.told)
    let noted = measure.noting(Self.publicInput)
    return recipients.areManyOfEach
      ? noted.broken(down: split(wage: wage, guidance: guidance)) : noted
  }

  /// How many people the premiums of the period are paid for; what one person gets is no figure.
  private struct Recipients {
    let all: Int
    let any: Int
    let wage: Int
    let guidance: Int

    /// The people whom the sum tells about: those with a premium, and all where nobody has one.
    var told: Int { any == 0 ? all : any }
    /// Whether neither kind of premium stands for one to four people.
    var areManyOfEach: Bool { SmallGroups.isShown(wage) && SmallGroups.isShown(guidance) }
  }

  private func split(wage: Double, guidance: Double) -> Breakdown {
    let entries: [(String, Text, Double)] = [
      ("wage", Text("Wage premiums", nl: "Loonpremies"), wage),
      ("guidance", Text("Guidance premiums", nl: "Begeleidingspremies"), guidance),
    ]
    return Breakdown(
      id: "premium", label: Text("Kind of premium", nl: "Soort premie"), unit: .money,
      entries: entries.filter { $0.2 > 0 }.map {
        Breakdown.Entry(id: $0.0, label: $0.1, value: $0.2)
      })
  }

  /// The premiums of one worker over the quarters that start in the period.
  private func amount(
    _ row: TailoredWork
  ) throws(NotMeasurable) -> (wage: Double, guidance: Double) {
    var sum = (wage: 0.0, guidance: 0.0)
    for quarter in Quarter.starting(in: period) {
      let number = quarter.index - Quarter(of: row.start).index + 1
      let isOver = row.end.map { quarter.index > Quarter(of: $0).index } ?? false
      guard number >= 1, !isOver else { continue }
      guard let share = try percentage(of: row, inQuarter: number) else { continue }
      sum.wage += share * row.referenceWage
      sum.guidance += row.guidance ?? 0
    }
    return sum
  }

  /// The percentage in the given quarter of a decision, or `nil` after its last one.
  private func percentage(
    of row: TailoredWork, inQuarter number: Int
  ) throws(NotMeasurable) -> Double? {
    if let own = row.percentage { return own }
    guard row.package != .own else { throw Self.noPercentage }
    guard let stretch = row.package.stretches.first(where: { number <= $0.until }) else {
      return nil
    }
    guard let found = percentages[stretch.parameter] else { throw Self.missing(stretch.parameter) }
    return found.value
  }

  private static let publicInput = Text(
    "These premiums are a public input or a transfer, and no benefit of the project.",
    nl: "Deze premies zijn publieke inbreng of een overdracht, en geen baat van het project.")

  private static let noRows = NotMeasurable(
    Text(
      "the table “tailored_work” has no decision in the period",
      nl: "de tabel ‘tailored_work’ heeft geen beslissing in de periode"))

  private static let noPercentage = NotMeasurable(
    Text(
      "a decision with a percentage of its own does not give it",
      nl: "een beslissing met een eigen percentage geeft dat niet"))

  private static func missing(_ parameter: String) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the percentage “\(parameter)” is not known on the last day of the period",
        nl: "het percentage ‘\(parameter)’ is niet bekend op de laatste dag van de periode"))
  }
}

/// A calendar quarter.
struct Quarter {
  /// The number of quarters since the year 0.
  let index: Int

  /// The quarter in which a day lies.
  init(of day: Day) { index = day.year * 4 + (day.month - 1) / 3 }

  private init(index: Int) { self.index = index }

  /// The first day; `nil` beyond the calendar.
  var first: Day? { Day(year: index / 4, month: index % 4 * 3 + 1, day: 1) }

  /// The quarters whose first day lies in a period.
  static func starting(in period: Period) -> [Quarter] {
    let (first, last) = (Quarter(of: period.first).index, Quarter(of: period.last).index)
    return (first...max(first, last)).map { Quarter(index: $0) }
      .filter { $0.first.map(period.contains) ?? false }
  }
}
