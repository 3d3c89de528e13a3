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
    var sheets: [Sheet] = []
    var tabs = SheetNames()
    var figures: Set<String> = []
    var written: [(name: String, plan: SheetPlan)] = []
    for (title, plan) in try plans(report, voice) {
      var plan = plan
      plan.dropRepeatedNames(&figures)
      written.append((tabs.take(voice(title)), plan))
      sheets.append(plan.sheet(named: written[written.count - 1].name))
    }
    if let verification = VerificationSheet(report, written) {
      sheets.append(try verification.sheet(named: tabs.take(voice(VerificationSheet.title))))
    }
    return Workbook(
      title: report.project.name, summary: report.project.summary,
      author: report.project.author ?? report.project.organisation, generator: report.program,
      language: voice.documentLanguage, pageStamp: report.isDraft ? voice(Voice.draft) : nil,
      sheets: sheets)
  }

  private func plans(_ report: Report, _ voice: Voice) throws -> [(Text, SheetPlan)] {
    var plans: [(Text, SheetPlan)] = [
      (Text("Summary", nl: "Samenvatting"), try SummarySheet(report, voice).plan())
    ]
    if let map = report.valueMap {
      plans += [
        (Text("Value map", nl: "Waardenkaart"), try ValueMapSheet(report, map, voice).plan()),
        (Text("Grounds", nl: "Onderbouwing"), GroundsSheet(report, map, voice).plan()),
      ]
    }
    if let doubt = report.doubt {
      plans.append((Text("Doubt", nl: "Onzekerheid"), try DoubtSheet(report, doubt, voice).plan()))
    }
    if let sensitivity = report.sensitivity {
      plans.append(
        (
          Text("Sensitivity", nl: "Gevoeligheid"),
          try SensitivitySheet(report, sensitivity, voice).plan()
        ))
    }
    for indicator in report.indicators {
      plans.append((indicator.title, try IndicatorSheet(report, indicator, voice).plan()))
    }
    if !report.claims.isEmpty || !report.assurance.isEmpty {
      plans.append((Text("Checks", nl: "Toets"), ChecksSheet(report, voice).plan()))
    }
    return plans + [(Text("Sources", nl: "Bronnen"), SourcesSheet(report, voice).plan())]
  }
}
