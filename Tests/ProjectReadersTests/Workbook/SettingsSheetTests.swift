import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// The sheet of settings says what `project.yaml` would say, each finding at its cell.
@Suite struct SettingsSheetTests {
  private typealias Flat = FlatWorkbook

  private static let yaml = """
    project:
      id: groen
      revision: "2"
      name: "Groen & \\"Wijk\\": [samen] * {1}"
      summary: |-
        Eerste regel.
        Tweede regel.
      perspective: evaluation
      language: nl
      currency: EUR
    organisation:
      name: Stichting Groen
      identifiers:
        - {scheme: NL-KVK, number: "00000001"}
        - {scheme: NL-RSIN, number: "123456782"}
    where:
      neighbourhood: Groenhof
      country: NL
      municipality: GM0344
      codes: [WK034405]
      codes_year: 2025
      postcodes: ["3561", "3562AB"]
    periods:
      - {from: 2024-01-01, until: 2024-12-31}
      - {from: 2025-01-01, until: 2025-12-31}
    report: {date: 2026-02-01}
    value_map:
      discount_rate: 2,1250 %
      benefit_timing: mid_period
      price_base_year: 2025
    grants: [A-1, A-2]
    themes: [Groen]
    left_out: ["Wat: niet."]
    release_below_five:
      - {measure: employment.headcount, reason: Het contract.}
    numbers: {decimal_mark: comma}
    """

  private static func noRate(_: Country, _: Day) -> (rate: Double, origin: Origin)? { nil }

  private func settings(_ rows: [String]) throws -> ProjectWorkbook.SheetSettings {
    let book = try Flat(sheets: [("Instellingen", rows)]).read()
    return try #require(book.settings(standardDiscountRate: Self.noRate))
  }

  /// The rows of a sound sheet, with another value for one key.
  private func rows(_ key: String? = nil, _ value: String = FlatWorkbook.empty) -> [String] {
    let values: [(String, String)] = [
      ("project.id", Flat.text("groen")), ("project.revision", Flat.cell("float", "1", shows: "1")),
      ("project.name", Flat.text("Groen")), ("project.perspective", Flat.text("terugkijken")),
      ("project.language", Flat.text("Dutch")), ("project.currency", Flat.text("EUR")),
      ("organisation.name", Flat.text("Stichting")),
      ("where.neighbourhood", Flat.text("Groenhof")), ("where.country", Flat.text("Nederland")),
      ("where.postcodes", Flat.cell("float", "3561", shows: "3561")),
      ("where.postcodes", Flat.text("3562")), ("where.postcodes", Flat.empty),
      ("periods.from", Flat.cell("date", "2025-01-01", shows: "01-01-25")),
      ("periods.until", Flat.cell("date", "2025-12-31", shows: "31-12-25")),
      ("value_map.discount_rate", Flat.cell("percentage", "0.02125", shows: "2 %")),
      ("value_map.benefit_timing", Flat.text("begin van de periode")),
      ("value_map.price_base_year", Flat.cell("float", "2025", shows: "2025")),
    ]
    return [Flat.texts("Instelling", "Waarde", "Wat u invult", "Sleutel")]
      + values.map { name, cell in
        Flat.row([
          Flat.empty, name == key ? value : cell, Flat.empty, Flat.text(name),
        ])
      }
  }

  @Test func `typed cells and words in either language make whole settings`() throws {
    let read = try settings(rows())
    #expect(read.findings == [])
    let description = try #require(read.settings?.description)
    #expect(description.revision == "1")
    #expect(description.perspective == .evaluation)
    #expect(description.language == .dutch)
    #expect(description.neighbourhood.country == .netherlands)
    #expect(description.neighbourhood.area == PostcodeArea(prefixes: ["3561", "3562"]))
    #expect(
      description.period
        == Period(
          first: try #require(Day(iso: "2025-01-01")), last: try #require(Day(iso: "2025-12-31"))))
    #expect(description.discountRate == 0.02125)
    guard case .cell(let address) = description.discountRateOrigin else {
      Issue.record("the rate stands in a cell")
      return
    }
    #expect(address.text(in: .dutch) == "project.fods, Instellingen!B16 (value_map.discount_rate)")
  }

  @Test func `without keys the words for the settings count, in either language`() throws {
    let labels = [
      ("Kenmerk van het project", "groen"), ("Revision", "1"), ("Naam van het project", "Groen"),
      ("Perspectief", "looking ahead"), ("Taal", "nl"), ("Munt", "EUR"),
      ("Naam organisatie", "Stichting"), ("De buurt", ""), ("Buurt", "Groenhof"), ("Land", "NL"),
      ("Periode vanaf", "2025-01-01"), ("Periode tot en met", "2025-12-31"),
      ("Discontovoet", "3 %"), ("Moment van de baten", "mid_period"), ("Prijspeil", "2025"),
    ]
    let rows = [Flat.texts("Waarde", "Instelling")] + labels.map { Flat.texts($0.1, $0.0) }
    let read = try settings(rows)
    #expect(read.findings == [])
    #expect(read.settings?.description.perspective == .forecast)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let key: String
    let value: String
    let code: String
    let cell: String
    var testDescription: String { "\(key): \(code)" }
  }

  static let mistakes = [
    Mistake(
      key: "project.id", value: FlatWorkbook.text("groen hof"), code: "settings.invalid",
      cell: "B2"),
    Mistake(
      key: "project.name", value: FlatWorkbook.empty, code: "settings.missing", cell: "B4"),
    Mistake(
      key: "where.country", value: FlatWorkbook.text("Frankrijk"), code: "settings.invalid",
      cell: "B10"),
    Mistake(
      key: "periods.until", value: FlatWorkbook.cell("date", "2025-12-30"),
      code: "settings.period", cell: "B14"),
    Mistake(
      key: "value_map.discount_rate", value: FlatWorkbook.cell("percentage", "0.9", shows: "90 %"),
      code: "table.out_of_bounds", cell: "B16"),
    Mistake(
      key: "value_map.price_base_year",
      value: "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
        + "calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>",
      code: "table.error_cell", cell: "B18"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is one error at its cell`(mistake: Mistake) throws {
    let read = try settings(rows(mistake.key, mistake.value))
    let errors = read.findings.filter { $0.severity == .error }
    #expect(errors.first?.code == mistake.code, "\(errors)")
    #expect(errors.first?.address?.sheet == "Instellingen")
    #expect(errors.first?.address?.cell == mistake.cell)
    #expect(read.settings == nil)
  }

  @Test func `a key that nobody knows is told at its row`() throws {
    let read = try settings(rows() + [Flat.texts("", "x", "", "where.postcode")])
    #expect(read.findings.map(\.code) == ["settings.unknown_key"])
    #expect(read.findings.first?.address?.cell == "B19")
  }

  @Test func `a sheet without its headings is one error`() throws {
    let read = try settings([Flat.texts("project.id", "groen")])
    #expect(read.findings.map(\.code) == ["settings.no_headings"])
    #expect(read.settings == nil)
  }

  @Test(arguments: Language.allCases)
  func `a settings file becomes a sheet that says the same`(language: Language) throws {
    let bytes = Data(Self.yaml.utf8)
    let (settings, findings) = SettingsReader.read(
      bytes, file: "project.yaml", standardDiscountRate: Self.noRate)
    try #require(findings == [])
    let maker = ProjectWorkbookMaker(groups: [], language: language, generator: "Test")
    let draft = try maker.workbook(
      of: ProjectFiles(name: "groen", settings: bytes, tables: [:]))
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for ending in ["ods", "fods"] {
      let file = folder.appending(path: "groen.\(ending)")
      try draft.write(to: file)
      let read = try #require(
        try ProjectWorkbook(file, tables: []).settings(standardDiscountRate: Self.noRate))
      #expect(read.findings == [])
      var expected = try #require(settings).description
      // Only where the rate was read differs.
      expected.discountRateOrigin = try #require(read.settings).description.discountRateOrigin
      #expect(read.settings?.description == expected)
      #expect(read.settings?.decimalMark == .comma)
    }
  }

  /// The finding about an unknown key lists the keys that the reader of settings knows.
  @Test func `the sheet has every key that the reader of settings knows`() throws {
    let sections = [
      "project", "organisation", "scope", "where", "report", "value_map", "numbers",
    ]
    let yaml =
      "zzzzzzzz: 1\n" + sections.map { "\($0): {zzzzzzzz: 1}\n" }.joined()
      + "periods: [{zzzzzzzz: 1}]\nrelease_below_five: [{zzzzzzzz: 1}]\n"
    let (_, found) = SettingsReader.read(
      Data(yaml.utf8), file: "project.yaml", standardDiscountRate: Self.noRate)
    let lists = found.filter { $0.code == "settings.unknown_key" }
    try #require(lists.count == sections.count + 3)
    let maker = ProjectWorkbookMaker(groups: [], language: .english, generator: "Test")
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "new.fods")
    try maker.empty(id: "new", name: "New", year: 2025).write(to: file)
    let sheet = try String(contentsOf: file, encoding: .utf8)
    for finding in lists {
      let path = (finding.address?.heading ?? "").split(separator: ".").dropLast()
      let list = finding.help.english.replacing("Known are: ", with: "").dropLast()
      for key in list.components(separatedBy: ", ") {
        let whole = (path + [Substring(key)]).joined(separator: ".")
        #expect(sheet.contains(">\(whole)<") || sheet.contains(">\(whole)."), "\(whole)")
      }
    }
  }
}
