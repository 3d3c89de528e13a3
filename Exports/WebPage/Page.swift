import Charts
import ExportKit

/// The whole page: what a funder sees first, then everything that stands behind it.
struct Page {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// The page as one `html` element.
  var markup: Markup {
    var writer = Writer(report.project)
    let body = content(&writer)
    return Markup(
      "html",
      ["xmlns": "http://www.w3.org/1999/xhtml", "lang": report.project.language.rawValue],
      [head, Markup("body", ["class": report.isDraft ? "draft" : nil], body)])
  }

  private func content(_ writer: inout Writer) -> [Markup] {
    var parts: [Markup] = report.isDraft ? [draftStamp(writer)] : []
    let opening = Opening(report: report).markup(&writer)
    var sections: [Markup] = []
    if let map = report.valueMap {
      sections.append(ValueSection(map: map, report: report).markup(&writer))
    }
    sections.append(PeopleSection(report: report).markup(&writer))
    sections.append(InputSection(report: report).markup(&writer))
    sections += report.indicators.map { IndicatorSection(indicator: $0).markup(&writer) }
    sections += GroundsSections(report: report).markup(&writer)
    sections.append(FigureList(report: report).markup(writer))
    parts.append(Markup("main", [:], [opening] + sections))
    parts.append(footer(writer))
    return parts
  }

  private var head: Markup {
    let title = "\(report.project.name) · \(report.project.period)"
    // The page may not load anything: said to the browser too, not only kept to.
    let policy = "default-src 'none'; style-src 'unsafe-inline'"
    return Markup(
      "head", [:],
      [
        Markup("meta", ["charset": "utf-8"]),
        Markup("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        Markup("meta", ["name": "generator", "content": report.program]),
        Markup("title", text: title),
        Markup("style", text: Styles.text),
      ])
  }

  private func draftStamp(_ writer: Writer) -> Markup {
    let word = writer.say("Draft", nl: "Concept")
    let reason = writer.say(
      "There are errors in the data; the figures may change.",
      nl: "Er zitten fouten in de gegevens; de cijfers kunnen nog veranderen.")
    return Markup([
      Markup(
        "p", ["class": "stamp", "role": "status"],
        [Markup("strong", text: word), Markup(text: " · " + reason)]),
      Markup("div", ["class": "watermark", "aria-hidden": "true"], text: word),
    ])
  }

  private func footer(_ writer: Writer) -> Markup {
    let project = report.project
    let date = project.reportDate.text(in: writer.language)
    let words = writer.say(
      "Made with \(report.program) · report date \(date) · project \(project.id), revision "
        + project.revision,
      nl: "Gemaakt met \(report.program) · verslagdatum \(date) · project \(project.id), revisie "
        + project.revision)
    return Markup("footer", [:], [Html.paragraph(words)])
  }
}
