import Charts
import ExportKit

/// Every figure under its identifier: the exact value and where it comes from.
struct FigureList {
  let report: Report

  func section(_ writer: Writer) -> Section {
    var seen: Set<FigureID> = []
    let rows = entries.filter { seen.insert($0.id).inserted }.map { row($0, writer) }
    return Section(
      "figures",
      writer.say("Every figure and where it comes from", nl: "Elk cijfer en zijn herkomst"),
      [
        Html.paragraph(
          writer.say(
            "Under the same identifiers the figures stand in the spreadsheet and in the XML file. "
              + "Values are not rounded here; shares are fractions.",
            nl: "Onder dezelfde kenmerken staan de cijfers in het rekenblad en in het XML-bestand. "
              + "Hier is niet afgerond; aandelen zijn breuken."), class: "note"),
        Html.table(
          writer.say("Figures", nl: "Cijfers"),
          head: [
            Cell(writer.say("Identifier", nl: "Kenmerk")), Cell(writer.say("Figure", nl: "Cijfer")),
            Cell.number(writer.say("Exact value", nl: "Exacte waarde")),
            Cell(writer.say("Comes from", nl: "Komt van")),
          ], rows: rows),
      ])
  }

  /// What the list says of one figure.
  private struct Entry {
    let id: FigureID
    let label: Text
    let value: Double?
    let origin: Origin

    init(_ figure: Figure) {
      id = figure.id
      label = figure.label
      value = figure.value
      origin = figure.origin
    }

    init(_ reported: ReportMeasure) {
      id = reported.id
      label = reported.measure.card.label
      value = reported.measure.value
      origin = reported.measure.origin
    }
  }

  private func row(_ entry: Entry, _ writer: Writer) -> Markup {
    let link = Markup("a", ["href": "#\(entry.id)"], text: entry.id.description)
    return Html.row([
      Cell(link), Cell(entry.label[writer.language]),
      Cell.number(entry.value.map(DecimalText.exact) ?? writer.notKnown(nil)),
      Cell(OriginText(entry.origin).words(in: writer.language)),
    ])
  }

  private var entries: [Entry] {
    (mapFigures + report.stakeholders.map(\.presentValue)
      + report.inputs.flatMap { [$0.value, $0.presentValue] }).map(Entry.init)
      + report.indicators.flatMap(\.measures).map(Entry.init)
  }

  private var mapFigures: [Figure] {
    guard let map = report.valueMap else { return [] }
    let results = [
      map.ratio, map.netRatio, map.presentValue, map.inputsPresentValue, map.netPresentValue,
    ]
    let rows = map.rows.flatMap {
      [$0.gross, $0.afterDeadweight, $0.afterDisplacement, $0.impact, $0.presentValue]
    }
    return results + map.waterfall + map.benefitsPerPeriod + map.domains.map(\.presentValue) + rows
  }
}
