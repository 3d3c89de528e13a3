import Foundation

extension Distribution {
  /// The mean; infinite where a lognormal distribution is too wide for numbers.
  public var mean: Double {
    switch form {
    case .exact(let value): return value
    case .uniform(let low, let high): return low + (high - low) / 2
    case .triangular(let low, let mode, let high):
      return low + ((mode - low) + (high - low)) / 3
    case .beta(let alpha, let beta, let low, let high):
      return low + (high - low) * (alpha / (alpha + beta))
    case .normal: return rule(degree: 2).mean
    case .lognormal(let location, let scale): return exp(location + scale * scale / 2)
    }
  }

  /// The variance; infinite where a lognormal distribution is too wide for numbers.
  public var variance: Double {
    switch form {
    case .exact: return 0
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      let (width, rise) = (high - low, mode - low)
      return (width * width - width * rise + rise * rise) / 18
    case .beta(let alpha, let beta, let low, let high):
      let (sum, width) = (alpha + beta, high - low)
      return width * width * (alpha / sum) * (beta / sum) / (sum + 1)
    case .normal: return rule(degree: 2).variance
    case .lognormal(_, let scale):
      let square = scale * scale
      return mean * mean * expm1(square)
    }
  }
}
