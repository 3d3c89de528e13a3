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
    try CommonDraws(self, seed: seed, draws: draws).comparison(with: other)
  }
}

/// The draws of a map at hand, for the comparison of other maps with it.
///
/// Of another map only what differs is drawn: rows that are the same in both, with the same
/// doubts, have the same value in each draw.
public struct CommonDraws: Sendable {
  private let model: DoubtModel
  private let drawing: Drawing
  private let drawn: DrawnMap

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - seed: any number; streams of draws are keyed by it and by the doubt's name.
  ///   - draws: how many, fewer where the map is so large that they would take minutes.
  /// - Throws: `ValuationError` where the map or a doubt is impossible or a result is no number.
  public init(
    _ map: DoubtfulMap, seed: UInt64, draws: Int = DoubtfulMap.usualDraws
  ) throws(ValuationError) {
    model = try DoubtModel(map)
    let factors = (model.benefits + model.costs).reduce(0) { $0 + $1.factors.count }
    // The other map may have as many again.
    drawing = Drawing(seed: seed, count: Drawing.draws(wanted: draws, factors: 2 * factors))
    drawn = try DrawnMap(model, drawing)
  }

  /// Compares with another map: its values less those of this one.
  ///
  /// - Throws: `ValuationError` where the map or a doubt is impossible or a result is no number.
  public func comparison(with other: DoubtfulMap) throws(ValuationError) -> DoubtComparison {
    let otherModel = try DoubtModel(other)
    let values = try differences(
      DrawnTerms(model.benefits, model.certainBenefits, model.groups),
      DrawnTerms(otherModel.benefits, otherModel.certainBenefits, otherModel.groups),
      drawn: drawn.benefits)
    let ownCosts = drawn.costPerDraw
    let costs = try differences(
      DrawnTerms(model.costs, model.certainCosts, model.groups),
      DrawnTerms(otherModel.costs, otherModel.certainCosts, otherModel.groups),
      drawn: ownCosts)
    let otherDrawn = DrawnMap(
      benefits: DrawArithmetic.combined(drawn.benefits, values, +),
      costs: DrawArithmetic.combined(ownCosts, costs, +))
    var ratios: [Double]?
    if let own = drawn.ratios, let others = otherDrawn.ratios {
      ratios = DrawArithmetic.combined(others, own, -)
    }
    let comparison = DoubtComparison(values: values, ratios: ratios)
    guard comparison.presentValue.isFinite, comparison.ratio?.isFinite ?? true else {
      throw .totalNotFinite
    }
    return comparison
  }

  /// Draw by draw the other sum less one's own, of the products that are not in both.
  private func differences(
    _ own: DrawnTerms, _ other: DrawnTerms, drawn: [Double]
  ) throws(ValuationError) -> [Double] {
    let (lost, gained) = (own.without(other), other.without(own))
    if lost.count == own.products.count {
      // Nothing is the same: what was drawn already is the whole of one's own.
      let others = try drawing.sums(gained, certain: other.certain, groups: other.groups)
      return DrawArithmetic.combined(others, drawn, -)
    }
    let more = try drawing.sums(
      gained, certain: other.certain - own.certain, groups: other.groups)
    guard !lost.isEmpty else { return more }
    let less = try drawing.sums(lost, certain: 0, groups: own.groups)
    return DrawArithmetic.combined(more, less, -)
  }
}

/// A sum of products to draw.
private struct DrawnTerms {
  let products: [Product]
  let certain: Double
  let groups: [DoubtModel.Group]

  init(_ products: [Product], _ certain: Double, _ groups: [DoubtModel.Group]) {
    self.products = products
    self.certain = certain
    self.groups = groups
  }

  /// A product by what is drawn for it: another map may number its doubts otherwise.
  private struct Term: Hashable {
    let row: RowID
    let constant: Double
    let streams: [String]
    let parts: [[FactorPart]]
  }

  private func term(_ product: Product) -> Term {
    Term(
      row: product.row, constant: product.constant,
      streams: product.factors.map { groups[$0.group].streamName },
      parts: product.factors.map(\.parts))
  }

  /// The products that are not among those of another sum.
  func without(_ other: DrawnTerms) -> [Product] {
    let known = Set(other.products.map { other.term($0) })
    return products.filter { !known.contains(term($0)) }
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
      DrawArithmetic.sum(ratios) { $0 > 0 ? 1 : 0 } / Double(max(1, ratios.count))
    }
  }
}
