import Foundation
import ImpactModel
import LibXML2
import Pipeline
import TestSupport
import Testing

/// A project as one workbook: the same tables, checks and report as the folder.
@Suite struct ProjectWorkbookTests {
  private static let schema = Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng")

  /// The example as a workbook with its books beside it.
  private struct Book {
    let example: Example
    let file: URL

    init(ending: String = "ods", language: Language? = nil) throws {
      example = try Example()
      let place = try Places.temporaryFolder().appending(path: "groen")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      file = place.appending(path: "groenhof.\(ending)")
      try ProjectScaffold(registry: registry).makeWorkbook(
        at: file, from: example.project, language: language, program: "Wijkwaarde test")
      try FileManager.default.copyItem(
        at: example.folder.appending(path: "books"), to: place.appending(path: "books"))
    }

    var project: ProjectFolder { ProjectFolder(file) }

    /// Replaces the first occurrence of a text in a workbook that is a single file.
    ///
    /// - Parameter landmark: a text behind which the first occurrence is meant.
    func replace(_ old: String, with new: String, after landmark: String = "") throws {
      var text = try String(contentsOf: file, encoding: .utf8)
      let start =
        landmark.isEmpty ? text.startIndex : try #require(text.range(of: landmark)).upperBound
      let range = try #require(text.range(of: old, range: start..<text.endIndex), "\(old)")
      text.replaceSubrange(range, with: new)
      try Data(text.utf8).write(to: file)
    }
  }

  /// The report of the example as a folder, made once.
  private static let folderReport = Result { () throws -> String in
    let example = try Example()
    return try ProjectWorkbookTests().report(example, example.project)
  }

  /// The XML of a report without the places where its numbers stood.
  private func report(_ example: Example, _ project: ProjectFolder) throws -> String {
    let result = try example.pipeline.report(project)
    #expect(result.findings.filter { $0.severity != .note } == [])
    let file = try #require(result.files.first { $0.pathExtension == "xml" })
    let text = try String(contentsOf: file, encoding: .utf8)
    return
      text
      .replacing(#/ (file|sheet|line|row|column|cell|heading|sha256|byte)="[^"]*"/#, with: "")
      .replacing(#/<rows first="\d+" last="\d+"/>/#, with: "")
      .replacing(#/>[0-9a-f]{64}</#, with: "><")
  }

  @Test(arguments: ["ods", "fods"])
  func `the example gives the same report as a workbook`(ending: String) throws {
    let book = try Book(ending: ending)
    let folder = try Self.folderReport.get()
    #expect(folder.utf8.count > 100_000)
    #expect(try report(book.example, book.project) == folder)
  }

  @Test func `the example in an English workbook gives the same report`() throws {
    let book = try Book(language: .english)
    #expect(try report(book.example, book.project) == Self.folderReport.get())
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `a workbook that LibreOffice saved gives the same report`() throws {
    let book = try Book()
    let saved = try Places.temporaryFolder()
    try OpenDocumentFile(book.file).convert(to: "ods", in: saved)
    try FileManager.default.copyItem(
      at: book.example.folder.appending(path: "books"), to: saved.appending(path: "books"))
    let project = ProjectFolder(saved.appending(path: "groenhof.ods"))
    #expect(try report(book.example, project) == Self.folderReport.get())
  }

  @Test func `every figure leads to a cell of the workbook`() throws {
    let book = try Book()
    let result = try book.example.pipeline.explain(
      "outcome.o2.deadweight", of: book.project, language: .dutch)
    let origins = try #require(result.explanation?.sources)
    guard case .cell(let address)? = origins.first else {
      Issue.record("\(origins)")
      return
    }
    #expect(address.text(in: .dutch) == "groenhof.ods, Effecten!K3 (Zonder ons ook)")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let code: String
    let place: String
    var testDescription: String { code }
  }

  static let mistakes = [
    Mistake(
      old: "office:value=\"146400\"", new: "office:value=\"146400,5\"",
      code: "table.unreadable_cell",
      place: "groenhof.fods, Inbreng!F2 (Bedrag, uren of aantal)"),
    Mistake(
      old: "<text:p>72 (64–80)</text:p>", new: "<text:p>72 (74–80)</text:p>",
      code: "table.range_order", place: "groenhof.fods, Effecten!F3 (Aantal)"),
    Mistake(
      old: "<text:p>GM9999</text:p>", new: "<text:p>GM99</text:p>", code: "settings.invalid",
      place: "groenhof.fods, Instellingen!B29 (where.municipality)"),
    Mistake(
      old: "table:name=\"Belanghebbenden\"", new: "table:name=\"Belanghebbende\"",
      // Tables come in the order of their identifiers, and the first reference is told.
      code: "table.missing_table", place: "groenhof.fods, Inbreng!B2 (Belanghebbende)"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a workbook is found at its cell`(mistake: Mistake) throws {
    let book = try Book(ending: "fods")
    try book.replace(mistake.old, with: mistake.new)
    let errors = try book.example.pipeline.check(book.project).findings
      .filter { $0.severity == .error }
    #expect(errors.contains { $0.code == mistake.code }, "\(errors)")
    let found = errors.first { $0.code == mistake.code }?.address?.text(in: .dutch)
    #expect(found == mistake.place)
    for finding in errors {
      #expect(!finding.help.english.contains("tables/"))
      #expect(!finding.message.dutch.contains("project.yaml"))
    }
  }

  @Test func `rows of two sheets are told apart where one of them has an error`() throws {
    let book = try Book(ending: "fods")
    // An error in row 3 of the outcomes, and an old price in row 3 of the proxies.
    try book.replace("<text:p>72 (64–80)</text:p>", with: "<text:p>72 (74–80)</text:p>")
    try book.replace(
      "office:value=\"2025\"", with: "office:value=\"2019\"", after: "1900 (1400–2500)")
    let found = try book.example.pipeline.check(book.project).findings
    let places = found.map { "\($0.code) \($0.address?.sheet ?? "") \($0.address?.cell ?? "")" }
    #expect(places.contains("table.range_order Effecten F3"))
    #expect(places.contains("value_map.price_year Financiële proxy’s D3"))
  }

  @Test func `a CSV file beside a workbook may hold one table, but not one of its sheets`() throws {
    let book = try Book()
    let tables = book.file.deletingLastPathComponent().appending(path: "tables")
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    let headings = "Datum;Titel\n"
    try Data(headings.utf8).write(to: tables.appending(path: "nothing.csv"))
    #expect(
      try book.example.pipeline.check(book.project).findings.map(\.code) == ["project.unread_file"])
    try FileManager.default.copyItem(
      at: book.example.folder.appending(path: "tables/repairs.csv"),
      to: tables.appending(path: "repairs.csv"))
    let codes = try book.example.pipeline.check(book.project).findings.map(\.code)
    #expect(codes.contains("table.two_sources"))
  }

  @Test(arguments: Language.allCases)
  func `an empty workbook has nothing wrong but what is still to fill in`(
    language: Language
  ) throws {
    let place = try Places.temporaryFolder()
    let file = place.appending(path: "nieuw project.ods")
    let scaffold = ProjectScaffold(registry: registry)
    try scaffold.makeWorkbook(
      at: file, year: 2025, language: language, program: "Wijkwaarde test")
    _ = try scaffold.make(
      at: place.appending(path: "nieuw project"), year: 2025, language: language)
    let pipeline = Pipeline(registry: registry, program: "Wijkwaarde test")
    let book = try pipeline.check(ProjectFolder(file))
    let folder = try pipeline.check(ProjectFolder(place.appending(path: "nieuw project")))
    #expect(book.findings.map(\.code).sorted() == folder.findings.map(\.code).sorted())
    #expect(
      book.findings.map(\.message.english).sorted()
        == folder.findings.map(\.message.english).sorted())
    #expect(book.language == language)
    for finding in book.findings { #expect(finding.address?.file == "nieuw project.ods") }
  }

  @Test(.enabled(if: schema != nil && Tool.isHere("xmllint")), arguments: Language.allCases)
  func `the parts of an empty and of a filled workbook follow the official schema`(
    language: Language
  ) throws {
    let place = try Places.temporaryFolder()
    let empty = place.appending(path: "empty.ods")
    try ProjectScaffold(registry: registry).makeWorkbook(
      at: empty, year: 2025, language: language, program: "Wijkwaarde test")
    let filled = try Book(language: language).file
    for file in [empty, filled] {
      for part in ["content.xml", "styles.xml"] {
        let copy = place.appending(path: part)
        try OpenDocumentFile(file).part(part).write(to: copy)
        let outcome = try #require(Tool("xmllint")).run([
          "--noout", "--relaxng", try #require(Self.schema).path, copy.path,
        ])
        #expect(outcome.exitCode == 0, "\(outcome.errors.prefix(2_000))")
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice") && Tool.isHere("unzip")))
  func `LibreOffice takes the rules, the lists and the comments of an empty workbook`() throws {
    let place = try Places.temporaryFolder()
    let file = place.appending(path: "empty.ods")
    try ProjectScaffold(registry: registry).makeWorkbook(
      at: file, year: 2025, language: .english, program: "Wijkwaarde test")
    try OpenDocumentFile(file).convert(to: "xlsx", in: place)
    let converted = OpenDocumentFile(place.appending(path: "empty.xlsx"))
    let names = String(decoding: try converted.part("xl/workbook.xml"), as: UTF8.self)
    let sheets = names.matches(of: #/<sheet name="([^"]*)"/#).map { String($0.1) }
    let number = try #require(sheets.firstIndex(of: "Outcomes")) + 1
    let sheet = String(
      decoding: try converted.part("xl/worksheets/sheet\(number).xml"), as: UTF8.self)
    #expect(sheet.contains("type=\"custom\""), "a number or a range")
    #expect(sheet.contains("<formula1>Stakeholders!$B$2:$B$1001</formula1>"))
    #expect(sheet.contains("<formula1>Lists!$"))
    // LibreOffice drops the view where it converts without a window.
    let views = String(
      decoding: try OpenDocumentFile(file).part("settings.xml"), as: UTF8.self)
    let view = try #require(views.components(separatedBy: "config:name=\"Outcomes\"").last)
    for name in ["HorizontalSplitPosition", "VerticalSplitPosition"] {
      let item = "config:name=\"\(name)\" config:type=\"int\">1<"
      #expect(view.contains(item), "headings and row marks stay in sight")
    }
    let comments = String(
      decoding: try converted.part("xl/comments\(number).xml"), as: UTF8.self)
    #expect(comments.contains("Must be filled in."))
    #expect(names.contains("state=\"hidden\""))
  }

  // MARK: The command line

  @Test func `new, check, explain and report take a workbook`() throws {
    let place = try Places.temporaryFolder()
    let made = try ProgramBinary.run(
      ["new", "wijk.ods", "--from", Example.original.path], in: place)
    #expect(made.exitCode == 0, "\(made.errors)")
    let again = try ProgramBinary.run(
      ["new", "wijk.ods", "--from", Example.original.path], in: place)
    #expect(again.exitCode == 74, "nothing is overwritten")
    #expect(try ProgramBinary.run(["new", "wijk", "--from", "x"], in: place).exitCode == 64)
    let explained = try ProgramBinary.run(
      ["explain", "wijk.ods", "outcome.o2.quantity"], in: place)
    #expect(explained.output.contains("wijk.ods, Effecten!F3 (Aantal)"))
    #expect(try ProgramBinary.run(["report", "wijk.ods"], in: place).exitCode == 0)
    #expect(
      FileManager.default.fileExists(
        atPath: place.appending(path: "reports/2025/groenhof-2025.ods").path))
    let absent = try ProgramBinary.run(["check", "niets.ods"], in: place)
    #expect(absent.exitCode == 74)
    #expect(absent.errors.contains("niets.ods kan niet worden gelezen: het is er niet"))
  }

  @Test func `a folder with errors is not made a workbook`() throws {
    let example = try Example()
    try example.replace(";146400;", with: ";veel;", in: "tables/inputs.csv")
    let place = try Places.temporaryFolder()
    let outcome = try ProgramBinary.run(
      ["new", "wijk.ods", "--from", example.folder.path], in: place)
    #expect(outcome.exitCode == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == [])
  }

  @Test func `a report of ours is no project`() throws {
    let example = try Example()
    let result = try example.pipeline.report(example.project)
    let file = try #require(result.files.first { $0.pathExtension == "ods" })
    let outcome = try ProgramBinary.run(["check", file.path])
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("“Settings”"))
  }
}
