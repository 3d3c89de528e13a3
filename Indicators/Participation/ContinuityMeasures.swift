import IndicatorKit

/// Who comes back, and who is new.
struct ContinuityMeasures {
  static let retention = MeasureCard(
    "retention", Text("People who came back", nl: "Mensen die terugkwamen"),
    help: Text(
      "People who took part in the period before and in this one, out of all who took part in the period before.",
      nl:
        "Mensen die in de vorige periode én in deze meededen, van alle die in de vorige periode meededen."
    ),
    kind: .share, aggregation: .pooled, countsPeople: true)

  static let newVoices = MeasureCard(
    "new_voices", Text("New voices", nl: "Nieuwe gezichten"),
    help: Text(
      "People who took part for the first time, out of all who took part in the period; not given without gatherings of before the period.",
      nl:
        "Mensen die voor het eerst meededen, van alle die in de periode meededen; niet gegeven zonder bijeenkomsten van vóór de periode."
    ),
    kind: .share, direction: .neutral, aggregation: .pooled, countsPeople: true)

  static let returning = MeasureCard(
    "returning_share", Text("People from the period before", nl: "Mensen uit de vorige periode"),
    help: Text(
      "People who took part in the period before and in this one, out of all who took part in this period.",
      nl: "Mensen die in de vorige periode én in deze meededen, van alle die in deze meededen."),
    kind: .share, direction: .neutral, aggregation: .pooled, countsPeople: true)

  static let cards = [retention, returning, newVoices]

  private let attendance: Attendance
  private let now: Set<PersonKey>
  private let previous: Set<PersonKey>
  private let before: Set<PersonKey>
  private let all: Rows<Participant>
  private let missing: MissingTables

  /// Sorts the people by when they came.
  ///
  /// - Parameters:
  ///   - participants: all rows, whatever their period.
  ///   - gatherings: all gatherings, whatever their period.
  ///   - previous: the gatherings of the period before.
  ///   - attendance: who came in the period.
  ///   - period: the period.
  ///   - missing: which tables the project does not have.
  init(
    participants: Rows<Participant>, gatherings: Rows<Gathering>, previous: Rows<Gathering>,
    attendance: Attendance, period: Period, missing: MissingTables
  ) {
    let earlier = Set(gatherings.filter { $0.date < period.first }.map(\.id))
    let lastTime = Set(previous.map(\.id))
    now = Set(attendance.rows.map(\.person))
    before = Set(participants.filter { earlier.contains($0.gathering) }.map(\.person))
    self.previous = Set(participants.filter { lastTime.contains($0.gathering) }.map(\.person))
    all = participants
    self.attendance = attendance
    self.missing = missing
  }

  /// The measures, in the order of their cards.
  var measures: [Measure] {
    [
      Self.retention.attempt(measureRetention), Self.returning.attempt(measureReturning),
      Self.newVoices.attempt(measureNewVoices),
    ]
  }

  private func measureRetention() throws(NotMeasurable) -> Measure {
    try requireRows()
    guard !previous.isEmpty else { throw Self.nobodyBefore }
    return try share(Self.retention, previous.intersection(now).count, of: previous.count)
  }

  private func measureReturning() throws(NotMeasurable) -> Measure {
    try requireRows()
    guard !previous.isEmpty else { throw Self.nobodyBefore }
    return try share(Self.returning, previous.intersection(now).count, of: now.count)
  }

  private func measureNewVoices() throws(NotMeasurable) -> Measure {
    try requireRows()
    guard !before.isEmpty else { throw Self.nobodyBefore }
    // Beside the people of the period before, new voices tell who came longer ago alone.
    let longAgo = now.intersection(before).subtracting(previous).count
    try SmallGroups.require(longAgo, of: now.count)
    return try share(Self.newVoices, now.subtracting(before).count, of: now.count)
  }

  private func share(
    _ card: MeasureCard, _ part: Int, of whole: Int
  ) throws(NotMeasurable) -> Measure {
    // The people of this period who stayed away before are a part of their own.
    try SmallGroups.require(part, of: whole)
    try SmallGroups.require(now.intersection(previous).count, of: now.count)
    return card.share(
      numerator: Double(part), denominator: Double(whole),
      from: .combined([
        .selection(attendance.gatherings.selection(columns: ["date"])),
        .selection(all.selection(columns: ["gathering", "person"])),
      ])
    ).of(people: whole)
  }

  private func requireRows() throws(NotMeasurable) {
    try missing.requireAttendance()
    if attendance.rows.isEmpty { throw MissingTables.noRows(Participant.table.id) }
  }

  private static let nobodyBefore = NotMeasurable(
    Text(
      "the tables have no participants from before the period",
      nl: "de tabellen hebben geen deelnemers van vóór de periode"))
}
