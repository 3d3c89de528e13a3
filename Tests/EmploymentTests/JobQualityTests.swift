import IndicatorKit
import TestSupport
import Testing

@testable import Employment

/// Contracts, hours, homes, wages and apprentices.
@Suite struct JobQualityTests {
  typealias Contract = EmploymentFixture.Contract

  private func breakdown(_ id: String, of contracts: [Contract]) throws -> [String: Double] {
    let measure = try EmploymentFixture(contracts: contracts).measure("headcount")
    let found = measure.breakdowns.first { $0.id == id }
    return Dictionary(
      (found?.entries ?? []).map { ($0.id, $0.value) }, uniquingKeysWith: { one, _ in one })
  }

  @Test
  func `a person is of the kind of the last contract, and of several the one with most hours`()
    throws
  {
    let contracts = [
      Contract(id: "c1", person: "a", end: "2025-06-30", kind: "agency"),
      Contract(id: "c2", person: "a", start: "2025-07-01", kind: "permanent"),
      Contract(id: "c3", person: "b", hours: 8, kind: "on_call"),
      Contract(id: "c4", person: "b", hours: 20, kind: "temporary"),
      Contract(id: "c5", person: "c"),
    ]
    #expect(
      try breakdown("contract", of: contracts) == ["permanent": 1, "temporary": 1, "unknown": 1])
  }

  @Test func `hours of one contract after another are averaged, and side by side added`() throws {
    let contracts = [
      Contract(id: "c1", person: "a", end: "2025-06-30", hours: 16),
      Contract(id: "c2", person: "a", start: "2025-07-01", hours: 16),
      Contract(id: "c3", person: "b", hours: 16), Contract(id: "c4", person: "b", hours: 16),
      Contract(id: "c5", person: "c", hours: 11.9),
      Contract(id: "c6", person: "d", start: "2025-12-01", hours: 24),
    ]
    #expect(
      try breakdown("hours_band", of: contracts)
        == ["from_12": 1, "from_32": 1, "under_12": 1, "from_24": 1])
  }

  @Test func `homes are split by four digits`() throws {
    let contracts = [
      Contract(id: "c1", person: "a", postcode: "9999AB"),
      Contract(id: "c2", person: "b", postcode: "9999"),
      Contract(id: "c3", person: "c", postcode: "1234"), Contract(id: "c4", person: "d"),
    ]
    #expect(try breakdown("home", of: contracts) == ["9999": 2, "1234": 1, "unknown": 1])
  }

  @Test func `every split counts each person once, whatever the contracts`() throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<50 {
      let contracts = (0..<15).map { index in
        Contract(
          id: "c\(index)", person: "p\(Int.random(in: 0..<9, using: &generator))",
          start: "2025-0\(Int.random(in: 1...9, using: &generator))-01",
          hours: Double(Int.random(in: 1...40, using: &generator)),
          postcode: Bool.random(using: &generator) ? "9999" : nil,
          kind: Bool.random(using: &generator) ? "permanent" : nil)
      }
      let measure = try EmploymentFixture(contracts: contracts).measure("headcount")
      for breakdown in measure.breakdowns {
        #expect(breakdown.entries.reduce(0) { $0 + $1.value } == measure.value)
        #expect(breakdown.entries.allSatisfy { $0.people.map(Double.init) == $0.value })
      }
    }
  }

  private func wages(_ wages: [Double?]) -> EmploymentFixture {
    var fixture = EmploymentFixture(
      contracts: wages.enumerated().map { Contract(id: "c\($0)", person: "p\($0)", wage: $1) })
    fixture.parameters = ["employment.minimum_wage": 14, "employment.living_wage": 16]
    return fixture
  }

  @Test func `wages are placed against the minimum and the living wage that the project states`()
    throws
  {
    let five = Array(repeating: 1.0, count: 5)
    let all = five.map { _ in 13.99 } + five.map { _ in 14 } + five.map { _ in 16.0 } + [nil]
    let measure = try wages(all).measure("paid_living_wage")
    #expect(measure.result == .measured(.share(numerator: 5, denominator: 15, unknown: 1)))
    #expect(measure.breakdowns.first?.entries.map(\.value) == [5, 5, 5])
    #expect(measure.people == 15)
    #expect(!measure.card.feedsValueMap)
  }

  @Test func `the lowest wage of a person counts, and one unknown wage leaves it unknown`() throws {
    var fixture = wages([16, 16, 16, 16, 16])
    fixture.contracts.append(Contract(id: "x1", person: "q", wage: 20))
    fixture.contracts.append(Contract(id: "x2", person: "q"))
    #expect(
      try fixture.measure("paid_living_wage").result
        == .measured(.share(numerator: 5, denominator: 5, unknown: 1)))
  }

  @Test func `a part of one to four people and a living wage that nobody stated give no figure`()
    throws
  {
    #expect(
      try wages([15, 16, 16, 16, 16, 16]).measure("paid_living_wage").absence?.english
        .contains("fewer than five") == true)
    var silent = wages([16, 16, 16, 16, 16])
    silent.parameters = [:]
    #expect(
      try silent.measure("paid_living_wage").absence?.english.contains("employment.living_wage")
        == true)
    silent.parameters = ["employment.minimum_wage": 17, "employment.living_wage": 16]
    #expect(try silent.measure("paid_living_wage").value == nil)
    #expect(try wages([nil, nil]).measure("paid_living_wage").value == nil)
  }

  @Test func `no wage and no tariff table of ours is one of the shipped parameters`() {
    let wages = WageLevel.parameters.map(\.id)
    #expect(ParameterTable.shipped.all.allSatisfy { !wages.contains($0.id) })
  }

  @Test func `apprentices are a share of those of whom it is known`() throws {
    let contracts = (0..<12).map { index in
      Contract(
        id: "c\(index)", person: "p\(index)",
        isApprentice: index < 5 ? true : index < 11 ? false : nil)
    }
    let measure = try EmploymentFixture(contracts: contracts).measure("apprentices")
    #expect(measure.result == .measured(.share(numerator: 5, denominator: 11, unknown: 1)))
    #expect(measure.people == 5)
    let none = EmploymentFixture(contracts: [Contract(id: "c1", person: "a")])
    #expect(try none.measure("apprentices").value == nil)
    let nobody = EmploymentFixture(
      contracts: (0..<3).map { Contract(id: "c\($0)", person: "p\($0)", isApprentice: false) })
    #expect(try nobody.measure("apprentices").people == 3, "none of three says that they are three")
  }

  @Test func `an unknown target group is in neither part and is stated`() throws {
    let fixture = EmploymentFixture(contracts: [
      Contract(id: "c1", person: "a", group: "disability"),
      Contract(id: "c2", person: "b", group: nil), Contract(id: "c3", person: "c"),
    ])
    let measure = try fixture.measure("fte_target_groups")
    #expect(measure.value == 1)
    #expect(measure.notes.map(\.english).contains { $0.hasPrefix("Of 1 of the 3 contracts") })
    let unknown = EmploymentFixture(contracts: [Contract(id: "c1", person: "a", group: nil)])
    #expect(try unknown.measure("fte_target_groups").value == nil)
  }

  @Test func `what follows from all less a part is held back like a small group`() throws {
    let six = (0..<6).map { Contract(id: "c\($0)", person: "p\($0)", group: "disability") }
    let others = [Contract(id: "x", person: "q")]
    let measure = try EmploymentFixture(contracts: six + others).measure("fte_target_groups")
    #expect(measure.people == 1, "the work of the seventh is all less this")
    #expect(try EmploymentFixture(contracts: six).measure("fte_target_groups").people == 6)
    let both = six + [Contract(id: "y", person: "p0")]
    #expect(
      try EmploymentFixture(contracts: both).measure("fte_target_groups").people == 1,
      "the second contract of one of them is all less this")
  }

  @Test func `work on call without hours is nobody's work, and the figure says so`() throws {
    let onCall = (0..<4).map { Contract(id: "c\($0)", person: "p\($0)", hours: 0, group: "none") }
    let one = EmploymentFixture(contracts: onCall + [Contract(id: "x", person: "q", hours: 18)])
    let fte = try one.measure("fte")
    #expect(fte.value == 0.5)
    #expect(fte.people == 1, "the hours are those of one of five")
    #expect(fte.notes.map(\.english).contains { $0.contains("without fixed hours") })
    #expect(try one.measure("headcount").people == 5)
    #expect(try one.measure("cost_per_fte").value == nil)
    let fixed = EmploymentFixture(contracts: [Contract(id: "x", person: "q", hours: 18)])
    #expect(try !fixed.measure("fte").notes.contains { $0.english.contains("fixed hours") })
  }

  @Test func `wages are shown with the amounts that they are held against`() throws {
    let notes = try wages([16, 16, 16, 16, 16]).measure("paid_living_wage").notes.map(\.dutch)
    #expect(
      notes.contains("Leefbaar loon (16,00 per uur), met de bron die het project noemt: cao."))
    #expect(notes.contains("Minimumloon (14,00 per uur), met de bron die het project noemt: cao."))
  }

  @Test func `a part of a whole tells about the smaller side, and nobody or all about no one else`()
  {
    for whole in 0...20 {
      for part in 0...whole {
        let told = SmallGroups.told(by: part, beside: whole - part)
        #expect(told == (part == 0 || part == whole ? part : min(part, whole - part)))
      }
    }
  }

  @Test func `contracts without identifiers are counted, as in a payroll export`() throws {
    let rows: [[String: CellValue]] = (0..<3).map { index in
      [
        "person": .person(named: "p\(index)"), "start": .day(iso: "2024-01-01"),
        "hours_per_week": .number(36),
      ]
    }
    var fixture = EmploymentFixture(contracts: [])
    let data = try fixture.data(in: #require(Period(year: 2025)))
    #expect(try data.rows(StaffMember.self).isEmpty)
    fixture.contracts = []
    let content = HandMade.table(StaffMember.self, rows)
    #expect(try Rows<StaffMember>(content, in: nil).map(\.hoursPerWeek) == [36, 36, 36])
    #expect(try Rows<StaffMember>(content, in: nil).allSatisfy { $0.id == nil })
  }
}
