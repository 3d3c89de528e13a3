import ExportKit
import Foundation
import IndicatorKit
import Pipeline
import TestSupport
import Testing

/// The value map from a project's files, held against the time bank of the reference.
@Suite struct ValueMapTests {
  private func report(_ project: TestProject) throws -> (report: Report, findings: [Finding]) {
    let result = try project.report()
    return (try #require(result.report), result.findings)
  }

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 0.005) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  @Test func `the time bank of the reference comes out to the cent`() throws {
    let (report, findings) = try report(TestProject())
    #expect(findings == [])
    let map = try #require(report.valueMap)
    #expect(near(map.presentValue.value, 803_184.47))
    #expect(near(map.ratio.value, 16.063689, 5e-7))
    #expect(near(map.netRatio.value, 15.063689, 5e-7))
    #expect(near(map.netPresentValue.value, 753_184.47))
    #expect(near(map.benefitsPerPeriod.first?.value, 622_693.58))
    #expect(near(map.benefitsPerPeriod.last?.value, 186_808.07))
    let payback = Dictionary(
      uniqueKeysWithValues: map.payback.map { ($0.id.description, $0.value) })
    #expect(near(payback["sroi.payback_months"] ?? nil, 50_000 / (622_693.575 / 12), 1e-9))
    #expect(near(payback["sroi.discounted_payback_months"] ?? nil, 0.963556, 1e-6))
    let citizens = map.domains.first { $0.domain == .citizens }?.presentValue
    #expect(near(citizens?.value, 803_184.47))
    let members = report.stakeholders.first { $0.id.description == "people" }
    #expect(near(members?.presentValue.value, 803_184.47))
    #expect(map.domains.first { $0.domain == .government }?.presentValue.value == nil)
  }

  @Test func `outcomes without a price are on the map and in no total`() throws {
    var project = TestProject()
    project.tables["outcomes"] = TestProject.outcomes(
      "o5,people,Pride,yes,40,,,,,,,,,,,1,1,intrinsic,Members want no price on it,8\n"
        + "o6,people,Less medicine,yes,,,,,,,,,,,,1,1,excluded,The pharmacy has not answered,\n")
    let (report, findings) = try report(project)
    #expect(findings == [])
    let map = try #require(report.valueMap)
    #expect(near(map.ratio.value, 16.063689, 5e-7))
    #expect(map.rows.count == 4)
    #expect(map.unpriced.map(\.state) == [.intrinsic, .excluded])
    #expect(map.unpriced.map(\.quantity.value) == [40, nil])
    #expect(map.unpriced.map(\.weight) == [8, nil])
    #expect(report.everyFigure.contains { $0.id.description == "outcome.o5.quantity" })
  }

  @Test func `a map without any price has no ratio and says so plainly`() throws {
    var project = TestProject()
    let lines = TestProject.outcomes("").split(separator: "\n")
    project.tables["outcomes"] =
      try #require(lines.first)
      + "\no5,people,Pride,yes,40,,,,,,,,,,,1,1,intrinsic,Members want no price on it,8\n"
    let (report, findings) = try report(project)
    #expect(!findings.contains { $0.severity == .error })
    let map = try #require(report.valueMap)
    for figure in [map.ratio, map.presentValue, map.netRatio] + map.payback {
      #expect(figure.value == nil)
      #expect(figure.absence?.english == "no outcome on the value map has a price")
    }
    #expect(map.inputsPresentValue.value == 50_000)
  }

  @Test(arguments: [
    ("o5,people,X,yes,3,,,10 %,a,10 %,b,10 %,c,0 %,d,1,1,,,", ["value_map.proxy_missing"]),
    (
      "o5,people,X,yes,3,,p1,,a,10 %,b,,c,0 %,d,1,1,priced,,",
      ["value_map.deduction_missing", "value_map.deduction_missing"]
    ),
    ("o5,people,X,yes,,,p1,10 %,a,10 %,b,10 %,c,0 %,d,1,1,,,", ["value_map.quantity_missing"]),
    ("o5,people,X,yes,,,,,,,,,,,,1,1,intrinsic,,", ["value_map.state_without_reason"]),
    ("o5,people,X,yes,,,p1,,,,,,,,,1,1,excluded,No answer yet,", ["value_map.proxy_of_unpriced"]),
  ])
  func `a state that does not hold is a finding at its cell`(row: String, codes: [String]) throws {
    var project = TestProject()
    project.tables["outcomes"] = TestProject.outcomes(row + "\n")
    let (report, findings) = try report(project)
    #expect(findings.map(\.code) == codes)
    #expect(findings.allSatisfy { $0.address?.row == 6 && $0.address?.column != nil })
    let isPriced = !row.contains("intrinsic") && !row.contains("excluded")
    #expect((report.valueMap?.ratio.value == nil) == isPriced)
    #expect(findings.allSatisfy { ($0.severity == .error) == isPriced })
  }

  // MARK: Prices

  private func parameters(_ rows: String) -> String {
    "parameter,value,from,until,source\n" + rows
  }

  @Test func `prices of another year are multiplied by the index of the base year over theirs`()
    throws
  {
    var project = TestProject()
    project.tables["proxies"] = TestProject.proxies(year: "2021")
    project.tables["parameters"] = parameters(
      "price_index.nl,100,2021-01-01,2021-12-31,Statistics\n"
        + "price_index.nl,125,2025-01-01,,Statistics\n")
    let (report, findings) = try report(project)
    #expect(findings == [])
    let map = try #require(report.valueMap)
    #expect(near(map.presentValue.value, 803_184.47 * 1.25, 0.01))
    let row = try #require(map.rows.first)
    #expect(row.proxy.value == 3432 * 1.25 && row.proxyGiven == Estimate(3432))
    #expect(row.priceFactor == 1.25 && row.priceYear == 2021)
    guard case .combined(let origins)? = row.origins[.proxy] else {
      Issue.record("the cell and both indices: \(row.origins)")
      return
    }
    #expect(origins.count == 3)
    #expect(report.parameters.map(\.id) == ["price_index.nl", "price_index.nl"])
    #expect(report.parameters.map(\.value) == [100, 125])
  }

  @Test func `without an index nothing is converted and each price is a warning`() throws {
    var project = TestProject()
    project.tables["proxies"] = TestProject.proxies(year: "2021")
    project.tables["parameters"] = parameters("price_index.nl,125,2025-01-01,,Statistics\n")
    let (report, findings) = try report(project)
    #expect(findings.map(\.code) == Array(repeating: "value_map.price_year", count: 4))
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(findings.first?.help.english.contains("price_index.nl") == true)
    #expect(near(report.valueMap?.presentValue.value, 803_184.47))
    #expect(report.valueMap?.rows.first?.proxyGiven == nil)
    #expect(report.parameters == [])
  }

  @Test func `an input of another price year is converted too, a range with it`() throws {
    var project = TestProject()
    project.tables["inputs"] = """
      id,stakeholder,description,kind,period,quantity,quantity_from,rate,price_year
      i1,town,Hours,hours,1,"1000 (800–1200, pert)",,20,2021

      """
    project.tables["parameters"] = parameters(
      "price_index.nl,80,2021-01-01,2021-12-31,Statistics\n"
        + "price_index.nl,100,2025-01-01,,Statistics\n")
    let (report, findings) = try report(project)
    #expect(findings == [])
    let input = try #require(report.inputs.first)
    #expect(input.value.value == 25_000)
    #expect(input.priceFactor == 1.25 && input.priceYear == 2021)
    #expect(
      input.ranges == [
        .quantity: try #require(
          Estimate(1000, low: 800, high: 1200, shape: .pert))
      ])
    #expect(near(report.valueMap?.ratio.value, 803_184.47 / 25_000, 1e-6))
  }

  @Test func `another currency needs an exchange rate, and uses it`() throws {
    var project = TestProject()
    project.tables["proxies"] = TestProject.proxies(year: "2025", currency: "GBP")
    var (report, findings) = try report(project)
    #expect(findings.map(\.code) == Array(repeating: "value_map.no_exchange_rate", count: 4))
    #expect(findings.first?.help.english.contains("exchange_rate.gbp_eur") == true)
    #expect(report.valueMap?.ratio.value == nil)
    #expect(report.valueMap?.rows.first?.proxyID == nil)
    project.tables["parameters"] = parameters(
      "exchange_rate.gbp_eur,1.2,2025-12-31,2025-12-31,Bank\n")
    (report, findings) = try self.report(project)
    #expect(findings == [])
    #expect(near(report.valueMap?.presentValue.value, 803_184.47 * 1.2, 0.01))
    project.tables["proxies"] = TestProject.proxies(year: "2025", currency: "pounds")
    #expect(
      try self.report(project).findings.contains { $0.code == "value_map.unknown_currency" })
  }
}
