import IndicatorKit
import TestSupport
import Testing

@testable import Employment

/// The tariffs and terms of regions, number by number from what they publish.
@Suite struct RegionalTariffTests {
  /// A contract of 1,200,000 euros of which 5 % is due: 60,000.
  private struct Case {
    var region: String
    var year = 2026
    var start = "2020-01-01"
    var end: String?
    var psoStep: Int?
    var placements: [[String: CellValue]] = []
    var efforts: [[String: CellValue]] = []

    func measures() throws -> [String: Measure] {
      let contract: [String: CellValue] = [
        "id": .text("k1"), "start": .day(iso: start), "client": .text("Gemeente"),
        "end": end.map { .day(iso: $0) } ?? .absent, "region": .text(region),
        "value": .number(1_200_000), "share": .number(0.05),
        "pso_step": psoStep.map { .integer($0) } ?? .absent,
      ]
      let from = try #require(Day(iso: "2020-01-01"))
      let norm = ParameterValue(
        id: "employment.full_time_hours", value: 36, from: from, until: nil, source: "cao",
        origin: .parameter(id: "employment.full_time_hours", value: 36, source: "cao"))
      let all = try EmploymentIndicator().measure(
        ProjectData(
          project: HandMade.project(period: #require(Period(year: year))),
          card: EmploymentIndicator.card,
          contents: [
            "social_return_contracts": HandMade.table(SocialReturnContract.self, [contract]),
            "placements": HandMade.table(Placement.self, placements),
            "social_efforts": HandMade.table(SocialEffort.self, efforts),
          ], ledger: nil, parameters: ParameterTable([norm] + ParameterTable.shipped.all)))
      return Dictionary(all.map { ($0.card.id, $0) }, uniquingKeysWith: { one, _ in one })
    }

    func done() throws -> Double? { try measures()["social_return_fulfilled"]?.value }
  }

  /// A full-time year of somebody from a group.
  private func year(
    _ group: String, _ year: Int = 2026, hours: Double = 36, more: [String: CellValue] = [:]
  ) -> [String: CellValue] {
    let placement: [String: CellValue] = [
      "contract": .text("k1"), "person": .person(named: "a"), "start": .day(iso: "\(year)-01-01"),
      "end": .day(iso: "\(year)-12-31"), "hours_per_week": .number(hours), "group": .text(group),
    ]
    return placement.merging(more) { $1 }
  }

  @Test(arguments: [
    ("participation_act", 45_000.0), ("jobs_agreement", 50_000), ("disability", 50_000),
    ("unemployment", 20_000), ("without_benefit", 15_000), ("student_level_1_2", 25_000),
    ("student_higher", 5_000),
  ])
  func `a full-time year in Oost-Nederland counts for its tariff`(
    group: String, amount: Double
  ) throws {
    #expect(try Case(region: "east_netherlands", placements: [year(group)]).done() == amount)
  }

  @Test func `bonuses in Oost-Nederland are 10,000 once and 5,000 for each year of who is over 50`()
    throws
  {
    let permanent = year("without_benefit", more: ["is_permanent": .flag(true)])
    #expect(try Case(region: "east_netherlands", placements: [permanent]).done() == 25_000)
    let older = year(
      "without_benefit", more: ["is_over50": .flag(true), "start": .day(iso: "2024-01-01")])
    #expect(
      try Case(region: "east_netherlands", placements: [older]).done() == 3 * (15_000 + 5_000))
  }

  @Test(arguments: [
    ("east_netherlands", 2026, 125.0), ("rijnmond", 2024, 150), ("utrecht", 2026, 100),
    ("utrecht_older", 2026, 100),
  ])
  func `an hour of social activity counts for its tariff`(
    region: String, year: Int, amount: Double
  ) throws {
    let hours: [[String: CellValue]] = [
      ["contract": .text("k1"), "date": .day(iso: "\(year)-05-01"), "hours": .number(8)]
    ]
    #expect(try Case(region: region, year: year, efforts: hours).done() == 8 * amount)
  }

  @Test(arguments: [
    ("participation_act", 50_000.0), ("jobs_agreement", 50_000), ("disability", 50_000),
    ("unemployment", 25_000), ("without_benefit", 15_000),
  ])
  func `a full-time year in Rijnmond is 40 hours a week`(group: String, amount: Double) throws {
    let full = year(group, 2024, hours: 40)
    #expect(try Case(region: "rijnmond", year: 2024, placements: [full]).done() == amount)
  }

  /// The same placement is worth 30,000 to 50,000 euros by the region: tariffs, and no values.
  @Test func `one placement counts differently in each region`() throws {
    let group = "participation_act_under_2_years"
    let amounts = try [
      Case(region: "utrecht_older", placements: [year(group)]).done(),
      Case(region: "utrecht", placements: [year(group)]).done(),
      Case(region: "east_netherlands", placements: [year(group)]).done(),
      Case(region: "rijnmond", year: 2024, placements: [year(group, 2024, hours: 40)]).done(),
    ]
    #expect(amounts == [30_000, 40_000, 45_000, 50_000])
  }

  @Test(arguments: [(1, 45_000.0), (2, 30_000), (3, 15_000)])
  func `Holland Rijnland exempts from 25, 50 or 75 percent by PSO step`(
    step: Int, due: Double
  ) throws {
    let measures = try Case(region: "holland_rijnland", psoStep: step).measures()
    #expect(measures["social_return_obligation"]?.value == due)
  }

  @Test func `its tariffs are not shipped and are asked for`() throws {
    let absence = try Case(region: "holland_rijnland", placements: [year("unemployment")])
      .measures()["social_return_fulfilled"]?.absence
    #expect(
      absence?.english.contains("social_return.holland_rijnland.unemployment_benefit") == true)
  }

  @Test func `Rijnmond charges 125 percent of what is not done when a contract ends`() throws {
    let half = year("participation_act", 2024, hours: 20)
    let running = Case(region: "rijnmond", year: 2024, placements: [half])
    #expect(try running.measures()["social_return_open"]?.value == 60_000 - 25_000)
    #expect(
      try running.measures()["social_return_fine"]?.absence?.english.contains("ended") == true)
    var ended = running
    ended.end = "2024-12-31"
    #expect(try ended.measures()["social_return_fine"]?.value == 35_000 * 1.25)
    #expect(try ended.measures()["social_return_fine"]?.people == 1)
    var done = ended
    done.placements = [year("participation_act", 2024, hours: 60)]
    #expect(try done.measures()["social_return_open"]?.value == 0, "more is not less than nothing")
    #expect(try done.measures()["social_return_fine"]?.value == 0)
  }

  @Test func `a fine that no terms state is asked for, and only where something is left`() throws {
    var ended = Case(
      region: "utrecht", end: "2026-06-30", placements: [year("participation_act_over_2_years")])
    let absence = try ended.measures()["social_return_fine"]?.absence?.english
    #expect(absence?.contains("social_return.utrecht.fine_per_euro") == true)
    ended.placements.append(year("jobs_agreement"))
    #expect(try ended.measures()["social_return_fine"]?.value == 0, "40,000 and 50,000 are done")
  }

  @Test func `nothing from memory and nothing under a licence is shipped`() {
    // The values of a measurement framework that circulate, and minimum wages.
    let forbidden = [28_213, 14_700, 12_442, 168.12, 0.76, 14.06, 14.40, 14.71]
    let own = ParameterTable.shipped.all.filter {
      $0.id.hasPrefix("employment.") || $0.id.hasPrefix("social_return.")
        || $0.id.hasPrefix("tailored_work.")
    }
    #expect(!own.isEmpty)
    #expect(own.allSatisfy { !forbidden.contains($0.value) && !$0.id.hasPrefix("employment.") })
    // The lump sum of the guidance premium is worded in two ways, so it is no parameter.
    #expect(!own.contains { [1_200, 600, 430, 730, 1_280].contains($0.value) })
  }
}
