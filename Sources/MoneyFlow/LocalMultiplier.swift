/// The local multiplier of three rounds, LM3 (Sacks, The Money Trail, nef, 2002).
///
/// LM3 = (R1 + R2 + R3) ÷ R1, where R1 is the income, R2 what of it is paid to recipients in the
/// neighbourhood, and R3 what these spend again there. In the classic variant money paid elsewhere
/// ends; the variant of Northumberland (2005) also counts what recipients elsewhere spend here.
public struct LocalMultiplier: Sendable, Hashable {
  /// Somebody who was paid.
  public struct Recipient: Sendable, Hashable {
    /// What was paid; negative where credit notes exceed the payments.
    public let amount: Double
    /// What of it is spent again in the neighbourhood.
    public let respending: ReSpending

    /// Makes a recipient.
    public init(amount: Double, respending: ReSpending) {
      self.amount = amount
      self.respending = respending
    }
  }

  /// Which shares are set free, from nothing to the whole, to see how much hangs on them.
  public enum Freedom: Sendable, Hashable, CaseIterable {
    /// Those that are assumed or absent.
    case assumed
    /// Those that were surveyed as well.
    case surveyed
    /// All shares.
    case all
  }

  /// The first round: the income.
  public let income: Double
  /// The second round: what is paid in the neighbourhood.
  public let secondRound: Double
  /// The third round: what of that is spent again there.
  public let thirdRound: Double

  private let recipients: [Recipient]

  /// Adds up the rounds, or gives `nil` where there is no income or a number is not finite.
  ///
  /// - Parameters:
  ///   - income: the first round, above 0.
  ///   - local: those paid in the neighbourhood.
  ///   - elsewhere: those paid elsewhere whose spending here counts; none in the classic variant.
  public init?(income: Double, local: [Recipient], elsewhere: [Recipient] = []) {
    let recipients = local + elsewhere
    let second = local.reduce(0) { $0 + $1.amount }
    let third = recipients.reduce(0) { $0 + $1.amount * $1.respending.share }
    guard income > 0, second.isFinite, third.isFinite, ((income + second + third) / income).isFinite
    else { return nil }
    self.income = income
    secondRound = second
    thirdRound = third
    self.recipients = recipients
  }

  /// The multiplier: what one unit of income comes to in three rounds, the first included.
  public var value: Double { (income + secondRound + thirdRound) / income }

  /// The part of the third round that rests on shares known in one way.
  public func thirdRound(_ provenance: ReSpending.Provenance) -> Double {
    recipients.filter { $0.respending.provenance == provenance }
      .reduce(0) { $0 + $1.amount * $1.respending.share }
  }

  /// What was paid to those whose shares are known in one way.
  public func paid(_ provenance: ReSpending.Provenance) -> Double {
    recipients.filter { $0.respending.provenance == provenance }.reduce(0) { $0 + $1.amount }
  }

  /// The lowest and highest multiplier when shares are set free between 0 and 1.
  ///
  /// A share that is not set free keeps the range that its source gives.
  public func range(freeing freedom: Freedom) -> ClosedRange<Double> {
    var low = 0.0
    var high = 0.0
    for recipient in recipients {
      let isFree = freedom.frees(recipient.respending.provenance)
      let least = recipient.amount * (isFree ? 0 : recipient.respending.low)
      let most = recipient.amount * (isFree ? 1 : recipient.respending.high)
      low += min(least, most)
      high += max(least, most)
    }
    let bounds = [low, high].map { (income + secondRound + $0) / income }
    // Sums in another order may differ in the last bit; the value always lies in its own range.
    return min(bounds[0], value)...max(bounds[1], value)
  }
}

extension LocalMultiplier.Freedom {
  fileprivate func frees(_ provenance: ReSpending.Provenance) -> Bool {
    switch provenance {
    case .absent, .assumed: true
    case .surveyed: self != .assumed
    case .observed: self == .all
    }
  }
}
