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

  /// The size of the difference, √(χ² ÷ (n (k − 1))) with n people in k groups: an effect size after
  /// Cramér (1946) and no test; `nil` where a group without residents has participants.
  let effectSize: Double?
  /// χ² = n Σ (s − p)² ÷ p with k − 1 degrees of freedom; `nil` as the effect size.
  let chiSquare: Double?
  /// The Kullback–Leibler divergence Σ s ln(s ÷ p) in nats; `nil` where it is infinite.
  let divergenceFromPopulation: Double?
  /// The Kullback–Leibler divergence Σ p ln(p ÷ s) in nats; `nil` where it is infinite.
  let divergenceOfPopulation: Double?
  /// The Hellinger distance √(1 − Σ √(s p)), 0 to 1.
  let hellinger: Double
  /// The share of the groups of at least 1 ÷ (2n) of the residents that have a participant
  /// (Hadfield and Konya, 2026); `nil` where no group is so large.
  let diversity: Double?

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
    let isPossible = shares.allSatisfy { $0.p > 0 || $0.s == 0 }
    let spread = shares.reduce(0) { sum, share in
      sum + (share.p > 0 ? (share.s - share.p) * (share.s - share.p) / share.p : 0)
    }
    chiSquare = isPossible ? Double(people) * spread : nil
    effectSize =
      isPossible && shares.count > 1 ? (spread / Double(shares.count - 1)).squareRoot() : nil
    divergenceFromPopulation =
      isPossible ? shares.reduce(0) { $0 + Self.natural($1.s, $1.p) } : nil
    divergenceOfPopulation = isCovered ? shares.reduce(0) { $0 + Self.natural($1.p, $1.s) } : nil
    let overlap = shares.reduce(0) { $0 + ($1.s * $1.p).squareRoot() }
    hellinger = max(0, 1 - overlap).squareRoot()
    let large = shares.filter { $0.p >= 1 / (2 * Double(people)) }
    diversity =
      large.isEmpty ? nil : Double(large.count { $0.s > 0 }) / Double(large.count)
  }

  /// One term of a divergence in nats; nothing where the share is.
  private static func natural(_ share: Double, _ other: Double) -> Double {
    share > 0 ? share * log(share / other) : 0
  }

  /// One term of a divergence in bits; nothing where the share is.
  private static func term(_ share: Double, _ other: Double) -> Double {
    share > 0 ? share * log2(share / other) : 0
  }
}
