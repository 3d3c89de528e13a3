import Foundation

/// Nodes for the mean of a function of one doubt: for each node, the value of each number in it.
///
/// Where all numbers of the doubt have the same distribution, the distribution's own rule serves.
/// Otherwise the quantile is the variable, and each piece between two kinks is integrated by the
/// double exponential rule (Takahasi and Mori 1974), which bears what a quantile does at the ends.
struct GroupRule {
  let weights: [Double]
  private let columns: [Distribution: [Double]]

  /// Makes a rule for the factors of one group.
  init(_ factors: [Factor]) {
    let distributions = GroupRule.distinct(factors)
    let degree = 2 * (factors.map(\.degree).max() ?? 0)
    if distributions.count == 1, let distribution = distributions.first {
      let rule = distribution.rule(degree: degree)
      weights = rule.weights
      columns = [distribution: rule.nodes]
      return
    }
    let shares = GroupRule.shares(distributions.flatMap(\.kinks))
    weights = shares.map(\.weight)
    var columns: [Distribution: [Double]] = [:]
    for distribution in distributions {
      columns[distribution] = shares.map { distribution.quantile(lower: $0.lower, upper: $0.upper) }
    }
    self.columns = columns
  }

  /// About how many nodes the rule of some factors has, without making it.
  static func nodeCount(_ factors: [Factor]) -> Int {
    let distributions = distinct(factors)
    if distributions.count == 1 {
      return 2 * QuadratureRule.mostNodes
    }
    let pieces = Set(distributions.flatMap(\.kinks)).count + 1
    return pieces * (2 * reach + 1)
  }

  /// The values of a factor at all nodes.
  func values(_ factor: Factor) -> [Double] {
    var values = [Double](repeating: 1, count: weights.count)
    for part in factor.parts {
      guard let column = columns[part.distribution] else { continue }
      for index in values.indices { values[index] *= part.value(column[index]) }
    }
    return values
  }

  /// The mean of the values at the nodes.
  func mean(_ values: [Double]) -> Double {
    var sum = 0.0
    for index in values.indices { sum += values[index] * weights[index] }
    return sum
  }

  /// The covariance of two factors of which the means are known.
  func covariance(_ left: [Double], _ leftMean: Double, _ right: [Double], _ rightMean: Double)
    -> Double
  {
    var sum = 0.0
    for index in left.indices {
      sum += (left[index] - leftMean) * (right[index] - rightMean) * weights[index]
    }
    return sum
  }

  private static func distinct(_ factors: [Factor]) -> [Distribution] {
    var seen: Set<Distribution> = []
    return factors.flatMap(\.parts).map(\.distribution).filter { seen.insert($0).inserted }
  }

  private struct Share {
    let lower: Double
    let upper: Double
    let weight: Double
  }

  /// The nodes of a piece on each side of its middle.
  private static let reach = 54

  private static func shares(_ kinks: [Double]) -> [Share] {
    let ends = [0] + Set(kinks).sorted() + [1]
    let step = 1.0 / 12
    var shares: [Share] = []
    for (low, high) in zip(ends, ends.dropFirst()) {
      for index in -reach...reach {
        let t = Double(index) * step
        let size = Double.pi * sinh(t)
        let (part, rest) = (1 / (1 + exp(-size)), 1 / (1 + exp(size)))
        let width = high - low
        shares.append(
          Share(
            lower: low + width * part, upper: (1 - high) + width * rest,
            weight: width * step * Double.pi * cosh(t) * part * rest))
      }
    }
    return shares
  }
}
