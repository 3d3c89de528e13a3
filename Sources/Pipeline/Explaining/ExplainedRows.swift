import ExportKit
import IndicatorKit

/// The rows of a table that stand behind a figure, as their owner may see them.
public struct ExplainedRows: Sendable, Hashable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// Its number in the file.
    public let number: Int
    /// Its cells, in the order of the headings.
    public let cells: [String]
  }

  /// What the columns are called.
  public let headings: [String]
  /// The rows; none where they are of people.
  public let rows: [Row]
  /// How many rows stand behind the figure.
  public let total: Int
  /// Whether the rows are of people, who are counted and never shown.
  public let areOfPeople: Bool

  /// Looks up the rows of a selection.
  ///
  /// - Parameters:
  ///   - selection: the rows.
  ///   - declaration: the table that they stand in.
  ///   - content: the table as it was read.
  ///   - limit: the most rows to show, `nil` for all.
  ///   - language: the language of headings, numbers and words.
  init(
    _ selection: Selection, _ declaration: TableDeclaration, _ content: TableContent, limit: Int?,
    in language: Language
  ) {
    areOfPeople = declaration.holdsPersons
    total = selection.count
    let wanted = selection.columns.compactMap { declaration.position(of: $0) }
    let columns = wanted.isEmpty ? Array(declaration.columns.indices) : wanted
    headings = columns.map { declaration.columns[$0].label[language] }
    guard !areOfPeople else {
      rows = []
      return
    }
    var left = limit ?? .max
    var shown: [Row] = []
    for row in content.rows where left > 0 && selection.holds(row.number) {
      left -= 1
      let cells = columns.map { column in
        row.cells.indices.contains(column)
          ? ExplainedRows.text(row.cells[column], declaration.columns[column], language) : ""
      }
      shown.append(Row(number: row.number, cells: cells))
    }
    rows = shown
  }

  private static func text(
    _ cell: CellValue, _ column: ColumnCard, _ language: Language
  ) -> String {
    switch cell {
    case .absent, .person: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let estimate): text(estimate, column, language)
    case .money(let money):
      DecimalText.rounded(money.amount, decimals: 2, in: language)
    case .day(let day): day.description
    case .flag(let flag): (flag ? Text("yes", nl: "ja") : Text("no", nl: "nee"))[language]
    }
  }

  private static func text(
    _ estimate: Estimate, _ column: ColumnCard, _ language: Language
  ) -> String {
    let unit: Unit = column.type == .percentage ? .percent : column.unit ?? .count
    return ShownNumber.text(estimate, unit, in: language)
  }
}

extension Selection {
  /// Whether a row is among those selected.
  func holds(_ row: Int) -> Bool {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].upperBound < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].contains(row)
  }
}
