import IndicatorKit
import TestSupport
import Testing

@testable import Employment

/// Net jobs, their cost, and who stays.
@Suite struct JobTests {
  typealias Contract = EmploymentFixture.Contract

  private func staff(_ people: Int) -> EmploymentFixture {
    EmploymentFixture(contracts: (0..<people).map { Contract(id: "c\($0)", person: "p\($0)") })
  }

  @Test func `net jobs are what remains of gross ones, and cost more each`() throws {
    var fixture = staff(10)
    fixture.parameters = [
      "employment.deadweight": 0.2, "employment.displacement": 0.5,
      "employment.public_cost": 100_000,
    ]
    #expect(try fixture.measure("fte_net").value == 4)
    let notes = try fixture.measure("fte_net").notes.map(\.english)
    #expect(notes.contains { $0.hasPrefix("Deadweight (20.0%), with the source") })
    #expect(try fixture.measure("cost_per_job_gross").value == 10_000)
    #expect(try fixture.measure("cost_per_job_net").value == 25_000)
  }

  @Test func `without the parts or the cost there is no net figure`() throws {
    let fixture = staff(10)
    #expect(try fixture.measure("fte_net").absence?.english.contains("deadweight") == true)
    #expect(try fixture.measure("cost_per_job_gross").value == nil)
    var wrong = fixture
    wrong.parameters = ["employment.deadweight": 20, "employment.displacement": 0]
    #expect(try wrong.measure("fte_net").value == nil)
    var few = staff(4)
    few.parameters = ["employment.public_cost": 100_000]
    #expect(try few.measure("cost_per_job_gross").value == nil)
  }

  @Test func `who has any contract on the day stays, and six of eleven did`() throws {
    let stayed = (0..<6).flatMap { index in
      [
        Contract(id: "a\(index)", person: "s\(index)", start: "2025-02-15", end: "2025-05-31"),
        Contract(id: "b\(index)", person: "s\(index)", start: "2025-06-01"),
      ]
    }
    let left = (0..<5).map {
      Contract(id: "c\($0)", person: "l\($0)", start: "2025-02-15", end: "2025-08-14")
    }
    let fixture = EmploymentFixture(contracts: stayed + left)
    #expect(
      try fixture.measure("retention_6_months").result
        == .measured(.share(numerator: 6, denominator: 11, unknown: 0)))
    #expect(try fixture.measure("retention_12_months").value == nil)
    let fewLeft = EmploymentFixture(contracts: stayed + Array(left.prefix(4)))
    #expect(try fewLeft.measure("retention_6_months").absence?.english.contains("five") == true)
  }

  @Test func `months on from the last of January end in February`() throws {
    let day = try #require(Day(iso: "2023-08-31"))
    #expect(day.adding(months: 6)?.description == "2024-02-29")
    #expect(day.adding(months: 12)?.description == "2024-08-31")
  }
}
