import Foundation
import ImpactModel
import Testing

@testable import Valuation

/// Distributions of every kind, skewed and straight.
let manyDistributions: [Distribution] = [
  .uniform(low: -2, high: 5), .triangular(low: 0.1, mode: 0.2, high: 0.5),
  .triangular(low: 0, mode: 0, high: 3), .triangular(low: 1, mode: 4, high: 4),
  .pert(low: 0.1, mode: 0.2, high: 0.5), .pert(low: 10, mode: 10, high: 60),
  .normal(mean: 0.2, deviation: 0.1, low: 0, high: 1), .normal(mean: 50, deviation: 8),
  .normal(mean: 0.9, deviation: 0.3, low: 0, high: 1), .lognormal(low: 20, high: 60),
  .lognormal(low: 1, high: 100),
  .beta(alpha: 2, beta: 7), .beta(alpha: 90, beta: 810), .beta(alpha: 0.7, beta: 1.9),
].compactMap { $0 }

@Suite struct DistributionTests {
  @Test func `each of the distributions to test exists`() { #expect(manyDistributions.count == 14) }

  /// The mean of a function of the quantile, by the trapezoidal rule after two substitutions.
  private func mean(
    _ distribution: Distribution, _ function: (Double) -> Double
  ) -> Double {
    // The shares run as smoothly to 0 and 1 as the logistic curve; a kink takes a fine step.
    var sum = 0.0
    let step = 1.0 / 128
    for index in stride(from: -4_608, through: 4_608, by: 1) {
      let t = Double(index) * step
      let (lower, upper) = (1 / (1 + exp(-t)), 1 / (1 + exp(t)))
      sum +=
        function(distribution.quantile(lower: lower, upper: upper)) * lower * upper * step
    }
    return sum
  }

  @Test(arguments: manyDistributions)
  func `mean and variance are those of the quantiles`(distribution: Distribution) {
    let mean = mean(distribution) { $0 }
    let variance = self.mean(distribution) { ($0 - mean) * ($0 - mean) }
    let deviation = variance.squareRoot()
    #expect(abs(distribution.mean - mean) <= 1e-5 * deviation)
    #expect(abs(distribution.variance - variance) <= 1e-4 * variance)
  }

  @Test(arguments: manyDistributions)
  func `its own rule gives its mean and variance`(distribution: Distribution) {
    let rule = distribution.rule(degree: 4)
    #expect(abs(rule.weights.reduce(0, +) - 1) < 1e-13)
    #expect(abs(rule.mean - distribution.mean) <= 1e-12 * abs(distribution.mean))
    #expect(abs(rule.variance - distribution.variance) <= 1e-11 * distribution.variance)
  }

  @Test(arguments: manyDistributions)
  func `the quantile rises from one end of the support to the other`(distribution: Distribution) {
    let values = (0...1_000).map { distribution.quantile(Double($0) / 1_000) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(values.allSatisfy { $0.isFinite && $0 >= distribution.supportLow })
    #expect(values.allSatisfy { $0 <= distribution.supportHigh })
  }

  @Test func `a PERT distribution has the mean of its inventors and the mode where it was put`()
    throws
  {
    let pert = try #require(Distribution.pert(low: 2, mode: 3, high: 10))
    #expect(abs(pert.mean - (2 + 4 * 3 + 10) / 6.0) < 1e-15)
    #expect(pert.supportLow == 2 && pert.supportHigh == 10)
  }

  @Test func `triangular variance follows its closed form`() throws {
    let made = try #require(Distribution.triangular(low: 1, mode: 2, high: 6))
    // (a² + b² + c² − ab − ac − bc) / 18
    #expect(abs(made.variance - (1 + 4 + 36 - 2 - 6 - 12) / 18.0) < 1e-15)
    #expect(abs(made.mean - 3) < 1e-15)
    // F(mode) = (mode − low) / (high − low) = 1/5
    #expect(abs(made.quantile(0.2) - 2) < 1e-14)
  }

  /// Quantiles of SciPy 1.17, `betaincinv`.
  @Test(arguments: [
    (2.5, 3.5, 1e-12, 6.103660395957405e-06), (2.5, 3.5, 0.05, 0.12777559948359624),
    (2.5, 3.5, 0.95, 0.7393662913208028), (2.5, 3.5, 0.9999, 0.9593687826394652),
    (1.0, 5.0, 1e-4, 2.000080004800336e-05), (1.0, 5.0, 0.5, 0.12944943670387585),
    (0.5, 0.5, 1e-12, 2.4674011002723395e-24), (0.5, 0.5, 0.05, 0.0061558297024311365),
    (0.5, 0.5, 0.95, 0.9938441702975689), (90.0, 810.0, 1e-12, 0.04401635478031397),
    (90.0, 810.0, 0.5, 0.09970371174303112), (90.0, 810.0, 0.9999, 0.14089728094776435),
    (0.02, 3.0, 0.5, 2.0064250420018077e-16), (0.02, 3.0, 0.9999, 0.7706217162794569),
  ])
  func `beta quantiles agree with an independent library`(
    alpha: Double, beta: Double, share: Double, value: Double
  ) throws {
    let made = try #require(Distribution.beta(alpha: alpha, beta: beta))
    #expect(abs(made.quantile(share) - value) <= 1e-11 * value)
  }

  /// Quantiles of SciPy 1.17, `ndtri`.
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-5, -4.264890793922825),
    (0.05, -1.6448536269514729), (0.3, -0.5244005127080409), (0.5, 0),
    (0.975, 1.959963984540054),
  ])
  func `normal quantiles agree with an independent library`(share: Double, value: Double) {
    let found = NormalFunctions.quantile(lower: share, upper: 1 - share)
    #expect(abs(found - value) <= 1e-14 * max(1, abs(value)))
  }

  @Test func `a truncated normal distribution agrees with an independent library`() throws {
    // SciPy 1.17, truncnorm(−1, 2, loc=0.2, scale=0.1).
    let made = try #require(Distribution.normal(mean: 0.2, deviation: 0.1, low: 0.1, high: 0.4))
    #expect(abs(made.mean - 0.2229637179091329) < 1e-14)
    #expect(abs(made.variance - 0.00519762539211534) < 1e-13)
    #expect(abs(made.quantile(0.05) - 0.11568954410510524) < 1e-14)
    #expect(abs(made.quantile(0.5) - 0.2171163918017825) < 1e-14)
    #expect(abs(made.quantile(0.95) - 0.35245966827759784) < 1e-14)
  }

  @Test func `a normal distribution far in its tail agrees with an independent library`() throws {
    // SciPy 1.17, truncnorm(3, ∞).
    let made = try #require(Distribution.normal(mean: 0, deviation: 1, low: 3))
    #expect(abs(made.mean - 3.28309865493044) < 1e-12)
    #expect(abs(made.variance - 0.07055918678525586) < 1e-11)
    #expect(abs(made.quantile(0.05) - 3.0155890347858) < 1e-12)
    #expect(abs(made.quantile(0.95) - 3.8171724833936995) < 1e-12)
  }

  @Test func `a lognormal range is its 5th and 95th percentile`() throws {
    let made = try #require(Distribution.lognormal(low: 20, high: 80))
    #expect(abs(made.quantile(0.05) - 20) < 1e-12 && abs(made.quantile(0.95) - 80) < 1e-12)
    #expect(abs(made.quantile(0.5) - 40) < 1e-12)  // the geometric mean
  }

  @Test func `a lognormal distribution has the moments of its logarithm`() throws {
    // SciPy 1.17, lognorm(0.5, scale=e): 5th and 95th percentile at e^(1 ∓ 1.645 · 0.5).
    let reach = 0.5 * 1.644_853_626_951_472_7
    let made = try #require(Distribution.lognormal(low: exp(1 - reach), high: exp(1 + reach)))
    #expect(abs(made.mean - 3.080216848918031) < 1e-13)
    #expect(abs(made.variance - 2.694758124344946) < 1e-12)
    #expect(abs(made.quantile(0.999) - 12.744708337272852) < 1e-11)
  }

  @Test func `a range without width is an exact value`() {
    let all = [
      Distribution.uniform(low: 3, high: 3), .triangular(low: 3, mode: 3, high: 3),
      .pert(low: 3, mode: 3, high: 3), .lognormal(low: 3, high: 3), .exact(3),
    ]
    for made in all {
      #expect(made?.isExact == true)
      #expect(made?.mean == 3 && made?.variance == 0 && made?.quantile(0.7) == 3)
    }
  }

  @Test func `what is no distribution does not exist`() {
    let bad: [Distribution?] = [
      .exact(.nan), .exact(.infinity), .uniform(low: 2, high: 1), .uniform(low: .nan, high: 1),
      .uniform(low: -1e308, high: 1e308), .triangular(low: 0, mode: 2, high: 1),
      .pert(low: 0, mode: -1, high: 1), .pert(low: 0, mode: .nan, high: 1),
      .normal(mean: 0, deviation: 0), .normal(mean: 0, deviation: .nan),
      .normal(mean: 0, deviation: 1, low: 1, high: 0), .normal(mean: 0, deviation: 1, low: 40),
      .normal(mean: 0, deviation: 1, low: .nan), .lognormal(low: 0, high: 1),
      .lognormal(low: -1, high: 1), .lognormal(low: 2, high: 1), .beta(alpha: 0, beta: 1),
      .beta(alpha: 1, beta: .infinity), .beta(alpha: .nan, beta: 1),
    ]
    for made in bad { #expect(made == nil) }
  }
}
