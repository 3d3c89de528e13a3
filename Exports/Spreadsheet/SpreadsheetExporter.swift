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
    var tabs = SheetNames()
    let scenarios = tabs.take(voice(ScenarioSheet.title))
    let choice = ScenarioChoice(report, voice, tab: scenarios)
    if choice == nil { tabs = SheetNames() }
    var sheets: [Sheet] = []
    var figures: Set<String> = []
    for (title, plan) in try plans(report, voice, choice) {
      var plan = plan
      plan.dropRepeatedNames(&figures)
      let tab = title == ScenarioSheet.title ? scenarios : tabs.take(voice(title))
      sheets.append(plan.sheet(named: tab))
    }
    return Workbook(
      title: report.project.name, summary: report.project.summary,
      author: report.project.author ?? report.project.organisation, generator: report.program,
      language: voice.documentLanguage, pageStamp: report.isDraft ? voice(Voice.draft) : nil,
      sheets: sheets)
  }

  private func plans(
    _ report: Report, _ voice: Voice, _ choice: ScenarioChoice?
  ) throws -> [(Text, SheetPlan)] {
    var plans: [(Text, SheetPlan)] = []
    if let map = report.valueMap {
      let overview = OverviewSheet(report: report, map: map, choice: choice, voice: voice)
      plans.append((OverviewSheet.title, try overview.plan()))
    }
    plans.append(
      (Text("Summary", nl: "Samenvatting"), try SummarySheet(report, voice).plan()))
    plans += try mapPlans(report, voice, choice)
    for indicator in report.indicators {
      plans.append((indicator.title, try IndicatorSheet(report, indicator, voice).plan()))
    }
    if !report.claims.isEmpty || !report.assurance.isEmpty {
      plans.append((Text("Checks", nl: "Toets"), ChecksSheet(report, voice).plan()))
    }
    plans.append((Text("Sources", nl: "Bronnen"), SourcesSheet(report, voice).plan()))
    if let map = report.valueMap {
      let control = ControlSheet(report: report, map: map, choice: choice, voice: voice)
      plans.append((ControlSheet.title, try control.plan()))
    }
    return plans
  }

  /// The value map and what depends on it.
  private func mapPlans(
    _ report: Report, _ voice: Voice, _ choice: ScenarioChoice?
  ) throws -> [(Text, SheetPlan)] {
    var plans: [(Text, SheetPlan)] = []
    if let map = report.valueMap {
      let sheet = ValueMapSheet(report, map, voice, choice: choice)
      plans += [
        (Text("Value map", nl: "Waardenkaart"), try sheet.plan()),
        (Text("Grounds", nl: "Onderbouwing"), GroundsSheet(report, map, voice).plan()),
      ]
    }
    if let choice {
      let sheet = ScenarioSheet(report: report, choice: choice, voice: voice)
      plans.append((ScenarioSheet.title, try sheet.plan()))
    }
    if let doubt = report.doubt {
      plans.append((Text("Doubt", nl: "Onzekerheid"), try DoubtSheet(report, doubt, voice).plan()))
    }
    if let sensitivity = report.sensitivity {
      let sheet = SensitivitySheet(report, sensitivity, voice)
      plans.append((Text("Sensitivity", nl: "Gevoeligheid"), try sheet.plan()))
    }
    return plans
  }
}
