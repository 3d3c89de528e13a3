import ImpactModel

/// The way from gross value to present value: what each step takes off, in the project's currency.
///
/// A step is the difference of two totals over all rows and all their benefit periods, so that
/// gross value and steps together give the present value. Steps are negative where value is taken
/// off, and positive where a loss becomes smaller or the rate is negative.
public struct Waterfall: Sendable, Hashable {
  /// Quantity times proxy times the number of benefit periods, over all rows.
  public let gross: Double
  /// What deadweight changes.
  public let deadweight: Double
  /// What displacement changes.
  public let displacement: Double
  /// What attribution changes.
  public let attribution: Double
  /// What drop-off changes.
  public let dropOff: Double
  /// What discounting changes.
  public let discount: Double
  /// The present value, at which the steps end.
  public let presentValue: Double

  /// The steps in their order, from deadweight to discounting.
  public var steps: [Double] { [deadweight, displacement, attribution, dropOff, discount] }

  init(_ rows: [ValuedRow], presentValue: Double) throws(ValuationError) {
    func total(_ step: (ValuedRow) -> Double) -> Double {
      rows.reduce(0) { $0 + step($1) * Double($1.benefitPeriods) }
    }
    let afterDeadweight = total(\.afterDeadweight)
    let afterDisplacement = total(\.afterDisplacement)
    let afterAttribution = total(\.impact)
    let afterDropOff = rows.reduce(0) { $1.valuePerPeriod.reduce($0, +) }
    gross = total(\.gross)
    deadweight = afterDeadweight - gross
    displacement = afterDisplacement - afterDeadweight
    attribution = afterAttribution - afterDisplacement
    dropOff = afterDropOff - afterAttribution
    discount = presentValue - afterDropOff
    self.presentValue = presentValue
    guard gross.isFinite, steps.allSatisfy(\.isFinite) else { throw .totalNotFinite }
  }
}
