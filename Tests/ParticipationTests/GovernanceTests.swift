import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// How far members run their co-operative.
@Suite struct GovernanceTests {
  private func meeting(
    _ day: String = "2025-05-14", members: Int = 200, present: Int? = 50, represented: Int? = nil,
    votes: Int? = nil, oneVote: Bool? = true, surplus: Double? = nil, decided: Bool? = nil
  ) -> [String: CellValue] {
    [
      "date": .day(iso: day), "members": .integer(members),
      "present": present.map { .integer($0) } ?? .absent,
      "represented": represented.map { .integer($0) } ?? .absent,
      "votes": votes.map { .integer($0) } ?? .absent,
      "one_vote_each": oneVote.map { .flag($0) } ?? .absent,
      "surplus": surplus.map { .number($0) } ?? .absent,
      "members_decided": decided.map { .flag($0) } ?? .absent,
    ]
  }

  private func seats(
    _ group: String, _ seats: Int, elected: Int? = nil, start: String = "2024-01-01",
    end: String? = nil
  ) -> [String: CellValue] {
    [
      "start": .day(iso: start), "end": end.map { .day(iso: $0) } ?? .absent,
      "group": .text(group), "seats": .integer(seats),
      "elected": elected.map { .integer($0) } ?? .absent,
    ]
  }

  @Test func `members are those of the last meeting, and turnout is over all meetings`() throws {
    let fixture = ParticipationFixture(meetings: [
      meeting(present: 50, represented: 10), meeting("2025-11-20", members: 240, present: 28),
      meeting("2025-12-20", members: 250, present: nil),
    ])
    #expect(try fixture.measure("members").result == .measured(.count(250)))
    let turnout = try fixture.measure("meeting_turnout")
    #expect(turnout.result == .measured(.share(numerator: 88, denominator: 440, unknown: 0)))
    #expect(turnout.notes.map(\.english).contains { $0.hasPrefix("Of 1 of the 3 general") })
    #expect(turnout.notes.map(\.english).contains { $0.contains("one vote at 2 of the 2") })
  }

  @Test func `votes count where each member has one`() throws {
    let fixture = ParticipationFixture(meetings: [
      meeting(votes: 60), meeting("2025-11-20", votes: 900, oneVote: false),
    ])
    #expect(
      try fixture.measure("meeting_votes").result
        == .measured(.share(numerator: 60, denominator: 200, unknown: 0)))
  }

  @Test(arguments: [(200, 3), (200, 198), (4, 4), (20, 30)])
  func `one meeting with a few people, a few absent or too many has no figure`(
    members: Int, present: Int
  ) throws {
    let fixture = ParticipationFixture(meetings: [
      meeting("2025-02-01", members: 300, present: 100),
      meeting(members: members, present: present),
    ])
    let measure = try fixture.measure("meeting_turnout")
    #expect(measure.value == nil || measure.people == 4)
  }

  @Test func `the meeting with more people than members is named by its day`() throws {
    let fixture = ParticipationFixture(meetings: [
      meeting(), meeting("2025-11-20", members: 20, present: 30),
    ])
    let reason = try fixture.measure("meeting_turnout").absence?.dutch
    #expect(reason?.hasPrefix("de ledenvergadering van 2025-11-20 heeft meer mensen") == true)
  }

  @Test func `a surplus is decided by members or by others`() throws {
    let fixture = ParticipationFixture(meetings: [
      meeting(surplus: 6000, decided: true), meeting("2025-11-20", surplus: 2000, decided: false),
      meeting("2025-12-20", surplus: 500),
    ])
    #expect(
      try fixture.measure("surplus_by_members").result
        == .measured(.share(numerator: 6000, denominator: 8000, unknown: 0)))
    #expect(
      try ParticipationFixture(meetings: [meeting()]).measure("surplus_by_members").value == nil)
  }

  @Test func `seats are those of the last day of the period, by group`() throws {
    let fixture = ParticipationFixture(board: [
      seats("residents", 4, elected: 4), seats("workers", 1, elected: 0), seats("government", 2),
      seats("business", 3, end: "2025-06-30"), seats("business", 3, start: "2026-01-01"),
    ])
    let residents = try fixture.measure("board_residents")
    #expect(residents.result == .measured(.share(numerator: 4, denominator: 7, unknown: 0)))
    #expect(
      residents.breakdowns.first?.entries.map(\.id) == ["residents", "workers", "government"])
    #expect(
      try fixture.measure("board_elected").result
        == .measured(.share(numerator: 4, denominator: 5, unknown: 2)))
    let wrong = ParticipationFixture(board: [seats("residents", 2, elected: 3)])
    let reason = try wrong.measure("board_elected").absence?.english
    #expect(reason?.hasPrefix("“Residents” has more elected seats than seats") == true)
  }

  @Test func `a table that is not there is named`() throws {
    let nothing = try ParticipationFixture().measure("meeting_turnout").absence?.english
    #expect(nothing == "the table “general_meetings” is missing")
    let seats = try ParticipationFixture().measure("board_residents").absence?.english
    #expect(seats == "the table “board_seats” is missing")
  }
}
