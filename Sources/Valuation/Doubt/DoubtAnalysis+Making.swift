import ImpactModel

/// The exact moments of both sums; absent where too many rows share a doubt.
struct MapMoments {
  let benefits: SumMoments?
  let costs: SumMoments?
}

extension DoubtModel {
  /// Whether any doubt moves anything.
  var isUncertain: Bool { !benefits.isEmpty || !costs.isEmpty }

  func moments() throws(ValuationError) -> MapMoments {
    let benefits = SumMoments(
      benefits, certain: certainBenefits, groupCount: groups.count)
    let costs = SumMoments(costs, certain: certainCosts, groupCount: groups.count)
    if let benefits {
      for (product, mean) in zip(self.benefits, benefits.means) where !mean.isFinite {
        throw .notFinite(row: product.row)
      }
    }
    for moments in [benefits, costs].compactMap({ $0 }) {
      guard moments.mean.isFinite, moments.variance.isFinite else { throw .totalNotFinite }
    }
    return MapMoments(benefits: benefits, costs: costs)
  }

  /// The share of Σ|present value| in rows with a doubt.
  var shareWithDoubt: Double {
    let uncertain = Set(benefits.map(\.row))
    let sizes = valued.rows.map { (abs($0.presentValue), uncertain.contains($0.id)) }
    // Taken relative to the greatest, so that the sum cannot become too large.
    guard let greatest = sizes.map(\.0).max(), greatest > 0 else { return 0 }
    let whole = sizes.reduce(0) { $0 + $1.0 / greatest }
    return sizes.reduce(0) { $0 + ($1.1 ? $1.0 / greatest : 0) } / whole
  }

  func shiftedRows(_ moments: SumMoments?) -> [DoubtAnalysis.ShiftedRow] {
    guard let moments else { return [] }
    let means = Dictionary(
      zip(benefits.map(\.row), moments.means), uniquingKeysWith: { first, _ in first })
    return valued.rows.compactMap { row in
      guard let mean = means[row.id] else { return nil }
      let difference = mean - row.presentValue
      guard abs(difference) > DoubtAnalysis.toleratedShift * abs(row.presentValue) else {
        return nil
      }
      let shift = difference / abs(row.presentValue)
      return DoubtAnalysis.ShiftedRow(
        row: row.id, value: row.presentValue, mean: mean, shift: shift.isFinite ? shift : nil)
    }
  }

  func drivers(_ moments: SumMoments?) -> [DoubtAnalysis.Driver] {
    guard let moments, moments.variance > 0 else { return [] }
    let drivers = groups.indices.map { group in
      DoubtAnalysis.Driver(
        group: groups[group].name, members: groups[group].members,
        firstOrder: moments.firstOrder[group] / moments.variance,
        totalEffect: moments.total[group] / moments.variance)
    }
    return drivers.enumerated().sorted {
      ($1.element.totalEffect, $0.offset) < ($0.element.totalEffect, $1.offset)
    }.map(\.element)
  }
}

extension DoubtAnalysis {
  private init(
    _ model: DoubtModel, _ moments: MapMoments, method: Method, seed: UInt64, draws: Int,
    presentValue: Spread, inputs: Spread, ratio: Spread?, chance: Double?, remarks: [Text]
  ) throws(ValuationError) {
    guard presentValue.isFinite, inputs.isFinite, ratio?.isFinite ?? true else {
      throw .totalNotFinite
    }
    self.method = method
    areMomentsExact = moments.benefits != nil
    self.seed = seed
    self.draws = draws
    self.presentValue = presentValue
    inputsPresentValue = inputs
    self.ratio = ratio
    chanceBelowOne = chance
    drivers = model.drivers(moments.benefits)
    shiftedRows = model.shiftedRows(moments.benefits)
    shareWithDoubt = model.shareWithDoubt
    self.remarks =
      remarks + DoubtRemarks.common(model, moments, share: shareWithDoubt)
      + DoubtRemarks.shifted(shiftedRows)
  }

  /// A map of which nothing is uncertain.
  init(_ model: DoubtModel, _ moments: MapMoments, seed: UInt64) throws(ValuationError) {
    let value = Spread(certain: model.certainBenefits)
    let costs = model.certainCosts
    try self.init(
      model, moments, method: .certain, seed: seed, draws: 0, presentValue: value,
      inputs: Spread(certain: costs), ratio: costs > 0 ? value.divided(by: costs) : nil,
      chance: costs > 0 ? (model.certainBenefits < costs ? 1 : 0) : nil, remarks: [])
  }

  /// By convolution: the inputs are certain.
  init(
    _ model: DoubtModel, _ moments: MapMoments, seed: UInt64, convolved sum: ConvolvedSum
  ) throws(ValuationError) {
    let costs = model.certainCosts
    let value = Spread(
      mean: moments.benefits?.mean ?? 0, deviation: (moments.benefits?.variance ?? 0).squareRoot(),
      percentiles: sum.percentiles)
    let ratio = costs > 0 ? value.divided(by: costs) : nil
    try self.init(
      model, moments, method: .convolution, seed: seed, draws: 0, presentValue: value,
      inputs: Spread(certain: costs), ratio: ratio,
      chance: costs > 0 ? sum.share(below: costs) : nil, remarks: [])
  }

  /// By draws.
  init(
    _ model: DoubtModel, _ moments: MapMoments, seed: UInt64, draws wanted: Int, workers: Int?
  ) throws(ValuationError) {
    let factors = (model.benefits + model.costs).reduce(0) { $0 + $1.factors.count }
    let drawn = try DrawnMap(
      model,
      Drawing(
        seed: seed, count: Drawing.draws(wanted: wanted, factors: factors), workers: workers))
    let value = Spread(
      draws: drawn.benefits, mean: moments.benefits?.mean,
      deviation: moments.benefits.map { max(0, $0.variance).squareRoot() })
    let areCostsCertain = model.costs.isEmpty
    let costs =
      areCostsCertain
      ? Spread(certain: model.certainCosts)
      : Spread(
        draws: drawn.costs, mean: moments.costs?.mean,
        deviation: moments.costs.map { max(0, $0.variance).squareRoot() })
    var ratio: Spread?
    var chance: Double?
    if areCostsCertain, model.certainCosts > 0 {
      ratio = value.divided(by: model.certainCosts)
      chance = DoubtAnalysis.share(of: drawn.benefits, below: model.certainCosts)
    } else if let ratios = drawn.ratios {
      ratio = Spread(draws: ratios)
      chance = DoubtAnalysis.share(of: ratios, below: 1)
    }
    try self.init(
      model, moments, method: .drawing, seed: seed, draws: drawn.count, presentValue: value,
      inputs: costs, ratio: ratio, chance: chance,
      remarks: DoubtRemarks.drawn(ratio, draws: drawn.count, wanted: wanted)
        + (ratio == nil ? [DoubtRemarks.noRatio] : []))
  }

  private static func share(of draws: [Double], below value: Double) -> Double {
    Double(draws.reduce(0) { $0 + ($1 < value ? 1 : 0) }) / Double(max(1, draws.count))
  }
}
