import IndicatorKit
import TestSupport
import Testing

@testable import Employment

/// Anchor institutions, premiums for tailored work, and the PSO ladder.
@Suite struct PublicSupportTests {
  private func measure(
    _ id: String, _ tables: [String: TableContent], year: Int = 2026,
    parameters: ParameterTable = .shipped
  ) throws -> Measure {
    let all = try EmploymentIndicator().measure(
      ProjectData(
        project: HandMade.project(period: #require(Period(year: year))),
        card: EmploymentIndicator.card, contents: tables, ledger: nil, parameters: parameters))
    return try #require(all.first { $0.card.id == id })
  }

  private func hiring(_ rows: [(Int, Int?, Int?)]) -> [String: TableContent] {
    [
      "anchor_hiring": HandMade.table(
        AnchorHiring.self,
        rows.map { vacancies, local, target in
          [
            "date": .day(iso: "2026-12-31"), "institution": .text("Ziekenhuis"),
            "vacancies": .integer(vacancies),
            "from_neighbourhood": local.map { .integer($0) } ?? .absent,
            "from_target_groups": target.map { .integer($0) } ?? .absent,
          ]
        })
    ]
  }

  @Test func `local hires are out of the vacancies of those that report them`() throws {
    let tables = hiring([(40, 6, nil), (20, 4, 5), (8, nil, nil)])
    #expect(try measure("anchor_vacancies", tables).value == 68)
    #expect(
      try measure("anchor_local_hires", tables).result
        == .measured(.share(numerator: 10, denominator: 60, unknown: 8)))
    #expect(
      try measure("anchor_target_hires", tables).result
        == .measured(.share(numerator: 5, denominator: 20, unknown: 48)))
    #expect(try measure("anchor_local_hires", tables).people == 60)
  }

  @Test(arguments: [(40, 3), (40, 37), (10, 12)])
  func `one to four people, the rest of them, and more than there were are no figure`(
    vacancies: Int, local: Int
  ) throws {
    #expect(try measure("anchor_local_hires", hiring([(vacancies, local, nil)])).value == nil)
  }

  @Test func `no name of an institution comes out`() throws {
    let tables = hiring([(40, 6, 6)])
    for id in ["anchor_vacancies", "anchor_local_hires", "anchor_target_hires"] {
      #expect(!"\(try measure(id, tables))".contains("Ziekenhuis"))
    }
  }

  /// The average over five years of each start package, from the reference: 27, 45.75 and 42.25 %.
  @Test(arguments: [("wage_need", 0.27), ("higher_need", 0.4575), ("collective_advice", 0.4225)])
  func `a start package comes to its five-year average`(package: String, average: Double) throws {
    var sum = 0.0
    for year in 2024...2028 { sum += try #require(premiums(package, year: year).value) }
    // Twenty quarters of a reference wage of 1,000.
    #expect(abs(sum - 20 * 1000 * average) < 1e-9)
    #expect(try premiums(package, year: 2029).value == 0)
  }

  @Test func `at most two years are eight quarters of a fifth`() throws {
    #expect(try premiums("two_years", year: 2024).value == 800)
    #expect(try premiums("two_years", year: 2025).value == 800)
    #expect(try premiums("two_years", year: 2026).value == 0)
  }

  private func premiums(
    _ package: String, year: Int, start: String = "2024-02-10", more: [String: CellValue] = [:]
  ) throws -> Measure {
    let row: [String: CellValue] = [
      "person": .person(named: "a"), "start": .day(iso: start), "package": .text(package),
      "reference_wage": .number(1000),
    ]
    return try measure(
      "tailored_work_premiums",
      ["tailored_work": HandMade.table(TailoredWork.self, [row.merging(more) { $1 }])], year: year)
  }

  @Test func `quarters count from that of the decision until that of the end`() throws {
    #expect(try premiums("wage_need", year: 2024, start: "2024-08-15").value == 800)
    let ended = try premiums(
      "wage_need", year: 2024, more: ["end": .day(iso: "2024-04-01"), "guidance": .number(730)])
    #expect(abs(try #require(ended.value) - 2 * (400 + 730)) < 1e-9)
    #expect(ended.people == 1)
    #expect(ended.breakdowns.isEmpty, "of one person the two premiums stay together")
  }

  /// Premiums of 2024 for several people, each with a first day and a guidance premium or none.
  private func premiums(_ people: [(start: String, guidance: Double?)]) throws -> Measure {
    let rows = people.enumerated().map { index, person -> [String: CellValue] in
      [
        "person": .person(named: "p\(index)"), "start": .day(iso: person.start),
        "package": .text("two_years"), "reference_wage": .number(1000),
        "guidance": person.guidance.map { .number($0) } ?? .absent,
      ]
    }
    return try measure(
      "tailored_work_premiums", ["tailored_work": HandMade.table(TailoredWork.self, rows)],
      year: 2024)
  }

  @Test func `kinds of premium are split where five people have each`() throws {
    let all = Array(repeating: (start: "2024-01-01", guidance: Optional(430.0)), count: 5)
    let split = try premiums(all).breakdowns.first
    #expect(split?.entries.map(\.value) == [5 * 800, 5 * 4 * 430])
    let one = Array(repeating: (start: "2024-01-01", guidance: Double?.none), count: 5) + [all[0]]
    #expect(try premiums(one).breakdowns.isEmpty, "the guidance premium is one person’s")
    #expect(try premiums(one).people == 6)
  }

  @Test func `a sum of premiums tells about those who have one`() throws {
    // Eight quarters from 2021 on are over.
    let over = Array(repeating: (start: "2021-01-01", guidance: Double?.none), count: 5)
    #expect(try premiums(over + [("2024-01-01", nil)]).people == 1)
    #expect(try premiums(over).people == 5, "nothing at all is nobody’s")
  }

  @Test func `a percentage of the decision goes before that of the package, and must be there`()
    throws
  {
    #expect(
      try premiums("own", year: 2024, more: ["percentage": .number(0.6)]).value == 4 * 600)
    #expect(try premiums("own", year: 2024).absence?.english.contains("percentage") == true)
  }

  @Test func `premiums are public inputs and never feed the value map`() throws {
    #expect(TailoredWorkPremiums.cards.allSatisfy { !$0.feedsValueMap })
    let notes = try premiums("wage_need", year: 2024).notes.map(\.english)
    #expect(notes.contains { $0.contains("public input") })
  }

  /// The norms of the reference, in percent, by number of employees.
  static let norms: [(Int, [Double])] = [
    (2, [21.4, 28.0, 33.0]), (5, [12.6, 17.0, 22.0]), (10, [6.7, 9.0, 15.5]),
    (15, [6.2, 8.0, 13.0]), (20, [5.7, 7.3, 10.8]), (25, [5.2, 6.6, 9.8]), (30, [4.7, 6.1, 8.9]),
    (35, [4.2, 5.6, 8.4]), (40, [3.7, 5.1, 7.9]), (45, [3.4, 4.6, 7.4]), (50, [3.0, 3.7, 6.8]),
    (60, [2.6, 3.4, 5.7]), (70, [2.3, 3.0, 5.1]), (80, [2.0, 2.6, 4.6]), (90, [1.7, 2.3, 4.2]),
    (100, [1.5, 2.1, 3.9]), (105, [1.4, 1.9, 3.7]),
  ]

  private func step(
    _ employees: Int, _ contribution: Double, more: [String: CellValue] = [:], year: Int = 2026
  ) throws -> Measure {
    let row: [String: CellValue] = [
      "date": .day(iso: "\(year)-06-30"), "employees": .integer(employees),
      "direct": .number(contribution),
    ]
    return try measure(
      "pso_step",
      ["pso_assessments": HandMade.table(SocialContribution.self, [row.merging(more) { $1 }])],
      year: year)
  }

  @Test func `each published norm is reached exactly at its value`() throws {
    for (employees, norms) in Self.norms {
      for (index, norm) in norms.enumerated() {
        #expect(
          try step(employees, norm / 100).value == Double(index + 1),
          "\(employees) employees, \(norm) %")
        #expect(try step(employees, (norm - 0.05) / 100).value == Double(index))
      }
    }
    #expect(SocialLadder.sizes == Self.norms.map(\.0))
  }

  @Test func `a size in between has no step until the handbook's norms are given`() throws {
    let absence = try step(12, 0.2).absence?.english
    #expect(absence?.contains("12 employees, only for 10 and 15") == true)
    #expect(try step(102, 0.2).value == nil)
    #expect(try step(400, 0.019).value == 2)
    let own: [String: CellValue] = [
      "norm1": .number(0.065), "norm2": .number(0.086), "norm3": .number(0.145),
    ]
    #expect(try step(12, 0.1, more: own).value == 2)
    let turned = own.merging(["norm3": .number(0.01)]) { $1 }
    #expect(try step(12, 0.1, more: turned).absence?.english.contains("rise") == true)
  }

  @Test func `norms that are not in force are not used`() throws {
    #expect(try step(20, 0.2, year: 2025).absence?.english.contains("handbook") == true)
  }

  @Test func `the direct and the indirect contribution add up`() throws {
    let rows: [[String: CellValue]] = [
      [
        "date": .day(iso: "2026-01-31"), "employees": .integer(20), "direct": .number(0.9),
      ],
      [
        "date": .day(iso: "2026-06-30"), "employees": .integer(20), "direct": .number(0.06),
        "indirect": .number(0.013),
      ],
    ]
    let tables = ["pso_assessments": HandMade.table(SocialContribution.self, rows)]
    let contribution = try #require(measure("pso_contribution", tables).value)
    #expect(abs(contribution - 0.073) < 1e-12)
    #expect(try measure("pso_step", tables).value == 2, "7.3 % for 20 employees")
  }
}
