import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// What the voting on a budget comes to.
@Suite struct VotingTests {
  private struct Fixture {
    var ballots = [66]
    var costs: [(cost: Double, isChosen: Bool?)] = []
    var budget = 5_720.0
    var residents: Int?

    func measure(_ id: String) throws -> Measure {
      var contents = [
        "votings": HandMade.table(
          Voting.self,
          ballots.enumerated().map { index, ballots in
            [
              "id": .text("v\(index)"), "date": .day(iso: "2025-06-15"), "title": .text("Budget"),
              "budget": .number(Estimate(budget)), "ballots": .integer(ballots),
            ]
          }),
        "voting_projects": HandMade.table(
          VotingProject.self,
          costs.enumerated().map { index, project in
            [
              "id": .text("p\(index)"), "voting": .text("v0"),
              "cost": .number(Estimate(project.cost)),
              "is_chosen": project.isChosen.map { .flag($0) } ?? .absent,
            ]
          }),
      ]
      contents["population"] = residents.map {
        HandMade.table(
          PopulationCount.self,
          [["group": .text("everyone"), "people": .integer($0), "year": .integer(2025)]])
      }
      let measures = try ParticipationIndicator().measure(
        ProjectData(
          project: HandMade.project(period: #require(Period(year: 2025))),
          card: ParticipationIndicator.card, contents: contents, ledger: nil,
          parameters: ParameterTable([])))
      return try #require(measures.first { $0.card.id == id })
    }
  }

  /// The numbers of Amsterdam 643 in Pabulib: three projects, a budget of 5,720, scarcity 1.573427.
  @Test func `what is asked for per euro is the scarcity of the reference`() throws {
    let vote = Fixture(costs: [(3_000, nil), (3_000, nil), (3_000, nil)])
    let value = try #require(vote.measure("voting_demand").value)
    #expect(abs(value - 1.573427) < 5e-7)
  }

  @Test func `a vote of which some outcomes are open has no use of its budget`() throws {
    let vote = Fixture(costs: [(3_000, true), (2_000, nil)])
    #expect(try vote.measure("voting_budget_used").value == nil)
    #expect(try vote.measure("voting_winners").value == 1)
    #expect(try vote.measure("voting_winners").notes.count == 1)
  }

  @Test func `turnout needs the population and one vote only`() throws {
    #expect(try Fixture().measure("voting_turnout").value == nil)
    #expect(try Fixture(residents: 660).measure("voting_turnout").value == 0.1)
    let twice = Fixture(ballots: [66, 10], residents: 660)
    #expect(try twice.measure("voting_turnout").value == nil)
    #expect(try twice.measure("voting_ballots").value == 76)
  }

  @Test func `the rule for small groups looks at the smallest vote`() throws {
    #expect(try Fixture(ballots: [66, 3]).measure("voting_ballots").people == 3)
  }

  @Test func `a budget is used for as far as projects are chosen`() throws {
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let costs = (0..<8).map { _ in
        (
          cost: Double(Int.random(in: 1...900, using: &numbers)),
          isChosen: Bool?.some(
            Bool.random(using: &numbers))
        )
      }
      let vote = Fixture(costs: costs, budget: 10_000)
      let chosen = costs.filter { $0.isChosen == true }.map(\.cost).reduce(0, +)
      #expect(try vote.measure("voting_budget_used").value == chosen / 10_000)
    }
  }
}
