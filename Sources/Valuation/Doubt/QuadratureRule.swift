import Foundation

/// Nodes and weights of which the weighted sum of a function is its mean over a distribution.
struct QuadratureRule: Sendable {
  var nodes: [Double] = []
  /// Their sum is 1.
  var weights: [Double] = []

  mutating func append(_ node: Double, weight: Double) {
    nodes.append(node)
    weights.append(weight)
  }

  /// The mean of a function of the value.
  func mean(of function: (Double) -> Double) -> Double {
    zip(nodes, weights).reduce(0) { $0 + function($1.0) * $1.1 }
  }

  var mean: Double { mean { $0 } }

  var variance: Double {
    let centre = mean
    return mean { ($0 - centre) * ($0 - centre) }
  }

  /// The most nodes of a rule; a polynomial of any degree in a share is exact to 1e-12 with them.
  static let mostNodes = 128

  /// Gauss and Legendre's rule on −1…1 by Newton's method; its weights add to 2.
  static func legendre(_ count: Int) -> QuadratureRule {
    var rule = QuadratureRule()
    for index in 0..<count {
      var x = cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        let (value, derivative) = legendreValue(count, x)
        slope = derivative
        let step = value / derivative
        x -= step
        if abs(step) < 1e-15 { break }
      }
      rule.append(x, weight: 2 / ((1 - x * x) * slope * slope))
    }
    return rule
  }

  private static func legendreValue(_ degree: Int, _ x: Double) -> (Double, Double) {
    var (previous, value) = (1.0, x)
    for step in stride(from: 2, through: degree, by: 1) {
      let k = Double(step)
      (previous, value) = (value, ((2 * k - 1) * x * value - (k - 1) * previous) / k)
    }
    return (value, Double(degree) * (x * value - previous) / (x * x - 1))
  }

  /// Gauss and Jacobi's rule for a beta distribution on 0…1 (Golub and Welsch 1969).
  static func jacobi(_ count: Int, alpha: Double, beta: Double) -> QuadratureRule {
    let (a, b) = (beta - 1, alpha - 1)
    let sum = a + b
    var diagonal: [Double] = []
    var below: [Double] = []
    for index in 0..<count {
      let n = Double(index)
      let twice = 2 * n + sum
      diagonal.append(
        index == 0 ? (b - a) / (sum + 2) : (b * b - a * a) / (twice * (twice + 2)))
      let next = n + 1
      let twiceNext = 2 * next + sum
      let square =
        index == 0
        ? 4 * (1 + a) * (1 + b) / (twiceNext * twiceNext * (twiceNext + 1))
        : 4 * next * (next + a) * (next + b) * (next + sum)
          / (twiceNext * twiceNext * (twiceNext + 1) * (twiceNext - 1))
      below.append(square.squareRoot())
    }
    return symmetric(diagonal, below).mapped { (1 + $0) / 2 }
  }

  func mapped(_ change: (Double) -> Double) -> QuadratureRule {
    QuadratureRule(nodes: nodes.map(change), weights: weights)
  }

  /// The eigenvalues of a symmetric tridiagonal matrix and the squared first components of its
  /// eigenvectors, by the implicit QL method (Martin and Wilkinson 1968).
  private static func symmetric(_ diagonal: [Double], _ below: [Double]) -> QuadratureRule {
    var d = diagonal
    var e = below
    let count = d.count
    var first = [Double](repeating: 0, count: count)
    if count > 0 {
      first[0] = 1
      e[count - 1] = 0
    }
    for start in 0..<count {
      for _ in 0..<60 {
        var end = start
        while end < count - 1, abs(e[end]) > 1e-16 * (abs(d[end]) + abs(d[end + 1])) { end += 1 }
        if end == start { break }
        sweep(&d, &e, &first, from: start, to: end)
      }
    }
    return QuadratureRule(nodes: d, weights: first.map { $0 * $0 })
  }

  private static func sweep(
    _ d: inout [Double], _ e: inout [Double], _ first: inout [Double], from start: Int, to end: Int
  ) {
    var g = (d[start + 1] - d[start]) / (2 * e[start])
    var r = (g * g + 1).squareRoot()
    g = d[end] - d[start] + e[start] / (g + (g < 0 ? -r : r))
    var (s, c, p) = (1.0, 1.0, 0.0)
    for index in stride(from: end - 1, through: start, by: -1) {
      let (f, b) = (s * e[index], c * e[index])
      r = (f * f + g * g).squareRoot()
      e[index + 1] = r
      if r == 0 {
        d[index + 1] -= p
        e[end] = 0
        return
      }
      s = f / r
      c = g / r
      g = d[index + 1] - p
      r = (d[index] - g) * s + 2 * c * b
      p = s * r
      d[index + 1] = g + p
      g = c * r - b
      let carried = first[index + 1]
      first[index + 1] = s * first[index] + c * carried
      first[index] = c * first[index] - s * carried
    }
    d[start] -= p
    e[start] = g
    e[end] = 0
  }
}
