import ExportKit
import Foundation
import OpenDocument

/// Writes a report as an OpenDocument spreadsheet whose value map recalculates.
///
/// Formula cells hold the figure of the report as their last result; a spreadsheet program that
/// recalculates them comes to the same figure. Each figure's cell is named with its identifier.
public struct SpreadsheetExporter: Exporter {
  /// What it writes.
  public static let card = ExportCard(
    id: "ods",
    title: Text("Spreadsheet", nl: "Rekenblad"),
    summary: Text(
      "A workbook with a living value map: change an input and the ratio moves.",
      nl: "Een werkmap met een levende waardenkaart: verander een invoer en de ratio beweegt mee."
    ),
    fileExtension: "ods")

  /// Makes the exporter.
  public init() {}

  /// Writes a report.
  ///
  /// - Throws: `SpreadsheetError` where a text or number cannot be carried, and errors of the file.
  public func write(_ report: Report, to file: URL) throws {
    try workbook(report).write(to: file)
  }

  private func workbook(_ report: Report) throws -> Workbook {
    let voice = Voice(report.project)
    var names = SheetNames()
    let summary = names.take(voice(Text("Summary", nl: "Samenvatting")))
    var sheets = [try SummarySheet(report, voice).plan().sheet(named: summary)]
    if let map = report.valueMap {
      let name = names.take(voice(Text("Value map", nl: "Waardenkaart")))
      sheets.append(try ValueMapSheet(report, map, voice).plan().sheet(named: name))
      let grounds = names.take(voice(Text("Grounds", nl: "Onderbouwing")))
      sheets.append(GroundsSheet(report, map, voice).plan().sheet(named: grounds))
    }
    let sources = names.take(voice(Text("Sources", nl: "Bronnen")))
    for indicator in report.indicators {
      let name = names.take(voice(indicator.title))
      sheets.append(try IndicatorSheet(report, indicator, voice).plan().sheet(named: name))
    }
    sheets.append(SourcesSheet(report, voice).plan().sheet(named: sources))
    return Workbook(
      title: report.project.name, summary: report.project.summary,
      author: report.project.author ?? report.project.organisation, generator: report.program,
      language: voice.documentLanguage, pageStamp: report.isDraft ? voice(Voice.draft) : nil,
      sheets: sheets)
  }
}
