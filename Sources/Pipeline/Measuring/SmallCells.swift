import IndicatorKit

/// Keeps people from being recognised: no group of fewer than five leaves in an export.
///
/// Groups under five are joined as “other” until that has five too, or the breakdown is left out.
/// A measure of one to four people is kept back whole, with its origin and its notes, unless the
/// lead releases it by name with a reason. The number of people is the one that the module gives,
/// else the value of a measure that counts people.
enum SmallCells {
  /// The fewest people that a group may have.
  static let smallest = 5

  /// A measure as it may leave.
  ///
  /// - Parameters:
  ///   - measure: the measure as it was measured.
  ///   - figure: its identifier.
  ///   - released: the reasons by the identifiers that the lead releases.
  static func protect(
    _ measure: Measure, figure: FigureID, released: [String: String]
  ) -> Measure {
    var safe = measure.with(breakdowns: measure.breakdowns.compactMap(protect))
      .with(rankings: measure.rankings.filter(isShown))
    if safe.breakdowns.count < measure.breakdowns.count {
      safe = safe.noting(
        Text(
          "A breakdown is left out because its groups are smaller than five people.",
          nl: "Een uitsplitsing is weggelaten omdat de groepen kleiner zijn dan vijf mensen."))
    }
    if safe.rankings.count < measure.rankings.count {
      safe = safe.noting(
        Text(
          "A ranking is left out because a place in it stands for fewer than five people.",
          nl: "Een rangorde is weggelaten omdat een plaats ervan over minder dan vijf mensen gaat.")
      )
    }
    let details = safe.details.filter { $0.rows.allSatisfy { !isFew($0.people) } }
    if details.count < safe.details.count {
      safe = safe.with(details: details).noting(leftOutDetail)
    }
    guard measure.value != nil, isSmall(measure) else { return safe }
    guard let reason = released[figure.description] else {
      return safe.withheld(because: hasKnownPeople(measure) ? fewPeople : unknownPeople)
    }
    return safe.noting(
      Text(
        "Released by the project although it tells about fewer than five people: \(reason)",
        nl:
          "Door het project vrijgegeven hoewel het iets over minder dan vijf mensen zegt: \(reason)"
      ))
  }

  /// Whether a measure stands for one to four people, or may do so.
  private static func isSmall(_ measure: Measure) -> Bool {
    if let people = measure.people { return (1..<smallest).contains(people) }
    guard measure.card.countsPeople, let value = measure.value else { return false }
    return value > 0 && value < Double(smallest)
  }

  /// Whether the number of people behind a measure is known: given, or the value itself.
  private static func hasKnownPeople(_ measure: Measure) -> Bool {
    measure.people != nil || (measure.card.kind == .count && measure.card.unit == .people)
  }

  private static let fewPeople = Text(
    "it tells about fewer than five people; the project has not released it",
    nl: "het zegt iets over minder dan vijf mensen; het project heeft dit niet vrijgegeven")
  private static let unknownPeople = Text(
    "below five, and how many people stand behind it is not known; the project has not released it",
    nl:
      "onder de vijf, en hoeveel mensen erachter staan is niet bekend; het project heeft dit niet "
      + "vrijgegeven")

  /// What is said where rows of detail are left out.
  static let leftOutDetail = Text(
    "The rows behind this figure are left out because one of them stands for fewer than five people.",
    nl:
      "De rijen achter dit cijfer zijn weggelaten omdat een ervan over minder dan vijf mensen gaat."
  )

  private static func isFew(_ people: Int?) -> Bool { (1..<smallest).contains(people ?? 0) }

  /// Whether a ranking may leave: joining places would make another ranking of it.
  private static func isShown(_ ranking: Ranking) -> Bool {
    ranking.entries.allSatisfy { !(1..<smallest).contains($0.people ?? 0) }
  }

  /// A breakdown of people as it may leave, or `nil` where it must be left out.
  static func protect(_ breakdown: Breakdown) -> Breakdown? {
    guard breakdown.countsPeople else { return breakdown }
    func people(_ entry: Breakdown.Entry) -> Int { entry.people ?? 0 }
    var kept = breakdown.entries.filter { people($0) >= smallest }
    var other = breakdown.entries.filter { (1..<smallest).contains(people($0)) }
    while !other.isEmpty, other.reduce(0, { $0 + people($1) }) < smallest {
      guard let next = kept.indices.min(by: { people(kept[$0]) < people(kept[$1]) }) else {
        return nil
      }
      other.append(kept.remove(at: next))
    }
    if !other.isEmpty {
      guard !kept.isEmpty else { return nil }
      kept.append(
        Breakdown.Entry(
          id: "other", label: Text("Other", nl: "Overig"),
          value: other.reduce(0) { $0 + $1.value },
          people: other.reduce(0) { $0 + people($1) }))
    }
    return Breakdown(
      id: breakdown.id, label: breakdown.label, unit: breakdown.unit, entries: kept,
      picture: breakdown.picture)
  }
}
