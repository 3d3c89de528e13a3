import Foundation
import ImpactModel
import OpenDocument
import Pipeline
import TestSupport
import Testing

/// Each check fires once, at its place, on a copy of the example that is changed for it; the
/// unchanged example fires none (see `TwelveMistakesTests`).
@Suite struct CheckTests {
  /// A change with the finding that it must give.
  struct Change: Sendable, CustomTestStringConvertible {
    let code: String
    let severity: Finding.Severity
    let place: String
    let file: String
    let old: String
    let new: String

    var testDescription: String { "\(code): \(old) → \(new)" }
  }

  static let changes: [Change] = [
    Change(
      code: "value_map.quantity_missing", severity: .error,
      place: "tables/outcomes.csv, F3 (Aantal)", file: "outcomes", old: ";ja;72 (64–80);;mensen;",
      new: ";ja;;;mensen;"),
    Change(
      code: "value_map.quantity_twice", severity: .error,
      place: "tables/outcomes.csv, G2 (Aantal uit meting)", file: "outcomes",
      old: ";ja;;employment.", new: ";ja;4;employment."),
    Change(
      code: "value_map.unknown_measure", severity: .error,
      place: "tables/outcomes.csv, G2 (Aantal uit meting)", file: "outcomes",
      old: "employment.fte_target_groups", new: "employment.fte_target_group"),
    Change(
      code: "value_map.proxy_missing", severity: .error,
      place: "tables/outcomes.csv, J3 (Financiële proxy)", file: "outcomes",
      old: ";p_samen;25 %", new: ";;25 %"),
    Change(
      code: "value_map.deduction_missing", severity: .error,
      place: "tables/outcomes.csv, M3 (Verdringing)", file: "outcomes",
      old: ";0 %;Andere eettafels", new: ";;Andere eettafels"),
    Change(
      code: "value_map.state_without_reason", severity: .warning,
      place: "tables/outcomes.csv, V12 (Reden van de status)", file: "outcomes",
      old: ";Deelnemers noemen het uit zichzelf en willen er geen prijs op zetten;", new: ";;"),
    Change(
      code: "value_map.input_missing", severity: .error,
      place: "tables/inputs.csv, F2 (Bedrag, uren of aantal)", file: "inputs", old: ";146400;;",
      new: ";;;"),
    Change(
      code: "inputs.cash_differs", severity: .warning, place: "tables/inputs.csv", file: "inputs",
      old: ";146400;;", new: ";156400;;"),
    Change(
      code: "inputs.hours_differ", severity: .warning, place: "tables/inputs.csv", file: "inputs",
      old: ";3100;15;", new: ";3500;15;"),
    Change(
      code: "value_map.rate_missing", severity: .error,
      place: "tables/inputs.csv, G9 (Waarde per uur of stuk)", file: "inputs", old: ";3100;15;",
      new: ";3100;;"),
    Change(
      code: "value_map.rate_of_cash", severity: .error,
      place: "tables/inputs.csv, G2 (Waarde per uur of stuk)", file: "inputs", old: ";146400;;",
      new: ";146400;3;"),
    Change(
      code: "value_map.price_year", severity: .warning,
      place: "tables/proxies.csv, D2 (Prijspeil)", file: "proxies", old: ", pert);2025;",
      new: ", pert);2019;"),
    Change(
      code: "value_map.proxy_parameter_missing", severity: .error,
      place: "tables/proxies.csv, H12 (Waarde uit parameter)", file: "proxies",
      old: "co2_shadow_price.nl.central", new: "co2_shadow_price.nl.centraal"),
    Change(
      code: "value_map.proxy_value_twice", severity: .error,
      place: "tables/proxies.csv, H12 (Waarde uit parameter)", file: "proxies",
      old: ";;2021;CE Delft", new: ";0,2;2021;CE Delft"),
    Change(
      code: "value_map.proxy_value_missing", severity: .error,
      place: "tables/proxies.csv, C4 (Waarde)", file: "proxies", old: ";45;2025;", new: ";;2025;"),
    Change(
      code: "over_claiming.zero_without_reason", severity: .warning,
      place: "tables/outcomes.csv, N3 (Reden verdringing)", file: "outcomes",
      old: ";0 %;Andere eettafels in de wijk bleven even vol;", new: ";0 %;;"),
    Change(
      code: "value_map.excluded_stakeholder", severity: .warning,
      place: "tables/outcomes.csv, B2 (Belanghebbende)", file: "outcomes",
      old: "\no1;medewerkers;", new: "\no1;leveranciers;"),
    Change(
      code: "table.day_order", severity: .error, place: "tables/staff.csv, D2 (Einde)",
      file: "staff", old: ";2023-03-01;;28;", new: ";2023-03-01;2022-03-01;28;"),
    Change(
      code: "project.unknown_parameter", severity: .warning,
      place: "tables/parameters.csv, A2 (Parameter)", file: "parameters",
      old: "employment.full_time_hours", new: "employment.fulltime_hours"),
    Change(
      code: "books.unknown_party", severity: .warning,
      place: "tables/parties.csv, C2 (Nummer in de boekhouding)", file: "parties", old: ";S001;",
      new: ";X001;"),
    Change(
      code: "project.impossible_number", severity: .warning,
      place: "tables/parties.csv, D2 (KvK-nummer)", file: "parties", old: ";00000101;",
      new: ";101;"),
    Change(
      code: "project.column_needed", severity: .error, place: "tables/outcomes.csv, line 1",
      file: "outcomes", old: ";Aantal;", new: ";Iets heel anders;"),
    Change(
      code: "project.column_needed", severity: .warning, place: "tables/outcomes.csv, line 1",
      file: "outcomes", old: ";Reden verdringing;", new: ";Toelichting nummer twee;"),
  ]

  @Test(arguments: changes)
  func `a check gives one finding at its place`(change: Change) throws {
    let example = try Example()
    try example.replace(change.old, with: change.new, in: "tables/\(change.file).csv")
    let findings = try example.pipeline.check(example.project).findings
    #expect(findings.map(\.code) == [change.code], "\(findings)")
    let finding = try #require(findings.first)
    #expect(finding.severity == change.severity)
    #expect(finding.address?.text(in: .english).hasPrefix(change.place) == true, "\(finding)")
    for language in Language.allCases { #expect(!finding.help[language].isEmpty) }
  }

  @Test func `books in another currency are refused, once per file`() throws {
    let example = try Example()
    for book in try example.books() {
      try example.replace(
        "<curCode>EUR</curCode>", with: "<curCode>USD</curCode>", in: book)
    }
    let codes = try example.pipeline.check(example.project).findings.map(\.code)
    #expect(codes == ["books.other_currency", "books.other_currency"])
  }

  @Test func `books that cover half of the period are a warning, the same books twice an error`()
    throws
  {
    let example = try Example()
    let books = try example.books()
    let second = try #require(books.last)
    let bytes = try example.bytes(second)
    try FileManager.default.removeItem(at: example.folder.appending(path: second))
    var findings = try example.pipeline.check(example.project).findings
    #expect(findings.map(\.code) == ["books.incomplete_period"])
    try example.write(bytes, to: second)
    try example.write(bytes, to: "books/copy.xaf")
    findings = try example.pipeline.check(example.project).findings
    #expect(findings.map(\.code) == ["books.overlap"])
  }

  @Test func `a file that nothing reads is told, with the name that was meant`() throws {
    let example = try Example()
    try example.write(Data("Id\n".utf8), to: "tables/outcome.csv")
    try example.write(Data("x".utf8), to: "books/bank.pdf")
    let findings = try example.pipeline.check(example.project).findings
    #expect(findings.map(\.code) == ["project.unread_file", "project.unread_file"])
    #expect(findings.map(\.severity) == [.note, .warning])
    #expect(findings.last?.help.english == "Did you mean “outcomes.csv”?")
  }

  @Test(arguments: [("id: groenhof", "id: groen hof"), ("GM9999", "GM99")])
  func `a setting that cannot be so is one finding with its line`(old: String, new: String) throws {
    let example = try Example()
    try example.replace(old, with: new, in: "project.yaml")
    let findings = try example.pipeline.check(example.project).findings
    #expect(findings.map(\.code) == ["settings.invalid"])
    #expect(findings.first?.address?.line != nil)
  }

  @Test func `a release of an unknown measure is a warning`() throws {
    let example = try Example()
    let settings = String(decoding: try example.bytes("project.yaml"), as: UTF8.self)
    let release = "\nrelease_below_five:\n  - measure: employment.headcunt\n    reason: Proef.\n"
    let cut = settings.range(of: "\nrelease_below_five:").map { settings[..<$0.lowerBound] }
    try example.write(Data(((cut.map(String.init) ?? settings) + release).utf8), to: "project.yaml")
    let findings = try example.pipeline.check(example.project).findings
      .filter { $0.code == "project.unknown_release" }
    #expect(findings.first?.help.english == "Use one of: employment.headcount.")
  }

  /// The example, whose settings name the licence of a file.
  private func licensed(_ licence: String) throws -> Example {
    let example = try Example()
    let settings = String(decoding: try example.bytes("project.yaml"), as: UTF8.self)
    let text = "licences:\n  - {file: \(licence)}\n" + settings
    try example.write(Data(text.utf8), to: "project.yaml")
    return example
  }

  @Test func `a licence of a file that is not there is a warning`() throws {
    let example = try licensed("tables/outcome.csv, licence: CC BY 4.0")
    let findings = try example.pipeline.check(example.project).findings
      .filter { $0.code == "project.unknown_file" }
    #expect(findings.map(\.help.english) == ["Did you mean tables/outcomes.csv?"])
  }

  @Test func `the licence of a file stands with the sources of every export`() throws {
    let example = try licensed("tables/outcomes.csv, licence: Proeflicentie 7")
    let files = try example.pipeline.report(example.project).files
    for ending in ["html", "xml"] {
      let file = try #require(files.first { $0.pathExtension == ending })
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("Proeflicentie 7"), "\(ending)")
    }
    let workbook = try #require(files.first { $0.pathExtension == "ods" })
    var texts: [String] = []
    try SpreadsheetReader(file: workbook).read { event in
      if case .row(let row) = event { texts += row.cells.map(\.text) }
    }
    #expect(texts.contains { $0.hasSuffix(", Proeflicentie 7") })
  }

  @Test(arguments: [
    ("project.minimum", ["employment.minimum_wage"]),
    ("my.hourly.wage", ["employment.living_wage", "employment.minimum_wage"]), ("qqq.zzz", []),
  ])
  func `an unknown parameter is answered by a few that share its words`(
    name: String, near: [String]
  ) throws {
    let example = try Example()
    try example.replace("employment.minimum_wage;", with: "\(name);", in: "tables/parameters.csv")
    let finding = try example.pipeline.check(example.project).findings
      .first { $0.code == "project.unknown_parameter" }
    let help = try #require(finding).help.english
    #expect(near.allSatisfy(help.contains), "\(help)")
    #expect(help.count < 300)
    #expect(help.hasSuffix("`wijkwaarde indicators NAME` shows those of an indicator."))
  }
}
