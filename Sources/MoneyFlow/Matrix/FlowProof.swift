/// Proves that the rounds of a matrix end, and how far off a solution can be.
///
/// The weights w are about what one unit that each account receives comes to over all rounds. Where
/// |1 + Aᵀw − w| ≤ m < 1, w exceeds Aᵀw by 1 − m at least, so that I − A is a nonsingular M-matrix
/// and its inverse has no entry below 0 (Hawkins and Simon, Note: Some Conditions of Macroeconomic
/// Stability, 1949; Berman and Plemmons, Nonnegative Matrices, 1994, chapter 6). No column of A
/// need sum to less than 1. The column sums of the inverse are then at most w ÷ (1 − m).
struct FlowProof {
  /// About what one unit that each account receives comes to over all rounds.
  let weights: [Double]
  /// How often the accounts of a group were gone through at most.
  let sweeps: Int
  /// The largest weight.
  let largest: Double
  /// By how much a weight misses what it should be at most, with all rounding counted in.
  private let miss: Double

  /// Finds weights.
  ///
  /// - Parameters:
  ///   - backward: the shares by rows of payers, Aᵀ.
  ///   - ones: 1 for each account that is inside, 0 for those that pay and receive nothing.
  ///   - tolerance: the largest step that is let pass, as a part of the largest weight.
  init(
    _ backward: ShareMatrix, ones: [Double], tolerance: Double
  ) throws(GroupSweeps.Failure) {
    let found = try GroupSweeps(backward).solve(ones, tolerance: tolerance)
    var miss = 0.0
    backward.residuals(of: found.amounts, ones) { _, size in
      // A residual that is no number must not pass for a small one.
      if !(size <= miss) { miss = size.isNaN ? .infinity : size }
    }
    guard miss < 1 else { throw .tooSlow }
    self.miss = miss
    (weights, sweeps) = found
    largest = weights.max() ?? 0
  }

  /// How far off the largest weight can be: m times itself ÷ (1 − m).
  var largestError: Double {
    miss * largest / (1 - miss) * (1 + 8 * GroupSweeps.unit)
  }

  /// How far off the sum of all amounts can be: at most Σ w|r| ÷ (1 − m) with the residuals r.
  ///
  /// - Parameters:
  ///   - amounts: what was found, at least 0.
  ///   - injection: what was put in.
  ///   - forward: the shares by rows of payees, A.
  func error(of amounts: [Double], _ injection: [Double], _ forward: ShareMatrix) -> Double {
    var sum = 0.0
    forward.residuals(of: amounts, injection) { row, size in sum += weights[row] * size }
    let summing = 1 + GroupSweeps.unit * Double(injection.count + 8)
    return sum * summing / (1 - miss)
  }
}
