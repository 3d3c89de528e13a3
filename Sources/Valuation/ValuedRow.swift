import ImpactModel

/// A row of the value map after each step; all values in the project's currency.
public struct ValuedRow: Sendable, Hashable {
  /// The identifier of its row.
  public let id: RowID
  /// Quantity times proxy, for one period.
  public let gross: Double
  /// After deadweight.
  public let afterDeadweight: Double
  /// After displacement too.
  public let afterDisplacement: Double
  /// After attribution too: the impact of the first period with a benefit.
  public let impact: Double
  /// How many periods the benefit lasts.
  public let benefitPeriods: Int
  /// The undiscounted value in each period of the map, zero where there is none.
  public let valuePerPeriod: [Double]
  /// The sum of the discounted values.
  public let presentValue: Double

  /// Values a row; the drop-off first bites in the second period with a benefit.
  init(_ row: ValueMap.Row, factors: [Double]) throws(ValuationError) {
    id = row.id
    gross = row.quantity * row.proxy
    afterDeadweight = gross * (1 - row.deadweight)
    afterDisplacement = afterDeadweight * (1 - row.displacement)
    impact = afterDisplacement * (1 - row.attribution)
    benefitPeriods = row.benefitPeriods
    var values = [Double](repeating: 0, count: factors.count)
    var value = impact
    var sum = 0.0
    for period in row.firstPeriod..<(row.firstPeriod + row.benefitPeriods) {
      values[period - 1] = value
      sum += value * factors[period - 1]
      value *= 1 - row.dropOff
    }
    valuePerPeriod = values
    presentValue = sum
    guard gross.isFinite, sum.isFinite else { throw .notFinite(row: row.id) }
  }
}

/// An input with its discounted value.
public struct ValuedInput: Sendable, Hashable {
  /// The identifier of its row.
  public let id: RowID
  /// Its value, not discounted.
  public let amount: Double
  /// Its value at the start of period 1.
  public let presentValue: Double
}
