import ExportKit
import ImpactModel
import Pipeline

/// An explanation as lines for the terminal, one level of the tree per two spaces.
struct ExplanationLines {
  private let result: ExplainResult
  private let language: Language
  private(set) var all: [String] = []

  /// Writes the explanation of a result.
  init(_ result: ExplainResult) {
    self.result = result
    language = result.language
    if let explanation = result.explanation { add(explanation, level: 0) }
  }

  private mutating func add(_ node: Explanation, level: Int) {
    guard !node.isRepeated else {
      line(level, head(of: node) + Text(" (see above)", nl: " (zie boven)")[language])
      return
    }
    line(level, head(of: node) + (node.rule.map { " (\($0[language]))" } ?? ""))
    if let remark = node.remark { line(level + 1, "“\(remark)”") }
    if let caution = node.caution { line(level + 1, "! " + caution[language]) }
    if level == 0, let measure = result.measure { add(measure) }
    for source in node.sources { add(source, level: level + 1) }
    for child in node.children { add(child, level: level + 1) }
    if node.leftOut > 0 {
      line(
        level + 1,
        Text("… and \(node.leftOut) more", nl: "… en nog \(node.leftOut)")[language])
    }
  }

  /// The rule of a measure with its inputs, and what a reader must know of it: a multiplier cannot be
  /// compared without its variant, boundary and period.
  private mutating func add(_ measure: Measure) {
    if case .measured(.computed(_, let inputs, let rule)) = measure.result {
      line(1, rule[language])
      for input in inputs {
        let number = ShownNumber.text(
          input.value, input.unit, currency: result.currency, in: language)
        line(1, "\(input.label[language]): \(number)")
      }
    }
    for note in measure.notes { line(1, note[language]) }
  }

  /// `sroi.ratio  SROI ratio: 1.97 = 386,400 ÷ 196,300`.
  private func head(of node: Explanation) -> String {
    let name = "\(node.id)  \(node.label[language]): "
    guard let value = node.value else {
      let reason = node.absence.map { " (\($0[language]))" } ?? ""
      // A switching value that does not exist is known not to.
      let isNone = node.id.description.contains(".switching_value")
      let word = isNone ? Text("none", nl: "geen") : Text("not known", nl: "niet bekend")
      return name + word[language] + reason
    }
    let shown =
      node.estimate.map {
        ShownNumber.text($0, node.unit, currency: result.currency, in: language)
      } ?? ShownNumber.text(value, node.unit, currency: result.currency, in: language)
    let arithmetic = node.arithmetic.map { " = " + $0.text(in: language) } ?? ""
    return name + shown + arithmetic
  }

  private mutating func add(_ source: Origin, level: Int) {
    line(level, "← " + OriginText(source).words(in: language))
    switch source {
    case .selection(let selection):
      if let rows = result.rows[selection] { add(rows, level: level + 1) }
    case .ledger(let selection):
      for account in result.accounts[selection] ?? [] { add(account, level: level + 1) }
    case .cell, .parameter, .computation, .combined: break
    }
  }

  private mutating func add(_ rows: ExplainedRows, level: Int) {
    guard !rows.areOfPeople else {
      return line(
        level,
        Text(
          "rows about people: they are counted and never shown",
          nl: "rijen over mensen: die worden geteld en nooit getoond")[language])
    }
    for row in rows.rows {
      let cells = zip(rows.headings, row.cells).filter { !$1.isEmpty }
        .map { "\($0): \($1)" }.joined(separator: " · ")
      line(level, Text("row \(row.number)", nl: "rij \(row.number)")[language] + "  " + cells)
    }
    let more = rows.total - rows.rows.count
    guard more > 0 else { return }
    line(
      level,
      Text(
        "… and \(more) more rows; --all shows them",
        nl: "… en nog \(more) rijen; --all laat ze zien")[language])
  }

  private mutating func add(_ account: ExplainedAccount, level: Int) {
    let amount = DecimalText.rounded(account.balance, decimals: 2, in: language)
    let lines = Text("\(account.lines) lines", nl: "\(account.lines) regels")[language]
    let name = account.name.isEmpty ? account.id : "\(account.id) \(account.name)"
    line(level, "\(account.book): \(name)  \(amount) (\(lines))")
  }

  private mutating func line(_ level: Int, _ text: String) {
    all.append(String(repeating: "  ", count: level) + text)
  }
}
