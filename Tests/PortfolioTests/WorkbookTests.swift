import ExportKit
import Foundation
import OpenDocument
import Portfolio
import ReportXML
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A report as a spreadsheet in a portfolio` {
  private static let edit: @Sendable (inout PortfolioReport) -> Void = {
    $0.rounds = (1_000, 400, 100)
    $0.grants = ["SUB-2025/17"]
    $0.organisation = "Stichting  Tuin & <Zonen> \u{201C}Pluk\u{201D}"
    $0.kilograms = nil
  }

  @Test func `gives the same extract as the XML of the same report`() throws {
    let folder = try Places.temporaryFolder()
    let (ods, xml) = (folder.appending(path: "a.ods"), folder.appending(path: "a.xml"))
    try Register.workbook(Self.edit).write(to: ods)
    try Register.xml(Self.edit).write(to: xml)
    var fromWorkbook = try SpreadsheetExporter().extract(ods)
    var fromXML = try ReportXMLExporter().extract(xml)
    #expect(fromWorkbook.form == "ods" && fromXML.form == "xml")
    #expect(fromXML.measures.contains { $0.parts["r2"] == 400 })
    for extract in [\ReportExtract.form, \.version] {
      fromWorkbook[keyPath: extract] = ""
      fromXML[keyPath: extract] = ""
    }
    // Only an XML document has elements to count.
    fromWorkbook.identifiedElements = 0
    fromXML.identifiedElements = 0
    #expect(fromWorkbook == fromXML)
  }

  @Test func `is taken in, known again as XML, and gives its bytes back`() throws {
    let register = try Register()
    let bytes = try Register.workbook(Self.edit)
    #expect(try register.add(bytes, named: "report.ods")?.status == .added)
    #expect(try register.portfolio.document(1) == bytes)
    #expect(try register.ask("select form from reports") == [.text("ods")])
    #expect(try register.add(Register.xml(Self.edit))?.status == .alreadyThere)
    let other = try Register.workbook {
      Self.edit(&$0)
      $0.quantity = 31
    }
    #expect(try register.add(other, named: "other.ods")?.code == "portfolio.same_revision")
  }

  @Test func `a spreadsheet that is no report, or is cut off, is refused`() throws {
    let register = try Register()
    let file = register.folder.appending(path: "plain.ods")
    try Workbook(
      title: "t", generator: "g", language: .dutch,
      sheets: [Sheet(name: "a", columnWidths: [20], rows: { try $0.row([.text("x")]) })]
    ).write(to: file)
    #expect(try register.add([file]).first?.code == "portfolio.not_a_report")
    let bytes = try Register.workbook()
    for count in [200, bytes.count / 2, bytes.count - 1] {
      let outcome = try register.add(bytes.prefix(count), named: "cut.ods")
      #expect(outcome?.code == "portfolio.damaged", "\(count)")
    }
    #expect(try register.ask("select count(*) from all_reports") == [.integer(0)])
  }

  @Test func `of a folder the XML is taken and the spreadsheet beside it left`() throws {
    let register = try Register()
    let inbox = register.folder.appending(path: "inbox")
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: false)
    try Register.workbook().write(to: inbox.appending(path: "a.ods"))
    try Register.xml().write(to: inbox.appending(path: "a.xml"))
    try Register.workbook { $0.id = "b" }.write(to: inbox.appending(path: "b.ods"))
    #expect(try register.add([inbox]).map(\.status) == [.added, .added])
    #expect(
      try register.ask("select form from reports order by project") == [.text("ods"), .text("xml")])
  }
}
