import Charts
import ExportKit

/// The outcomes that are on the map without a price: intrinsic ones and excluded ones, with why.
struct UnpricedRows {
  let report: Report

  func markup(_ writer: inout Writer) -> [Markup] {
    let outcomes = report.valueMap?.unpriced ?? []
    guard !outcomes.isEmpty else { return [] }
    let names = report.stakeholderNames
    let rows = LongList.shown(outcomes).map { outcome in row(outcome, names, &writer) }
    return [
      Html.heading(writer.say("Outcomes without a price", nl: "Effecten zonder prijs")),
      Html.paragraph(
        writer.say(
          "They are no part of the ratio. The weight is how much it matters to those concerned, "
            + "from 0 to 10.",
          nl: "Ze tellen niet mee in de ratio. Het gewicht is hoe belangrijk zij het zelf vinden, "
            + "van 0 tot 10."), class: "note"),
      Html.table(
        writer.say("Outcomes outside the ratio", nl: "Effecten buiten de ratio"),
        head: [
          Cell(writer.say("Outcome", nl: "Effect")), Cell(writer.say("For whom", nl: "Voor wie")),
          Cell(writer.say("Why without a price", nl: "Waarom zonder prijs")),
          Cell.number(writer.say("Weight", nl: "Gewicht")),
          Cell.number(writer.say("How much", nl: "Hoeveel")),
        ], rows: rows),
    ] + LongList.note(outcomes.count, writer)
  }

  private func row(
    _ outcome: ReportUnpricedOutcome, _ names: StakeholderNames, _ writer: inout Writer
  ) -> Markup {
    let reason = outcome.reason ?? writer.say("no reason given", nl: "geen reden gegeven")
    var words = ["\(outcome.state.label[writer.language]): \(reason)"]
    if let theme = outcome.theme { words.append(theme) }
    if !outcome.isIntended { words.append(writer.say("not intended", nl: "niet bedoeld")) }
    if let evidence = outcome.evidence {
      words.append(writer.say("Evidence: ", nl: "Onderbouwing: ") + evidence)
    }
    let quantity = writer.figure(outcome.quantity)
    let unit = outcome.quantity.value == nil ? nil : outcome.quantityUnit
    return Html.row([
      Cell(outcome.description), Cell(names[outcome.stakeholder]),
      Cell(words.joined(separator: " · ")),
      Cell.number(outcome.weight.map(writer.plain) ?? "–"),
      Cell(
        Markup([quantity] + (unit.map { [Markup(text: "\u{A0}" + $0)] } ?? [])), isNumber: true),
    ])
  }
}
