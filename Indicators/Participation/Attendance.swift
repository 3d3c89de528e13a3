import IndicatorKit

/// Who came to the gatherings of the period, each person once.
struct Attendance {
  /// One person, as far as all rows of that person agree.
  struct Visitor {
    let ageGroup: AgeGroup?
    let gender: Gender?
    let education: Education?
    let livesHere: Bool?
  }

  /// The gatherings of the period.
  let gatherings: Rows<Gathering>
  /// The rows of participants of those gatherings.
  let rows: Rows<Participant>
  /// The people, in no order that matters.
  let visitors: [Visitor]

  /// Joins participants to the gatherings of the period; others are left out.
  init(participants: Rows<Participant>, gatherings: Rows<Gathering>) {
    let inPeriod = Set(gatherings.map(\.id))
    self.gatherings = gatherings
    rows = participants.filter { inPeriod.contains($0.gathering) }
    visitors = rows.grouped(by: \.person).map { group in
      Visitor(
        ageGroup: Self.agreed(group.rows.compactMap(\.ageGroup)),
        gender: Self.agreed(group.rows.compactMap(\.gender)),
        education: Self.agreed(group.rows.compactMap(\.education)),
        livesHere: Self.agreed(group.rows.compactMap(\.livesHere)))
    }
  }

  /// The value on which all rows of a person agree; two different values make it unknown.
  private static func agreed<Value: Hashable>(_ values: [Value]) -> Value? {
    Set(values).count == 1 ? values.first : nil
  }
}
