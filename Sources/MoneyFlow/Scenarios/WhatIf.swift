import ImpactModel

/// What would change if a share of what is bought elsewhere were bought in the neighbourhood.
public struct WhatIf: Sendable, Hashable {
  /// What is bought nearby instead.
  public enum Target: Sendable, Hashable {
    /// All that is bought elsewhere.
    case everything
    /// One category.
    case category(String)
    /// What one supplier elsewhere sells.
    case supplier(Int)

    fileprivate func holds(_ purchase: Purchase) -> Bool {
      switch self {
      case .everything: true
      case .category(let category): purchase.category == category
      case .supplier(let supplier): purchase.supplier == supplier
      }
    }
  }

  /// One change of a scenario.
  public struct Change: Sendable, Hashable {
    /// What is bought nearby instead.
    public let target: Target
    /// The share of what now goes elsewhere that moves, a fraction, with the range that it has.
    public let share: Estimate
    /// What the new suppliers spend again in the neighbourhood.
    public let respending: ReSpending

    /// Makes a change.
    public init(_ target: Target, share: Estimate, respending: ReSpending) {
      self.target = target
      self.share = share
      self.respending = respending
    }
  }

  /// Why a scenario cannot be reckoned.
  public enum Refusal: Error, Sendable, Hashable {
    /// Nothing of what a change names is bought elsewhere; by its place in the scenario.
    case nothingElsewhere(change: Int)
    /// The changes move more than all of a category.
    case movesMoreThanAll(category: String)
    /// A share is not a fraction, or an amount is negative or too large.
    case unusableNumber
  }

  /// The rounds as they are.
  public let before: LocalMultiplier
  /// The rounds as they would be.
  public let after: LocalMultiplier
  /// What is bought nearby instead, in order of the changes.
  public let moved: [Double]
  /// The multiplier as it would be, when the shares that move and what of it is spent again are as
  /// low and as high as their ranges say.
  public let range: ClosedRange<Double>

  /// The money that stays in the second round: what is bought nearby instead.
  public var movedAmount: Double { moved.reduce(0, +) }
  /// The money that stays in rounds two and three together.
  public var keptAmount: Double {
    movedAmount + after.thirdRound - before.thirdRound
  }

  /// Reckons a scenario.
  ///
  /// In the classic variant of LM3 what is bought elsewhere adds nothing, so that all that moves is
  /// new. Prices and quality are taken to stay as they are.
  ///
  /// - Parameters:
  ///   - changes: what is bought nearby instead; together at most all of a purchase.
  ///   - purchases: what is bought elsewhere.
  ///   - before: the rounds as they are.
  public init(
    _ changes: [Change], of purchases: [Purchase], from before: LocalMultiplier
  ) throws(Refusal) {
    try Self.check(changes, purchases)
    var moved: [Double] = []
    var recipients: [LocalMultiplier.Recipient] = []
    var bounds = (low: 0.0, high: 0.0)
    for (index, change) in changes.enumerated() {
      let amount = purchases.filter { change.target.holds($0) }.reduce(0) { $0 + $1.amount }
      guard amount > 0 else { throw .nothingElsewhere(change: index) }
      moved.append(amount * change.share.value)
      recipients.append(
        .init(amount: amount * change.share.value, respending: change.respending))
      bounds.low += amount * (change.share.low ?? change.share.value) * (1 + change.respending.low)
      bounds.high +=
        amount * (change.share.high ?? change.share.value) * (1 + change.respending.high)
    }
    guard let after = before.adding(recipients) else { throw .unusableNumber }
    self.before = before
    self.after = after
    self.moved = moved
    let low = before.value + bounds.low / before.income
    let high = before.value + bounds.high / before.income
    guard low.isFinite, high.isFinite else { throw .unusableNumber }
    range = min(low, after.value)...max(high, after.value)
  }

  private static func check(
    _ changes: [Change], _ purchases: [Purchase]
  ) throws(Refusal) {
    guard
      changes.allSatisfy({ change in
        (change.share.low ?? change.share.value) >= 0
          && (change.share.high ?? change.share.value) <= 1
          && (0...1).contains(change.share.value)
      }), purchases.allSatisfy({ $0.amount >= 0 && $0.amount.isFinite })
    else { throw .unusableNumber }
    for purchase in purchases where purchase.amount > 0 {
      let share = changes.filter { $0.target.holds(purchase) }.reduce(0) { $0 + $1.share.value }
      // Shares as 0.7 + 0.2 + 0.1 add up to a last bit above 1.
      if share > 1 + 1e-12 { throw .movesMoreThanAll(category: purchase.category) }
    }
  }
}
