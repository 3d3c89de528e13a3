import ExportKit
import Foundation

/// The ratio of a report, worked out anew in the plainest way from the numbers that were given.
///
/// It is the tests' own, so that an export's formulas are held against something else.
public struct MapArithmetic {
  /// The rows, with numbers that a test may change.
  public struct Row {
    /// Its identifier.
    public let id: RowID
    /// The numbers that were given.
    public var given: [ReportOutcome.Given: Double]
    /// The first period with a benefit.
    public var first: Int
    /// How many periods.
    public var periods: Int
  }

  /// The rows.
  public var rows: [Row]
  /// The value of each input, by its identifier, and its period.
  public var inputs: [(id: RowID, value: Double, period: Int)]
  /// The discount rate.
  public var rate: Double
  /// The part of a period that has passed when benefits fall.
  public var benefitOffset: Double
  /// The part of a period that has passed when inputs fall.
  public var inputOffset: Double

  /// Takes the numbers of a report; numbers that are absent count as 0.
  public init(_ report: Report) {
    rows = (report.valueMap?.rows ?? []).map { row in
      let given = ReportOutcome.Given.allCases.map { ($0, row.estimate(of: $0)?.value ?? 0) }
      return Row(
        id: row.id, given: Dictionary(uniqueKeysWithValues: given), first: row.firstPeriod,
        periods: row.benefitPeriods)
    }
    inputs = report.inputs.map { ($0.id, $0.value.value ?? 0, $0.period) }
    rate = report.project.discountRate
    benefitOffset = MapArithmetic.offset(report.project.benefitTiming)
    inputOffset = MapArithmetic.offset(report.project.inputTiming)
  }

  /// The part of a period that has passed at a timing.
  public static func offset(_ timing: DiscountTiming) -> Double {
    switch timing {
    case .startOfPeriod: 0
    case .midPeriod: 0.5
    case .endOfPeriod: 1
    }
  }

  /// The present value of the benefits.
  public var presentValue: Double {
    rows.reduce(0) { total, row in
      func share(_ given: ReportOutcome.Given) -> Double { 1 - (row.given[given] ?? 0) }
      let impact =
        (row.given[.quantity] ?? 0) * (row.given[.proxy] ?? 0) * share(.deadweight)
        * share(.displacement) * share(.attribution)
      let values = (0..<row.periods).map { later in
        impact * pow(share(.dropOff), Double(later))
          * factor(row.first + later, benefitOffset)
      }
      return total + values.reduce(0, +)
    }
  }

  /// The present value of the inputs.
  public var inputsPresentValue: Double {
    inputs.reduce(0) { $0 + $1.value * factor($1.period, inputOffset) }
  }

  /// The ratio.
  public var ratio: Double { presentValue / inputsPresentValue }

  /// The same map with one number of a row changed.
  public func setting(_ given: ReportOutcome.Given, of id: RowID, to value: Double) -> Self {
    var copy = self
    for index in copy.rows.indices where copy.rows[index].id == id {
      copy.rows[index].given[given] = value
    }
    return copy
  }

  private func factor(_ period: Int, _ offset: Double) -> Double {
    pow(1 + rate, -(Double(period) - 1 + offset))
  }
}
