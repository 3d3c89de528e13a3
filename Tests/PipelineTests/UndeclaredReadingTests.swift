import Foundation
import IndicatorKit
import Pipeline
import TestSupport
import Testing

/// A module that reads what its card does not declare is an error of the whole report.
@Suite struct UndeclaredReadingTests {
  struct Meal: TableRow {
    static let table = TableCard(id: "meals", title: Text("Meals", nl: "Maaltijden"))
    @Column("Guests", nl: "Gasten") var guests: Int
  }

  struct Donation: TableRow {
    static let table = TableCard(id: "donations", title: Text("Donations", nl: "Giften"))
    @Column("Amount", nl: "Bedrag", unit: .money) var amount: Double
  }

  static func card(_ id: String) -> IndicatorCard {
    IndicatorCard(
      id: id, title: Text("Module \(id)", nl: "Module \(id)"),
      summary: Text("Guests at meals.", nl: "Gasten bij maaltijden."), tables: [Meal.self],
      measures: [
        MeasureCard(
          "meals", Text("Meals", nl: "Maaltijden"), help: Text("Meals.", nl: "Maaltijden."),
          kind: .count, aggregation: .sum)
      ], references: [])
  }

  struct Honest: Indicator {
    static let card = UndeclaredReadingTests.card("honest")
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      Self.card.measures.map { $0.count((try? project.rows(Meal.self)) ?? .none) }
    }
  }

  struct Peeking: Indicator {
    static let card = UndeclaredReadingTests.card("peeking")
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      _ = try project.rows(Donation.self)
      return []
    }
  }

  struct Hiding: Indicator {
    static let card = UndeclaredReadingTests.card("hiding")
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      let donations = project.has(Donation.self)
      return Self.card.measures.map { $0.count(donations ? 1 : 2, from: .combined([])) }
    }
  }

  private func result(_ module: any Indicator) throws -> ReportResult {
    let folder = try Places.temporaryFolder().appending(path: "groenhof")
    try FileManager.default.copyItem(
      at: Places.repository.appending(path: "Examples/groenhof"), to: folder)
    let tables = folder.appending(path: "tables")
    for (name, text) in [("meals", "Guests\n12\n"), ("donations", "Amount\n5\n")] {
      try Data(text.utf8).write(to: tables.appending(path: "\(name).csv"))
    }
    let pipeline = Pipeline(
      registry: Registry(indicators: [module, Honest()], exporters: []), program: "test")
    return try pipeline.report(ProjectFolder(folder))
  }

  @Test(arguments: [
    (Peeking() as any Indicator, "peeking", "could not run: the module “peeking” reads"),
    (Hiding() as any Indicator, "hiding", "could not run: the module “hiding” reads"),
  ])
  func `undeclared reading is one error, and other modules still run`(
    module: any Indicator, id: String, words: String
  ) throws {
    let result = try result(module)
    let found = result.findings.filter { $0.code == "indicator.undeclared_reading" }
    try #require(found.count == 1)
    #expect(found[0].severity == .error)
    #expect(
      found[0].message.english
        == "The indicator “Module \(id)” \(words) the table “donations”, which its card does not "
        + "declare.")
    #expect(result.files == [])
    let indicators = try #require(result.report?.indicators)
    #expect(indicators.map(\.id) == [id, "honest"])
    #expect(indicators[1].measures.map(\.measure.value) == [1])
  }

  @Test func `a module that reads what it declares gives no such finding`() throws {
    let result = try result(Honest())
    #expect(!result.findings.contains { $0.code == "indicator.undeclared_reading" })
  }
}
