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
      Rung.allCases.filter { $0.residentsDecide == true } == [
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

  /// The rungs of the six decisions, one from below: 1, 3, 5, 5, 6 and 2.
  @Test func `the share at or above each rung falls from all to the highest`() throws {
    let shares = try #require(decisions.measure("co_decision_share").breakdowns.first)
    #expect(shares.id == "at_least_dutch")
    let expected = [6, 5, 4, 3, 3, 1].map { Double($0) / 6 }
    #expect(shares.entries.map(\.value) == expected)
    let money = try #require(decisions.measure("resident_budget_share").breakdowns.first)
    // 90,000 was consulted on; 2,500 and 1,000.50 were decided together.
    let part = 3500.5 / 93500.5
    #expect(money.entries.map(\.value) == [1, 1, part, part, part, 0])
  }

  private static func rung(
    _ number: Int, _ name: String, decides: Bool, of ladder: String = "Voorbeeldstad 2023"
  ) -> [String: CellValue] {
    [
      "rung": .integer(number), "name": .text(name), "scheme": .text(ladder),
      "residents_decide": .flag(decides),
    ]
  }

  @Test func `a ladder of one's own is counted by its names, and says itself who decides`() throws {
    let own = Fixture(
      decisions: [
        Fixture.decision("b1", "own_1"), Fixture.decision("b2", "own_3", promised: "own_2"),
        Fixture.decision("b3", "own_3", budget: 500), Fixture.decision("b4", "own_2", budget: 1500),
      ],
      ladder: [
        Self.rung(1, "Meeweten", decides: false), Self.rung(2, "Meedenken", decides: false),
        Self.rung(3, "Meebeslissen", decides: true), Self.rung(4, "Zelf doen", decides: true),
      ])
    let rungs = try #require(own.measure("decisions").breakdowns.first)
    #expect(rungs.id == "own_rung" && rungs.label.dutch == "Trede van: Voorbeeldstad 2023")
    #expect(
      rungs.entries.map(\.label.dutch) == [
        "1 Meeweten", "2 Meedenken", "3 Meebeslissen", "4 Zelf doen",
      ])
    #expect(rungs.entries.map(\.value) == [1, 1, 2, 0])
    #expect(
      try own.measure("co_decision_share").result
        == .measured(.share(numerator: 2, denominator: 4, unknown: 0)))
    #expect(try own.measure("promises_kept").value == 1)
    #expect(try own.measure("resident_budget_share").value == 0.25)
  }

  @Test func `a rung that its table lacks or has twice is in neither part`() throws {
    let rows = [
      Self.rung(1, "Meeweten", decides: false), Self.rung(2, "Meedenken", decides: true),
      Self.rung(2, "Meepraten", decides: false),
    ]
    let decided = [
      Fixture.decision("b1", "own_1"), Fixture.decision("b2", "own_2"),
      Fixture.decision("b3", "own_5"), Fixture.decision("b4", "co_decide"),
    ]
    let own = Fixture(decisions: decided, ladder: rows)
    #expect(
      try own.measure("co_decision_share").result
        == .measured(.share(numerator: 1, denominator: 2, unknown: 2)))
    #expect(
      try own.measure("decisions").notes.map(\.english).contains { $0.hasSuffix("not at all: 2.") })
    let without = Fixture(decisions: [Fixture.decision("b1", "own_1")])
    #expect(
      try without.measure("co_decision_share").absence?.english.contains("own_ladder") == true)
    #expect(try without.measure("decisions").value == 1)
  }
}
