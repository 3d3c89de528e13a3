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
    let sections = self.sections(&writer)
    let main = [opening, contents(sections, writer)] + sections.map(\.markup)
    parts.append(Markup("main", [:], main))
    parts.append(footer(writer))
    return parts
  }

  private func sections(_ writer: inout Writer) -> [Section] {
    var sections: [Section] = []
    if let map = report.valueMap {
      sections.append(ValueSection(map: map, report: report).section(&writer))
    }
    if let doubt = report.doubt { sections.append(DoubtSection(doubt: doubt).section(&writer)) }
    if let sensitivity = report.sensitivity,
      let section = SensitivitySection(sensitivity: sensitivity, report: report).section(&writer)
    {
      sections.append(section)
    }
    sections.append(PeopleSection(report: report).section(&writer))
    sections.append(InputSection(report: report).section(&writer))
    sections += report.indicators.map { IndicatorSection(indicator: $0).section(&writer) }
    sections += ClaimSections(report: report).sections(writer)
    sections += GroundsSections(report: report).sections(writer)
    // Made before what leads to it, and shown after.
    let figures = FigureList(report: report).section(&writer)
    let computed = ComputationSection(report: report).section(writer)
    return sections + [computed, figures].compactMap(\.self)
  }

  private func contents(_ sections: [Section], _ writer: Writer) -> Markup {
    Markup(
      "nav", ["aria-label": writer.say("Contents", nl: "Inhoud")],
      [
        Markup(
          "ul", [:],
          sections.map {
            Markup("li", [:], [Markup("a", ["href": "#\($0.id)"], text: $0.title)])
          })
      ])
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
