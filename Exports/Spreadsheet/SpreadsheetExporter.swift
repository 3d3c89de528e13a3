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
    let mapTab = report.valueMap == nil ? "" : tabs.take(voice(ValueMapSheet.title))
    // An indicator may have the title of one of these sheets, which come before it.
    var reserved: [(title: Text, tab: String)] = []
    if choice != nil { reserved.append((ScenarioSheet.title, scenarios)) }
    if report.valueMap != nil { reserved.append((ValueMapSheet.title, mapTab)) }
    var sheets: [Sheet] = []
    var figures: Set<String> = []
    var written: [(name: String, plan: SheetPlan)] = []
    for (title, plan) in try plans(report, voice, choice, mapTab) {
      var plan = plan
      plan.dropRepeatedNames(&figures)
      let place = reserved.firstIndex { $0.title == title }
      let tab = place.map { reserved.remove(at: $0).tab } ?? tabs.take(voice(title))
      written.append((tab, plan))
      sheets.append(plan.sheet(named: tab))
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

  private func plans(
    _ report: Report, _ voice: Voice, _ choice: ScenarioChoice?, _ mapTab: String
  ) throws -> [(Text, SheetPlan)] {
    var plans: [(Text, SheetPlan)] = []
    let mapSheet = try report.valueMap.map {
      try ValueMapSheet(report, $0, voice, choice: choice).plan(on: mapTab)
    }
    if let map = report.valueMap, let mapSheet {
      let overview = OverviewSheet(
        report: report, map: map, choice: choice, voice: voice, places: mapSheet.places)
      plans.append((OverviewSheet.title, try overview.plan()))
    }
    plans.append(
      (Text("Summary", nl: "Samenvatting"), try SummarySheet(report, voice).plan()))
    plans += try mapPlans(report, voice, choice, mapSheet)
    if let flows = MoneyFlowSheet(report, voice) {
      plans.append((MoneyFlowSheet.title, try flows.plan()))
    }
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
    _ report: Report, _ voice: Voice, _ choice: ScenarioChoice?,
    _ mapSheet: (plan: SheetPlan, places: ValueMapPlaces)?
  ) throws -> [(Text, SheetPlan)] {
    var plans: [(Text, SheetPlan)] = []
    if let map = report.valueMap, let mapSheet {
      plans += [
        (ValueMapSheet.title, mapSheet.plan),
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
      let sheet = SensitivitySheet(report, sensitivity, voice, mapSheet?.places)
      plans.append((Text("Sensitivity", nl: "Gevoeligheid"), try sheet.plan()))
    }
    return plans
  }
}
