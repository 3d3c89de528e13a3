import ExportKit
import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Pipeline

/// Financial proxies that take their value from a dated parameter.
@Suite struct ProxyParameterTests {
  private static let central = "co2_shadow_price.nl.central"
  private static let heading = "parameter,value,from,until,source\n"
  private static let index =
    "price_index.nl,100,2021-01-01,2021-12-31,Statistics\n"
    + "price_index.nl,125,2025-01-01,,Statistics\n"

  /// The time bank with one proxy that names a parameter, and rows of `parameters`.
  private func project(
    _ parameter: String, year: Int = 2021, value: String = "", currency: String = "",
    parameters: String = index
  ) -> TestProject {
    var project = TestProject()
    project.tables["proxies"] = """
      id,description,value,price_year,currency,source,value_from
      p1,Carbon,\(value),\(year),\(currency),Handbook,\(parameter)
      p2,Health,600,2025,,Reference,
      p3,Independence,640,2025,,Reference,
      p4,Inclusion,4353,2025,,Reference,

      """
    project.tables["parameters"] = Self.heading + parameters
    return project
  }

  private func codes(_ project: TestProject) throws -> [String] {
    try project.report().findings.map(\.code)
  }

  /// The proxy of the first outcome, and what it was made of.
  private func first(_ project: TestProject) throws -> ReportOutcome {
    let result = try project.report()
    #expect(result.findings == [])
    return try #require(result.report?.valueMap?.rows.first)
  }

  @Test func `a price of 2021 comes with its range, at the prices of the base year`() throws {
    let row = try first(project(Self.central))
    #expect(row.proxyGiven == Estimate(0.13, low: 0.05, high: 0.16))
    #expect(row.priceFactor == 1.25 && row.priceYear == 2021)
    #expect(row.proxy.value == 0.13 * 1.25)
    #expect(row.proxy.low == 0.05 * 1.25 && row.proxy.high == 0.16 * 1.25)
    #expect(row.proxySource == "Handbook (\(Self.central))")
  }

  // Handbook of environmental prices 2023: a tonne is 130 euro, 50 at least and 160 at most.
  // Meetstandaard: 21.34 kg a year per square metre of radiator foil is 2.77 euro.
  @Test(arguments: [(1000.0, 130.0, 50.0, 160.0), (21.34, 2.77, 1.067, 3.4144)])
  func `kilograms at the price of 2021 give the amounts of the reference`(
    kilograms: Double, central: Double, low: Double, high: Double
  ) throws {
    var bank = project(Self.central, parameters: "")
    bank.baseYear = 2021
    bank.tables["outcomes"] = bank.tables["outcomes"]?
      .replacing("o1,people,Increased socialisation,yes,95,", with: "o1,people,C,yes,\(kilograms),")
    bank.tables["proxies"] = bank.tables["proxies"]?.replacing("2025", with: "2021")
    let row = try first(bank)
    #expect(abs(try #require(row.gross.value) - central) < 0.005)
    #expect(abs(kilograms * (try #require(row.proxy.low)) - low) < 1e-9)
    #expect(abs(kilograms * (try #require(row.proxy.high)) - high) < 1e-9)
    #expect(row.proxyGiven == nil, "nothing was converted")
  }

  @Test func `what the price rests on is listed, and a figure leads to it`() throws {
    let report = try #require(try project(Self.central).report().report)
    let ids = report.parameters.map(\.id)
    #expect(
      ids == [
        Self.central, "co2_shadow_price.nl.low", "co2_shadow_price.nl.high", "price_index.nl",
        "price_index.nl",
      ])
    let ratio = try #require(FigureID("sroi.ratio"))
    let sources = Self.sources(try #require(report.explanation(of: ratio)))
    let named = sources.compactMap { source -> String? in
      guard case .parameter(let id, _, _) = source else { return nil }
      return id
    }
    #expect(named.contains(Self.central) && named.contains("co2_shadow_price.nl.low"))
    let cells = sources.compactMap { source -> String? in
      guard case .cell(let address) = source else { return nil }
      return address.heading
    }
    #expect(cells.contains("value_from"))
  }

  private static func sources(_ node: Explanation) -> [Origin] {
    node.sources + node.children.flatMap(sources)
  }

  @Test func `any parameter of one's own is a price, exact unless it has a low and a high`() throws
  {
    let one = "energy.price_of_heat,0.42,2025-01-01,,Own contract\n"
    #expect(
      try first(project("energy.price_of_heat", year: 2025, parameters: one)).proxy
        == Estimate(0.42))
    let three =
      "heat.low,0.3,2025-01-01,,Own\nheat.central,0.42,2025-01-01,,Own\n"
      + "heat.high,0.5,2025-01-01,,Own\n"
    #expect(
      try first(project("heat.central", year: 2025, parameters: three)).proxy
        == Estimate(0.42, low: 0.3, high: 0.5))
    let lone = "heat.low,0.3,2025-01-01,,Own\n"
    #expect(try first(project("heat.low", year: 2025, parameters: lone)).proxy == Estimate(0.3))
  }

  @Test(arguments: [
    ("co2_shadow_price.nl.centraal", 2021, "", "", "proxy_parameter_missing"),
    (
      "heat.expired", 2025, "", "heat.expired,1,2020-01-01,2024-12-31,Own\n",
      "proxy_parameter_missing"
    ),
    (central, 2022, "", "", "proxy_parameter_year"),
    (
      central, 2021, "GBP", "exchange_rate.gbp_eur,1.2,2025-01-01,,Bank\n",
      "proxy_parameter_currency"
    ),
    ("repair.displacement", 2025, "", "", "proxy_parameter_unit"),
    ("repair.weight.kettle", 2025, "", "", "proxy_parameter_unit"),
    ("social_return.rijnmond.no_benefit", 2025, "", "", "proxy_parameter_tariff"),
    (
      "heat.central", 2025, "", "heat.central,2,2025-01-01,,Own\nheat.low,1,2025-01-01,,Own\n",
      "proxy_parameter_range"
    ),
    (
      "heat.central", 2025, "",
      "heat.central,2,2025-01-01,,A\nheat.low,3,2025-01-01,,A\nheat.high,4,2025-01-01,,A\n",
      "proxy_parameter_range"
    ),
  ])
  func `a parameter that cannot be this price is one error at its cell, and there is no ratio`(
    parameter: String, year: Int, currency: String, rows: String, code: String
  ) throws {
    let project = project(
      parameter, year: year, currency: currency, parameters: Self.index + rows)
    let result = try project.report()
    let errors = result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["value_map.\(code)"])
    #expect(errors.first?.address?.heading == "value_from")
    #expect(errors.first?.address?.row == 2)
    let map = try #require(result.report?.valueMap)
    #expect(map.ratio.value == nil, "absent, not smaller")
    #expect(map.rows.first?.proxyID == nil)
  }

  @Test func `a name that is nearly right is suggested`() throws {
    let finding = try #require(
      try project("co2_shadow_price.nl.centraal").report().findings.first)
    #expect(finding.help.english == "Did you mean “\(Self.central)”?")
  }

  @Test func `a proxy needs a number or a parameter, and not both`() throws {
    #expect(try codes(project(Self.central, value: "0.2")) == ["value_map.proxy_value_twice"])
    #expect(try codes(project("")) == ["value_map.proxy_value_missing"])
  }

  @Test func `without an index the price of its own year stays, and a warning says so`() throws {
    let result = try project(Self.central, parameters: "").report()
    #expect(result.findings.map(\.code) == ["value_map.price_year"])
    #expect(
      result.report?.valueMap?.rows.first?.proxy == Estimate(0.13, low: 0.05, high: 0.16))
  }

  @Test func `an index of one's own does not mix with the series of the program`() throws {
    // The shipped series has 2962.7 for 2019; with 125 of another base the price would fall to 4 %.
    var bank = project("", year: 2019, value: "100", parameters: "")
    bank.tables["parameters"] = Self.heading + "price_index.nl,125,2025-01-01,,Statistics\n"
    let result = try bank.report()
    #expect(result.findings.map(\.code) == ["value_map.price_year"])
    #expect(result.report?.valueMap?.rows.first?.proxy == Estimate(100))
  }

  @Test func `the unit of a price gives its currency and its year`() {
    let dated = PriceUnit("EUR(2021)/kg")
    #expect(dated?.currency == .euro && dated?.year == 2021)
    #expect(PriceUnit("GBP/h")?.currency.code == "GBP")
    #expect(PriceUnit("EUR")?.year == nil && PriceUnit("EUR") != nil)
    for other in [
      "", "fraction", "kg_CO2e/kg", "EUR(21)/kg", "EUR2021", "EUR(2021", "index(1900=100)",
    ] { #expect(PriceUnit(other) == nil, "\(other)") }
  }
}
