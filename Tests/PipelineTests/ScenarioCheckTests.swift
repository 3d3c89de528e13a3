import ExportKit
import Pipeline
import TestSupport
import Testing

/// What a scenario may say of a number is what its column or its setting allows.
@Suite struct ScenarioCheckTests {
  private func project(_ rows: [(figure: String, value: String)]) -> TestProject {
    var project = TestProject()
    let lines = rows.map { "other;;\($0.figure);\($0.value);" }
    project.tables["scenarios"] =
      "scenario;title;figure;value;reason\n" + lines.joined(separator: "\n") + "\n"
    return project
  }

  private func findings(_ rows: [(figure: String, value: String)]) throws -> [Finding] {
    try project(rows).report().findings.filter { $0.address?.file == "tables/scenarios.csv" }
  }

  private func changes(_ project: TestProject) throws -> [Double] {
    let report = try #require(try project.report().report)
    return report.sensitivity?.scenarios.first?.changes.map(\.to) ?? []
  }

  @Test(arguments: [
    ("outcome.o1.benefit_periods", "2.5", "table.not_whole"),
    ("outcome.o1.benefit_periods", "0", "table.out_of_bounds"),
    ("outcome.o1.benefit_periods", "101", "table.out_of_bounds"),
    ("outcome.o1.first_period", "1.5", "table.not_whole"),
    ("outcome.o1.first_period", "-1", "table.out_of_bounds"),
    ("outcome.o1.quantity", "-3", "table.out_of_bounds"),
    ("outcome.o1.proxy", "-2000000000", "table.out_of_bounds"),
    ("outcome.o1.proxy", "£ 100", "table.other_currency"),
    ("outcome.o1.deadweight", "120 %", "table.out_of_bounds"),
    ("outcome.o1.displacement", "-5", "table.out_of_bounds"),
    ("outcome.o1.attribution", "100.5", "table.out_of_bounds"),
    ("outcome.o1.drop_off", "-1 %", "table.out_of_bounds"),
    ("every_outcome.deadweight", "101", "table.out_of_bounds"),
    ("input.i1.value", "-40000", "table.out_of_bounds"),
    ("input.i1.value", "40 %", "table.not_a_number"),
    ("sroi.discount_rate", "-1 %", "table.out_of_bounds"),
    ("sroi.discount_rate", "26 %", "table.out_of_bounds"),
    ("outcome.o1.quantity", "20 (10–30)", "table.not_a_number"),
    ("outcome.o1.quantity", "1.234", "table.ambiguous_number"),
  ])
  func `a value that cannot be is one error at its cell`(
    figure: String, value: String, code: String
  ) throws {
    let found = try findings([(figure, value)])
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.address?.cell) == ["D2"])
  }

  @Test func `each wrong row has a finding of its own and is not used`() throws {
    let project = project([
      ("outcome.o1.benefit_periods", "2.5"), ("outcome.o1.deadweight", "40"),
      ("input.i1.value", "-1"), ("outcome.o9.deadweight", "40"),
    ])
    let found = try project.report().findings.filter {
      $0.address?.file == "tables/scenarios.csv"
    }
    #expect(
      found.map(\.code) == ["table.not_whole", "table.out_of_bounds", "scenario.unknown_figure"])
    #expect(found.map(\.address?.cell) == ["D2", "D4", "C5"])
    #expect(try changes(project) == [0.4])
  }

  @Test(arguments: [
    ("outcome.o1.benefit_periods", "100", 100), ("outcome.o1.first_period", "1", 1),
    ("outcome.o1.quantity", "0", 0), ("outcome.o1.proxy", "-5", -5),
    ("outcome.o1.deadweight", "100 %", 1), ("outcome.o1.displacement", "0", 0),
    ("outcome.o1.attribution", "12.5", 0.125), ("outcome.o1.drop_off", "7", 0.07),
    ("every_outcome.attribution", "50 %", 0.5), ("input.i1.value", "€ 60000", 60_000),
    ("sroi.discount_rate", "25 %", 0.25), ("sroi.discount_rate", "0", 0),
  ])
  func `a value that can be is used, up to its bounds`(
    figure: String, value: String, number: Double
  ) throws {
    let project = project([(figure, value)])
    #expect(
      try project.report().findings.filter { $0.address?.file == "tables/scenarios.csv" } == [])
    #expect(try changes(project) == [number])
  }

  @Test func `a share that looks like a fraction is a warning, and read as a percentage`() throws {
    let project = project([("outcome.o1.deadweight", "0.2")])
    let found = try findings([("outcome.o1.deadweight", "0.2")])
    #expect(found.map(\.code) == ["table.percentage_fraction"])
    #expect(found.map(\.severity) == [.warning])
    #expect(try changes(project) == [0.002])
  }

  @Test func `the decimal mark of the settings decides what a value means`() throws {
    var project = project([("outcome.o1.quantity", "1.234"), ("outcome.o2.quantity", "2,5")])
    project.periods += "\nnumbers: {decimal_mark: comma}"
    #expect(try changes(project) == [1_234, 2.5])
    project = self.project([("outcome.o1.quantity", "2,5")])
    project.periods += "\nnumbers: {decimal_mark: point}"
    let found = try project.report().findings
    #expect(found.map(\.code).contains("table.decimal_mark"))
  }

  @Test func `a very long value is cut in the message`() throws {
    let found = try findings([("outcome.o1.quantity", String(repeating: "x", count: 5_000))])
    #expect(found.map(\.code) == ["table.not_a_number"])
    #expect((found.first?.message.english.count ?? 0) < 100)
  }

  @Test func `a very long name of a figure is cut in the message`() throws {
    let name = "outcome." + String(repeating: "a", count: 200) + ".deadweight"
    let found = try findings([(name, "5")])
    #expect(found.count == 1)
    #expect((found.first?.message.english.count ?? 0) < 200)
  }
}

/// Findings about settings that cannot be used.
@Suite struct SpokenLanguageTests {
  @Test func `what is wrong in the settings is told in the language that they name`() throws {
    var project = TestProject()
    project.periods = "  - {from: 2025-12-31, until: 2025-01-01}"
    let result = try project.report()
    #expect(result.report == nil && result.hasErrors)
    #expect(result.language == .english)
  }
}
