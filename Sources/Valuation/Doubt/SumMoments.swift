/// Mean, variance and Sobol indices of a sum of products, by closed forms and quadrature.
///
/// The factors of a product are independent and the groups are, so that the covariance of two
/// products is Π(m·m′ + c) − Π m·m′ over the groups that both have (Sobol 2001 for the indices).
struct SumMoments {
  /// The means of the products, in their order.
  private(set) var means: [Double] = []
  private(set) var mean: Double
  private(set) var variance = 0.0
  /// The part of the variance that a group explains alone, by group.
  private(set) var firstOrder: [Double]
  /// The part that would go if the group were known, with all that it does together with others.
  private(set) var total: [Double]

  /// The most pairs of rows that are compared; beyond, drawing has to do.
  static let mostPairs = 4_000_000

  /// A factor with its mean and its variance, and its values where other products share its group.
  private struct Known {
    let group: Int
    let mean: Double
    let variance: Double
    let values: [Double]
  }

  /// Gives `nil` where so many rows share a doubt that the pairs would take too long.
  init?(_ products: [Product], certain: Double, groupCount: Int) {
    let members = SumMoments.members(products, groupCount)
    let shared = members.map { $0.count > 1 }
    let pairs = members.reduce(0) { $0 + ($1.count > 1 ? $1.count * $1.count : 0) }
    guard pairs <= SumMoments.mostPairs else { return nil }
    mean = certain
    firstOrder = [Double](repeating: 0, count: groupCount)
    total = firstOrder
    let rules = members.enumerated().map { group, indices in
      indices.count < 2
        ? nil : GroupRule(indices.flatMap { products[$0].factors.filter { $0.group == group } })
    }
    let known = products.map { product in
      product.factors.map { factor in
        if !shared[factor.group], let moments = factor.closedMoments {
          return Known(
            group: factor.group, mean: moments.mean, variance: moments.variance, values: [])
        }
        let rule = rules[factor.group] ?? GroupRule([factor])
        let values = rule.values(factor)
        let mean = rule.mean(values)
        return Known(
          group: factor.group, mean: mean,
          variance: rule.covariance(values, mean, values, mean),
          values: shared[factor.group] ? values : [])
      }
    }
    for (product, factors) in zip(products, known) {
      let product = factors.reduce(product.constant) { $0 * $1.mean }
      means.append(product)
      mean += product
    }
    for (product, factors) in zip(products, known) {
      add(
        factors.map { ($0.group, $0.mean * $0.mean, $0.variance) },
        scale: product.constant * product.constant)
    }
    addPairs(products, known, rules, shared)
  }

  private static func members(_ products: [Product], _ groupCount: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: groupCount)
    for (index, product) in products.enumerated() {
      for factor in product.factors { members[factor.group].append(index) }
    }
    return members
  }

  private mutating func addPairs(
    _ products: [Product], _ known: [[Known]], _ rules: [GroupRule?], _ shared: [Bool]
  ) {
    let sharing = products.indices.filter { known[$0].contains { shared[$0.group] } }
    for (position, left) in sharing.enumerated() {
      for right in sharing[(position + 1)...] {
        let common = known[left].filter { factor in
          shared[factor.group] && known[right].contains { $0.group == factor.group }
        }
        if common.isEmpty { continue }
        var scale = 2 * products[left].constant * products[right].constant
        let groups = common.map(\.group)
        for factor in known[left] + known[right] where !groups.contains(factor.group) {
          scale *= factor.mean
        }
        let parts = common.compactMap { one in
          known[right].first { $0.group == one.group }.map { other in
            (
              one.group, one.mean * other.mean,
              rules[one.group]?.covariance(one.values, one.mean, other.values, other.mean) ?? 0
            )
          }
        }
        add(parts, scale: scale)
      }
    }
  }

  /// Adds the covariance of a pair: for each common group the product of means and the covariance.
  private mutating func add(
    _ parts: [(group: Int, means: Double, covariance: Double)], scale: Double
  ) {
    variance += scale * SumMoments.excess(parts)
    for (index, part) in parts.enumerated() {
      var others = parts
      others.remove(at: index)
      let product = others.reduce(1) { $0 * $1.means }
      firstOrder[part.group] += scale * part.covariance * product
      // Π(m + c) − the same with this covariance left out is c · Π(m + c) of the others.
      total[part.group] +=
        scale * part.covariance * others.reduce(1) { $0 * ($1.means + $1.covariance) }
    }
  }

  /// Π(m + c) − Π m without the loss of digits of a difference.
  private static func excess(_ parts: [(group: Int, means: Double, covariance: Double)]) -> Double {
    var (product, excess) = (1.0, 0.0)
    for part in parts {
      excess = excess * (part.means + part.covariance) + product * part.covariance
      product *= part.means
    }
    return excess
  }
}
