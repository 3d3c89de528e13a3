import ImpactModel

/// Writes a reference page for a terminal, in one language.
struct TerminalPage {
  let blocks: [PageBlock]
  let language: Language

  /// The page, line by line.
  var lines: [String] { blocks.flatMap(lines) }

  private func lines(of block: PageBlock) -> [String] {
    switch block {
    case .heading(let text, let level): (level == 1 ? [] : [""]) + [text[language]]
    case .paragraph(let text): [text[language]]
    case .table(let head, let rows): rows.flatMap { lines(of: $0, under: head) }
    case .listing(let text): text.split(whereSeparator: \.isNewline).map { "    " + $0 }
    case .list(let points): points.map { "  " + $0[language] }
    }
  }

  /// A row as a heading with what its other cells say below it.
  private func lines(of row: [PageCell], under head: [Text]) -> [String] {
    zip(head, row).enumerated().compactMap { index, pair in
      let text = text(of: pair.1)
      if text.isEmpty { return nil }
      return index == 0 ? "  \(text)" : "    \(pair.0[language]): \(text)"
    }
  }

  private func text(of cell: PageCell) -> String {
    switch cell {
    case .code(let text): text
    case .words(let text): text[language]
    case .empty: ""
    }
  }
}
