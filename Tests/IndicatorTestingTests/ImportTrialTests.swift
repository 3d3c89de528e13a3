import IndicatorKit
import IndicatorTesting
import Pipeline
import Testing

/// The suite finds an importer that takes too much, gives too little, or has no example.
@Suite struct ImportTrialTests {
  /// Reads `HOURS` and then a number per line, well or badly.
  struct HoursImporter: TableImporter {
    static let card = ImportTrialTests.card("hours")
    func recognises(_ opening: String) -> Bool { opening.hasPrefix("HOURS\n") }
    func read(_ text: String, file: String) -> ImportedFile {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.first == "HOURS" else {
        return ImportedFile(
          failed: Finding(
            "import.no_hours", .error, Text("No hours.", nl: "Geen uren."),
            help: Text("Write HOURS.", nl: "Schrijf HOURS."), at: Address(file: file)))
      }
      let rows = lines.enumerated().dropFirst().filter { !$0.element.isEmpty }
      return ImportedFile(tables: [
        ImportTrialTests.table(
          rows.map { .init(line: $0.offset + 1, cells: ["2025-03-08", String($0.element)]) })
      ])
    }
  }

  struct GreedyImporter: TableImporter {
    static let card = ImportTrialTests.card("greedy")
    func recognises(_ opening: String) -> Bool { true }
    func read(_ text: String, file: String) -> ImportedFile {
      HoursImporter().read(text, file: file)
    }
  }

  struct CarelessImporter: TableImporter {
    static let card = ImportTrialTests.card("careless")
    func recognises(_ opening: String) -> Bool { opening.hasPrefix("HOURS\n") }
    func read(_ text: String, file: String) -> ImportedFile {
      guard text.count > 3 else { return ImportedFile(tables: []) }
      return ImportedFile(tables: [
        ImportedTable(
          table: "visits", columns: [.init("hour", heading: "hour", position: 1)],
          rows: [.init(line: 0, cells: ["1"]), .init(line: 0, cells: ["2"])], headingLine: 1),
        ImportedTable(table: "secrets", columns: [], rows: [], headingLine: 1),
      ])
    }
  }

  static func card(_ id: String) -> ImporterCard {
    ImporterCard(
      id: id, title: Text("Hours", nl: "Uren"), summary: Text("Hours.", nl: "De uren."),
      fileExtensions: ["hrs"], tables: [Visits.Visit.self], version: 1)
  }

  static func table(_ rows: [ImportedTable.Row]) -> ImportedTable {
    ImportedTable(
      table: "visits",
      columns: [
        .init("date", heading: "date", position: nil), .init("hours", heading: "h", position: 1),
      ], rows: rows, headingLine: 1)
  }

  struct Importing<Importer: TableImporter>: Indicator {
    static var card: IndicatorCard {
      IndicatorCard(
        id: "visits", title: Text("Visits", nl: "Bezoeken"),
        summary: Text("How long people visit.", nl: "Hoe lang mensen op bezoek zijn."),
        tables: [Visits.Visit.self], measures: [Visits.hours],
        references: [Reference("Nobody, Visits, 2025")], importers: [Importer.self])
    }

    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      [Visits.measured(try project.rows(Visits.Visit.self))]
    }
  }

  private static let examples = """
    - en: Two lines of hours.
      nl: Twee regels met uren.
      period: 2025
      imports:
        week.hrs: |
          HOURS
          1.5

          2
      measures:
        hours: 3.5
    - en: No visits.
      nl: Geen bezoeken.
      period: 2025
      measures:
        hours: { absent: has no rows }
    """

  private func faults(
    _ indicator: any Indicator, _ promise: Promise, examples: String = examples
  ) async -> [String] {
    let text = ExampleText(of: indicator, file: "Visits/examples.yaml", text: examples)
    return await IndicatorTrial(indicator, examples: text, promise: promise).faults()
  }

  @Test(arguments: [Promise.imports, .examples, .declaration])
  func `a good importer keeps the promise`(promise: Promise) async {
    #expect(await faults(Importing<HoursImporter>(), promise) == [])
  }

  @Test func `an importer that takes any file for its own is found`() async {
    #expect(
      await faults(Importing<GreedyImporter>(), .imports) == [
        "the importer “greedy” takes files of no format for its own; look in recognises(_:) for "
          + "what only its own format has"
      ])
  }

  @Test func `an importer without an example is told to write one`() async {
    let text = Self.examples.replacing("week.hrs", with: "week.txt")
    #expect(
      await faults(Importing<HoursImporter>(), .imports, examples: text) == [
        "the importer “hours” has no worked example; write one with the text of a file under "
          + "imports:"
      ])
    #expect(
      await faults(Importing<HoursImporter>(), .examples, examples: text).first
        == "Visits/examples.yaml:6: no importer of “visits” takes “week.txt” for its own")
  }

  @Test func `what a careless importer gives is found`() async {
    let faults = await faults(Importing<CarelessImporter>(), .imports)
    #expect(
      faults == [
        "the importer “careless” gives the column “hour”, which the table “visits” does not have",
        "the importer “careless” gives a row a line that the file does not have",
        "the importer “careless” gives two rows of “visits” the same line",
        "the importer “careless” gives the table “secrets”, which is not on its card",
        "the importer “careless” gives neither tables nor a finding for a file that is cut off",
      ])
  }

  @Test func `a cell of an imported file that cannot be is a fault at its line`() async {
    let text = Self.examples.replacing("1.5\n", with: "25\n")
    let faults = await faults(Importing<HoursImporter>(), .examples, examples: text)
    #expect(faults.first?.hasPrefix("Visits/examples.yaml:7: “h”: “25” is above") == true)
  }
}
