import IndicatorKit

/// Keeps people from being recognised: no group of fewer than five leaves in an export.
///
/// Groups under five are joined as “other” until that has five too, or the breakdown is left out.
/// A measure of people below five is kept back unless the lead releases it by name with a reason.
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
    guard measure.card.countsPeople, let value = measure.value,
      value > 0, value < Double(smallest)
    else { return safe }
    guard let reason = released[figure.description] else {
      return safe.withheld(
        because: Text(
          "fewer than five people; the project has not released it",
          nl: "minder dan vijf mensen; het project heeft dit niet vrijgegeven"))
    }
    return safe.noting(
      Text(
        "Released by the project although it is below five: \(reason)",
        nl: "Door het project vrijgegeven hoewel het onder de vijf ligt: \(reason)"))
  }

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
      id: breakdown.id, label: breakdown.label, unit: breakdown.unit, entries: kept)
  }
}
