/// The whole distribution of a sum of independent products, without drawing.
///
/// Each product is built up factor by factor on a grid and the products are added by convolution.
/// The error is stated as the change from a grid half as fine.
struct ConvolvedSum {
  private let fine: GridDensity
  private let coarse: GridDensity

  /// The most products for which convolution is quicker than drawing.
  static let mostProducts = 1_000
  /// The widest step, in standard deviations of its product: beyond, the grid misses the shape.
  private static let widestStep = 0.25
  /// How far the deviation on the grid may be from the exact one, as a share of it.
  private static let toleratedDeviation = 1e-3

  /// Gives `nil` where an input is uncertain, products share a doubt, or a tail is too long for a grid.
  init?(_ model: DoubtModel, _ moments: MapMoments) {
    // A row worth nothing has no range to put on a grid, and adds nothing.
    let products = model.benefits.filter { $0.constant != 0 }
    guard model.costs.isEmpty, let moments = moments.benefits, moments.variance > 0,
      !products.isEmpty, products.count <= ConvolvedSum.mostProducts,
      ConvolvedSum.areIndependent(products)
    else { return nil }
    let cells = products.count <= 8 ? 512 : products.count <= 100 ? 256 : 128
    let rows = Parallel.map(products.count) { index in
      ConvolvedSum.row(products[index], cells: cells)
    }
    let known = rows.compactMap { $0 }
    guard known.count == products.count,
      let fine = ConvolvedSum.sum(known.map(\.fine)),
      let coarse = ConvolvedSum.sum(known.map(\.coarse))
    else { return nil }
    self.fine = fine.moved(by: model.certainBenefits)
    self.coarse = coarse.moved(by: model.certainBenefits)
    let deviation = moments.variance.squareRoot()
    guard abs(self.fine.deviation - deviation) <= ConvolvedSum.toleratedDeviation * deviation,
      abs(self.fine.mean - moments.mean) <= ConvolvedSum.toleratedDeviation * deviation
    else { return nil }
  }

  /// The percentiles of a spread, with the change from the coarser grid.
  var percentiles: [Percentile] {
    let values = zip(fine.quantiles(Spread.shares), coarse.quantiles(Spread.shares))
    return zip(Spread.shares, values).map {
      Percentile(share: $0, value: $1.0, error: abs($1.0 - $1.1))
    }
  }

  /// The chance that the sum is below a value.
  func share(below value: Double) -> Double { fine.share(below: value) }

  private static func areIndependent(_ products: [Product]) -> Bool {
    var seen: Set<Int> = []
    return products.allSatisfy { $0.factors.allSatisfy { seen.insert($0.group).inserted } }
  }

  private static func row(
    _ product: Product, cells: Int
  ) -> (fine: GridDensity, coarse: GridDensity)? {
    let tables = product.factors.map { FactorTable($0) }
    guard tables.allSatisfy(\.isFinite),
      let fine = density(tables, cells: cells), let coarse = density(tables, cells: cells / 2)
    else { return nil }
    return (fine.multiplied(by: product.constant), coarse.multiplied(by: product.constant))
  }

  private static func density(_ tables: [FactorTable], cells: Int) -> GridDensity? {
    var product: GridDensity?
    for table in tables {
      guard let factor = GridDensity(table, cells: cells) else { return nil }
      guard let known = product else {
        product = factor
        continue
      }
      guard let next = known.times(factor, cells: cells) else { return nil }
      product = next
    }
    guard let product, product.step <= widestStep * product.deviation else { return nil }
    return product
  }

  /// Adds on the widest of the steps, so that no grid is finer than what is put on it.
  private static func sum(_ densities: [GridDensity]) -> GridDensity? {
    guard let step = densities.map(\.step).max(), step.isFinite, step > 0 else { return nil }
    var sum: GridDensity?
    for density in densities {
      // A grid far finer than the widest step is one place there: it must keep room for its split.
      let resampled = density.step == step ? density : density.resampled(step)
      sum = sum.map { $0.plus(resampled) } ?? resampled
    }
    return sum
  }
}
