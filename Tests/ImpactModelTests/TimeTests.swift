import ImpactModel
import TestSupport
import Testing

@Suite struct DayTests {
  @Test func `the calendar is Gregorian`() {
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2025, month: 2, day: 29) == nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 2025, month: 4, day: 31) == nil)
    #expect(Day(year: 2025, month: 13, day: 1) == nil)
  }

  @Test(arguments: [
    "2025-1-1", "01-01-2025", "2025-02-30", "+025-01-01", "2025-01-01 ", "٢٠٢٥-01-01",
  ])
  func `only ISO days are read as such`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `a day reads back from its own text, and its ordinal counts days`() throws {
    // 1 January 2000 is day 730120 (Dershowitz and Reingold, Calendrical Calculations).
    #expect(try #require(Day(iso: "2000-01-01")).ordinal == 730_120)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let year = Int.random(in: 1...9999, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let length = Day.days(inMonth: month, of: year)
      let day = try #require(Day(year: year, month: month, day: length))
      #expect(Day(iso: day.description) == day)
      let next =
        month == 12
        ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
      if let next { #expect(next.ordinal == day.ordinal + 1 && day < next) }
    }
  }

  @Test func `a day is shown as its readers write it`() throws {
    let day = try #require(Day(iso: "2025-03-09"))
    #expect(day.text(in: .dutch) == "09-03-2025")
    #expect(day.text(in: .english) == "09/03/2025")
  }
}

@Suite struct PeriodTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test func `a period is made of whole calendar months`() throws {
    #expect(Period(first: try day("2025-01-01"), last: try day("2025-02-28"))?.months == 2)
    #expect(Period(first: try day("2025-01-02"), last: try day("2025-02-28")) == nil)
    #expect(Period(first: try day("2024-01-01"), last: try day("2024-02-28")) == nil)
    #expect(Period(first: try day("2025-03-01"), last: try day("2025-02-28")) == nil)
  }

  @Test func `days that overlap are counted at both ends, and an open end reaches beyond`() throws {
    let year = try #require(Period(year: 2025))
    #expect(year.days == 365 && year.months == 12 && year.years == 1)
    #expect(year.overlappingDays(from: try day("2025-12-31"), to: nil) == 1)
    #expect(year.overlappingDays(from: try day("2020-01-01"), to: try day("2025-01-01")) == 1)
    #expect(year.overlappingDays(from: try day("2026-01-01"), to: nil) == 0)
    #expect(year.overlappingDays(from: try day("2025-02-01"), to: try day("2025-01-01")) == 0)
  }

  @Test func `a period has a name for readers and one for folders`() throws {
    #expect(Period(year: 2025)?.description == "2025")
    let half = Period(first: try day("2025-01-01"), last: try day("2025-06-30"))
    #expect(half?.description == "2025-01–2025-06")
    #expect(half?.folderName == "2025-01_2025-06")
  }
}
