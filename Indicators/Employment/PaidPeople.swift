import IndicatorKit

/// The people behind contracts: each counts once, however many contracts they had.
struct PaidPeople {
  /// One person, as far as the contracts of the period say.
  struct Person {
    /// The kind of the contract that was in force last, of several the one with most hours.
    let contract: ContractKind?
    /// The hours per week on average over the days under contract.
    let hoursPerWeek: Double
    /// The home, as coarse as breakdowns show it.
    let district: String?
    /// Whether the person works to learn; `nil` where no contract says so.
    let isApprentice: Bool?
    /// The lowest hourly wage of the contracts, absent where one of them has none.
    let hourlyWage: Double?
  }

  let contracts: Rows<StaffMember>
  let period: Period
  /// The people, in no order that matters.
  let people: [Person]

  /// Joins the contracts of each person.
  init(contracts: Rows<StaffMember>, period: Period) {
    self.contracts = contracts
    self.period = period
    people = contracts.grouped(by: \.person).map { Self.person($0.rows, in: period) }
  }

  /// How many people have a contract in the period.
  var count: Int { people.count }

  /// The people with a contract in the period.
  func headcount(_ card: MeasureCard) -> Measure {
    let measure = card.count(
      count,
      from: .selection(
        contracts.selection(
          columns: ["person", "start", "end", "hours_per_week", "contract", "postcode"])))
    return breakdowns.reduce(measure.of(people: count)) { $0.broken(down: $1) }
  }

  /// The months under contract of all people together.
  func months(_ card: MeasureCard) -> Measure {
    let days = contracts.grouped(by: \.person).reduce(0) { sum, group in
      sum + CoveredDays.count(group.rows.map { ($0.start, $0.end) }, in: period)
    }
    let months = Double(days) / Double(period.days) * Double(period.months)
    return Measure(
      card: card, result: .measured(.sum(months, rows: contracts.count)),
      origin: .selection(contracts.selection(columns: ["person", "start", "end"])), people: count)
  }

  /// The people who work to learn, out of those of whom that is known.
  func apprentices(_ card: MeasureCard) -> Measure {
    let known = people.compactMap(\.isApprentice)
    guard !known.isEmpty else { return card.notMeasurable(Self.noApprentices) }
    let learning = known.count { $0 }
    // Nobody at all is a true zero, and still says of how many people.
    let told = SmallGroups.told(by: learning, beside: known.count - learning)
    return card.share(
      numerator: Double(learning), denominator: Double(known.count),
      unknown: Double(count - known.count),
      from: .selection(contracts.selection(columns: ["person", "is_apprentice"]))
    ).of(people: learning == 0 ? known.count : told)
  }

  /// The splits of the people, each by one thing; one of which nothing is known is left out.
  private var breakdowns: [Breakdown] {
    [
      split(
        "contract", Text("Kind of contract", nl: "Soort contract"),
        ContractKind.allCases.map { ($0.rawValue, $0.label) }, by: { $0.contract?.rawValue }),
      split(
        "hours_band",
        Text("Hours per week, average of each person", nl: "Uren per week, gemiddeld per persoon"),
        HoursBand.allCases.map { ($0.rawValue, $0.label) },
        by: { HoursBand($0.hoursPerWeek).rawValue }),
      split(
        "home", Text("Home by postcode", nl: "Woonplaats naar postcode"),
        Set(people.compactMap(\.district)).sorted().map { ($0, Text(verbatim: $0)) },
        by: \.district),
    ].compactMap(\.self)
  }

  private func split(
    _ id: String, _ label: Text, _ groups: [(id: String, label: Text)],
    by group: (Person) -> String?
  ) -> Breakdown? {
    let known = Dictionary(grouping: people.compactMap(group)) { $0 }.mapValues(\.count)
    guard !known.isEmpty else { return nil }
    let unknown = count - known.reduce(0) { $0 + $1.value }
    let entries =
      groups.map { ($0.id, $0.label, known[$0.id] ?? 0) }
      + [("unknown", Text("Not known", nl: "Niet bekend"), unknown)]
    return Breakdown(
      id: id, label: label, unit: .people,
      entries: entries.filter { $0.2 > 0 }.map {
        Breakdown.Entry(id: $0.0, label: $0.1, value: Double($0.2), people: $0.2)
      })
  }

  private static func person(_ rows: Rows<StaffMember>, in period: Period) -> Person {
    let days = CoveredDays.count(rows.map { ($0.start, $0.end) }, in: period)
    let hours = rows.sum {
      $0.hoursPerWeek * Double(period.overlappingDays(from: $0.start, to: $0.end))
    }
    let last = rows.map { min($0.end ?? period.last, period.last) }.max()
    let latest = rows.filter { min($0.end ?? period.last, period.last) == last }
    let most = latest.map(\.hoursPerWeek).max()
    let kinds = latest.filter { $0.hoursPerWeek == most }.compactMap(\.contract)
    let districts = Set(latest.compactMap { $0.postcode.map(district) })
    let wages = rows.compactMap(\.hourlyWage)
    return Person(
      contract: ContractKind.allCases.first(where: kinds.contains),
      hoursPerWeek: days > 0 ? hours / Double(days) : 0,
      district: districts.count == 1 ? districts.first : nil,
      isApprentice: rows.compactMap(\.isApprentice).max { !$0 && $1 },
      hourlyWage: wages.count == rows.count ? wages.min() : nil)
  }

  /// The four digits of a Dutch or Belgian postcode, the outward code of a British one.
  private static func district(_ postcode: Postcode) -> String {
    let code = postcode.description
    guard code.first?.isNumber != true else { return String(code.prefix(4)) }
    return code.count > 4 ? String(code.dropLast(3)) : code
  }

  private static let noApprentices = Text(
    "the column “apprentice” of the table “staff” is empty",
    nl: "de kolom ‘leerling’ van de tabel ‘staff’ is leeg")
}

/// A band of hours per week; a person’s average falls in exactly one.
///
/// The bands are this program’s own, coarse enough that small projects can show them.
enum HoursBand: String, CaseIterable {
  case under12 = "under_12"
  case from12 = "from_12"
  case from24 = "from_24"
  case from32 = "from_32"

  /// The band of a number of hours.
  init(_ hours: Double) {
    switch hours {
    case ..<12: self = .under12
    case ..<24: self = .from12
    case ..<32: self = .from24
    default: self = .from32
    }
  }

  var label: Text {
    switch self {
    case .under12: Text("Under 12 hours", nl: "Minder dan 12 uur")
    case .from12: Text("12 to 24 hours", nl: "12 tot 24 uur")
    case .from24: Text("24 to 32 hours", nl: "24 tot 32 uur")
    case .from32: Text("32 hours or more", nl: "32 uur of meer")
    }
  }
}
