import Charts
import ImpactModel

/// The picture as one web page that needs nothing beside it.
struct PicturePage {
  let tables: [PictureTable]
  let title: Text
  let program: String
  let language: Language

  /// How many rows of a table the page shows; the spreadsheet has them all.
  private static let mostRows = 500

  /// The page.
  var html: String {
    let body = Markup(
      "body", [:],
      [
        Markup("h1", text: title[language]), contents,
      ] + tables.enumerated().map { section($1, number: $0 + 1) } + [
        Markup("footer", [:], [Markup("p", text: program)])
      ])
    let head = Markup(
      "head", [:],
      [
        Markup("meta", ["charset": "utf-8"]),
        Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        Markup("title", text: title[language]), Markup("style", text: PicturePage.styles),
      ])
    let page = Markup("html", ["lang": language.rawValue], [head, body])
    return "<!DOCTYPE html>\n" + page.rendered + "\n"
  }

  private var contents: Markup {
    let items = tables.enumerated().map { index, table in
      Markup(
        "li", [:], [Markup("a", ["href": "#table-\(index + 1)"], text: table.title[language])])
    }
    return Markup("nav", [:], [Markup("ul", [:], items)])
  }

  private func section(_ table: PictureTable, number: Int) -> Markup {
    let shown = table.rows.prefix(PicturePage.mostRows)
    let left = table.rows.count - shown.count
    let more = Text(
      "\(left) more rows are in the spreadsheet.", nl: "Nog \(left) rijen staan in het rekenblad.")
    let head = table.headings.map { heading in
      Markup(
        "th", ["scope": "col", "class": heading.isNumber ? "n" : nil],
        text: heading.text[language])
    }
    let rows = shown.map { row in
      Markup(
        "tr", [:],
        zip(row, table.headings).map { value, heading in
          Markup("td", ["class": heading.isNumber ? "n" : nil], text: value.shown(in: language))
        })
    }
    let title = table.title[language]
    let written = Markup(
      "table", [:],
      [
        Markup("caption", text: title), Markup("thead", [:], [Markup("tr", [:], head)]),
        Markup("tbody", [:], rows),
      ])
    return Markup(
      "section", ["id": "table-\(number)"],
      [Markup("h2", text: title)] + table.notes.map { Markup("p", text: $0[language]) } + [
        Markup(
          "div", ["class": "scroll", "role": "region", "aria-label": title, "tabindex": "0"],
          [written])
      ] + (left > 0 ? [Markup("p", text: more[language])] : []))
  }

  // No sign here that markup escapes: the text stands between tags as it is.
  private static let styles = """
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
    h1 { font-size: 1.8rem } h2 { font-size: 1.3rem; margin-top: 2.5rem }
    .scroll { overflow-x: auto } table { border-collapse: collapse; font-variant-numeric: tabular-nums }
    caption { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; width: 1px }
    th, td { border-bottom: 1px solid #ccc; padding: .3rem .7rem; text-align: left; vertical-align: top }
    .n { text-align: right } th { background: #eef3f1 } footer { margin-top: 3rem; color: #555 }
    @media print { .scroll { overflow: visible } section { break-inside: avoid } }
    """
}
