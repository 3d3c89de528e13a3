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
  private let elsewhere: [Recipient]

  /// Adds up the rounds, or gives `nil` where there is no income or a number is not finite.
  ///
  /// - Parameters:
  ///   - income: the first round, above 0.
  ///   - local: those paid in the neighbourhood.
  ///   - elsewhere: those paid elsewhere whose spending here counts; none in the classic variant.
  public init?(income: Double, local: [Recipient], elsewhere: [Recipient] = []) {
    let paid = local + elsewhere
    let second = local.reduce(0) { $0 + $1.amount }
    let third = paid.reduce(0) { $0 + $1.amount * $1.respending.share }
    guard income > 0, second.isFinite, third.isFinite, ((income + second + third) / income).isFinite
    else { return nil }
    self.income = income
    secondRound = second
    thirdRound = third
    recipients = local
    self.elsewhere = elsewhere
  }

  /// The multiplier: what one unit of income comes to in three rounds, the first included.
  public var value: Double { (income + secondRound + thirdRound) / income }

  /// The multiplier of the first rounds, absent where a round is unknown or the number below 1.
  ///
  /// Beyond three it takes what is kept of the second round to be kept in each later one, which no
  /// survey tells (the leaky bucket; Ward and Lewis, Plugging the Leaks, nef, 2002).
  public func value(rounds count: Int) -> Double? {
    guard count >= 1 else { return nil }
    let kept = retention ?? 0
    if count > 3, retention == nil, thirdRound != 0 { return nil }
    var sum = income + (count > 1 ? secondRound : 0)
    var round = thirdRound
    for _ in 0..<max(0, count - 2) {
      sum += round
      round *= kept
    }
    let value = sum / income
    return value.isFinite ? value : nil
  }

  /// The multiplier of all rounds where each keeps what the third keeps of the second.
  ///
  /// Absent where nothing is paid nearby or all of it is kept: (R1 + R2 + R3 ÷ (1 − c)) ÷ R1 with
  /// c = R3 ÷ R2 of those whose re-spending is known.
  public var valueOfAllRounds: Double? {
    guard let kept = retention, kept < 1 else { return nil }
    let value = (income + secondRound + thirdRound / (1 - kept)) / income
    return value.isFinite ? value : nil
  }

  /// The share that recipients nearby keep there, of those whose re-spending is known.
  public var retention: Double? {
    let known = recipients.filter { $0.respending.provenance != .absent }
    let paid = known.reduce(0) { $0 + $1.amount }
    let kept = known.reduce(0) { $0 + $1.amount * $1.respending.share }
    guard paid > 0, kept >= 0, kept <= paid else { return nil }
    return kept / paid
  }

  /// The multiplier when shares known in other ways count as nothing.
  public func value(counting provenances: [ReSpending.Provenance]) -> Double {
    let third = provenances.reduce(0) { $0 + thirdRound($1) }
    return (income + secondRound + third) / income
  }

  /// The same rounds with more money paid nearby, or `nil` where a number is not finite.
  public func adding(_ more: [Recipient]) -> LocalMultiplier? {
    LocalMultiplier(income: income, local: recipients + more, elsewhere: elsewhere)
  }

  private var everybody: [Recipient] { recipients + elsewhere }

  /// The part of the third round that rests on shares known in one way.
  public func thirdRound(_ provenance: ReSpending.Provenance) -> Double {
    everybody.filter { $0.respending.provenance == provenance }
      .reduce(0) { $0 + $1.amount * $1.respending.share }
  }

  /// What was paid to those whose shares are known in one way.
  public func paid(_ provenance: ReSpending.Provenance) -> Double {
    everybody.filter { $0.respending.provenance == provenance }.reduce(0) { $0 + $1.amount }
  }

  /// The lowest and highest multiplier when shares are set free between 0 and 1.
  ///
  /// A share that is not set free keeps the range that its source gives.
  public func range(freeing freedom: Freedom) -> ClosedRange<Double> {
    var low = 0.0
    var high = 0.0
    for recipient in everybody {
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
