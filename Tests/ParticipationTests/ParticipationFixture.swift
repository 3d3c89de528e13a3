import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// A project's tables of taking part, in the words of a test; a table that is `nil` is absent.
struct ParticipationFixture {
  var gatherings: [[String: CellValue]]?
  var participants: [[String: CellValue]]?
  var population: [[String: CellValue]]?
  var decisions: [[String: CellValue]]?
  var ladder: [[String: CellValue]]?
  var volunteering: [[String: CellValue]]?
  var challenges: [[String: CellValue]]?
  var recommendations: [[String: CellValue]]?
  var reviews: [[String: CellValue]]?
  var network: [[String: CellValue]]?
  var ties: [[String: CellValue]]?
  var meetings: [[String: CellValue]]?
  var board: [[String: CellValue]]?

  func measures() throws -> [Measure] {
    var contents: [String: TableContent] = [:]
    contents["gatherings"] = gatherings.map { HandMade.table(Gathering.self, $0) }
    contents["participants"] = participants.map { HandMade.table(Participant.self, $0) }
    contents["population"] = population.map { HandMade.table(PopulationCount.self, $0) }
    contents["decisions"] = decisions.map { HandMade.table(Decision.self, $0) }
    contents["own_ladder"] = ladder.map { HandMade.table(OwnRung.self, $0) }
    contents["volunteering"] = volunteering.map { HandMade.table(Volunteering.self, $0) }
    contents["challenges"] = challenges.map { HandMade.table(Challenge.self, $0) }
    contents["recommendations"] = recommendations.map { HandMade.table(Recommendation.self, $0) }
    contents["process_reviews"] = reviews.map { HandMade.table(ProcessReview.self, $0) }
    contents["network_members"] = network.map { HandMade.table(NetworkMember.self, $0) }
    contents["ties"] = ties.map { HandMade.table(Tie.self, $0) }
    contents["general_meetings"] = meetings.map { HandMade.table(GeneralMeeting.self, $0) }
    contents["board_seats"] = board.map { HandMade.table(BoardSeats.self, $0) }
    return try ParticipationIndicator().measure(
      ProjectData(
        project: HandMade.project(
          period: #require(Period(year: 2025)), previous: Period(year: 2024)),
        card: ParticipationIndicator.card, contents: contents, ledger: nil,
        parameters: ParameterTable([])))
  }

  func measure(_ id: String) throws -> Measure {
    try #require(measures().first { $0.card.id == id })
  }

  static func gathering(
    _ id: String, _ day: String = "2025-03-14", hours: Double? = 2, kind: String = "assembly"
  ) -> [String: CellValue] {
    [
      "id": .text(id), "date": .day(iso: day), "kind": .text(kind), "title": .text("Vergadering"),
      "hours": hours.map { .number($0) } ?? .absent,
    ]
  }

  static func participant(
    _ person: String, at gathering: String = "g1", age: String? = nil, gender: String? = nil,
    education: String? = nil, livesHere: Bool? = true
  ) -> [String: CellValue] {
    [
      "gathering": .text(gathering), "person": .person(named: person),
      "age_group": age.map { .text($0) } ?? .absent,
      "gender": gender.map { .text($0) } ?? .absent,
      "education": education.map { .text($0) } ?? .absent,
      "lives_here": livesHere.map { .flag($0) } ?? .absent,
    ]
  }

  static func residents(_ group: String, _ people: Int, year: Int = 2025) -> [String: CellValue] {
    ["group": .text(group), "people": .integer(people), "year": .integer(year)]
  }

  static func decision(
    _ id: String, _ realised: String, promised: String? = nil, budget: Double? = nil,
    day: String = "2025-05-01"
  ) -> [String: CellValue] {
    [
      "id": .text(id), "date": .day(iso: day), "subject": .text("Speelplek"),
      "realised": .text(realised), "promised": promised.map { .text($0) } ?? .absent,
      "budget": budget.map { .number($0) } ?? .absent,
    ]
  }
}
