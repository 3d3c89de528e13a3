import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Pipeline

/// Rows of detail leave only where they fit their card and tell of no small group of people.
@Suite struct DetailRuleTests {
  struct Guest: TableRow {
    static let table = TableCard(id: "guests", title: Text("Guests", nl: "Gasten"))
    @Column("Person", nl: "Persoon") var person: PersonKey
  }

  struct Chair: TableRow {
    static let table = TableCard(id: "chairs", title: Text("Chairs", nl: "Stoelen"))
    @Column("Legs", nl: "Poten") var legs: Int
  }

  static let rows = DetailCard(
    "rows", Text("Rows", nl: "Rijen"), summary: Text("Rows.", nl: "De rijen."),
    columns: [DetailColumn("number", Text("Number", nl: "Getal"), .number)])
  static let seats = MeasureCard(
    "seats", Text("Seats", nl: "Plaatsen"), help: Text("Seats.", nl: "De plaatsen."), kind: .count,
    aggregation: .sum)

  static func card(details: [DetailCard]) -> IndicatorCard {
    IndicatorCard(
      id: "party", title: Text("Party", nl: "Feest"), summary: Text("Seats.", nl: "Plaatsen."),
      tables: [Guest.self, Chair.self], measures: [seats], references: [], details: details)
  }

  /// Gives rows of detail that are fine, do not fit, or are not declared.
  struct Fine: Indicator {
    static let card = DetailRuleTests.card(details: [rows])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [DetailRuleTests.measure(Detail(rows, rows: [Detail.Row([.number(1)])]), project)]
    }
  }

  struct Unfit: Indicator {
    static let card = DetailRuleTests.card(details: [rows])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [DetailRuleTests.measure(Detail(rows, rows: [Detail.Row([.number(.nan)])]), project)]
    }
  }

  struct Undeclared: Indicator {
    static let card = DetailRuleTests.card(details: [])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [DetailRuleTests.measure(Detail(rows, rows: [Detail.Row([.number(1)])]), project)]
    }
  }

  static func measure(_ detail: Detail, _ project: ProjectData) -> Measure {
    let chairs = (try? project.rows(Chair.self)) ?? .none
    return seats.count(chairs).detailed(detail)
  }

  @Test(arguments: [
    (Fine() as any Indicator, 1, 0), (Unfit() as any Indicator, 0, 1),
    (Undeclared() as any Indicator, 0, 1),
  ])
  func `rows that do not fit are left out, and the module is named`(
    module: any Indicator, details: Int, faults: Int
  ) throws {
    let folder = try Places.temporaryFolder().appending(path: "groenhof")
    try FileManager.default.copyItem(
      at: Places.repository.appending(path: "Examples/groenhof"), to: folder)
    try Data("Legs\n4\n3\n".utf8).write(to: folder.appending(path: "tables/chairs.csv"))
    let pipeline = Pipeline(registry: Registry(indicators: [module], exporters: []), program: "x")
    let result = try pipeline.report(ProjectFolder(folder), isDraftAllowed: true)
    let measure = try #require(result.report?.indicators.first?.measures.first?.measure)
    #expect(measure.value == 2)
    #expect(measure.details.count == details)
    let found = result.findings.filter { $0.code == "indicator.incomplete_result" }
    #expect(found.count == faults)
    #expect(found.allSatisfy { $0.message.english.contains("rows that do not fit") })
  }

  private func safe(_ people: [Int?], from table: String) -> Measure {
    let detail = Detail(
      Self.rows, rows: people.map { Detail.Row([.number(1)], people: $0) })
    let origin = Origin.selection(
      Selection(table: table, file: "f", rowNumbers: Array(2...30), columns: []))
    let measure = Self.seats.count(29, from: origin).detailed(detail)
    let figure = FigureID(joining: "party", "seats")
    return SmallCells.protect(measure, figure: figure, released: [:])
      .hidingPeople(
        of: Self.card(details: [Self.rows]).tables.map { TableDeclaration($0) }, in: [:])
  }

  @Test(arguments: [
    ([5, 12], true), ([5, 4], false), ([nil, 12], false), ([0, 9], false), ([], true),
  ])
  func `rows from a table of people leave only with five people behind each`(
    people: [Int?], leaves: Bool
  ) {
    let measure = safe(people, from: "guests")
    #expect(measure.details.isEmpty == !leaves)
    #expect(measure.notes.count == (leaves ? 0 : 1))
    #expect(measure.value == 29)
  }

  @Test(arguments: [([nil, nil], true), ([nil, 12], true), ([nil, 3], false)])
  func `rows about things leave, unless they say that few people stand behind them`(
    people: [Int?], leaves: Bool
  ) {
    #expect(safe(people, from: "chairs").details.isEmpty == !leaves)
  }

  @Test func `a measure that is kept back keeps its rows back`() {
    let card = MeasureCard(
      "guests", Text("Guests", nl: "Gasten"), help: Text("G.", nl: "G."), kind: .count,
      unit: .people, aggregation: .sum, countsPeople: true)
    let measure = card.count(3, from: .combined([]))
      .detailed(Detail(Self.rows, rows: [Detail.Row([.number(1)])]))
    let safe = SmallCells.protect(
      measure, figure: FigureID(joining: "party", "guests"), released: [:])
    #expect(safe.value == nil && safe.details.isEmpty)
  }
}
