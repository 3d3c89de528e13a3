import ImpactModel

/// A number of the value map as a function of one quantile: its distribution and what is done to it.
struct FactorPart: Sendable, Hashable {
  enum Change: Sendable, Hashable {
    /// Multiplied by a number.
    case times(Double)
    /// What is left after a deduction: 1 − x.
    case retained
    /// All benefit periods together: Σ (1 − x)^k · factor of period k.
    case periods([Double])
  }

  let distribution: Distribution
  let change: Change

  /// The factor at a value of the uncertain number.
  func value(_ number: Double) -> Double {
    switch change {
    case .times(let multiplier): return number * multiplier
    case .retained: return 1 - min(max(number, 0), 1)
    case .periods(let factors):
      let kept = 1 - min(max(number, 0), 1)
      return factors.reversed().reduce(0) { $0 * kept + $1 }
    }
  }

  /// The degree of the factor as a polynomial of the number.
  var degree: Int {
    if case .periods(let factors) = change { max(0, factors.count - 1) } else { 1 }
  }
}

/// All that one doubt does to one product: parts that are all at the same quantile.
struct Factor: Sendable, Hashable {
  /// The index of its doubt.
  var group: Int
  var parts: [FactorPart]

  /// The factor at a quantile given from both sides.
  func value(lower: Double, upper: Double) -> Double {
    parts.reduce(1) {
      $0 * $1.value($1.distribution.quantile(lower: lower, upper: upper))
    }
  }

  /// Mean and variance where they follow from those of one number.
  var closedMoments: (mean: Double, variance: Double)? {
    guard parts.count == 1, let part = parts.first else { return nil }
    let distribution = part.distribution
    switch part.change {
    case .times(let multiplier):
      return (distribution.mean * multiplier, distribution.variance * multiplier * multiplier)
    case .retained:
      // Beyond 0…1 a share is cut off, which the closed forms do not know of.
      guard distribution.supportLow >= 0, distribution.supportHigh <= 1 else { return nil }
      return (1 - distribution.mean, distribution.variance)
    case .periods: return nil
    }
  }

  var degree: Int { parts.reduce(0) { $0 + $1.degree } }
}

/// A certain number times independent factors: the present value of a row, or of an input.
struct Product: Sendable, Hashable {
  let row: RowID
  var constant: Double
  /// In the order of their groups, which are all different.
  var factors: [Factor]

  /// Adds a part, to the factor of its group if there is one already.
  mutating func multiply(by part: FactorPart, group: Int) {
    if let index = factors.firstIndex(where: { $0.group == group }) {
      factors[index].parts.append(part)
    } else {
      factors.append(Factor(group: group, parts: [part]))
    }
  }
}
