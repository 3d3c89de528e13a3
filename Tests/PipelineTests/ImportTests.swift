import Foundation
import IndicatorKit
import Pipeline
import TestSupport
import Testing

/// Files in `imports/` become rows of tables, checked as CSV files are.
@Suite struct ImportTests {
  struct Visit: TableRow {
    static let table = TableCard(id: "visits", title: Text("Visits", nl: "Bezoeken"))
    @Column("Person", nl: "Persoon") var person: PersonKey
    @Column("Hours", nl: "Uren", unit: .hour, bounds: 0...24) var hours: Double
  }

  /// A line per visit: `3.5 hours by Ann`, below the title `VISITS`.
  struct VisitImporter: TableImporter {
    static let card = ImporterCard(
      id: "visit_lines", title: Text("Lines of visits", nl: "Regels met bezoeken"),
      summary: Text("Hours and names.", nl: "Uren en namen."), fileExtensions: ["vis"],
      tables: [Visit.self], version: 1)

    func recognises(_ opening: String) -> Bool { opening.hasPrefix("VISITS\n") }

    func read(_ text: String, file: String) -> ImportedFile {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let rows = lines.enumerated().dropFirst().filter { !$0.element.isEmpty }.map { index, line in
        let words = line.split(separator: " ").map(String.init)
        return ImportedTable.Row(line: index + 1, cells: [words[0], words.last ?? ""])
      }
      return ImportedFile(tables: [
        ImportedTable(
          table: "visits",
          columns: [
            .init("hours", heading: "hours", position: 1),
            .init("person", heading: "by", position: nil),
          ], rows: rows, headingLine: 1)
      ])
    }
  }

  /// Takes everything with the ending for its own.
  struct GreedyImporter: TableImporter {
    static let card = ImporterCard(
      id: "greedy", title: Text("Anything", nl: "Alles"),
      summary: Text("Anything.", nl: "Alles."), fileExtensions: ["vis"], tables: [Visit.self],
      version: 1)
    func recognises(_ opening: String) -> Bool { true }
    func read(_ text: String, file: String) -> ImportedFile { ImportedFile(tables: []) }
  }

  static func card(importers: [any TableImporter.Type]) -> IndicatorCard {
    IndicatorCard(
      id: "visiting", title: Text("Visiting", nl: "Bezoek"),
      summary: Text("Hours of visits.", nl: "Uren op bezoek."), tables: [Visit.self],
      measures: [hours], references: [], importers: importers)
  }

  static let hours = MeasureCard(
    "hours", Text("Hours", nl: "Uren"), help: Text("Hours.", nl: "Uren."), kind: .sum, unit: .hour,
    aggregation: .sum)

  struct Visiting: Indicator {
    static let card = ImportTests.card(importers: [VisitImporter.self])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [ImportTests.hours.sum(try project.rows(Visit.self), columns: ["hours"], of: \.hours)]
    }
  }

  struct GreedyVisiting: Indicator {
    static let card = ImportTests.card(importers: [VisitImporter.self, GreedyImporter.self])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [ImportTests.hours.notMeasurable(Text("no", nl: "nee"))]
    }
  }

  struct LazyVisiting: Indicator {
    static let card = ImportTests.card(importers: [GreedyImporter.self])
    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [ImportTests.hours.notMeasurable(Text("no", nl: "nee"))]
    }
  }

  private static let visits =
    "VISITS\n3.5 hours by Ann\n\n2 hours by Bob\n1.25 hours by Cas\n"
    + "0 hours by Eve\n0 hours by Fay\n0 hours by Gus\n"

  private func project(_ files: [String: String]) throws -> URL {
    let folder = try Places.temporaryFolder().appending(path: "groenhof")
    try FileManager.default.copyItem(
      at: Places.repository.appending(path: "Examples/groenhof"), to: folder)
    for leftover in ["reports", ".wijkwaarde", "tables", "books"] {
      try? FileManager.default.removeItem(at: folder.appending(path: leftover))
    }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }

  private func report(_ folder: URL, _ module: any Indicator = Visiting()) throws -> ReportResult {
    try Pipeline(registry: Registry(indicators: [module], exporters: []), program: "Test")
      .report(ProjectFolder(folder), isDraftAllowed: true)
  }

  /// The findings about imported files and their tables.
  private func codes(_ result: ReportResult) -> [String] {
    result.findings.filter { $0.address?.file.hasPrefix("imports/") == true }.map(\.code)
  }

  @Test func `rows of an imported file are measured, from their own lines`() throws {
    let result = try report(project(["imports/may.vis": Self.visits]))
    let measure = try #require(result.report?.indicators.first?.measures.first?.measure)
    #expect(measure.value == 6.75)
    #expect(
      measure.origin
        == .selection(
          Selection(
            table: "visits", file: "imports/may.vis", rowNumbers: [2, 4, 5, 6, 7, 8],
            columns: ["hours"])))
    #expect(codes(result) == [])
    let source = try #require(result.report?.sources.first { $0.kind == "visits" })
    #expect(source.file == "imports/may.vis" && source.sha256.count == 64)
  }

  @Test func `an imported cell is checked by the declaration, at its line and heading`() throws {
    let result = try report(
      project(["imports/may.vis": Self.visits.replacing("2 hours", with: "25 hours")]))
    let finding = try #require(result.findings.first { $0.code == "table.out_of_bounds" })
    #expect(finding.address?.row == 4)
    #expect(finding.address?.column == 1 && finding.address?.heading == "hours")
  }

  @Test func `a decimal comma of the project's own tables does not reach imported files`() throws {
    let folder = try project(["imports/may.vis": Self.visits])
    let settings = folder.appending(path: "project.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
      .replacing("numbers:", with: "numbers_before:")
    try Data((text + "\nnumbers:\n  decimal_mark: comma\n").utf8).write(to: settings)
    #expect(try report(folder).report?.indicators.first?.measures.first?.measure.value == 6.75)
  }

  @Test func `names in an imported file are not kept`() throws {
    let folder = try project(["imports/may.vis": Self.visits])
    _ = try report(folder)
    let cache = folder.appending(path: ".wijkwaarde")
    let files = try FileManager.default.contentsOfDirectory(
      at: cache, includingPropertiesForKeys: nil)
    #expect(files.contains { $0.lastPathComponent == "store.sqlite" })
    for file in files {
      let bytes = try Data(contentsOf: file)
      for name in ["Ann", "Bob", "Cas"] { #expect(bytes.range(of: Data(name.utf8)) == nil) }
    }
  }

  @Test func `a second run reads from the cache, and a changed file is read again`() throws {
    let folder = try project(["imports/may.vis": Self.visits])
    func value() throws -> Double? {
      try report(folder).report?.indicators.first?.measures.first?.measure.value
    }
    #expect(try value() == 6.75)
    #expect(try value() == 6.75)
    try Data(Self.visits.replacing("3.5", with: "4.5").utf8)
      .write(to: folder.appending(path: "imports/may.vis"))
    #expect(try value() == 7.75)
    try FileManager.default.removeItem(at: folder.appending(path: "imports/may.vis"))
    #expect(try report(folder).report?.indicators.isEmpty == true)
  }

  @Test func `a table from two files is an error at the second one, and its rows do not count`()
    throws
  {
    let both = try report(
      project(["imports/may.vis": Self.visits, "tables/visits.csv": "Person,Hours\nDee,1.5\n"]))
    #expect(codes(both) == ["table.two_sources"])
    #expect(both.report?.indicators.first?.measures.first?.measure.value == 1.5)
    let two = try report(
      project(["imports/may.vis": Self.visits, "imports/june.vis": "VISITS\n1 hour by Ann\n"]))
    #expect(codes(two) == ["table.two_sources"])
    #expect(
      two.findings.first { $0.code == "table.two_sources" }?.address?.file == "imports/may.vis")
  }

  @Test func `a file of no known format is a warning that names the formats`() throws {
    let result = try report(project(["imports/may.vis": "Not visits\n"]))
    #expect(codes(result) == ["import.unknown_format"])
    let finding = try #require(result.findings.first { $0.code == "import.unknown_format" })
    #expect(finding.severity == .warning && finding.help.english.contains("Lines of visits (.vis)"))
  }

  @Test func `a file that two importers claim is an error, and neither reads it`() throws {
    let result = try report(project(["imports/may.vis": Self.visits]), GreedyVisiting())
    #expect(codes(result) == ["import.several_formats"])
  }

  @Test func `an importer that gives nothing and says nothing is an error of its module`() throws {
    let result = try report(project(["imports/may.vis": Self.visits]), LazyVisiting())
    #expect(codes(result) == ["import.incomplete_result"])
  }

  @Test func `bytes that are no text are one finding`() throws {
    let folder = try project(["imports/may.vis": Self.visits])
    try Data("VISITS\n".utf8 + [0, 1, 2]).write(to: folder.appending(path: "imports/may.vis"))
    #expect(codes(try report(folder)) == ["text.control_character"])
  }
}
