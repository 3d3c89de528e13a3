import ExportKit
import OpenDocument

/// The payback period as a formula over the totals per period.
extension ValueMapSheet {
  /// The most periods for which a formula is written: each is one more condition inside another.
  private static let mostPeriods = 24

  /// The formula of a payback period, known by the last segment of its identifier.
  ///
  /// In the first period at whose end the benefits so far cover the inputs, as many of its twelve
  /// months as are needed.
  func paybackFormula(
    _ figure: Figure, _ outcomes: TableRange, _ inputs: TableRange, _ conventions: Conventions
  ) -> String? {
    guard map.periods <= Self.mostPeriods, !map.rows.isEmpty else { return nil }
    let isDiscounted = figure.id.description.hasSuffix(".discounted_payback_months")
    let inputTotal = "SUM(\(range(isDiscounted ? .presentValue : .gross, inputs)))"
    let factors = isDiscounted ? conventions.benefits : nil
    let formula: String = (1...map.periods).reversed().reduce("NA()") { rest, period in
      let before = period == 1 ? "0" : benefits(outcomes, 1...(period - 1), factors)
      let own = benefits(outcomes, period...period, factors)
      let months = "12*(\(period - 1)+(\(inputTotal)-\(before))/\(own))"
      return "IF(\(benefits(outcomes, 1...period, factors))>=\(inputTotal);\(months);\(rest))"
    }
    return formula
  }

  /// The benefits of some periods together, from the row of totals, which follows the rows.
  private func benefits(
    _ rows: TableRange, _ periods: ClosedRange<Int>, _ factors: Int?
  ) -> String {
    func cells(in row: Int) -> String {
      columns.address(.period(periods.lowerBound), row)
        .fixedRange(to: columns.address(.period(periods.upperBound), row))
    }
    let totals = cells(in: rows.last + 1)
    return factors.map { "SUMPRODUCT(\(totals);\(cells(in: $0)))" } ?? "SUM(\(totals))"
  }
}
