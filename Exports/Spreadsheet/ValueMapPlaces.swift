import ExportKit
import OpenDocument

/// Where the cells of the value map stand, for formulas on other sheets.
struct ValueMapPlaces {
  let tab: String
  let columns: ValueMapColumns
  let conventions: ValueMapSheet.Conventions
  let outcomes: TableRange
  let inputs: TableRange
  let periods: Int
  /// The steps from gross to present value, where they can be drawn.
  let waterfall: TableRange?

  /// The chart of those steps, to stand on another sheet.
  func waterfallChart(at anchor: CellAddress, width: Double, _ voice: Voice) -> Chart? {
    guard let waterfall else { return nil }
    let rows = waterfall.first...waterfall.last
    func series(_ column: Int) -> Chart.Series {
      Chart.Series(
        label: CellAddress(column: column, row: waterfall.first - 1),
        values: CellRange(column: column, rows: rows))
    }
    let start = columns.number(.input(.quantity))
    return Chart(
      .waterfall, title: voice(ValueMapSheet.waterfallTitle),
      description: voice(
        Text(
          "From what the outcomes are worth in full, step by step, to their present value.",
          nl: "Van wat de effecten bruto waard zijn, stap voor stap, naar hun contante waarde.")),
      sheet: tab, categories: CellRange(column: columns.number(.description), rows: rows),
      series: [series(start), series(start + 1)], anchor: anchor, width: width, height: 75)
  }

  /// The numbers of the periods, side by side.
  var periodNumbers: String { acrossPeriods(conventions.rate) }
  /// The discount factors of the benefits, side by side.
  var benefitFactors: String { acrossPeriods(conventions.benefits) }
  /// The benefits of all outcomes per period, side by side; the totals follow the rows.
  var benefits: String { acrossPeriods(outcomes.last + 1) }
  /// The value of each outcome in each period, a row for each outcome.
  var values: String {
    range(
      columns.address(.period(1), outcomes.first),
      columns.address(.period(periods), outcomes.last))
  }

  /// A column of the outcomes.
  func outcomes(_ column: ValueMapColumns.Column) -> String {
    range(columns.address(column, outcomes.first), columns.address(column, outcomes.last))
  }

  /// A column of the inputs.
  func inputs(_ column: ValueMapColumns.Column) -> String {
    range(columns.address(column, inputs.first), columns.address(column, inputs.last))
  }

  /// One cell of an outcome, by the outcome's place in the map from 0.
  func cell(_ column: ValueMapColumns.Column, ofOutcome index: Int) -> String {
    columns.address(column, outcomes.first + index).fixed(on: tab)
  }

  private func acrossPeriods(_ row: Int) -> String {
    range(columns.address(.period(1), row), columns.address(.period(periods), row))
  }

  private func range(_ first: CellAddress, _ last: CellAddress) -> String {
    "\(first.fixed(on: tab).dropLast()):\(last.fixed.dropFirst())"
  }
}
