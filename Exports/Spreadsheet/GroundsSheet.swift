import ExportKit
import OpenDocument

/// What each row of the value map rests on: evidence, source of the proxy, reasons for deductions.
struct GroundsSheet {
  let report: Report
  let map: ReportValueMap
  let voice: Voice

  init(_ report: Report, _ map: ReportValueMap, _ voice: Voice) {
    self.report = report
    self.map = map
    self.voice = voice
  }

  /// Lays the sheet out.
  func plan() -> SheetPlan {
    var plan = SheetPlan(columnWidths: [30, 60, 40, 22, 32, 60, 54, 50, 60, 50, 50, 50, 50])
    plan.frozenColumns = 2
    plan.page = .wide
    plan.addTitle(
      // Beyond the columns that are repeated on each page a longer title would be cut off.
      voice(Text("Grounds", nl: "Onderbouwing")),
      isDraft: report.isDraft, voice)
    plan.addHeadings(headings.map { (voice($0), false) })
    plan.freezeHere(repeats: map.rows.count > SheetPlan.pageRows)
    for outcome in map.rows { plan.add(row(outcome)) }
    plan.breakPage()
    addUnpriced(to: &plan)
    addLeftOut(to: &plan)
    return plan
  }

  private var headings: [Text] {
    [
      Text("Id", nl: "Id"), Text("Outcome", nl: "Effect"),
      Text("Stakeholder", nl: "Belanghebbende"), Text("Intended", nl: "Bedoeld"),
      Text("Theme", nl: "Thema"), Text("Evidence", nl: "Onderbouwing"),
      Text("Quantity from", nl: "Aantal uit meting"),
      Text("Financial proxy", nl: "Financiële proxy"), Text("Source", nl: "Bron"),
      Text("Reason for deadweight", nl: "Reden zonder ons ook"),
      Text("Reason for displacement", nl: "Reden verdringing"),
      Text("Reason for attribution", nl: "Reden toerekening"),
      Text("Reason for drop-off", nl: "Reden afname"),
    ]
  }

  private func row(_ outcome: ReportOutcome) -> [Cell] {
    let intended =
      outcome.isIntended
      ? Text("yes", nl: "ja") : Text("no", nl: "nee")
    let texts = [
      outcome.id.description, outcome.description, outcome.stakeholder.description,
      voice(intended), outcome.theme, outcome.evidence, outcome.quantityFrom?.description,
      outcome.proxyID.map { "\(outcome.proxyDescription) (\($0))" }, outcome.proxySource,
      outcome.deadweight.reason, outcome.displacement.reason, outcome.attribution.reason,
      outcome.dropOff.reason,
    ]
    return texts.map { $0.map { .text($0, .wrapped) } ?? .empty }
  }

  /// Outcomes that are on the map without a price: what they are, and why.
  private func addUnpriced(to plan: inout SheetPlan) {
    guard !map.unpriced.isEmpty else { return }
    plan.addSection(voice(Text("Outcomes without a price", nl: "Effecten zonder prijs")))
    plan.addHeadings(
      [
        Text("Id", nl: "Id"), Text("Outcome", nl: "Effect"),
        Text("Stakeholder", nl: "Belanghebbende"), Text("Quantity", nl: "Aantal"),
        Text("Theme", nl: "Thema"), Text("Evidence", nl: "Onderbouwing"),
        Text("State", nl: "Status"), Text("Reason", nl: "Reden"),
      ].map { (voice($0), false) })
    for outcome in map.unpriced { plan.add(row(outcome)) }
  }

  private func row(_ outcome: ReportUnpricedOutcome) -> [Cell] {
    func text(_ words: String?) -> Cell { words.map { .text($0, .wrapped) } ?? .empty }
    let name = outcome.quantity.id.description
    let quantity =
      outcome.quantity.value.map { Cell(.number($0), name: name) }
      ?? Cell(.text(voice(outcome.quantity.absence ?? Voice.unknown)), .wrapped, name: name)
    return [
      text(outcome.id.description), text(outcome.description),
      text(outcome.stakeholder.description), quantity, text(outcome.theme),
      text(outcome.evidence), text(voice(outcome.state.label)), text(outcome.reason),
    ]
  }

  private func addLeftOut(to plan: inout SheetPlan) {
    let stakeholders = report.stakeholders.filter { $0.reason != nil || !$0.isIncluded }
    guard !stakeholders.isEmpty else { return }
    plan.addSection(
      voice(Text("Stakeholders: in or out, and why", nl: "Belanghebbenden: wel of niet, waarom")))
    for stakeholder in stakeholders {
      let isIn =
        stakeholder.isIncluded
        ? Text("included", nl: "meegerekend") : Text("left out", nl: "buiten beschouwing")
      plan.add(
        .text(stakeholder.id.description, .wrapped), .text(stakeholder.name, .wrapped),
        .text(voice(isIn), .wrapped), .empty, .empty,
        stakeholder.reason.map { .text($0, .wrapped) } ?? .empty)
    }
  }
}
