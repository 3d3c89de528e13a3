import IndicatorKit
import TestSupport
import Testing

/// A table of the module in these tests: visits on a day.
private struct Visit: TableRow {
  static let table = TableCard(id: "visits", title: Text("Visits", nl: "Bezoeken"), date: "date")
  @Column("Date", nl: "Datum") var date: Day
  @Column("Visitors", nl: "Bezoekers") var visitors: Int
}

/// A table that the module does not declare.
private struct Secret: TableRow {
  static let table = TableCard(id: "secrets", title: Text("Secrets", nl: "Geheimen"))
  @Column("Word", nl: "Woord") var word: String
}

/// Another declaration of the table of visits, with a text where a number stands.
private struct OtherVisit: TableRow {
  static let table = TableCard(id: "visits", title: Text("Visits", nl: "Bezoeken"), date: "date")
  @Column("Date", nl: "Datum") var date: Day
  @Column("Visitors", nl: "Bezoekers") var visitors: String
}

@Suite struct ProjectDataTests {
  private static let norm = ParameterCard(
    "visits.norm", Text("Norm", nl: "Norm"), unit: .count)
  private static let other = ParameterCard(
    "visits.other", Text("Other", nl: "Ander"), unit: .count)

  private func visit(_ day: String, _ visitors: Int) -> [String: CellValue] {
    ["date": .day(iso: day), "visitors": .integer(visitors)]
  }

  private func parameter(
    _ value: Double, from: String, until: String? = nil
  ) throws -> ParameterValue {
    ParameterValue(
      id: "visits.norm", value: value, from: try #require(Day(iso: from)),
      until: try until.map { try #require(Day(iso: $0)) }, source: "test", origin: .combined([]))
  }

  private func data(
    _ rows: [[String: CellValue]]?, core: IndicatorCard.CoreData = [], ledger: Ledger? = nil,
    parameters: [ParameterValue] = [], hasPrevious: Bool = true
  ) throws -> ProjectData {
    ProjectData(
      project: HandMade.project(
        period: try #require(Period(year: 2025)),
        previous: hasPrevious ? Period(year: 2024) : nil),
      card: IndicatorCard(
        id: "visits", title: Text("Visits", nl: "Bezoeken"),
        summary: Text("Visits.", nl: "Bezoeken."), tables: [Visit.self], core: core, measures: [],
        parameters: [Self.norm], references: []),
      contents: [
        "visits": rows.map { HandMade.table(Visit.self, $0, rejectedRows: 2) },
        "secrets": HandMade.table(Secret.self, [["word": .text("sesam")]]),
      ].compactMapValues { $0 },
      ledger: ledger, parameters: ParameterTable(parameters))
  }

  /// Days around both ends of the two periods.
  private var visits: [[String: CellValue]] {
    [
      visit("2023-12-31", 1), visit("2024-01-01", 2), visit("2024-12-31", 4),
      visit("2025-01-01", 8), visit("2025-12-31", 16), visit("2026-01-01", 32),
    ]
  }

  @Test func `rows are those of the period that is asked for`() throws {
    let data = try data(visits)
    #expect(try data.rows(Visit.self).map(\.visitors) == [8, 16])
    #expect(try data.rows(Visit.self, in: .previous).map(\.visitors) == [2, 4])
    #expect(try data.rows(Visit.self, in: .all).map(\.visitors) == [1, 2, 4, 8, 16, 32])
  }

  @Test func `rows know their numbers, those outside and those that could not be read`() throws {
    let rows = try data(visits).rows(Visit.self)
    #expect(rows.selection().rows == [5...6])
    #expect(rows.selection().file == "tables/visits.csv")
    #expect(rows.rowsOutside == 4)
    #expect(rows.rejectedRows == 2)
    #expect(rows.filter { $0.visitors > 8 }.number(at: 0) == 6)
  }

  @Test func `a project without a period before has no previous rows`() throws {
    #expect(try data(visits, hasPrevious: false).rows(Visit.self, in: .previous).isEmpty)
  }

  @Test func `an absent table gives no rows and is not there`() throws {
    let absent = try data(nil)
    #expect(try absent.rows(Visit.self).isEmpty)
    #expect(!absent.has(Visit.self))
    #expect(try data([]).has(Visit.self))
  }

  @Test func `reading what is not declared is the module's fault`() throws {
    let data = try data(visits)
    let table = #expect(throws: NotMeasurable.self) { try data.rows(Secret.self) }
    #expect(table?.cause == .undeclared)
    #expect(table?.reason.english.contains("“secrets”") == true)
    let ledger = #expect(throws: NotMeasurable.self) { try data.ledger() }
    #expect(ledger?.cause == .undeclared)
    let parameter = #expect(throws: NotMeasurable.self) { try data.parameter(Self.other) }
    #expect(parameter?.cause == .undeclared)
    #expect(parameter?.reason.dutch.contains("‘visits.other’") == true)
  }

  @Test func `columns that another module declares otherwise are not read as something else`()
    throws
  {
    let data = try data(visits)
    let error = #expect(throws: NotMeasurable.self) { try data.rows(OtherVisit.self) }
    #expect(error?.cause == .undeclared)
  }

  @Test func `the books are there for who declares them`() throws {
    let books = Ledger(books: [], accounts: [], parties: [], totals: [])
    #expect(try data(visits, core: .ledger, ledger: books).ledger() == books)
    #expect(try data(visits, core: .ledger).ledger() == nil)
  }

  @Test func `a parameter is the value in force on the last day of the period`() throws {
    let values = try [
      parameter(36, from: "2020-01-01", until: "2025-12-30"), parameter(38, from: "2025-12-31"),
      parameter(40, from: "2026-01-01"),
    ]
    #expect(try data(visits, parameters: values).parameter(Self.norm)?.value == 38)
    #expect(try data(visits, parameters: [values[0], values[2]]).parameter(Self.norm) == nil)
  }

  @Test func `of two values in force the first in the list is taken`() throws {
    let values = try [parameter(1, from: "2025-01-01"), parameter(2, from: "2024-01-01")]
    #expect(try data(visits, parameters: values).parameter(Self.norm)?.value == 1)
  }

  @Test func `contracts count in each period that they meet`() throws {
    let period = try #require(Period(year: 2025))
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let start = Int.random(in: 2023...2026, using: &generator)
      let end =
        Bool.random(using: &generator) ? start + Int.random(in: 0...2, using: &generator) : nil
      let content = HandMade.table(
        StaffMember.self,
        [
          [
            "id": .text("c1"), "person": .person(named: "p"), "start": .day(iso: "\(start)-07-01"),
            "end": end.map { .day(iso: "\($0)-07-02") } ?? .absent, "hours_per_week": .number(8),
            "target_group": .text("none"),
          ]
        ])
      let meets = start <= 2025 && (end ?? 9999) >= 2025
      #expect(try Rows<StaffMember>(content, in: period).count == (meets ? 1 : 0))
    }
  }
}
