import Foundation

extension Distribution {
  /// Gives the value below which the share `u` of the distribution lies.
  ///
  /// - Parameter u: from 0 to 1; beyond is taken as the nearer end. Where the support is not
  ///   bounded, 0 and 1 give the values at 1e-300 from the end.
  public func quantile(_ u: Double) -> Double {
    let share = u.isNaN ? 0.5 : min(max(u, 0), 1)
    return quantile(lower: share, upper: 1 - share)
  }

  /// The quantile of a share given from both sides, so that both tails keep their digits.
  func quantile(lower: Double, upper: Double) -> Double {
    switch form {
    case .exact(let value): return value
    case .uniform(let low, let high):
      return lower <= upper ? low + lower * (high - low) : high - upper * (high - low)
    case .triangular(let low, let mode, let high):
      let width = high - low
      let isLeft = lower * width <= mode - low
      return isLeft
        ? low + (lower * width).squareRoot() * (mode - low).squareRoot()
        : high - (upper * width).squareRoot() * (high - mode).squareRoot()
    case .beta(let alpha, let beta, let low, let high):
      let (share, isFromTop) = BetaFunctions.quantile(lower, upper, alpha, beta)
      return isFromTop ? high - share * (high - low) : low + share * (high - low)
    case .normal(let mean, let deviation, let low, let high):
      let z = NormalFunctions.quantile(
        lower: max(lower, 1e-300), upper: max(upper, 1e-300), from: (low - mean) / deviation,
        to: (high - mean) / deviation)
      return min(max(mean + deviation * z, low), high)
    case .lognormal(let location, let scale):
      let z = NormalFunctions.quantile(lower: max(lower, 1e-300), upper: max(upper, 1e-300))
      return exp(location + scale * z)
    }
  }

  /// The shares at which the quantile has a kink, where quadrature must begin anew.
  var kinks: [Double] {
    guard case .triangular(let low, let mode, let high) = form, low < mode, mode < high else {
      return []
    }
    return [(mode - low) / (high - low)]
  }
}
