import IndicatorKit

/// Organisations of four domains and the ties between them.
///
/// A tie has no direction and counts once; one of an organisation with itself is none. The index
/// of external to internal ties is that of Krackhardt and Stern (1988).
struct Network {
  /// Two domains between which ties run, in the order of the list of domains.
  struct Pair: Hashable {
    let first: Domain
    let second: Domain
  }

  private struct Tie: Hashable {
    let first: RowID
    let second: RowID
  }

  /// How many organisations there are.
  let members: Int
  /// How many ties there are.
  let ties: Int
  /// How many of them run within one domain.
  let tiesWithin: Int
  /// How many pairs of organisations of one domain could be tied.
  let possibleWithin: Int
  /// The ties by pair of domains, both the same for ties within one.
  let tiesByPair: [Pair: Int]
  /// The number of ties of each organisation, in the order of their identifiers.
  let degrees: [Int]

  /// Joins ties to the organisations that they name; ties with others are left out.
  init(domains: [RowID: Domain], ties: [(RowID, RowID)]) {
    let known = Set(
      ties.compactMap { first, second in
        first == second || domains[first] == nil || domains[second] == nil
          ? nil : Tie(first: min(first, second), second: max(first, second))
      })
    members = domains.count
    self.ties = known.count
    var byPair: [Pair: Int] = [:]
    var degrees: [RowID: Int] = [:]
    for tie in known {
      degrees[tie.first, default: 0] += 1
      degrees[tie.second, default: 0] += 1
      if let first = domains[tie.first], let second = domains[tie.second] {
        byPair[Self.pair(first, second), default: 0] += 1
      }
    }
    tiesByPair = byPair
    tiesWithin = byPair.reduce(0) { $0 + ($1.key.first == $1.key.second ? $1.value : 0) }
    self.degrees = domains.keys.sorted().map { degrees[$0] ?? 0 }
    let sizes = Dictionary(grouping: domains.values) { $0 }.values.map(\.count)
    possibleWithin = sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  /// How many pairs of organisations could be tied.
  var possible: Int { members * (members - 1) / 2 }

  /// How many ties run between two domains.
  var tiesAcross: Int { ties - tiesWithin }

  /// The pairs of different domains, in the order of the list of domains.
  static var pairsOfDomains: [Pair] {
    let domains = Domain.allCases
    return domains.indices.flatMap { index in
      domains.dropFirst(index + 1).map { Pair(first: domains[index], second: $0) }
    }
  }

  /// How many of those pairs have at least one tie.
  var linkedPairs: Int { Self.pairsOfDomains.count { (tiesByPair[$0] ?? 0) > 0 } }

  /// External less internal ties, over all ties; `nil` without ties.
  var externalInternalIndex: Double? {
    ties == 0 ? nil : Double(tiesAcross - tiesWithin) / Double(ties)
  }

  /// The degree centralisation from 0 to 1 (Freeman, 1979); `nil` below three organisations.
  var centralisation: Double? {
    guard members > 2, let most = degrees.max() else { return nil }
    let differences = degrees.reduce(0) { $0 + most - $1 }
    return Double(differences) / (Double(members - 1) * Double(members - 2))
  }

  private static func pair(_ first: Domain, _ second: Domain) -> Pair {
    let order = Domain.allCases
    let positions = (order.firstIndex(of: first) ?? 0, order.firstIndex(of: second) ?? 0)
    return positions.0 <= positions.1
      ? Pair(first: first, second: second) : Pair(first: second, second: first)
  }
}
