import ImpactModel
import Testing

@testable import ProjectReaders

@Suite struct DateFormTests {
  @Test(arguments: [
    ("3-4-2025", true), ("03-04-2025", true), ("3-04-2025", true), ("3-4-25", false),
    ("3/4/2025", false), ("3-4.2025", false), ("-4-2025", false), ("003-4-2025", false),
    ("3-4-2025-", false), ("2025-4-3", false), ("31-2-2025", false), ("342025", false),
  ])
  func `a form of a day without zeros takes one digit or two and nothing else`(
    text: String, isDay: Bool
  ) throws {
    let form = try #require(DateForm("d-m-yyyy"))
    #expect(form.day(text) == (isDay ? Day(year: 2025, month: 4, day: 3) : nil))
  }

  @Test(arguments: ["dmyyyy", "d-m-yy", "d-mm-yyyy", "d-m.yyyy", "-d-myyyy"])
  func `a form of a day that cannot be told apart is refused`(pattern: String) {
    #expect(DateForm(pattern) == nil)
  }
}
