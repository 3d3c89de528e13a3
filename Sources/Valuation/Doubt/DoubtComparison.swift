import ImpactModel

/// The difference of two maps on the same draws.
///
/// A doubt that both maps have takes the same quantile in both, so that only what differs counts:
/// the standard error is far below that of two separate analyses.
public struct DoubtComparison: Sendable, Hashable {
  /// How many draws there were.
  public let draws: Int
  /// The other map's present value less this one's.
  public let presentValue: Spread
  /// The standard error of the mean of that difference.
  public let presentValueError: Double
  /// The other map's ratio less this one's; absent where one of them has no ratio.
  public let ratio: Spread?
  /// The standard error of the mean of that difference.
  public let ratioError: Double?
  /// The share of the draws in which the other map has the higher ratio.
  public let chanceHigher: Double?
}

extension DoubtfulMap {
  /// Compares with another map, as a scenario, on common random numbers.
  ///
  /// - Throws: `ValuationError` where a map or a doubt is impossible or a result is no number.
  public func compared(
    with other: DoubtfulMap, seed: UInt64, draws: Int = DoubtfulMap.usualDraws
  ) throws(ValuationError) -> DoubtComparison {
    let (model, otherModel) = (try DoubtModel(self), try DoubtModel(other))
    let factors = (model.benefits + model.costs + otherModel.benefits + otherModel.costs)
      .reduce(0) { $0 + $1.factors.count }
    let drawing = Drawing(seed: seed, count: Drawing.draws(wanted: draws, factors: factors))
    let drawn = try DrawnMap(model, drawing)
    let otherDrawn = try DrawnMap(otherModel, drawing)
    let values = zip(otherDrawn.benefits, drawn.benefits).map { $0 - $1 }
    var ratios: [Double]?
    if let own = drawn.ratios, let others = otherDrawn.ratios {
      ratios = zip(others, own).map { $0 - $1 }
    }
    let comparison = DoubtComparison(values: values, ratios: ratios)
    guard comparison.presentValue.isFinite, comparison.ratio?.isFinite ?? true else {
      throw .totalNotFinite
    }
    return comparison
  }
}

extension DoubtComparison {
  fileprivate init(values: [Double], ratios: [Double]?) {
    let root = Double(max(1, values.count)).squareRoot()
    draws = values.count
    presentValue = Spread(draws: values)
    presentValueError = presentValue.deviation / root
    ratio = ratios.map { Spread(draws: $0) }
    ratioError = ratio.map { $0.deviation / root }
    chanceHigher = ratios.map { ratios in
      Double(ratios.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }) / Double(max(1, ratios.count))
    }
  }
}
