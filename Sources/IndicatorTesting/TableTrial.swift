import Foundation
import IndicatorKit
import ProjectReaders

/// Tries whether a declared table is complete, and whether its own examples can be read.
struct TableTrial {
  private let table: TableDeclaration
  private let card: IndicatorCard

  init(_ table: TableDeclaration, card: IndicatorCard) {
    self.table = table
    self.card = card
  }

  var faults: [String] {
    own + time + headings + table.columns.flatMap(faults) + unreadableExamples
  }

  private var own: [String] {
    let what = "the table “\(table.id)”"
    var faults: [String] = []
    if !FigureID.isSegment(table.id) {
      faults.append(Wording.badIdentifier(table.id, of: "a table of “\(card.id)”"))
    }
    if table.columns.isEmpty { faults.append("\(what) has no columns; declare one with @Column") }
    faults += Wording.language(table.card.title, "the title of \(what)")
    guard let summary = table.card.summary else {
      return faults + ["\(what) has no summary; add summary: Text(\"…\", nl: \"…\")"]
    }
    return faults + Wording.language(summary, "the summary of \(what)", isSentence: true)
  }

  /// A mistyped date column would leave every row out of every period.
  private var time: [String] {
    let named: [String] =
      switch table.card.time {
      case .timeless: []
      case .date(let day): [day]
      case .between(let from, let to): [from, to]
      }
    return named.compactMap { name in
      let column = table.columns.first { $0.id == name }
      if column?.type == .day { return nil }
      let days = table.columns.filter { $0.type == .day }.map(\.id)
      let near = Nearest.match(name, in: days) ?? days.first
      let hint = near.map { "; did you mean “\($0)”?" } ?? "; declare a column of type Day"
      return
        "the table “\(table.id)” takes its time from “\(name)”, which is no column of days\(hint)"
    }
  }

  private var headings: [String] {
    let names = table.columns.map {
      (owner: $0.id, words: [$0.id, $0.label.english, $0.label.dutch] + $0.aliases)
    }
    return Wording.ambiguous(names).map { "in the table “\(table.id)” the heading \($0)" }
  }

  private func faults(of column: ColumnCard) -> [String] {
    let what = "the column “\(table.id).\(column.id)”"
    var faults = Wording.language(column.label, "the label of \(what)")
    if let help = column.help {
      faults += Wording.language(help, "the help of \(what)", isSentence: true)
    } else {
      faults.append("\(what) has no help; add help: Text(\"…\", nl: \"…\")")
    }
    if column.example == nil {
      faults.append("\(what) has no example; add example: with a cell as a lead would type it")
    }
    if case .reference(let target) = column.type,
      !card.tables.contains(where: { $0.table.id == target })
    {
      faults.append(
        "\(what) refers to the table “\(target)”, which the card does not declare; "
          + "add it under tables:")
    }
    if case .choice(let options) = column.type {
      faults += options.flatMap {
        Wording.language($0.label, "the label of the choice “\($0.id)” of \(what)")
      }
      let words = options.map {
        (owner: $0.id, words: [$0.id, $0.label.english, $0.label.dutch] + $0.aliases)
      }
      faults += Wording.ambiguous(words).map { "in \(what) the word \($0)" }
    }
    return faults
  }

  /// What a reader would find wrong with a row made of the columns' own examples.
  private var unreadableExamples: [String] {
    func field(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    let headings = table.columns.map { field($0.id) }.joined(separator: ",")
    let cells = table.columns.map { field($0.example ?? "") }.joined(separator: ",")
    let reader = TableReader(
      declaration: table,
      options: ReadingOptions(
        decimalMark: nil, country: .netherlands, currency: .euro,
        personSecret: Array(repeating: 0, count: 32)))
    let reading = reader.read(Data((headings + "\n" + cells + "\n").utf8), file: table.id)
    return reading.findings.filter { $0.code != "table.empty_cell" }.map { finding in
      let column = finding.address?.heading ?? ""
      return "the example of the column “\(table.id).\(column)” cannot be read: "
        + finding.message.english
    }
  }
}
