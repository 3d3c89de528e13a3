import ExportKit
import Foundation
import ReportXML
import TestSupport
import Testing

@Suite struct `The XML of a report` {
  @Test func `is the same byte for byte when written twice`() throws {
    let exporter = ReportXMLExporter()
    let first = try exporter.bytes(of: ExampleReport.report())
    #expect(try exporter.bytes(of: ExampleReport.report()) == first)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xml")
    try exporter.write(ExampleReport.report(), to: file)
    #expect(try Data(contentsOf: file) == Data(first))
  }

  @Test func `starts with the declaration in UTF-8 and has no byte order mark`() throws {
    let document = try Document(ExampleReport.report())
    #expect(
      document.text.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/xsl" href="#page"?>
        <report xmlns="urn:wijkwaarde:report:1" version="1.0" lang="nl" draft="false">
        """))
  }

  @Test func `gives every number back exactly`() throws {
    let document = try Document(ExampleReport.report())
    #expect(document.value("sroi.ratio") == 7.0 / 3.0)
    #expect(document.value("sroi.present_value") == 26_655.123456789012)
    #expect(document.value("input.grant.value") == 0.1 + 0.2)
    #expect(document.value("input.grant.quantity") == 0.1 + 0.2)
    #expect(document.value("sroi.benefits_1") == .leastNonzeroMagnitude)
    #expect(document.value("sroi.benefits_2") == .greatestFiniteMagnitude)
    #expect(document.value("outcome.noise.proxy") == -1e-7)
    #expect(document.value("outcome.noise.present_value") == -1.24e-6)
    #expect(document.value("sroi.discount_rate") == 0.0225)
    #expect(document.value("beekeeping.weight") == 1.0 / 3.0)
    #expect(document.value("beekeeping.success") == 14.0 / 27.0)
  }

  @Test func `gives random numbers back exactly`() throws {
    var generator = SeededGenerator(seed: 20_251_231)
    let values = (0..<2_000).map { _ in
      Double(bitPattern: generator.next())
    }.filter(\.isFinite)
    #expect(values.count > 1_900)
    let waterfall = values.enumerated().map { index, value in
      ExampleReport.figure("waterfall.step_\(index)", Text(verbatim: "Step"), value)
    }
    let document = try Document(
      ExampleReport.report(valueMap: ExampleReport.valueMap(waterfall: waterfall)))
    let texts = document.text.matches(of: /<step [^>]*>\s*<label>Step<\/label>\s*<value>([^<]+)</)
    #expect(texts.map { Double($0.output.1) } == values)
  }

  @Test func `names the unit, the currency and the origin of a figure`() throws {
    let document = try Document(ExampleReport.report())
    let ratio = try #require(document.element("sroi.ratio"))
    let origin = try #require(ratio.firstMatch(of: /origin="(o\d+)"/)).output.1
    #expect(ratio.contains("<ratio id=\"sroi.ratio\" unit=\"1\" origin=\"\(origin)\">"))
    let computation = try #require(document.element(String(origin)))
    #expect(computation.contains("<rule lang=\"nl\">hoeveelheid maal proxy</rule>"))
    #expect(computation.contains("<of figure=\"outcome.loneliness.proxy\"/>"))
    let hours = try #require(document.element("input.hours.value"))
    #expect(hours.contains("unit=\"money\" currency=\"EUR\" origin=\"\(origin)\""))
  }

  @Test func `names the cell of a number that the author gave`() throws {
    let document = try Document(ExampleReport.report())
    for (id, cell) in [
      ("outcome.loneliness.quantity", "E2"), ("outcome.loneliness.deadweight", "H2"),
    ] {
      let given = try #require(document.element(id))
      let origin = try #require(given.firstMatch(of: /origin="(o\d+)"/), "\(id)").output.1
      let place = try #require(document.element(String(origin)))
      #expect(place.contains("cell=\"\(cell)\""), "\(id)")
    }
    #expect(try #require(document.element("outcome.loneliness.proxy")).contains("origin=") == false)
  }

  @Test func `numbers each distinct origin once`() throws {
    let document = try Document(ExampleReport.report())
    let section = try #require(document.text.range(of: "<origins>"))
    let origins = document.text[section.upperBound...]
    #expect(
      origins.matches(of: /<origin id="o(\d+)">/).map(\.output.1) == [
        "1", "2", "3", "4", "5", "6", "7", "8",
      ])
    let packed = Document.packed(origins)
    #expect(
      packed.contains(
        "<parameterValue name=\"discount_rate.nl\"><value>0.0225</value>"
          + "<source>Werkgroep discontovoet 2020</source></parameterValue>"))
    #expect(
      packed.contains(
        "<selection table=\"repairs\" file=\"tables/repairs.csv\" count=\"4\">"
          + "<rows first=\"2\" last=\"4\"/><rows first=\"9\" last=\"9\"/>"
          + "<column>date</column><column>outcome</column></selection>"))
    #expect(
      packed.contains(
        "<cell file=\"tables/outcomes.csv\" row=\"2\" column=\"5\" cell=\"E2\" "
          + "heading=\"quantity\"/>"))
    #expect(
      packed.contains(
        "<combined><ledger lines=\"312\"><file>books/2025.xaf</file><account>4000</account>"
          + "<account>4010</account></ledger><selection table="))
  }

  @Test func `writes no value and no zero for what could not be had`() throws {
    let document = try Document(ExampleReport.report())
    for id in ["quantity", "gross_value", "impact", "present_value"] {
      let element = try #require(document.element("outcome.skills.\(id)"))
      #expect(!element.contains("<value>"))
      #expect(element.contains("<absent lang=\"en\">the quantity is not known</absent>"))
      #expect(element.contains("<absent lang=\"nl\">de hoeveelheid is onbekend</absent>"))
    }
    #expect(try #require(document.element("skills")).contains("<periodValue") == false)
    #expect(
      try #require(document.element("noise")).contains(
        "<periodValue period=\"2\" currency=\"EUR\">"))
    let honey = try #require(document.element("beekeeping.honey"))
    #expect(!honey.contains("<value>") && !honey.contains("<parts>") && !honey.contains("origin="))
    #expect(honey.contains("<absent lang=\"nl\">geen tabel met bijenkasten</absent>"))
  }

  @Test func `keeps the parts of each kind of measure`() throws {
    let document = try Document(ExampleReport.report())
    func parts(_ id: String) throws -> String {
      let element = try #require(document.element("beekeeping.\(id)"))
      let parts = try #require(element.firstMatch(of: /<parts>([\s\S]*)<\/parts>/)).output.1
      return Document.packed(parts)
    }
    #expect(try parts("visits") == "<count>37</count>")
    #expect(try parts("weight") == "<sum rows=\"4\">0.3333333333333333</sum>")
    #expect(
      try parts("success")
        == "<numerator>14</numerator><denominator>27</denominator><unknown>6</unknown>")
    #expect(try parts("pay") == "<total>100</total><number>7</number>")
    #expect(
      try parts("lm3") == "<rule>(1 + 2 + 3) / 1</rule>"
        + "<part name=\"round_1\" unit=\"money\" currency=\"EUR\"><label lang=\"en\">Round 1</label>"
        + "<label lang=\"nl\">Ronde 1</label><value>125000</value></part>")
  }

  @Test(.enabled(if: Tool.isHere("xmllint"))) func `gives hostile texts back unchanged`() throws {
    let document = try Document(ExampleReport.report())
    let summary = try document.xpath(
      "string(//*[local-name()='project']/*[local-name()='summary'])")
    #expect(summary.trimmingCharacters(in: .newlines) == ExampleReport.hostile)
    let sheet = try document.xpath("string(//*[local-name()='address'][1]/@sheet)")
    #expect(sheet.trimmingCharacters(in: .newlines) == "Inzet & meer")
  }

  @Test func `refers to a step of the waterfall that stands elsewhere`() throws {
    let document = try Document(ExampleReport.report())
    #expect(document.text.contains("<sameAs figure=\"sroi.present_value\"/>"))
    #expect(document.text.matches(of: /\sid="sroi\.present_value"/).count == 1)
  }

  @Test func `refers to an absent step too, and stays absent`() throws {
    let absent = ExampleReport.figure("sroi.ratio", Text(verbatim: "SROI"), nil, unit: .ratio)
    let map = ExampleReport.valueMap(waterfall: [absent], ratio: nil)
    let document = try Document(ExampleReport.report(valueMap: map))
    #expect(document.text.contains("<sameAs figure=\"sroi.ratio\"/>"))
    #expect(document.value("sroi.ratio") == nil)
  }

  @Test func `refuses a control character and names the element`() throws {
    let report = try ExampleReport.report(projectName: "bad\u{01}name")
    let error = ReportXMLError.unwritableCharacter(
      "\u{01}", element: "report/project ‘groenhof’/name")
    #expect(throws: error) { try ReportXMLExporter().bytes(of: report) }
    #expect(
      error.message.english
        == "the text of report/project ‘groenhof’/name holds the control character U+0001, "
        + "which XML cannot hold")
  }

  @Test func `refuses a number that is not finite and names the element`() throws {
    let infinite = ReportInput(
      id: ExampleReport.id("gift"), stakeholder: ExampleReport.id("residents"), description: "Gift",
      kind: .inKind, period: 1, quantity: .infinity, rate: 1, grant: nil,
      value: ExampleReport.figure("input.gift.value", Text(verbatim: "Gift"), nil),
      presentValue: ExampleReport.figure("input.gift.present_value", Text(verbatim: "Gift"), nil))
    let report = try ExampleReport.report(inputs: [infinite])
    let place = "report/inputs/input ‘gift’/quantity ‘input.gift.quantity’/value"
    #expect(throws: ReportXMLError.notFinite(element: place)) {
      try ReportXMLExporter().bytes(of: report)
    }
  }

  @Test func `refuses two different figures with one identifier`() throws {
    let other = ExampleReport.figure("sroi.ratio", Text(verbatim: "Another"), 9, unit: .ratio)
    let report = try ExampleReport.report(valueMap: ExampleReport.valueMap(waterfall: [other]))
    #expect(throws: ReportXMLError.doubledFigure(other.id)) {
      try ReportXMLExporter().bytes(of: report)
    }
  }
}
