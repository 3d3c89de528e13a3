import ImpactModel

/// Writes a reference page as Markdown, in English with the Dutch words beside.
struct MarkdownPage {
  let blocks: [PageBlock]
  /// The command that writes the page anew.
  let command: String

  /// The text of the page.
  var text: String {
    let note = "<!-- Written by the program; do not edit. Anew: \(command) -->"
    return ([note] + blocks.map(text)).joined(separator: "\n\n") + "\n"
  }

  private func text(of block: PageBlock) -> String {
    switch block {
    case .heading(let text, let level):
      return String(repeating: "#", count: level) + " " + both(text, between: " · ")
    case .paragraph(let text): return both(text, between: "  \n")
    case .table(let head, let rows):
      let lines =
        [head.map { both($0, between: "<br>") }, head.map { _ in "---" }]
        + rows.map { $0.map(cell) }
      return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    case .listing(let text):
      return "```csv\n" + text.trimmingNewlines() + "\n```"
    case .list(let points):
      return points.map { "- " + both($0, between: " · ") }.joined(separator: "\n")
    }
  }

  private func cell(_ cell: PageCell) -> String {
    switch cell {
    case .code(let text): "`\(text.replacing("|", with: "\\|"))`"
    case .words(let text): both(text, between: "<br>")
    case .empty: ""
    }
  }

  /// The English, and the Dutch in italics where it differs.
  private func both(_ text: Text, between separator: String) -> String {
    let english = escaped(text.english)
    return text.english == text.dutch ? english : "\(english)\(separator)*\(escaped(text.dutch))*"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "|*_`<\\[]".contains(character) { escaped += "\\" }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}

extension String {
  /// The text without line ends at its end.
  fileprivate func trimmingNewlines() -> String {
    guard let last = lastIndex(where: { !$0.isNewline }) else { return "" }
    return String(self[...last])
  }
}
