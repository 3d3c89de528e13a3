/// Money that goes round in a place which keeps the same share in each round.
///
/// The leaky bucket (Ward and Lewis, Plugging the Leaks, nef, 2002).
public struct LeakyBucket: Sendable, Hashable {
  /// The share that stays in each round, from 0 up to but not 1.
  public let retention: Double

  /// Makes a bucket, or `nil` where the share is not from 0 up to but not 1.
  public init?(retention: Double) {
    guard retention >= 0, retention < 1 else { return nil }
    self.retention = retention
  }

  /// What is spent in each of the first rounds, the first being the amount itself.
  public func rounds(of amount: Double, count: Int) -> [Double] {
    var rounds: [Double] = []
    var left = amount
    for _ in 0..<max(0, count) {
      rounds.append(left)
      left *= retention
    }
    return rounds
  }

  /// The multiplier of three rounds, 1 + c + c².
  public var threeRounds: Double { 1 + retention + retention * retention }

  /// The multiplier of all rounds, 1 ÷ (1 − c).
  public var allRounds: Double { 1 / (1 - retention) }

  /// The part of all rounds that the first three hold, 1 − c³.
  public var capturedByThreeRounds: Double { 1 - retention * retention * retention }
}
