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
    efforts: [[String: CellValue]] = [], year: Int = 2026
  ) throws -> [String: Measure] {
    let contract: [String: CellValue] = [
      "id": .text("k1"), "start": .day(iso: "2025-01-01"), "client": .text("Gemeente"),
      "region": .text(region), "value": .number(1_200_000), "share": .number(0.05),
    ]
    let all = try EmploymentIndicator().measure(
      ProjectData(
        project: HandMade.project(period: #require(Period(year: year))),
        card: EmploymentIndicator.card,
        contents: [
          "social_return_contracts": HandMade.table(SocialReturnContract.self, [contract]),
          "placements": HandMade.table(Placement.self, placements),
          "social_efforts": HandMade.table(SocialEffort.self, efforts),
        ], ledger: nil, parameters: .shipped))
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
    #expect(
      shipped.filter { !known.contains($0) } == ["social_return.utrecht.status_holder_or_language"])
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
}
