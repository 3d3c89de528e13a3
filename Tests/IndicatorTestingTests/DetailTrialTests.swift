import IndicatorKit
import IndicatorTesting
import Pipeline
import Testing

/// The suite finds detail that is declared carelessly, not declared, not given, or does not fit.
@Suite struct DetailTrialTests {
  static let rows = DetailCard(
    "rows", Text("Rows", nl: "Rijen"), summary: Text("A row per visit.", nl: "Een rij per bezoek."),
    columns: [DetailColumn("hours", Text("Hours", nl: "Uren"), .number, unit: .hour)])

  static func card(_ details: [DetailCard]) -> IndicatorCard {
    let card = Visits.card()
    return IndicatorCard(
      id: card.id, title: card.title, summary: card.summary, tables: card.tables,
      measures: card.measures, references: card.references, details: details)
  }

  /// Measures visits, with the detail that a closure makes of them.
  static func measure(
    _ project: ProjectData, _ detail: (Rows<Visits.Visit>) -> Detail?
  ) throws(NotMeasurable) -> [Measure] {
    let visits = try project.rows(Visits.Visit.self)
    let measure = Visits.measured(visits)
    guard measure.value != nil, let detail = detail(visits) else { return [measure] }
    return [measure.detailed(detail)]
  }

  struct Good: Indicator {
    static let card = DetailTrialTests.card([rows])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      try DetailTrialTests.measure(project) { visits in
        Detail(rows, rows: visits.map { Detail.Row([.number($0.hours)]) })
      }
    }
  }

  struct Undeclared: Indicator {
    static let card = DetailTrialTests.card([])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      try DetailTrialTests.measure(project) { _ in Detail(rows, rows: []) }
    }
  }

  struct Silent: Indicator {
    static let card = DetailTrialTests.card([rows])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      try DetailTrialTests.measure(project) { _ in nil }
    }
  }

  struct Unfit: Indicator {
    static let card = DetailTrialTests.card([rows])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      try DetailTrialTests.measure(project) { _ in
        Detail(rows, rows: [Detail.Row([.text("three")])])
      }
    }
  }

  struct Restless: Indicator {
    static let card = DetailTrialTests.card([rows])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      try DetailTrialTests.measure(project) { _ in
        Detail(rows, rows: [Detail.Row([.number(Double.random(in: 0...1))])])
      }
    }
  }

  struct Careless: Indicator {
    static let card = DetailTrialTests.card([
      DetailCard(
        "Two rows", Text("Rows", nl: ""), summary: Text("", nl: ""),
        columns: [
          DetailColumn("a", Text("A", nl: "A"), .text),
          DetailColumn("a", Text("A", nl: "A"), .text),
        ])
    ])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      try DetailTrialTests.measure(project) { _ in nil }
    }
  }

  private func faults(_ indicator: any Indicator, _ promise: Promise) async -> [String] {
    await IndicatorTrial(indicator, examples: nil, promise: promise).faults()
  }

  @Test(arguments: [Promise.declaration, .measures, .repetition, .order, .emptiness])
  func `a module with good detail keeps the promise`(promise: Promise) async {
    #expect(await faults(Good(), promise) == [])
  }

  @Test func `detail that is not declared, not given or does not fit is found`() async {
    #expect(
      await faults(Undeclared(), .measures) == [
        "“visits” gives the detail “rows”, which its card does not declare; add it under details:"
      ])
    #expect(
      await faults(Silent(), .measures) == [
        "no example gives the detail “visits.rows” a row; write a worked example that does"
      ])
    #expect(
      await faults(Unfit(), .measures) == [
        "row 1 of the detail “rows” has a value of “hours” that its card does not allow"
      ])
  }

  @Test func `chance in detail is found`() async {
    #expect(
      await faults(Restless(), .repetition).contains {
        $0.contains("other rows of detail of “hours”")
      })
  }

  @Test func `each gap of a careless detail has its sentence`() async {
    let found = await faults(Careless(), .declaration)
    #expect(found.count == 4)
    #expect(found.first?.hasPrefix("“Two rows”, the identifier of a detail of “visits”") == true)
    #expect(
      found.contains { $0.hasPrefix("the detail “visits.Two rows” has the column “a” twice") })
  }
}
