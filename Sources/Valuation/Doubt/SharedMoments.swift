/// Means and covariances of the factors of one doubt that several products share.
///
/// The values at the nodes go as soon as they have given these, so that memory is bounded by the
/// pairs and not by the nodes.
struct SharedMoments: Sendable {
  /// The means of the factors, in the order of their products.
  let means: [Double]
  /// The covariances of each factor with itself and those after it.
  private let covariances: [Double]

  /// The most multiplications that the covariances of all doubts may take: a few seconds.
  ///
  /// Every other shape of a distribution adds nodes, so that the pairs alone say too little.
  static let mostProducts = 3_000_000_000
  /// The most values at nodes that one doubt may need at a time: 160 MB.
  static let mostValues = 20_000_000

  /// The moments of each group that several products share, `nil` for the others.
  ///
  /// - Parameters:
  ///   - members: for each group the places of its products, ascending.
  ///   - products: the products.
  /// - Returns: `nil` where it would take too long.
  static func ofGroups(_ members: [[Int]], _ products: [Product]) -> [SharedMoments?]? {
    let factors = members.enumerated().map { group, places in
      places.count < 2 ? [] : places.compactMap { products[$0].factors.first { $0.group == group } }
    }
    var work = 0
    for factors in factors where !factors.isEmpty {
      let nodes = GroupRule.nodeCount(factors)
      guard factors.count * nodes <= mostValues else { return nil }
      work += factors.count * (factors.count + 1) / 2 * nodes
      guard work <= mostProducts else { return nil }
    }
    let known = factors
    return Parallel.map(members.count) { group in
      known[group].isEmpty ? nil : SharedMoments(known[group])
    }
  }

  private init(_ factors: [Factor]) {
    let rule = GroupRule(factors)
    let values = factors.map { rule.values($0) }
    let means = values.map { rule.mean($0) }
    var covariances: [Double] = []
    covariances.reserveCapacity(factors.count * (factors.count + 1) / 2)
    for left in values.indices {
      for right in left..<values.count {
        covariances.append(rule.covariance(values[left], means[left], values[right], means[right]))
      }
    }
    self.means = means
    self.covariances = covariances
  }

  /// The covariance of two factors, the first of them not after the second.
  func covariance(_ left: Int, _ right: Int) -> Double {
    covariances[left * means.count - left * (left - 1) / 2 + right - left]
  }
}
