import Charts
import ExportKit

/// Every figure under its identifier: the exact value and where it comes from.
struct FigureList {
  let report: Report

  func section(_ writer: inout Writer) -> Section {
    let all = report.everyFigure
    let rows = LongList.shown(all, most: LongList.mostFigures).map { row($0, &writer) }
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
      ] + LongList.note(all.count, most: LongList.mostFigures, writer))
  }

  /// The identifier leads to the figure on the page; where it has no place there, it is here.
  private func row(_ entry: ReportedFigure, _ writer: inout Writer) -> Markup {
    let name = entry.id.description
    let anchor = writer.anchor(entry.id)
    let identifier =
      anchor == nil
      ? Markup("a", ["href": "#\(name)"], text: name) : Markup("span", ["id": anchor], text: name)
    return Html.row([
      Cell(identifier), Cell(entry.label[writer.language]),
      Cell.number(entry.value.map(DecimalText.exact) ?? writer.notKnown(nil)),
      Cell(OriginText(entry.origin).words(in: writer.language)),
    ])
  }
}
