import ExportKit
import Foundation
import Portfolio
import ReportXML
import Spreadsheet
import TestSupport

/// A portfolio in a folder of its own, to which a test hands reports.
struct Register {
  let folder: URL
  let portfolio: Portfolio

  init() throws {
    folder = try Places.temporaryFolder()
    portfolio = try Portfolio(at: folder.appending(path: "city.sqlite"))
  }

  static let exporters: [any Exporter] = [
    SpreadsheetExporter(), ReportXMLExporter(),
  ]

  /// The bytes of a report as XML.
  static func xml(_ edit: (inout PortfolioReport) -> Void = { _ in }) throws -> Data {
    var plain = PortfolioReport()
    edit(&plain)
    return Data(try ReportXMLExporter().bytes(of: plain.report()))
  }

  /// The bytes of the same report as a spreadsheet.
  static func workbook(
    _ edit: (inout PortfolioReport) -> Void = { _ in }
  ) throws -> Data {
    var plain = PortfolioReport()
    edit(&plain)
    let file = try Places.temporaryFolder().appending(path: "report.ods")
    try SpreadsheetExporter().write(plain.report(), to: file)
    return try Data(contentsOf: file)
  }

  /// Hands in bytes under a name.
  @discardableResult
  func add(_ bytes: Data, named name: String = "report.xml") throws -> AdditionOutcome? {
    let file = folder.appending(path: name)
    try bytes.write(to: file)
    return try add([file]).first
  }

  /// Hands in a report.
  @discardableResult
  func add(_ edit: (inout PortfolioReport) -> Void) throws -> AdditionOutcome? {
    try add(Register.xml(edit))
  }

  /// Hands in files, folders and archives.
  func add(_ places: [URL]) throws -> [AdditionOutcome] {
    var outcomes: [AdditionOutcome] = []
    try portfolio.add(places, exporters: Register.exporters) { outcomes.append($0) }
    return outcomes
  }

  /// The first column of an answer.
  func ask(_ sql: String) throws -> [QueryAnswer.Value] {
    try Portfolio.query(sql, in: portfolio.file).rows.compactMap(\.first)
  }
}
