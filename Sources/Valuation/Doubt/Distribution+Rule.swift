import Foundation

extension Distribution {
  /// A rule for the mean of a function of the value, exact for polynomials up to a degree.
  ///
  /// Uniform, triangular and beta distributions have Gauss rules of their own. A normal one is
  /// done piece by piece over nine deviations, a lognormal one by the trapezoidal rule over its
  /// logarithm, which converges faster than any power of the step.
  func rule(degree: Int) -> QuadratureRule {
    let count = min(max(degree, 0) / 2 + 2, QuadratureRule.mostNodes)
    switch form {
    case .exact(let value): return QuadratureRule(nodes: [value], weights: [1])
    case .uniform(let low, let high):
      return QuadratureRule.over([low, high], count) { _ in 1 / (high - low) }
    case .triangular(let low, let mode, let high):
      return QuadratureRule.over([low, mode, high], count) { value in
        let height = 2 / (high - low)
        return value <= mode
          ? (mode > low ? height * ((value - low) / (mode - low)) : height)
          : height * ((high - value) / (high - mode))
      }
    case .beta(let alpha, let beta, let low, let high):
      return QuadratureRule.jacobi(count, alpha: alpha, beta: beta).mapped {
        low + $0 * (high - low)
      }
    case .normal(let mean, let deviation, let low, let high):
      let (first, last) = (max((low - mean) / deviation, -9), min((high - mean) / deviation, 9))
      let pieces = max(1, Int(((last - first) / 2).rounded(.up)))
      let ends = (0...pieces).map { first + (last - first) * Double($0) / Double(pieces) }
      let rule = QuadratureRule.over(ends, max(count, 20)) { exp(-$0 * $0 / 2) }
      return rule.normalised.mapped { mean + deviation * $0 }
    case .lognormal(let location, let scale):
      return Distribution.lognormalRule(location, scale, degree)
    }
  }

  private static func lognormalRule(
    _ location: Double, _ scale: Double, _ degree: Int
  ) -> QuadratureRule {
    var rule = QuadratureRule()
    let step = 0.25
    let last = Int(((9 + Double(degree) * scale) / step).rounded(.up))
    for index in -36...min(last, 100_000) {
      let z = Double(index) * step
      rule.append(exp(location + scale * z), weight: exp(-z * z / 2))
    }
    return rule.normalised
  }
}

extension QuadratureRule {
  /// Gauss and Legendre's rule on each piece between the ends, weighted by a density.
  static func over(
    _ ends: [Double], _ count: Int, density: (Double) -> Double
  ) -> QuadratureRule {
    let legendre = legendre(count)
    var rule = QuadratureRule()
    for (low, high) in zip(ends, ends.dropFirst()) where low < high {
      for (node, weight) in zip(legendre.nodes, legendre.weights) {
        let value = low + (high - low) * ((node + 1) / 2)
        rule.append(value, weight: weight * ((high - low) / 2) * density(value))
      }
    }
    return rule
  }

  /// The same with weights that add to 1.
  var normalised: QuadratureRule {
    let sum = weights.reduce(0, +)
    return QuadratureRule(nodes: nodes, weights: weights.map { $0 / sum })
  }
}
