import ImpactModel
import Testing

/// The refusals are those of the definitions: symmetry, a positive domain, and the method of
/// moments of a beta distribution, which needs a variance below mean · (1 − mean).
@Suite struct EstimateRefusalTests {
  private func refusal(
    _ value: Double, _ low: Double, _ high: Double, _ shape: Estimate.Shape
  ) throws -> Text? {
    try #require(Estimate(value, low: low, high: high, shape: shape)).refusal
  }

  @Test func `what has no range is never refused`() {
    #expect(Estimate(0).refusal == nil)
    #expect(Estimate(scaleClass: 0)?.refusal == nil)
  }

  @Test func `bounded shapes take any value inside their range`() throws {
    for shape in [Estimate.Shape.triangular, .uniform, .pert] {
      #expect(try refusal(-3, -3, 40, shape) == nil)
      #expect(try refusal(7, 7, 7, shape) == nil)
    }
  }

  @Test func `a normal range is symmetric to one hundredth of its width`() throws {
    #expect(try refusal(20, 10, 30, .normal) == nil)
    #expect(try refusal(20, 10, 30.1, .normal) == nil)
    #expect(try refusal(20, 10, 30.5, .normal) != nil)
    #expect(try refusal(-5, -6, -4, .normal) == nil)
    #expect(try refusal(20, 20, 20, .normal) != nil)
  }

  @Test func `a lognormal range lies above zero`() throws {
    #expect(try refusal(20, 0.001, 30, .lognormal) == nil)
    #expect(try refusal(20, 0, 30, .lognormal) != nil)
    #expect(try refusal(-2, -3, -1, .lognormal) != nil)
  }

  @Test func `a beta range has a mean inside and a variance below that of a coin`() throws {
    #expect(try refusal(0.2, 0.1, 0.3, .beta) == nil)
    #expect(try refusal(0, 0, 0.3, .beta) != nil)
    #expect(try refusal(1, 0.5, 1, .beta) != nil)
    #expect(try refusal(1.2, 0.5, 1.5, .beta) != nil)
    // sd = 1 / 3.29 = 0.304; a mean of 0.5 allows up to 0.5, one of 0.05 up to 0.218.
    #expect(try refusal(0.5, 0, 1, .beta) == nil)
    #expect(try refusal(0.05, 0, 1, .beta) != nil)
  }
}
