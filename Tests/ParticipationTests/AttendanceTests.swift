import IndicatorKit
import TestSupport
import Testing

@testable import Participation

@Suite struct AttendanceTests {
  typealias Fixture = ParticipationFixture

  /// Two gatherings of 2 and 1.5 hours in the period, one before it.
  let groenhof = Fixture(
    gatherings: [
      Fixture.gathering("g1"), Fixture.gathering("g2", hours: 1.5, kind: "workshop"),
      Fixture.gathering("old", "2024-12-31"),
    ],
    participants: [
      Fixture.participant("a", age: "age_15_24", gender: "woman"),
      Fixture.participant("a", at: "g2", age: "age_15_24"),
      Fixture.participant("b", age: "age_65_plus", gender: "man"),
      Fixture.participant("b", age: "age_65_plus"),
      Fixture.participant("c", at: "g2", age: "age_15_24"),
      Fixture.participant("c", at: "g1", age: "age_25_44"),
      Fixture.participant("d", at: "old"),
    ])

  @Test func `every declared measure comes back exactly once`() throws {
    let declared = ParticipationIndicator.card.measures.map(\.id)
    #expect(Set(declared).count == declared.count)
    #expect(try groenhof.measures().map(\.card.id) == declared)
    #expect(try Fixture().measures().map(\.card.id) == declared)
  }

  @Test func `who came more often counts once`() throws {
    let measure = try groenhof.measure("unique_participants")
    #expect(measure.result == .measured(.count(3)))
    #expect(measure.card.countsPeople && measure.card.feedsValueMap)
  }

  @Test func `who is said to be of two ages is of no known age`() throws {
    let ages = try #require(groenhof.measure("unique_participants").breakdowns.first)
    #expect(ages.entries.map(\.id) == ["age_15_24", "age_65_plus", "unknown"])
    #expect(ages.entries.map(\.people) == [1, 1, 1])
  }

  @Test func `breakdowns of people add up to the people and say how many stand behind each`() throws
  {
    let measure = try groenhof.measure("unique_participants")
    #expect(measure.breakdowns.map(\.id) == ["age_group", "gender"])
    for breakdown in measure.breakdowns {
      #expect(breakdown.entries.allSatisfy { $0.people.map(Double.init) == $0.value })
      #expect(breakdown.entries.reduce(0) { $0 + $1.value } == measure.value)
    }
  }

  @Test func `gatherings are counted by kind`() throws {
    let measure = try groenhof.measure("gatherings")
    #expect(measure.value == 2)
    #expect(measure.breakdowns.first?.entries.map(\.id) == ["assembly", "workshop"])
    #expect(measure.breakdowns.first?.countsPeople == false)
  }

  @Test func `hours are each gathering's length times the people who came`() throws {
    // Gathering g1: a, b (twice on the list) and c; g2: a and c.
    #expect(try groenhof.measure("participant_hours").value == 3 * 2 + 2 * 1.5)
  }

  @Test func `people and their hours both give the people behind them`() throws {
    for id in ["unique_participants", "participant_hours"] {
      let measure = try groenhof.measure(id)
      #expect(measure.people == 3)
      #expect(measure.card.countsPeople)
    }
  }

  @Test func `a gathering of unknown length leaves the hours unknown`() throws {
    var unknown = groenhof
    unknown.gatherings?.append(Fixture.gathering("g3", hours: nil))
    #expect(try unknown.measure("participant_hours").value == 9)
    unknown.participants?.append(Fixture.participant("a", at: "g3"))
    let absence = try unknown.measure("participant_hours").absence
    #expect(absence?.english.hasPrefix("the length of 1 of the gatherings") == true)
  }

  @Test func `an absent table is named and an empty one gives no number`() throws {
    var lacking = groenhof
    lacking.participants = nil
    #expect(
      try lacking.measure("unique_participants").absence?.english
        == "the table “participants” is missing")
    #expect(try lacking.measure("gatherings").value == 2)
    #expect(
      try lacking.measure("decisions").absence?.dutch == "de tabel ‘decisions’ ontbreekt")
    let empty = Fixture(gatherings: [], participants: [], population: [], decisions: [])
    #expect(try empty.measures().allSatisfy { $0.value == nil && $0.absence != nil })
  }

  @Test func `two runs are equal and the order of rows does not matter`() throws {
    let expected = try groenhof.measures()
    #expect(try groenhof.measures() == expected)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var shuffled = groenhof
      shuffled.gatherings?.shuffle(using: &generator)
      shuffled.participants?.shuffle(using: &generator)
      let measures = try shuffled.measures()
      #expect(measures.map(\.result) == expected.map(\.result))
      #expect(measures.map(\.breakdowns) == expected.map(\.breakdowns))
    }
  }

  @Test func `the tables are declared without doubt and with help`() {
    #expect(
      DeclarationFaults.list(Gathering.self) + DeclarationFaults.list(Participant.self)
        + DeclarationFaults.list(PopulationCount.self) + DeclarationFaults.list(Decision.self)
        + DeclarationFaults.list(OwnRung.self) + DeclarationFaults.list(Voting.self)
        + DeclarationFaults.list(VotingProject.self) + DeclarationFaults.list(ProcessReview.self)
        == []
    )
  }
}
