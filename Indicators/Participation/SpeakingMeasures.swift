import IndicatorKit

/// How evenly participants speak, where somebody counted their turns.
struct SpeakingMeasures {
  static let turns = MeasureCard(
    "speaking_turns", Text("Speaking turns", nl: "Spreekbeurten"),
    help: Text(
      "How often participants spoke, over the gatherings at which turns were counted.",
      nl: "Hoe vaak deelnemers spraken, over de bijeenkomsten waar beurten zijn geteld."),
    kind: .sum, unit: .count, direction: .neutral, aggregation: .sum, countsPeople: true)

  static let speakers = MeasureCard(
    "speakers_share", Text("Participants who spoke", nl: "Deelnemers die spraken"),
    help: Text(
      "Participants who spoke at least once, out of those whose turns were counted.",
      nl: "Deelnemers die minstens één keer spraken, van wie de beurten zijn geteld."),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let inequality = MeasureCard(
    "speaking_inequality",
    Text("Inequality of speaking turns", nl: "Ongelijkheid van spreekbeurten"),
    help: Text(
      "The Gini coefficient of the turns of each participant: 0 is the same for all. The part beside it is corrected for few people, × n ÷ (n − 1).",
      nl:
        "De Gini-coëfficiënt van de beurten van elke deelnemer: 0 is voor iedereen gelijk. Het onderdeel ernaast is gecorrigeerd voor weinig mensen, × n ÷ (n − 1)."
    ),
    kind: .computed, unit: .likeness, direction: .down, aggregation: .none, countsPeople: true)

  static let cards = [turns, speakers, inequality]

  /// One participant whose turns were counted.
  private struct Speaker {
    let turns: Int
    let gender: Gender?
  }

  private let attendance: Attendance
  private let counted: Rows<Participant>
  private let people: [Speaker]
  private let missing: MissingTables

  /// Adds up the turns of each participant.
  init(attendance: Attendance, missing: MissingTables) {
    self.attendance = attendance
    self.missing = missing
    counted = attendance.rows.filter { $0.turns != nil }
    people = counted.grouped(by: \.person).map { group in
      let genders = Set(group.rows.compactMap(\.gender))
      return Speaker(
        turns: group.rows.reduce(0) { $0 + ($1.turns ?? 0) },
        gender: genders.count == 1 ? genders.first : nil)
    }
  }

  /// The measures, in the order of their cards.
  var all: [Measure] {
    [
      Self.turns.attempt(sum), Self.speakers.attempt(measureSpeakers),
      Self.inequality.attempt(measureInequality),
    ]
  }

  private func sum() throws(NotMeasurable) -> Measure {
    try requireTurns()
    let all = people.reduce(0) { $0 + $1.turns }
    let groups: [(String, Text, [Speaker])] =
      Gender.allCases.map { gender in
        (gender.rawValue, gender.label, people.filter { $0.gender == gender })
      } + [
        ("unknown", Text("Not known", nl: "Niet bekend"), people.filter { $0.gender == nil })
      ]
    let entries = groups.filter { !$0.2.isEmpty }.map { id, label, speakers in
      Breakdown.Entry(
        id: id, label: label, value: Double(speakers.reduce(0) { $0 + $1.turns }),
        people: speakers.count)
    }
    return Measure(
      card: Self.turns, result: .measured(.sum(Double(all), rows: counted.count)), origin: origin,
      people: people.count
    ).broken(
      down: Breakdown(
        id: "gender", label: Text("Gender", nl: "Geslacht"), unit: .count, entries: entries)
    ).noting(coverage)
  }

  private func measureSpeakers() throws(NotMeasurable) -> Measure {
    try requireTurns()
    let speaking = people.count { $0.turns > 0 }
    try SmallGroups.require(speaking, of: people.count)
    return Self.speakers.share(
      numerator: Double(speaking), denominator: Double(people.count),
      unknown: Double(max(0, attendance.visitors.count - people.count)), from: origin
    ).of(people: people.count)
  }

  private func measureInequality() throws(NotMeasurable) -> Measure {
    try requireTurns()
    // Where few spoke the coefficient says how few: of n people one alone gives (n − 1) ÷ n.
    try SmallGroups.require(people.count { $0.turns > 0 }, of: people.count)
    let gini = Inequality.gini(people.map { (value: Double($0.turns), count: 1) })
    guard let gini, let corrected = Inequality.corrected(gini, people: people.count) else {
      throw Self.nobodySpoke
    }
    return Self.inequality.computed(
      gini,
      inputs: [
        NamedNumber(
          "people",
          Text("Participants whose turns were counted", nl: "Deelnemers met getelde beurten"),
          Double(people.count), unit: .people),
        NamedNumber(
          "corrected", Text("Corrected for few people", nl: "Gecorrigeerd voor weinig mensen"),
          corrected, unit: .likeness),
      ],
      rule: Text(
        "Gini: Σ (2i − n − 1) xᵢ ÷ (n Σ x), x in rising order the turns of each participant",
        nl: "Gini: Σ (2i − n − 1) xᵢ ÷ (n Σ x), x in stijgende volgorde de beurten per deelnemer"),
      from: origin
    ).of(people: people.count).noting(coverage)
  }

  private var origin: Origin {
    .selection(counted.selection(columns: ["gathering", "person", "gender", "turns"]))
  }

  /// At how many of the gatherings turns were counted.
  private var coverage: Text {
    let with = Set(counted.map(\.gathering)).count
    let all = attendance.gatherings.count
    return Text(
      "Turns were counted at \(with) of the \(all) gatherings.",
      nl: "Bij \(with) van de \(all) bijeenkomsten zijn beurten geteld.")
  }

  private func requireTurns() throws(NotMeasurable) {
    try missing.requireAttendance()
    if attendance.rows.isEmpty { throw MissingTables.noRows(Participant.table.id) }
    if people.isEmpty { throw Self.notCounted }
  }

  private static let notCounted = NotMeasurable(
    Text(
      "the column “speaking turns” of the table “participants” is empty in the period",
      nl: "de kolom ‘spreekbeurten’ van de tabel ‘participants’ is in de periode leeg"))

  private static let nobodySpoke = NotMeasurable(
    Text("nobody spoke", nl: "niemand sprak"))
}
