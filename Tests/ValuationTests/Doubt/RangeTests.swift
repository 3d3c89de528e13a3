import ImpactModel
import Testing

@testable import Valuation

@Suite struct RangeTests {
  private func read(
    _ value: Double, _ low: Double, _ high: Double, _ shape: Estimate.Shape,
    within bounds: ClosedRange<Double>? = nil
  ) throws -> Distribution {
    let estimate = try #require(Estimate(value, low: low, high: high, shape: shape))
    return try Distribution(estimate, within: bounds)
  }

  @Test func `a bare range is a triangle`() throws {
    let estimate = try #require(Estimate(0.2, low: 0.1, high: 0.3))
    #expect(
      try Distribution(estimate, within: 0...1) == .triangular(low: 0.1, mode: 0.2, high: 0.3))
  }

  @Test func `a value without a range is exact`() throws {
    #expect(try Distribution(Estimate(7)) == .exact(7))
  }

  @Test func `uniform and PERT take the range as absolute ends`() throws {
    #expect(try read(2, 1, 5, .uniform) == .uniform(low: 1, high: 5))
    #expect(try read(2, 1, 5, .pert) == .pert(low: 1, mode: 2, high: 5))
  }

  @Test func `a class of a scale is uniform, cut off at the end of the scale`() throws {
    let none = try #require(Estimate(scaleClass: 0))
    #expect(try Distribution(none, within: 0...1) == .uniform(low: 0, high: 0.125))
    let half = try #require(Estimate(scaleClass: 0.5))
    #expect(try Distribution(half, within: 0...1) == .uniform(low: 0.375, high: 0.625))
  }

  @Test func `a normal range is the 90 % interval around the mean`() throws {
    let made = try read(50, 30, 70, .normal)
    #expect(abs(made.mean - 50) < 1e-12)
    #expect(abs(made.quantile(0.05) - 30) < 1e-12 && abs(made.quantile(0.95) - 70) < 1e-12)
  }

  @Test func `a normal share ends at 0 and 100 %`() throws {
    let made = try read(0.1, 0, 0.2, .normal, within: 0...1)
    #expect(made.supportLow == 0 && made.supportHigh == 1)
    #expect(made.quantile(0) >= 0 && made.mean > 0.1)
  }

  @Test func `a lognormal range is the 5th to the 95th percentile`() throws {
    let made = try read(30, 20, 80, .lognormal, within: 0...1e9)
    #expect(made == .lognormal(low: 20, high: 80))
  }

  @Test func `a beta share has the value as mean and the range as 90 % interval of its width`()
    throws
  {
    let made = try read(0.3, 0.2, 0.4, .beta, within: 0...1)
    #expect(abs(made.mean - 0.3) < 1e-14)
    let deviation = 0.2 / (2 * 1.644_853_626_951_472_7)
    #expect(abs(made.variance - deviation * deviation) < 1e-15)
  }

  @Test func `what cannot have its shape is refused with the reason`() {
    func reason(
      _ value: Double, _ low: Double, _ high: Double, _ shape: Estimate.Shape,
      _ bounds: ClosedRange<Double>? = nil
    ) -> String? {
      do {
        _ = try Distribution(value: value, low: low, high: high, shape: shape, within: bounds)
        return nil
      } catch {
        return error.reason.english
      }
    }
    #expect(
      reason(0.2, 0.1, 0.6, .normal)
        == "a normal range must reach as far below the value as above it")
    #expect(reason(1, 0, 2, .lognormal) == "a lognormal range must lie above zero")
    #expect(
      reason(0.5, 0, 1.9, .beta) == "no beta distribution has this mean and a range this wide")
    #expect(
      reason(0, 0, 0.2, .beta) == "no beta distribution has this mean and a range this wide")
    #expect(reason(3, 0, 2, .uniform) == "the value lies outside its own range")
    #expect(
      reason(0.5, 0.2, 1.2, .triangular, 0...1) == "the range reaches beyond what is possible")
    #expect(
      reason(0.5, 0.2, 0.9, .lognormal, 0...1) == "the range reaches beyond what is possible")
    #expect(
      reason(0, -1e308, 1e308, .uniform) == "the range is too large or too odd to compute with")
    #expect(reason(0.2, 0.1, 0.3, .triangular, 0...1) == nil)
  }
}
