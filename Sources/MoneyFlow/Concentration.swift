/// How much of a whole is in few hands.
public struct Concentration: Sendable, Hashable {
  /// The amounts, from small to large.
  public let amounts: [Double]

  /// Makes it of amounts, or `nil` where one is negative or not finite or all are 0.
  public init?(_ amounts: [Double]) {
    guard amounts.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let total = amounts.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    self.amounts = amounts.sorted()
  }

  /// The Herfindahl-Hirschman index: the sum of the squared shares, 1 where one has all.
  public var herfindahlIndex: Double {
    let total = amounts.reduce(0, +)
    return amounts.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  /// The number of equal holders that would be as concentrated: 1 over the index.
  public var effectiveNumber: Double { 1 / herfindahlIndex }

  /// The Gini coefficient: 0 where all have the same.
  public var gini: Double {
    let count = Double(amounts.count)
    let weighted = amounts.enumerated().reduce(0.0) { sum, item in
      sum + (2 * Double(item.offset + 1) - count - 1) * item.element
    }
    return weighted / (count * amounts.reduce(0, +))
  }

  /// The share of the largest holders together.
  public func share(ofLargest count: Int) -> Double {
    amounts.suffix(max(0, count)).reduce(0, +) / amounts.reduce(0, +)
  }
}
