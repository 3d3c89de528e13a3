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

  /// A factor with its mean and its variance, and its place among those that share its group.
  private struct Known {
    let group: Int
    let mean: Double
    let variance: Double
    let place: Int
  }

  /// Gives `nil` where so many rows share a doubt that the pairs would take too long.
  init?(_ products: [Product], certain: Double, groupCount: Int) {
    let members = SumMoments.members(products, groupCount)
    let pairs = members.reduce(0) { $0 + ($1.count > 1 ? $1.count * $1.count : 0) }
    guard pairs <= SumMoments.mostPairs,
      let shared = SharedMoments.ofGroups(members, products)
    else { return nil }
    mean = certain
    firstOrder = [Double](repeating: 0, count: groupCount)
    total = firstOrder
    var places = [Int](repeating: 0, count: groupCount)
    let known = products.map { product in
      product.factors.map { factor in
        guard let moments = shared[factor.group] else {
          let (mean, variance) = SumMoments.moments(factor)
          return Known(group: factor.group, mean: mean, variance: variance, place: 0)
        }
        let place = places[factor.group]
        places[factor.group] += 1
        return Known(
          group: factor.group, mean: moments.means[place],
          variance: moments.covariance(place, place), place: place)
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
    addPairs(products, known, members, shared)
  }

  /// Mean and variance of a factor that no other product shares.
  private static func moments(_ factor: Factor) -> (mean: Double, variance: Double) {
    if let moments = factor.closedMoments { return moments }
    let rule = GroupRule([factor])
    let values = rule.values(factor)
    let mean = rule.mean(values)
    return (mean, rule.covariance(values, mean, values, mean))
  }

  private static func members(_ products: [Product], _ groupCount: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: groupCount)
    for (index, product) in products.enumerated() {
      for factor in product.factors { members[factor.group].append(index) }
    }
    return members
  }

  /// A product that comes after another and shares a doubt with it.
  private struct Partner {
    let product: Int
    /// The place of the doubt among the other's factors.
    let factor: Int
    /// The place of this product among those that share the doubt.
    let place: Int
  }

  /// Goes from each product to those after it that share a doubt, never over all pairs.
  private mutating func addPairs(
    _ products: [Product], _ known: [[Known]], _ members: [[Int]], _ shared: [SharedMoments?]
  ) {
    for left in products.indices {
      var partners: [Partner] = []
      for (index, factor) in known[left].enumerated() where shared[factor.group] != nil {
        let all = members[factor.group]
        for place in (factor.place + 1)..<max(factor.place + 1, all.count) {
          partners.append(Partner(product: all[place], factor: index, place: place))
        }
      }
      partners.sort { ($0.product, $0.factor) < ($1.product, $1.factor) }
      var start = 0
      while start < partners.count {
        let right = partners[start].product
        let end = partners[start...].firstIndex { $0.product != right } ?? partners.count
        addPair(products, known, left, right, partners[start..<end], shared)
        start = end
      }
    }
  }

  private mutating func addPair(
    _ products: [Product], _ known: [[Known]], _ left: Int, _ right: Int,
    _ common: ArraySlice<Partner>, _ shared: [SharedMoments?]
  ) {
    let groups = common.map { known[left][$0.factor].group }
    var scale = 2 * products[left].constant * products[right].constant
    for factor in known[left] where !groups.contains(factor.group) { scale *= factor.mean }
    for factor in known[right] where !groups.contains(factor.group) { scale *= factor.mean }
    let parts = common.compactMap { partner in
      let one = known[left][partner.factor]
      return shared[one.group].map { moments in
        (
          one.group, one.mean * moments.means[partner.place],
          moments.covariance(one.place, partner.place)
        )
      }
    }
    add(parts, scale: scale)
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
