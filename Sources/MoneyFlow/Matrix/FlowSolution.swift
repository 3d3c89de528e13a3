/// What solving gave: the sums of all rounds and how far off they can be.
public struct FlowSolution: Sendable, Hashable {
  /// The amount of each account over all rounds, the first included.
  public let amounts: [Double]
  /// The largest possible error, proved: of the sum of all amounts, or of the largest multiplier.
  ///
  /// With columns that sum to at most q < 1 the inverse of I − A is at most 1 ÷ (1 − q) in the
  /// 1-norm, so that the error is at most the residual over 1 − q. The rounding of the residual
  /// itself is counted in, and that of the shares: each is rounded once, and every term is counted
  /// with twice its rounding and four more.
  public let errorBound: Double
  /// How many times the accounts were gone through.
  public let sweeps: Int
}
