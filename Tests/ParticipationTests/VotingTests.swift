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
    var votes: [Int] = []
    var proposals: Int?
    var paper: [Int?] = []

    func measure(_ id: String) throws -> Measure {
      var contents = [
        "votings": HandMade.table(
          Voting.self,
          ballots.enumerated().map { index, ballots in
            [
              "id": .text("v\(index)"), "date": .day(iso: "2025-06-15"), "title": .text("Budget"),
              "budget": .number(Estimate(budget)), "ballots": .integer(ballots),
              "proposals": proposals.map { .integer($0) } ?? .absent,
              "paper": (paper.indices.contains(index) ? paper[index] : nil)
                .map { .integer($0) } ?? .absent,
            ]
          }),
        "voting_projects": HandMade.table(
          VotingProject.self,
          costs.enumerated().map { index, project in
            [
              "id": .text("p\(index)"), "voting": .text("v0"),
              "cost": .number(Estimate(project.cost)),
              "is_chosen": project.isChosen.map { .flag($0) } ?? .absent,
              "votes": votes.indices.contains(index) ? .integer(votes[index]) : .absent,
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

  /// Costs, votes and outcomes of the vote of Assen in 2024, as Pabulib has them; the expected
  /// numbers were added up apart from this program.
  @Test func `the youth budget of Assen has the numbers that its file comes to`() throws {
    let projects: [(cost: Double, votes: Int, isChosen: Bool?)] = [
      (7200, 43, true), (21000, 42, true), (40000, 25, false), (10000, 24, true),
      (15000, 24, true), (40000, 23, false), (1000, 21, true), (50000, 19, false), (5000, 14, true),
      (5000, 13, true), (11000, 10, true), (12000, 10, false), (1500, 9, true), (30000, 8, false),
    ]
    var assen = Fixture(ballots: [84], costs: projects.map { ($0.cost, $0.isChosen) })
    assen.budget = 100_000
    assen.votes = projects.map(\.votes)
    #expect(abs(try #require(assen.measure("voting_demand").value) - 2.487) < 1e-12)
    #expect(abs(try #require(assen.measure("voting_budget_used").value) - 0.767) < 1e-12)
    #expect(
      try assen.measure("voting_win_rate").result
        == .measured(.share(numerator: 9, denominator: 14, unknown: 0)))
    #expect(abs(try #require(assen.measure("voting_ballot_cost").value) - 63108.3333333) < 1e-6)
    // Ballots by the number of their projects that won.
    var tally = BallotTally()
    for (wins, ballots) in [
      (0, 5), (1, 18), (2, 27), (3, 18), (4, 11), (5, 2), (6, 2), (8, 1),
    ] {
      for _ in 0..<ballots {
        let own = Set((0..<wins).map(String.init))
        tally.add(own, winners: own)
      }
    }
    #expect(tally.votersWithWinner == 79)
    #expect(abs(try #require(tally.inequality) - 0.3208333333) < 1e-9)
  }

  @Test func `proposals are told per thousand residents and against those put to the vote`() throws
  {
    let vote = Fixture(costs: [(5, nil), (5, nil), (5, nil)], residents: 2_500, proposals: 12)
    #expect(abs(try #require(vote.measure("voting_proposals").value) - 4.8) < 1e-12)
    #expect(
      try vote.measure("voting_admissible").result
        == .measured(.share(numerator: 3, denominator: 12, unknown: 0)))
    let few = Fixture(costs: [(5, nil), (5, nil), (5, nil)], proposals: 2)
    #expect(try few.measure("voting_admissible").value == nil)
    #expect(try Fixture(costs: [(5, nil)]).measure("voting_admissible").value == nil)
  }

  @Test func `ballots are split by paper and internet where that is known of each vote`() throws {
    let split = try Fixture(ballots: [66, 30], paper: [6, 30]).measure("voting_ballots")
    #expect(split.breakdowns.first?.entries.map(\.value) == [36, 60])
    #expect(split.breakdowns.first?.entries.map(\.people) == [36, 60])
    #expect(try Fixture(ballots: [66, 30], paper: [6]).measure("voting_ballots").breakdowns == [])
    #expect(try Fixture(ballots: [66], paper: [67]).measure("voting_ballots").breakdowns == [])
  }

  @Test func `projects that cost more than the budget are remarked on`() throws {
    let within = try Fixture(costs: [(5_720, true)]).measure("voting_budget_used")
    #expect(within.value == 1 && within.notes == [])
    let over = try Fixture(costs: [(5_720, true), (1, true)]).measure("voting_budget_used")
    #expect(over.notes.first?.english.hasPrefix("The projects chosen cost more") == true)
  }

  @Test func `a vote of which one project has no votes has no cost of a ballot`() throws {
    let some = Fixture(ballots: [10], costs: [(30, nil), (20, nil)], votes: [5])
    #expect(try some.measure("voting_ballot_cost").value == nil)
    let all = Fixture(ballots: [10], costs: [(30, nil), (20, nil)], votes: [5, 10])
    #expect(
      try all.measure("voting_ballot_cost").result == .measured(.mean(sum: 350, count: 10)))
  }
}
