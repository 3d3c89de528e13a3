import ImpactModel
import MoneyFlow
import Testing

struct ReSpendingRuleTests {
  private func own(_ recipient: Int, _ share: Double, asked: Bool = true) -> ReSpendingAnswer {
    ReSpendingAnswer(scope: .recipient(recipient), share: Estimate(share), isSurveyed: asked)
  }

  // nef's own template: five members of staff, mean 45.42 %, published as 45.4 %.
  private let staff = [0.421, 0.505, 0.631, 0.378, 0.336]

  @Test func `the mean of five surveys stands for those who were not asked`() {
    let answers = staff.enumerated().map { own($0.offset, $0.element) }
    let categories = Dictionary(uniqueKeysWithValues: (0..<6).map { ($0, "staff") })
    let rule = ReSpendingRule(answers, categories: categories)
    #expect(abs(rule.respending(of: 5).share - 0.4542) < 1e-12)
    #expect(rule.respending(of: 5).provenance == .surveyed)
    #expect(rule.respending(of: 0).share == 0.421)
  }

  @Test func `four surveys stand for nobody else`() {
    let answers = staff.prefix(4).enumerated().map { own($0.offset, $0.element) }
    let categories = Dictionary(uniqueKeysWithValues: (0..<6).map { ($0, "staff") })
    let rule = ReSpendingRule(Array(answers), categories: categories)
    #expect(rule.respending(of: 5) == .absent)
    #expect(rule.respending(of: 3).share == 0.378)
  }

  @Test func `peers of another category or the other side of the boundary share no mean`() {
    let answers = staff.enumerated().map { own($0.offset, $0.element) }
    // Recipient 4 is not on this side, recipient 3 is of another category.
    let categories = [0: "food", 1: "food", 2: "food", 3: "tools", 5: "food"]
    let rule = ReSpendingRule(answers, categories: categories)
    #expect(rule.respending(of: 5) == .absent)
  }

  @Test func `an answer wins over an assumption and a mean of peers over both kinds of assumption`()
  {
    let assumption = ReSpendingAnswer(
      scope: .category("food"), share: Estimate(0.1), isSurveyed: false)
    let mean = ReSpendingAnswer(
      scope: .category("food"), share: Estimate(0.3), isSurveyed: true, answers: 5)
    let categories = [0: "food", 1: "food", 2: "tools"]
    let few = ReSpendingRule(
      [assumption, own(0, 0.5), own(1, 0.2, asked: false)], categories: categories)
    #expect(few.respending(of: 0).share == 0.5)
    #expect(few.respending(of: 1).share == 0.2)
    #expect(few.respending(of: 1).provenance == .assumed)
    let many = ReSpendingRule(
      [assumption, mean, own(1, 0.2, asked: false)], categories: categories)
    #expect(many.respending(of: 1).share == 0.3)
    #expect(many.respending(of: 1).provenance == .surveyed)
    #expect(many.respending(of: 2) == .absent)
  }

  @Test func `a mean of six answers weighs six times one answer`() throws {
    let wide = try #require(Estimate(0.4, low: 0.2, high: 0.6))
    let rule = ReSpendingRule(
      [
        ReSpendingAnswer(scope: .everyone, share: wide, isSurveyed: true, answers: 6),
        ReSpendingAnswer(scope: .everyone, share: Estimate(0.05), isSurveyed: true),
      ], categories: [0: "staff"])
    let found = rule.respending(of: 0)
    #expect(abs(found.share - 0.35) < 1e-12)  // (6 × .4 + .05) ÷ 7
    #expect(abs(found.low - 0.17857142857142858) < 1e-12)  // (6 × .2 + .05) ÷ 7
    #expect(abs(found.high - 0.5214285714285715) < 1e-12)  // (6 × .6 + .05) ÷ 7
  }

  @Test func `a share beyond the whole is no share`() {
    #expect(ReSpending(1.2, .surveyed) == nil)
    #expect(ReSpending(-0.1, .surveyed) == nil)
    #expect(ReSpending(.nan, .surveyed) == nil)
    #expect(ReSpending(0.5, in: 0.6...0.8, .surveyed) == nil)
  }
}
