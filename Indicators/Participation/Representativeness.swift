import Foundation

/// How closely people resemble the population they come from: 1 − ½ Σ |s − p|.
///
/// The second term is the total variation distance: the share of participants who would have to be
/// of another group. 1 is a perfect likeness.
struct Representativeness {
  /// The share of participants who would have to be of another group, 0 to 1.
  let distance: Double
  /// The share of each group in the participants over its share in the population.
  ///
  /// `nil` for a group without residents.
  let ratios: [Double?]
  /// The Jensen–Shannon divergence in bits: 0 is the same, 1 has no group in common.
  let divergence: Double
  /// The share of participants that weighting to the population would leave as effective: 1 ÷ Σ s w²
  /// with w = p ÷ s (Kish, 1965); `nil` where a group with residents has no participant.
  let effectiveShare: Double?

  /// 1 less the distance.
  var value: Double { 1 - distance }

  /// Compares counts per group; both lists have the groups in the same order.
  ///
  /// Gives `nil` where one of the two sides is empty or the lists differ in length.
  init?(participants: [Int], population: [Int]) {
    let people = participants.reduce(0, +)
    let residents = population.reduce(0, +)
    guard people > 0, residents > 0, participants.count == population.count else { return nil }
    let shares = zip(participants, population).map { mine, theirs in
      (s: Double(mine) / Double(people), p: Double(theirs) / Double(residents))
    }
    distance = shares.reduce(0) { $0 + ($1.s - $1.p).magnitude } / 2
    ratios = shares.map { $0.p > 0 ? $0.s / $0.p : nil }
    divergence = shares.reduce(0) { sum, share in
      let middle = (share.s + share.p) / 2
      return sum + (Self.term(share.s, middle) + Self.term(share.p, middle)) / 2
    }
    let isCovered = shares.allSatisfy { $0.s > 0 || $0.p == 0 }
    let design = shares.reduce(0) { $0 + ($1.s > 0 ? $1.p * $1.p / $1.s : 0) }
    effectiveShare = isCovered && design > 0 ? 1 / design : nil
  }

  /// One term of a divergence in bits; nothing where the share is.
  private static func term(_ share: Double, _ other: Double) -> Double {
    share > 0 ? share * log2(share / other) : 0
  }
}
