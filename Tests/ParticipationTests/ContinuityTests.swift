import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// Who comes back and who is new.
@Suite struct ContinuityTests {
  private func fixture(returning: Int, new: Int, lost: Int) -> ParticipationFixture {
    let people = (0..<(returning + lost)).map { "a\($0)" }
    let before = people.map { ParticipationFixture.participant($0, at: "g0") }
    let now = (people.prefix(returning) + (0..<new).map { "b\($0)" }).map {
      ParticipationFixture.participant($0)
    }
    return ParticipationFixture(
      gatherings: [
        ParticipationFixture.gathering("g0", "2024-05-01"), ParticipationFixture.gathering("g1"),
      ], participants: before + now)
  }

  @Test func `retention is over the people of before and new voices over those of now`() throws {
    let some = fixture(returning: 6, new: 9, lost: 18)
    #expect(try some.measure("retention").value == 0.25)
    #expect(try some.measure("new_voices").value == 0.6)
    // Of those of now, not of those of before.
    #expect(
      try some.measure("returning_share").result
        == .measured(.share(numerator: 6, denominator: 15, unknown: 0)))
  }

  @Test(arguments: [(0, true), (3, false), (5, true)])
  func `new voices do not tell of a few who came longer ago alone`(
    longAgo: Int, isShown: Bool
  ) throws {
    var some = fixture(returning: 6, new: 9, lost: 18)
    some.gatherings?.append(ParticipationFixture.gathering("old", "2023-05-01"))
    let people = (0..<longAgo).map { "c\($0)" }
    some.participants?.append(
      contentsOf: people.flatMap {
        [
          ParticipationFixture.participant($0, at: "old"),
          ParticipationFixture.participant($0, at: "g1"),
        ]
      })
    let voices = try some.measure("new_voices")
    #expect((voices.value != nil) == isShown)
    if isShown { #expect(voices.value == 9 / Double(15 + longAgo)) }
    #expect(try some.measure("returning_share").value == 6 / Double(15 + longAgo))
  }

  @Test(arguments: [(4, 9, 18), (6, 3, 18), (6, 9, 2)])
  func `a part or a rest of fewer than five is kept back`(
    returning: Int, new: Int, lost: Int
  ) throws {
    let few = fixture(returning: returning, new: new, lost: lost)
    #expect(try few.measure("retention").value == nil)
  }

  @Test func `without a gathering before the period nobody is new`() throws {
    let first = ParticipationFixture(
      gatherings: [ParticipationFixture.gathering("g1")],
      participants: (0..<9).map { ParticipationFixture.participant("a\($0)") })
    #expect(try first.measure("new_voices").absence?.english.contains("before") == true)
    #expect(try first.measure("retention").value == nil)
  }
}

/// What becomes of challenges and recommendations.
@Suite struct FollowThroughTests {
  private func challenge(
    _ id: String, _ state: String, decided: String? = nil, value: Double? = nil
  ) -> [String: CellValue] {
    [
      "id": .text(id), "submitted": .day(iso: "2025-02-01"), "task": .text("Park"),
      "state": .text(state), "decided": decided.map { .day(iso: $0) } ?? .absent,
      "value": value.map { .number($0) } ?? .absent,
    ]
  }

  @Test func `challenges are admitted and awarded out of those decided on`() throws {
    let fixture = ParticipationFixture(challenges: [
      challenge("u1", "running", decided: "2025-03-03", value: 38_000),
      challenge("u2", "rejected", decided: "2025-02-11"), challenge("u3", "submitted"),
      challenge("u4", "inadmissible"), challenge("u5", "awarded", decided: "2026-02-01"),
    ])
    #expect(try fixture.measure("challenges").value == 5)
    #expect(
      try fixture.measure("challenges_admissible").result
        == .measured(.share(numerator: 3, denominator: 4, unknown: 1)))
    #expect(
      try fixture.measure("challenges_awarded").result
        == .measured(.share(numerator: 2, denominator: 4, unknown: 1)))
    #expect(try fixture.measure("challenge_value").value == 38_000)
    #expect(try fixture.measure("challenge_value").notes.count == 1)
    // 30 and 10 days; a decision after the period is not looked at.
    #expect(try fixture.measure("challenge_lead_time").value == 20)
  }

  @Test func `a decision before the challenge was made is left out and said`() throws {
    let fixture = ParticipationFixture(challenges: [
      challenge("u1", "running", decided: "2025-02-21"),
      challenge("u2", "rejected", decided: "2025-01-15"),
    ])
    let time = try fixture.measure("challenge_lead_time")
    #expect(time.result == .measured(.mean(sum: 20, count: 1)))
    #expect(time.notes.count == 1)
    #expect(time.notes.first?.english.hasPrefix("Challenges decided on before") == true)
  }

  @Test func `contract values are a share of the comparable budgets that are known`() throws {
    var known = challenge("u1", "running", decided: "2025-03-03", value: 38_000)
    known["comparable_budget"] = .number(152_000)
    let fixture = ParticipationFixture(challenges: [
      known, challenge("u2", "awarded", value: 5_000), challenge("u3", "submitted"),
    ])
    let share = try fixture.measure("challenge_budget_share")
    #expect(share.result == .measured(.share(numerator: 38_000, denominator: 152_000, unknown: 0)))
    #expect(share.notes.count == 1)
    #expect(
      try fixture.measure("challenge_lead_time").notes.map(\.english)
        == ["Challenges decided on without a day of the decision, not in this figure: 1."])
  }

  @Test func `recommendations without an answer are not adopted, and overdue ones not in time`()
    throws
  {
    func row(
      _ id: String, _ outcome: String?, due: String? = nil, answered: String? = nil
    ) -> [String: CellValue] {
      [
        "id": .text(id), "date": .day(iso: "2025-03-01"), "subject": .text("Zebrapad"),
        "outcome": outcome.map { .text($0) } ?? .absent,
        "due": due.map { .day(iso: $0) } ?? .absent,
        "answered": answered.map { .day(iso: $0) } ?? .absent,
      ]
    }
    let fixture = ParticipationFixture(recommendations: [
      row("a1", "adopted", due: "2025-04-01", answered: "2025-04-01"),
      row("a2", "partly", due: "2025-04-01", answered: "2025-04-02"),
      row("a3", "rejected", due: "2026-04-01"), row("a4", nil, due: "2025-04-01"),
    ])
    #expect(try fixture.measure("recommendations_adopted").value == 0.5)
    let inTime = try #require(fixture.measure("recommendations_in_time").value)
    #expect(abs(inTime - 1.0 / 3) < 1e-12)
  }
}
