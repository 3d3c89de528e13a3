import IndicatorKit
import TestSupport
import Testing

@testable import Participation

@Suite struct DecisionTests {
  typealias Fixture = ParticipationFixture

  /// Six decisions of the period and one of the year after.
  let decisions = Fixture(decisions: [
    Fixture.decision("b1", "inform", promised: "inform"),
    Fixture.decision("b2", "advise", promised: "co_produce"),
    Fixture.decision("b3", "co_decide", promised: "advise", budget: 2500),
    Fixture.decision("b4", "co_decide", budget: 1000.5),
    Fixture.decision("b5", "self_manage", promised: "self_manage"),
    Fixture.decision("b6", "consult", budget: 90000),
    Fixture.decision("b7", "self_manage", budget: 1, day: "2026-01-01"),
  ])

  @Test func `decisions are counted per rung of the ladder, empty rungs too`() throws {
    let measure = try decisions.measure("decisions")
    #expect(measure.value == 6)
    let rungs = try #require(measure.breakdowns.first)
    #expect(
      rungs.entries.map(\.label.dutch) == [
        "Informeren", "Raadplegen", "Adviseren", "Coproduceren", "Meebeslissen", "Zelfbeheer",
      ])
    #expect(rungs.entries.map(\.value) == [1, 1, 1, 0, 2, 1])
    #expect(!rungs.countsPeople)
  }

  @Test func `co-deciding and self-management count as decided by residents`() throws {
    #expect(
      try decisions.measure("co_decision_share").result
        == .measured(.share(numerator: 3, denominator: 6, unknown: 0)))
  }

  @Test func `a promise is kept by the promised rung or a higher one`() throws {
    #expect(
      try decisions.measure("promises_kept").result
        == .measured(.share(numerator: 3, denominator: 4, unknown: 2)))
    let unpromised = Fixture(decisions: [Fixture.decision("b1", "inform")])
    #expect(try unpromised.measure("promises_kept").value == nil)
  }

  @Test func `the money of residents is that of their own decisions`() throws {
    #expect(
      try decisions.measure("resident_budget").result == .measured(.sum(3500.5, rows: 2)))
    #expect(
      try decisions.measure("resident_budget").notes.map(\.english)
        == [
          "Of 1 of the 3 decisions of residents the budget is not known; they are not in this figure."
        ])
    let cheap = Fixture(decisions: [Fixture.decision("b1", "co_decide")])
    #expect(try cheap.measure("resident_budget").value == nil)
  }

  @Test func `rungs have one order`() {
    #expect(Rung.allCases.sorted() == Rung.allCases)
    #expect(Rung.allCases.filter(\.residentsDecide) == [.coDecide, .selfManage])
  }
}
