import IndicatorKit
import TestSupport
import Testing

@testable import Participation

@Suite struct VolunteerTests {
  private func list(_ hours: Double, _ people: Int?, day: String = "2025-06-30") -> [String:
    CellValue]
  {
    [
      "date": .day(iso: day), "activity": .text("Wijkkeuken"), "hours": .number(hours),
      "volunteers": people.map { .integer($0) } ?? .absent,
    ]
  }

  private func measure(_ rows: [[String: CellValue]]?) throws -> Measure {
    try ParticipationFixture(volunteering: rows).measure("volunteer_hours")
  }

  @Test func `hours in the period are added up, and compared with those among the inputs`() throws {
    let measure = try measure([list(210.5, 24), list(96, 9), list(180, 22, day: "2024-12-31")])
    #expect(measure.result == .measured(.sum(306.5, rows: 2)))
    #expect(measure.people == 24, "the same people may stand in both lists")
    #expect(measure.card.countsVolunteerHours && measure.card.feedsValueMap)
  }

  @Test func `without the number of people in each list it is not known`() throws {
    #expect(try measure([list(210, 24), list(96, nil)]).people == nil)
  }

  @Test func `no table and no rows are told apart`() throws {
    let absent = try measure(nil).absence?.english
    #expect(absent == "the table “volunteering” is missing")
    let empty = try measure([]).absence?.english
    #expect(empty == "the table “volunteering” has no rows in the period")
  }
}
