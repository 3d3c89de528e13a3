/// The present values of benefits and inputs, draw by draw.
struct DrawnMap: Sendable {
  let benefits: [Double]
  /// The draws of the inputs, or the one value that they always have.
  let costs: [Double]

  init(benefits: [Double], costs: [Double]) {
    self.benefits = benefits
    self.costs = costs
  }

  init(_ model: DoubtModel, _ drawing: Drawing) throws(ValuationError) {
    benefits = try drawing.sums(
      model.benefits, certain: model.certainBenefits, groups: model.groups)
    costs =
      model.costs.isEmpty
      ? [model.certainCosts]
      : try drawing.sums(model.costs, certain: model.certainCosts, groups: model.groups)
  }

  var count: Int { benefits.count }

  /// The inputs of each draw, also where they are always the same.
  var costPerDraw: [Double] {
    costs.count == 1 ? [Double](repeating: costs[0], count: benefits.count) : costs
  }

  /// The ratios, or `nil` where the inputs of a draw are not above zero.
  var ratios: [Double]? {
    guard DrawArithmetic.holds(costs, { $0 > 0 }) else { return nil }
    let ratios = DrawArithmetic.combined(benefits, costPerDraw, /)
    return DrawArithmetic.holds(ratios, { $0.isFinite }) ? ratios : nil
  }
}
