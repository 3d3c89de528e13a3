import Charts
import ExportKit

/// The elements of which the page is made, by short names.
enum Html {
  static func heading(_ text: String) -> Markup { Markup("h3", text: text) }

  static func paragraph(_ text: String, class name: String? = nil) -> Markup {
    Markup("p", ["class": name], text: text)
  }

  static func list(_ items: [String], class name: String? = nil) -> Markup {
    Markup("ul", ["class": name], items.map { Markup("li", text: $0) })
  }

  /// A list of terms, each with what is said of it.
  static func terms(_ pairs: [(String, Markup)]) -> Markup {
    Markup(
      "dl", [:],
      pairs.map { term, content in
        Markup("div", [:], [Markup("dt", text: term), Markup("dd", [:], [content])])
      })
  }

  /// A table that scrolls by itself where the screen is narrower.
  static func table(_ caption: String, head: [Cell], rows: [Markup]) -> Markup {
    table(caption, head: head, groups: [rows])
  }

  /// A table whose rows belong together in groups, which paper does not break.
  static func table(
    _ caption: String, head: [Cell], groups: [[Markup]], class name: String? = nil
  ) -> Markup {
    let headings = head.map { $0.markup(as: "th", scope: "col") }
    return Markup(
      "div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"],
      [
        Markup(
          "table", ["class": name],
          [
            Markup("caption", text: caption),
            Markup("thead", [:], [Markup("tr", [:], headings)]),
          ] + groups.map { Markup("tbody", [:], $0) })
      ])
  }

  /// A row of a table; its first cell names it.
  static func row(_ cells: [Cell], class name: String? = nil) -> Markup {
    let written = cells.enumerated().map { index, cell in
      cell.markup(as: index == 0 ? "th" : "td", scope: index == 0 ? "row" : nil)
    }
    return Markup("tr", ["class": name], written)
  }
}

/// A section of the page, which the contents list names.
struct Section {
  let id: String
  let title: String
  let content: [Markup]

  init(_ id: String, _ title: String, _ content: [Markup]) {
    self.id = id
    self.title = title
    self.content = content
  }

  var markup: Markup {
    Markup("section", ["id": id], [Markup("h2", text: title)] + content)
  }
}

/// A cell of a table.
struct Cell {
  private let content: Markup
  private let isNumber: Bool

  /// A cell of words.
  init(_ text: String) {
    content = Markup(text: text)
    isNumber = false
  }

  /// A cell of numbers, set to the right.
  static func number(_ text: String) -> Cell { Cell(Markup(text: text), isNumber: true) }

  /// A cell of anything.
  init(_ content: Markup, isNumber: Bool = false) {
    self.content = content
    self.isNumber = isNumber
  }

  func markup(as name: String, scope: String?) -> Markup {
    Markup(name, ["class": isNumber ? "n" : nil, "scope": scope], [content])
  }
}
