import Foundation

/// The beta distribution on 0…1.
enum BetaFunctions {
  /// The logarithm of the density's constant, 1 / B(α, β).
  static func logConstant(_ alpha: Double, _ beta: Double) -> Double {
    lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta)
  }

  /// The shares below and above `x`: the regularised incomplete beta function from both sides.
  ///
  /// The continued fraction of DLMF 8.17.22, by the modified method of Lentz.
  static func shares(
    _ x: Double, _ alpha: Double, _ beta: Double, logConstant: Double
  ) -> (below: Double, above: Double) {
    if x <= 0 { return (0, 1) }
    if x >= 1 { return (1, 0) }
    let front = exp(logConstant + alpha * log(x) + beta * log1p(-x))
    if x < (alpha + 1) / (alpha + beta + 2) {
      let below = min(1, front * fraction(x, alpha, beta) / alpha)
      return (below, 1 - below)
    }
    let above = min(1, front * fraction(1 - x, beta, alpha) / beta)
    return (1 - above, above)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...1_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }

  /// The quantile at a share given from both sides: its distance from the nearer end.
  static func quantile(
    _ lower: Double, _ upper: Double, _ alpha: Double, _ beta: Double
  ) -> (distance: Double, isFromTop: Bool) {
    let constant = logConstant(alpha, beta)
    let middle = shares(0.5, alpha, beta, logConstant: constant)
    if lower < upper ? lower <= middle.below : upper > middle.above {
      return (solve(lower, upper, alpha, beta, constant), false)
    }
    return (solve(upper, lower, beta, alpha, constant), true)
  }

  /// Solves for a quantile of at most one half, by Newton's method within a shrinking bracket.
  ///
  /// The unknown is the logarithm of x, in which the tail towards zero is a straight line.
  private static func solve(
    _ lower: Double, _ upper: Double, _ alpha: Double, _ beta: Double, _ constant: Double
  ) -> Double {
    if lower <= 0 { return 0 }
    var (low, high) = (-745.0, log(0.5))
    var t = (log(lower) + log(alpha) - constant) / alpha
    if !(t > low) { return 0 }
    t = min(t, log(min(0.5, alpha / (alpha + beta))))
    let target = log(lower)
    for _ in 0..<100 {
      let x = exp(t)
      let share = shares(x, alpha, beta, logConstant: constant)
      let isLow = lower < upper ? share.below < lower : share.above > upper
      if isLow { low = t } else { high = t }
      // Below the middle the logarithm of the share is nearly straight in t; above it is flat.
      let density = exp(constant + alpha * t + (beta - 1) * log1p(-x))
      let step: Double
      if lower < upper {
        step = (log(share.below) - target) * share.below / density
      } else {
        step = (upper - share.above) / density
      }
      var next = t - step
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - t) <= 1e-15 * max(1, abs(t)) { return exp(next) }
      t = next
    }
    return exp(t)
  }
}
