import IndicatorKit

/// How much is organised, and how many people come.
struct AttendanceMeasures {
  static let gatherings = MeasureCard(
    "gatherings", Text("Gatherings", nl: "Bijeenkomsten"),
    help: Text(
      "The number of gatherings in the period.", nl: "Het aantal bijeenkomsten in de periode."),
    kind: .count, direction: .neutral, aggregation: .sum, feedsValueMap: true)

  static let uniqueParticipants = MeasureCard(
    "unique_participants", Text("People who took part", nl: "Mensen die meededen"),
    help: Text(
      "The number of people who came to at least one gathering in the period; who came more often counts once.",
      nl:
        "Het aantal mensen dat in de periode bij minstens één bijeenkomst was; wie vaker kwam telt één keer."
    ),
    kind: .count, unit: .people, aggregation: .sum, feedsValueMap: true, countsPeople: true)

  static let hours = MeasureCard(
    "participant_hours", Text("Hours that people took part", nl: "Uren dat mensen meededen"),
    help: Text(
      "The length of each gathering times the people who came, over all gatherings with participants.",
      nl:
        "De duur van elke bijeenkomst maal het aantal mensen dat er was, over alle bijeenkomsten met deelnemers."
    ),
    kind: .sum, unit: .hour, aggregation: .sum, feedsValueMap: true, countsPeople: true)

  static let cards = [gatherings, uniqueParticipants, hours]

  let attendance: Attendance
  /// The splits that other figures of the report forbid.
  let hidden: Set<String>
  let missing: MissingTables

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.gatherings.attempt(countGatherings), Self.uniqueParticipants.attempt(countPeople),
      Self.hours.attempt(countHours),
    ]
  }

  private func countGatherings() throws(NotMeasurable) -> Measure {
    try missing.requireGatherings()
    let rows = attendance.gatherings
    guard !rows.isEmpty else { throw MissingTables.noRows(Gathering.table.id) }
    let entries = GatheringKind.allCases.compactMap { kind in
      let count = rows.count { $0.kind == kind }
      return count == 0
        ? nil : Breakdown.Entry(id: kind.rawValue, label: kind.label, value: Double(count))
    }
    return Self.gatherings.count(rows).broken(
      down: Breakdown(id: "kind", label: Text("Kind", nl: "Soort"), unit: .count, entries: entries))
  }

  private func countPeople() throws(NotMeasurable) -> Measure {
    try requireRows()
    let measure = Self.uniqueParticipants.count(
      attendance.visitors.count,
      from: .selection(attendance.rows.selection(columns: ["gathering", "person"]))
    ).of(people: attendance.visitors.count)
    let splits =
      [
        split("age_group", Text("Age group", nl: "Leeftijdsgroep"), by: \.ageGroup),
        split("gender", Text("Gender", nl: "Geslacht"), by: \.gender),
      ] + education
    return splits.reduce(measure) { measure, split in
      hidden.contains(split.id)
        ? measure.noting(Self.leftOut(split.label)) : measure.broken(down: split)
    }
  }

  /// The people by level of education, where anybody's is known: most projects do not ask for it.
  private var education: [Breakdown] {
    guard attendance.visitors.contains(where: { $0.education != nil }) else { return [] }
    return [split("education", Text("Education", nl: "Opleiding"), by: \.education)]
  }

  private func countHours() throws(NotMeasurable) -> Measure {
    try requireRows()
    let lengths = Dictionary(
      attendance.gatherings.map { ($0.id, $0.hours) }, uniquingKeysWith: { first, _ in first })
    var sum = 0.0
    var withoutLength = 0
    let attended = attendance.rows.grouped(by: \.gathering).sorted { $0.key < $1.key }
    for gathering in attended {
      guard let hours = lengths[gathering.key] ?? nil else {
        withoutLength += 1
        continue
      }
      sum += hours * Double(Set(gathering.rows.map(\.person)).count)
    }
    guard withoutLength == 0 else { throw Self.unknownLength(withoutLength) }
    return Measure(
      card: Self.hours, result: .measured(.sum(sum, rows: attended.count)),
      origin: .combined([
        .selection(attendance.gatherings.selection(columns: ["hours"])),
        .selection(attendance.rows.selection(columns: ["gathering", "person"])),
      ]), people: attendance.visitors.count)
  }

  private func requireRows() throws(NotMeasurable) {
    try missing.requireAttendance()
    if attendance.gatherings.isEmpty { throw MissingTables.noRows(Gathering.table.id) }
    if attendance.rows.isEmpty { throw MissingTables.noRows(Participant.table.id) }
  }

  /// People by group; those of whom it is not known are a group of their own.
  private func split<Group: Choice>(
    _ id: String, _ label: Text, by group: (Attendance.Visitor) -> Group?
  ) -> Breakdown {
    var entries = Group.allCases.map { member in
      Self.entry(
        member.rawValue, member.label, attendance.visitors.count { group($0) == member })
    }
    entries.append(
      Self.entry(
        "unknown", Text("Not known", nl: "Niet bekend"),
        attendance.visitors.count { group($0) == nil }))
    return Breakdown(
      id: id, label: label, unit: .people, entries: entries.filter { $0.value > 0 })
  }

  private static func entry(_ id: String, _ label: Text, _ people: Int) -> Breakdown.Entry {
    Breakdown.Entry(id: id, label: label, value: Double(people), people: people)
  }

  private static func leftOut(_ split: Text) -> Text {
    Text(
      "The split by “\(split.english)” is left out: beside the likeness to the neighbourhood it would tell about fewer than five people from elsewhere.",
      nl:
        "De verdeling naar ‘\(split.dutch)’ is weggelaten: naast de gelijkenis met de buurt zou die iets zeggen over minder dan vijf mensen van elders."
    )
  }

  private static func unknownLength(_ count: Int) -> NotMeasurable {
    NotMeasurable(
      Text(
        "the length of \(count) of the gatherings with participants is not in the table “gatherings”",
        nl:
          "de duur van \(count) van de bijeenkomsten met deelnemers staat niet in de tabel ‘gatherings’"
      ))
  }
}
