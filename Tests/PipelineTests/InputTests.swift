import ExportKit
import Foundation
import IndicatorKit
import Pipeline
import TestSupport
import Testing

/// Inputs from the books and from measures, and their comparison with both.
///
/// The costs of the example's books, 208,025.30, and their income, 196,500.00, were added up from
/// the audit files by another program: debits less credits per account of type P, costs where
/// that is positive.
@Suite struct InputTests {
  struct Shift: TableRow {
    static let table = TableCard(id: "shifts", title: Text("Shifts", nl: "Diensten"))
    @Column("Hours", nl: "Uren", unit: .hour) var hours: Double
  }

  /// Counts the hours of volunteers.
  struct Shifts: Indicator {
    static let hours = MeasureCard(
      "hours", Text("Hours", nl: "Uren"), help: Text("Hours.", nl: "Uren."), kind: .sum,
      unit: .hour, aggregation: .sum, feedsValueMap: true, countsVolunteerHours: true)
    static let card = IndicatorCard(
      id: "shifts", title: Text("Shifts", nl: "Diensten"), summary: Text("S.", nl: "S."),
      tables: [Shift.self], measures: [hours], references: [])

    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [Self.hours.sum(try project.rows(Shift.self), columns: ["hours"]) { $0.hours }]
    }
  }

  private func project(_ inputs: String, shifts: String? = nil) -> TestProject {
    var project = TestProject()
    project.hasBooks = true
    project.indicators = [Shifts()]
    project.tables["inputs"] =
      "id,stakeholder,description,kind,period,quantity,quantity_from,rate,price_year\n" + inputs
    project.tables["shifts"] = shifts.map { "hours\n" + $0 }
    return project
  }

  private func report(_ project: TestProject) throws -> (report: Report, findings: [Finding]) {
    let result = try project.report()
    return (try #require(result.report), result.findings)
  }

  @Test func `cash may come from the books, hours from a measure`() throws {
    let (report, findings) = try report(
      project(
        "i1,town,All costs,cash,1,,books.costs,,\ni2,people,Hours,hours,1,,shifts.hours,15,\n",
        shifts: "120\n80.5\n"))
    #expect(findings == [])
    #expect(report.inputs.map(\.quantity) == [208_025.3, 200.5])
    #expect(report.inputs.map(\.value.value) == [208_025.3, 3_007.5])
    #expect(report.inputs.first?.quantityFrom?.description == "books.costs")
    guard case .ledger(let ledger)? = report.inputs.first?.origins[.quantity] else {
      Issue.record("the origin is the ledger")
      return
    }
    #expect(ledger.files.count == 2 && ledger.accounts.contains("4900"))
    #expect(!ledger.accounts.contains("8000"), "income is no cost")
    let income = try self.report(project("i1,town,Income,cash,1,,books.income,,\n")).report
    #expect(income.inputs.first?.quantity == 196_500)
  }

  @Test(arguments: [
    ("cash,1,,,,", "value_map.input_missing", "F2"),
    ("cash,1,5,books.costs,,", "value_map.input_twice", "G2"),
    ("hours,1,,books.costs,15,", "value_map.input_unit", "G2"),
    ("cash,1,,shifts.hours,,", "value_map.input_unit", "G2"),
    ("hours,1,,shifts.people,15,", "value_map.unknown_measure", "G2"),
  ])
  func `a quantity that cannot be is one finding at its cell`(
    row: String, code: String, cell: String
  ) throws {
    let (report, findings) = try report(project("i1,town,Grant,\(row)\n", shifts: "10\n"))
    let errors = findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [code])
    #expect(errors.first?.address?.cell == cell)
    if code == "value_map.input_missing" {
      #expect(report.inputs.first?.quantity == nil, "nothing missing is zero")
      #expect(report.valueMap?.inputsPresentValue.value == nil)
    }
  }

  @Test func `without books there is no total of the books`() throws {
    var project = project("i1,town,All costs,cash,1,,books.costs,,\n")
    project.hasBooks = false
    let (report, findings) = try report(project)
    #expect(findings.map(\.code) == ["value_map.no_ledger_total"])
    #expect(
      report.valueMap?.ratio.absence?.english
        == "input i1 has no value: there are no books")
  }

  @Test func `books that miss months give no total and no comparison`() throws {
    var project = project("i1,town,Grant,cash,1,50000,,,\n")
    project.periods = "  - {from: 2025-01-01, until: 2026-12-31}"
    #expect(try report(project).findings.map(\.code) == ["books.incomplete_period"])
  }

  @Test(arguments: [
    // 1 % of 208,025.30 is 2,080.25.
    (208_025.30, false), (206_000.00, false), (205_000.00, true), (210_000, false),
    (211_000, true),
  ])
  func `cash and costs may be one percent apart`(amount: Double, differs: Bool) throws {
    let (report, findings) = try report(project("i1,town,Grant,cash,1,\(amount),,,\n"))
    #expect(findings.map(\.code) == (differs ? ["inputs.cash_differs"] : []))
    #expect(report.claims.map(\.code) == (differs ? ["inputs.cash_differs"] : []))
  }

  @Test func `an answer makes a note of a difference, and stands in the report`() throws {
    let inputs = "i1,town,Grant,cash,1,50000,,,\ni2,people,Hours,hours,1,100,,15,\n"
    var project = project(inputs, shifts: "60\n")
    var (report, findings) = try report(project)
    #expect(findings.map(\.code) == ["inputs.cash_differs", "inputs.hours_differ"])
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(report.claims.map(\.answer) == [nil, nil])
    #expect(
      report.claims.last?.message.english == "The inputs hold 100 hours, the tables 60.")
    project.tables["answers"] =
      "check,subject,reason,author\ninputs.cash_differs,,Only one of three activities,Board\n"
    (report, findings) = try self.report(project)
    #expect(findings.map(\.severity) == [.note, .warning])
    #expect(
      report.claims.map(\.answer) == [
        ReportClaim.Answer(reason: "Only one of three activities", author: "Board"), nil,
      ])
    #expect(!report.findings.contains { $0.code == "inputs.cash_differs" })
  }

  @Test func `only inputs of the reporting period are compared, at the prices of their year`()
    throws
  {
    var project = project(
      "i1,town,Before,cash,1,90000,,,\ni2,town,Now,cash,2,208025.30,,,2021\n")
    project.periods =
      "  - {from: 2024-01-01, until: 2024-12-31}\n  - {from: 2025-01-01, until: 2025-12-31}"
    project.tables["parameters"] =
      "parameter,value,from,until,source\n"
      + "price_index.nl,80,2021-01-01,2021-12-31,S\nprice_index.nl,100,2025-01-01,,S\n"
    #expect(try report(project).findings == [])
  }

  @Test func `an input that is not known is not compared`() throws {
    let (_, findings) = try report(
      project("i1,town,Grant,cash,1,50000,,,\ni2,town,Other,cash,1,much,,,\n"))
    #expect(findings.map(\.code) == ["table.not_a_number"])
  }
}
