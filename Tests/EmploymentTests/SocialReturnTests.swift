import IndicatorKit
import TestSupport
import Testing

@testable import Employment

/// What efforts count for under a clause of social return.
@Suite struct SocialReturnTests {
  /// A placement of a full calendar year of 2026 at 36 hours, over 50 and permanent.
  private static let placement: [String: CellValue] = [
    "contract": .text("k1"), "person": .person(named: "a"), "start": .day(iso: "2026-01-01"),
    "end": .day(iso: "2026-12-31"), "hours_per_week": .number(36),
    "group": .text("participation_act_over_2_years"), "is_permanent": .flag(true),
    "is_over50": .flag(true),
  ]

  private func measures(
    region: String = "utrecht", placements: [[String: CellValue]] = [placement],
    efforts: [[String: CellValue]] = [], psoStep: Int? = nil, year: Int = 2026, norm: Double? = nil
  ) throws -> [String: Measure] {
    let contract: [String: CellValue] = [
      "id": .text("k1"), "start": .day(iso: "2020-01-01"), "client": .text("Gemeente"),
      "region": .text(region), "value": .number(1_200_000), "share": .number(0.05),
      "pso_step": psoStep.map { .integer($0) } ?? .absent,
    ]
    let from = try #require(Day(iso: "2020-01-01"))
    let own = norm.map { value in
      ParameterValue(
        id: "employment.full_time_hours", value: value, from: from, until: nil, source: "cao",
        origin: .parameter(id: "employment.full_time_hours", value: value, source: "cao"))
    }
    let all = try EmploymentIndicator().measure(
      ProjectData(
        project: HandMade.project(period: #require(Period(year: year))),
        card: EmploymentIndicator.card,
        contents: [
          "social_return_contracts": HandMade.table(SocialReturnContract.self, [contract]),
          "placements": HandMade.table(Placement.self, placements),
          "social_efforts": HandMade.table(SocialEffort.self, efforts),
        ], ledger: nil,
        parameters: ParameterTable([own].compactMap(\.self) + ParameterTable.shipped.all)))
    return Dictionary(all.map { ($0.card.id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// The numbers of the reference: Participation Act over two years, 52 years old, permanent.
  @Test(arguments: [("utrecht_older", 55_000.0), ("utrecht", 60_000)])
  func `a placement counts for what the reference says`(region: String, amount: Double) throws {
    let measures = try measures(region: region)
    #expect(measures["social_return_fulfilled"]?.value == amount)
    #expect(measures["social_return_obligation"]?.value == 60_000)
    #expect(measures["social_return_share"]?.value == amount / 60_000)
    #expect(measures["social_return_fulfilled"]?.people == 1)
  }

  @Test func `half the hours in half a year are a quarter of the tariff`() throws {
    var half = Self.placement
    half["end"] = .day(iso: "2026-06-30")
    half["hours_per_week"] = .number(18)
    half["is_permanent"] = .absent
    half["is_over50"] = .flag(false)
    #expect(try measures(placements: [half])["social_return_fulfilled"]?.value == 10_000)
  }

  @Test func `invoices and hours of activities count, until the end of the period`() throws {
    let efforts: [[String: CellValue]] = [
      ["contract": .text("k1"), "date": .day(iso: "2026-05-01"), "invoice": .number(2_400)],
      ["contract": .text("k1"), "date": .day(iso: "2026-05-02"), "hours": .number(16)],
      ["contract": .text("k1"), "date": .day(iso: "2027-05-02"), "hours": .number(99)],
    ]
    let done = try measures(placements: [], efforts: efforts)["social_return_fulfilled"]
    #expect(done?.value == 4_000)
    #expect(done?.people == nil)
  }

  @Test func `a tariff that is not in force is named and not guessed`() throws {
    let measure = try measures(region: "rijnmond")["social_return_fulfilled"]
    #expect(measure?.absence?.english.contains("social_return.rijnmond.participation_act") == true)
    let east = try measures(region: "east_netherlands")["social_return_fulfilled"]
    #expect(east?.absence?.english.contains("full-time") == true)
  }

  @Test func `nothing of it can feed a value map`() {
    #expect(SocialReturnMeasures.cards.allSatisfy { !$0.feedsValueMap })
  }

  @Test func `every shipped tariff has a group or a bonus that finds it`() {
    let known = Set(SocialReturnMeasures.parameters.map(\.id))
    let shipped = ParameterTable.shipped.all.map(\.id).filter { $0.hasPrefix("social_return.") }
    #expect(shipped.filter { !known.contains($0) } == [])
    #expect(shipped.count > 30)
  }

  @Test func `whole months are twelfths and days are of a year of 365 and a quarter`() throws {
    func years(_ first: String, _ last: String) throws -> Double {
      try SocialReturn.years(from: #require(Day(iso: first)), to: #require(Day(iso: last)))
    }
    #expect(try years("2026-01-01", "2026-12-31") == 1)
    #expect(try years("2024-03-01", "2026-02-28") == 2)
    #expect(abs(try years("2026-01-02", "2027-01-01") - 365 / 365.25) < 1e-12)
    #expect(try years("2026-02-01", "2026-01-31") == 0)
  }

  /// The building blocks of the reference: a full-time year by group, older and newer table.
  @Test(arguments: [
    ("participation_act_under_2_years", 30_000.0, 40_000.0),
    ("participation_act_over_2_years", 40_000, 40_000),
    ("unemployment_under_1_year", 15_000, 20_000), ("unemployment_over_1_year", 20_000, 20_000),
    ("disability", 30_000, 40_000), ("jobs_agreement", 35_000, 50_000), ("bbl", 15_000, 35_000),
    ("bol", 10_000, 20_000), ("without_benefit", 10_000, 10_000),
  ])
  func `a full-time year counts for the building block of its group`(
    group: String, older: Double, newer: Double
  ) throws {
    var year = Self.placement
    year["group"] = .text(group)
    year["is_permanent"] = .absent
    year["is_over50"] = .absent
    for (region, amount) in [("utrecht_older", older), ("utrecht", newer)] {
      #expect(
        try measures(region: region, placements: [year])["social_return_fulfilled"]?.value
          == amount,
        "\(group) in \(region)")
    }
  }

  @Test func `practical education has a building block in the newer table only`() throws {
    var year = Self.placement
    year["group"] = .text("special_education")
    year["is_permanent"] = .absent
    year["is_over50"] = .absent
    #expect(try measures(placements: [year])["social_return_fulfilled"]?.value == 35_000)
    let older = try measures(region: "utrecht_older", placements: [year])
    #expect(older["social_return_fulfilled"]?.value == nil)
  }

  @Test func `a status holder adds ten thousand in the newer table`() throws {
    var holder = Self.placement
    holder["is_status_holder"] = .flag(true)
    #expect(try measures(placements: [holder])["social_return_fulfilled"]?.value == 70_000)
  }

  /// Rijnmond gives its tariffs per hour as well: 24.04, 12.02 and 7.21 euros.
  @Test(arguments: [
    ("participation_act", 24.04), ("jobs_agreement", 24.04), ("unemployment", 12.02),
    ("without_benefit", 7.21),
  ])
  func `a tariff of Rijnmond over 2,080 hours is the one per hour`(
    group: String, perHour: Double
  ) throws {
    var year = Self.placement
    year["start"] = .day(iso: "2024-01-01")
    year["end"] = .day(iso: "2024-12-31")
    year["hours_per_week"] = .number(40)
    year["group"] = .text(group)
    year["is_permanent"] = .absent
    year["is_over50"] = .absent
    let done = try measures(region: "rijnmond", placements: [year], year: 2024)
    let amount = try #require(done["social_return_fulfilled"]?.value)
    #expect((amount / 2080 * 100).rounded() == (perHour * 100).rounded())
  }

  /// In Oost-Nederland the Participation Act counts for two years, and unemployment benefit for one.
  @Test(arguments: [
    ("participation_act", 90_000.0), ("unemployment", 20_000), ("disability", 150_000),
  ])
  func `a placement counts for the years of its table at most`(
    group: String, amount: Double
  ) throws {
    var years = Self.placement
    years["start"] = .day(iso: "2024-01-01")
    years["group"] = .text(group)
    years["is_permanent"] = .absent
    years["is_over50"] = .absent
    let done = try measures(region: "east_netherlands", placements: [years], norm: 36)
    #expect(done["social_return_fulfilled"]?.value == amount)
  }

  @Test(arguments: [(1, 54_000.0), (2, 45_000), (3, 30_000)])
  func `a PSO certificate takes its discount off what is due`(step: Int, due: Double) throws {
    let east = try measures(region: "east_netherlands", psoStep: step, norm: 36)
    #expect(abs(try #require(east["social_return_obligation"]?.value) - due) < 1e-9)
    let utrecht = try measures(psoStep: step)["social_return_obligation"]
    #expect(utrecht?.absence?.english.contains("pso_step_\(step)_discount") == true)
  }

  @Test func `what is done is split by kind where no kind is of one to four people`() throws {
    let efforts: [[String: CellValue]] = [
      ["contract": .text("k1"), "date": .day(iso: "2026-05-01"), "invoice": .number(2_400)]
    ]
    let few = try measures(efforts: efforts)["social_return_fulfilled"]
    #expect(few?.breakdowns.isEmpty == true)
    let many = (0..<5).map { index in
      Self.placement.merging(["person": .person(named: "p\(index)")]) { $1 }
    }
    let done = try measures(placements: many, efforts: efforts)["social_return_fulfilled"]
    #expect(done?.breakdowns.first?.entries.map(\.id) == ["work", "bonuses", "invoices"])
    #expect(done?.breakdowns.first?.entries.map(\.value) == [200_000, 100_000, 2_400])
  }
}
