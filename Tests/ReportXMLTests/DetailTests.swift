import ExportKit
import Foundation
import LibXML2
import ReportXML
import TestSupport
import Testing

/// Rows of detail travel in their module's namespace, under a schema made of their declaration.
@Suite struct DetailTests {
  private static let card = DetailCard(
    "hives", Text("Hives & <honey>", nl: "Kasten & <honing>"),
    summary: Text("A row per hive.", nl: "Een rij per kast."),
    columns: [
      DetailColumn("hive", Text("Hive", nl: "Kast"), .identifier),
      DetailColumn("name", Text(englishOnly: "Name"), .text, isRequired: false),
      DetailColumn("jars", Text("Jars", nl: "Potten"), .integer),
      DetailColumn("weight", Text("Weight", nl: "Gewicht"), .number, unit: .kilogram),
      DetailColumn("share", Text("Share", nl: "Aandeel"), .number, isRequired: false),
      DetailColumn("worth", Text("Worth", nl: "Waarde"), .number, unit: .money),
      DetailColumn("day", Text("Day", nl: "Dag"), .day),
      DetailColumn("alive", Text("Alive", nl: "Levend"), .yesNo),
      DetailColumn(
        "sort", Text("Sort", nl: "Soort"),
        .choice([
          ChoiceOption(id: "wood", label: Text("Wood", nl: "Hout")),
          ChoiceOption(id: "straw", label: Text("Straw", nl: "Stro")),
        ])),
    ])

  private static func row(_ hive: String, name: Detail.Value, weight: Double) throws -> Detail.Row {
    Detail.Row([
      .text(hive), name, .integer(-3), .number(weight), .absent, .number(12.5),
      .day(try #require(Day(year: 2025, month: 3, day: 8))), .yesNo(true), .text("straw"),
    ])
  }

  private static func document(_ detail: Detail) throws -> Document {
    let measure = MeasureCard(
      "hives", Text("Hives", nl: "Kasten"), help: Text("Hives.", nl: "Kasten."), kind: .count,
      aggregation: .sum
    ).count(1, from: .combined([])).noting(Text("A note.", nl: "Een noot.")).detailed(detail)
    let id = try #require(FigureID("bees.hives"))
    return try Document(
      ExampleReport.report(indicators: [
        ReportIndicator(
          id: "bees", title: Text("Bees", nl: "Bijen"), summary: Text("Bees.", nl: "Bijen."),
          references: [Reference("None")],
          measures: [ReportMeasure(id: id, measure: measure, isIncomplete: false)])
      ]))
  }

  /// A folder with the schema of the report, that of the detail, and the driver over both.
  private static func driver() throws -> URL {
    let folder = try Places.temporaryFolder()
    let core = try #require(ReportXMLExporter.card.schema)
    let detail = DetailSchema(indicator: "bees", details: [card])
    let name = DetailSchema.fileName(of: "bees")
    let driver = DriverSchema([
      (core.namespace, core.fileName), (DetailSchema.namespace(of: "bees"), name),
    ])
    for (file, text) in [
      (core.fileName, core.text), (name, detail.text), (DriverSchema.fileName, driver.text),
    ] { try Data(text.utf8).write(to: folder.appending(path: file)) }
    return folder.appending(path: DriverSchema.fileName)
  }

  private static func detail() throws -> Detail {
    Detail(
      card,
      rows: [
        try row("h1", name: .text(ExampleReport.hostile), weight: 1.0 / 3.0),
        try row("h2", name: .absent, weight: 1e-300),
      ])
  }

  @Test func `every kind of value is valid under the driver, and under the report's own schema`()
    throws
  {
    let bytes = Data(try Self.document(Self.detail()).text.utf8)
    #expect(try XMLValidator(schema: Self.driver()).validate(bytes) == [])
    #expect(try XMLValidator(schema: Document.schema).validate(bytes) == [])
  }

  @Test(arguments: [
    ("<hive>h1</hive>", "<hive>H 1</hive>"), ("<jars>-3</jars>", "<jars>3.5</jars>"),
    ("<weight unit=\"kg\">", "<weight unit=\"g\">"), ("<weight unit=\"kg\">", "<weight>"),
    ("currency=\"EUR\">12.5", "currency=\"euro\">12.5"), ("2025-03-08</day>", "8 March</day>"),
    ("<alive>true</alive>", "<alive>yes</alive>"), ("<sort>straw</sort>", "<sort>clay</sort>"),
    ("<worth unit=\"money\" currency=\"EUR\">12.5</worth>", ""),
    ("</row>", "<more>1</more></row>"), ("<hives xmlns", "<hive xmlns"),
  ])
  func `what the declaration does not allow is found by the driver and not by the core`(
    right: String, wrong: String
  ) throws {
    let good = try Self.document(Self.detail()).text
    var bad = good.replacing(right, with: wrong)
    if right.hasPrefix("<hives") { bad = bad.replacing("</hives>", with: "</hive>") }
    try #require(bad != good)
    let driver = try XMLValidator(schema: Self.driver())
    // Lax: an element that no schema declares is let through.
    let isUnknown = wrong.hasPrefix("<hive xmlns")
    #expect(driver.validate(Data(bad.utf8)).isEmpty == isUnknown)
    #expect(try XMLValidator(schema: Document.schema).validate(Data(bad.utf8)) == [])
  }

  @Test func `numbers come back exactly, and what is absent has no element`() throws {
    let text = try Self.document(Self.detail()).text
    let weights = text.matches(of: /<weight unit="kg">([^<]+)</).map { Double($0.output.1) }
    #expect(weights == [1.0 / 3.0, 1e-300])
    let rows = text.split(separator: "<hives").last?.split(separator: "</hives>").first ?? ""
    #expect(rows.matches(of: /<row>/).count == 2)
    #expect(rows.matches(of: /<name>/).count == 1)
    #expect(!text.contains("<share>"))
  }

  @Test(.enabled(if: Tool.isHere("xmllint")))
  func `xmllint agrees on the driver`() throws {
    let folder = try Places.temporaryFolder()
    let file = folder.appending(path: "report.xml")
    try Data(try Self.document(Self.detail()).text.utf8).write(to: file)
    let xmllint = try #require(Tool("xmllint"))
    let outcome = try xmllint.run(
      ["--noout", "--nonet", "--schema", Self.driver().path, file.path])
    #expect(outcome.exitCode == 0)
  }

  @Test func `the schema in the program is the one in the repository`() throws {
    #expect(
      ReportXMLExporter.card.schema?.text
        == (try String(contentsOf: Document.schema, encoding: .utf8)))
  }

  @Test func `a text in English only says that it is English`() throws {
    let measure = MeasureCard(
      "hives", Text(englishOnly: "Hives"), help: Text("Hives.", nl: "Kasten."), kind: .count,
      aggregation: .sum
    ).count(1, from: .combined([]))
    let document = try Document(
      ExampleReport.report(indicators: [
        ReportIndicator(
          id: "bees", title: Text("Bees", nl: "Bijen"), summary: Text("Bees.", nl: "Bijen."),
          references: [],
          measures: [
            ReportMeasure(
              id: try #require(FigureID("bees.hives")), measure: measure, isIncomplete: false)
          ])
      ]))
    #expect(document.text.contains("<label lang=\"en\">Hives</label>"))
    #expect(!document.text.contains("<label lang=\"nl\">Hives</label>"))
  }
}

/// A detail says where its rows do not fit its card.
@Suite struct DetailFaultTests {
  private static func faults(_ column: DetailColumn, _ value: Detail.Value) -> Int {
    let card = DetailCard("d", Text("D", nl: "D"), summary: Text("D", nl: "D"), columns: [column])
    return Detail(card, rows: [Detail.Row([value])]).faults.count
  }

  @Test(arguments: [
    (DetailColumn.Kind.text, Detail.Value.text("a"), Detail.Value.text("")),
    (.identifier, .text("a_1"), .text("A-1")), (.integer, .integer(3), .number(3)),
    (.number, .number(3), .number(.nan)), (.number, .number(-0.0), .number(.infinity)),
    (.yesNo, .yesNo(false), .integer(0)),
    (.choice([ChoiceOption(id: "a", label: Text("A", nl: "A"))]), .text("a"), .text("b")),
  ])
  func `a value of another kind is a fault`(
    kind: DetailColumn.Kind, good: Detail.Value, bad: Detail.Value
  ) {
    let required = DetailColumn("c", Text("C", nl: "C"), kind)
    let optional = DetailColumn("c", Text("C", nl: "C"), kind, isRequired: false)
    #expect(Self.faults(required, good) == 0)
    #expect(Self.faults(required, bad) == 1)
    #expect(Self.faults(required, .absent) == 1)
    #expect(Self.faults(optional, .absent) == 0)
  }

  @Test func `a day is no text`() throws {
    let day = try #require(Day(year: 2025, month: 1, day: 1))
    let column = DetailColumn("c", Text("C", nl: "C"), .day)
    #expect(Self.faults(column, .day(day)) == 0)
    #expect(Self.faults(column, .text("2025-01-01")) == 1)
  }

  @Test func `a row with too few values is a fault, and no more than ten are listed`() {
    let card = DetailCard(
      "d", Text("D", nl: "D"), summary: Text("D", nl: "D"),
      columns: [DetailColumn("c", Text("C", nl: "C"), .integer)])
    let rows = (0..<50).map { _ in Detail.Row([]) }
    #expect(Detail(card, rows: rows).faults.count == 10)
  }
}
