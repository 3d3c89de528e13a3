import IndicatorKit

/// The reference page of an indicator: its measures, its tables and their columns, its sources.
struct IndicatorPage {
  let card: IndicatorCard
  let language: Language

  /// The page, line by line.
  var lines: [String] {
    [card.title[language], card.summary[language], ""] + measures + tables + parameters + references
  }

  private var measures: [String] {
    [Text("Measures", nl: "Metingen")[language]]
      + card.measures.flatMap { measure in
        [
          "  \(card.figure(measure))  \(measure.label[language])",
          "    \(measure.help[language])",
        ]
      } + [""]
  }

  private var tables: [String] {
    card.tables.flatMap { lines(of: TableDeclaration($0)) }
  }

  private func lines(of table: TableDeclaration) -> [String] {
    let name = Text("Table", nl: "Tabel")[language]
    let heading = "\(name) tables/\(table.id).csv  \(table.card.title[language])"
    let summary: [String] = table.card.summary.map { ["  " + $0[language]] } ?? []
    return [heading] + summary + table.columns.map { "  " + line($0) } + [""]
  }

  private func line(_ column: ColumnCard) -> String {
    let required =
      column.isRequired ? "" : " (" + Text("optional", nl: "mag leeg")[language] + ")"
    let help = column.help.map { " – " + $0[language] } ?? ""
    let choices: String
    if case .choice(let options) = column.type {
      choices = " {" + options.map { $0.label[language] }.joined(separator: " | ") + "}"
    } else {
      choices = ""
    }
    return "\(column.label[language])\(required)\(choices)\(help)"
  }

  private var parameters: [String] {
    guard !card.parameters.isEmpty else { return [] }
    return [Text("Parameters", nl: "Parameters")[language]]
      + card.parameters.map { "  \($0.id)  \($0.label[language])" } + [""]
  }

  private var references: [String] {
    [Text("Sources of the method", nl: "Bronnen van de methode")[language]]
      + card.references.map { "  " + $0.text }
  }
}
