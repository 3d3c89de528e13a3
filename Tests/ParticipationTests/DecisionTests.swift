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

  @Test func `each ladder has its rungs in order from 1, without gaps`() {
    for ladder in Ladder.allCases {
      let heights = Rung.allCases.filter { $0.ladder == ladder }.map(\.height)
      #expect(heights == Array(1...heights.count))
    }
    #expect(Rung.allCases.filter { $0.ladder == .arnstein }.count == 8)
    #expect(Rung.allCases.filter { $0.ladder == .iap2 }.count == 5)
    #expect(Rung.allCases.filter { $0.ladder == .dutch }.count == 6)
    #expect(
      Rung.allCases.filter(\.residentsDecide) == [
        .coDecide, .selfManage, .iap2Empower, .delegatedPower, .citizenControl,
      ])
  }

  @Test func `every rung has a name of its own in both languages`() {
    for language in Language.allCases {
      let names = Rung.allCases.flatMap { [$0.label[language].lowercased()] + $0.aliases }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `rungs of two ladders are counted apart and not compared`() throws {
    let mixed = Fixture(decisions: [
      Fixture.decision("b1", "arnstein_partnership", promised: "arnstein_placation"),
      Fixture.decision("b2", "iap2_empower", promised: "co_decide"),
      Fixture.decision("b3", "co_produce", promised: "co_decide"),
    ])
    let measure = try mixed.measure("decisions")
    #expect(measure.breakdowns.map(\.id) == ["rung", "iap2_rung", "arnstein_rung"])
    #expect(measure.breakdowns.map { $0.entries.reduce(0) { $0 + $1.value } } == [1, 1, 1])
    let kept = try mixed.measure("promises_kept")
    #expect(kept.result == .measured(.share(numerator: 1, denominator: 2, unknown: 1)))
    #expect(kept.notes.contains { $0.english.hasSuffix("not compared: 1.") })
    #expect(try mixed.measure("co_decision_share").value == 1.0 / 3)
  }

  @Test func `the rung reached is set against the promise`() throws {
    let entries = try #require(decisions.measure("promises_kept").breakdowns.first).entries
    #expect(entries.map(\.id) == ["lower", "as_promised", "higher"])
    #expect(entries.map(\.value) == [1, 2, 1])
  }

  @Test func `the share of money is of the decisions with a budget`() throws {
    let measure = try decisions.measure("resident_budget_share")
    #expect(
      measure.result == .measured(.share(numerator: 3500.5, denominator: 93500.5, unknown: 0)))
    #expect(measure.notes.map(\.english).contains { $0.hasPrefix("Of 3 of the 6 decisions") })
  }
}
