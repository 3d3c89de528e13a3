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
  ///
  /// Where a column sums to 1 or more the bound rests on weights w, about the multipliers, with
  /// |1 + Aᵀw − w| ≤ m < 1, rounding counted in: they prove that the inverse has no entry below 0 and
  /// that its columns sum to at most w ÷ (1 − m) (Berman and Plemmons, Nonnegative Matrices, 1994,
  /// chapter 6; Miller and Blair, Input-Output Analysis, 2009, section 2.2.2). The error of the sum
  /// is then at most Σ w|r| ÷ (1 − m) for residuals r, that of the largest multiplier m ÷ (1 − m)
  /// times itself.
  public let errorBound: Double
  /// How many times the accounts were gone through; where they were gone through group by group,
  /// for the amounts and for the weights, the most of any group.
  public let sweeps: Int
}
