import LibXML2

extension Highlight {
  /// Writes the highlight into a style; `base` is the first cell of its area.
  func write(to xml: inout XMLWriter, base: String) throws {
    try xml.element(
      "style:map",
      [
        "style:condition": try conditionText(), "style:apply-style-name": look.rawValue,
        "style:base-cell-address": base,
      ])
  }

  private func conditionText() throws(SpreadsheetError) -> String {
    switch condition {
    case .above(let bound): return "cell-content()>\(try NumberText.text(bound))"
    case .below(let bound): return "cell-content()<\(try NumberText.text(bound))"
    case .between(let one, let other):
      let (least, largest) = try (
        NumberText.text(min(one, other)), NumberText.text(max(one, other))
      )
      return "cell-content-is-between(\(least),\(largest))"
    case .formula(let formula): return "is-true-formula(\(formula.text))"
    }
  }
}

extension Highlight.Look {
  /// Writes the named style of the look.
  func write(to xml: inout XMLWriter) throws(XMLWriterError) {
    try xml.start(
      "style:style",
      [
        "style:name": rawValue, "style:family": "table-cell",
        "style:parent-style-name": "Default",
      ])
    try xml.element("style:table-cell-properties", ["fo:background-color": background])
    try xml.element(
      "style:text-properties",
      [
        "fo:color": colour, "fo:font-weight": self == .bad ? "bold" : nil,
        "fo:font-style": self == .good ? "italic" : nil,
        "style:text-underline-style": self == .warning ? "solid" : nil,
        "style:text-underline-width": self == .warning ? "auto" : nil,
        "style:text-underline-color": self == .warning ? "font-color" : nil,
      ])
    xml.end()
  }

  private var background: String {
    switch self {
    case .good: "#e3f1e5"
    case .warning: "#fdf0d0"
    case .bad: "#fbe3e6"
    }
  }

  private var colour: String {
    switch self {
    case .good: "#1b5e20"
    case .warning: "#6b4700"
    case .bad: "#a30017"
    }
  }
}
