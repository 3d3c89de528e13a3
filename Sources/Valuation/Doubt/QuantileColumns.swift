import Foundation

/// The quantiles of a distribution at the places of a table.
///
/// `main` has them at j/2048, `low` at j/2¹⁸ and `high` at 1 − j/2¹⁸, up to 1/256 from the end.
struct QuantileColumns {
  /// Cells of the whole range of shares.
  static let mainCells = 2_048
  /// Cells of the 1/256 at each end.
  static let tailCells = 1_024
  /// The share that a cell of an end stands for.
  static let tailStep = 0x1p-18
  /// The share taken for 0 where a distribution has no end.
  static let leastShare = 0x1p-34

  private(set) var main: [Double]
  private(set) var low: [Double]
  private(set) var high: [Double]

  init(_ distribution: Distribution) {
    if case .beta(let alpha, let beta, let low, let high) = distribution.form, alpha >= 1, beta >= 1
    {
      self = QuantileColumns(BetaTable(alpha, beta)).mapped { low + $0 * (high - low) }
      return
    }
    let least = QuantileColumns.leastShare
    main = (0...QuantileColumns.mainCells).map { index in
      let lower = Double(index) / Double(QuantileColumns.mainCells)
      return distribution.quantile(lower: max(lower, least), upper: max(1 - lower, least))
    }
    low = (0...QuantileColumns.tailCells).map { index in
      let share = max(Double(index) * QuantileColumns.tailStep, least)
      return distribution.quantile(lower: share, upper: 1 - share)
    }
    high = (0...QuantileColumns.tailCells).map { index in
      let share = max(Double(index) * QuantileColumns.tailStep, least)
      return distribution.quantile(lower: 1 - share, upper: share)
    }
  }

  private init(_ table: BetaTable) {
    let cells = QuantileColumns.mainCells
    let half = cells / 2
    let shares = (0...half).map { Double($0) / Double(cells) }
    let tails = (0...QuantileColumns.tailCells).map { Double($0) * QuantileColumns.tailStep }
    let fromTop = table.fromTop(shares)
    main = table.fromBottom(shares) + fromTop.dropLast().reversed()
    low = table.fromBottom(tails)
    high = table.fromTop(tails)
  }

  private func mapped(_ change: (Double) -> Double) -> QuantileColumns {
    var columns = self
    columns.main = main.map(change)
    columns.low = low.map(change)
    columns.high = high.map(change)
    return columns
  }
}

/// Many quantiles of a beta distribution at once, for shapes of at least 1.
///
/// The density is integrated over a grid of 512 cells by Gauss and Legendre's rule of three nodes,
/// from each end, and the cumulative share is inverted by cubic interpolation: a hundred times
/// faster than solving for each quantile, and good to 1e-6 of the range but for the last
/// millionth at the ends.
struct BetaTable {
  private static let cells = 512
  private let places: [Double]
  private let density: [Double]
  private let below: [Double]
  private let above: [Double]

  init(_ alpha: Double, _ beta: Double) {
    let least = QuantileColumns.leastShare
    let whole = Distribution.beta(alpha: alpha, beta: beta)
    let first = whole?.quantile(lower: least, upper: 1 - least) ?? 0
    let last = whole?.quantile(lower: 1 - least, upper: least) ?? 1
    let count = BetaTable.cells
    let width = (last - first) / Double(count)
    let constant = BetaFunctions.logConstant(alpha, beta)
    func density(_ x: Double) -> Double {
      x <= 0 || x >= 1 ? 0 : exp(constant + (alpha - 1) * log(x) + (beta - 1) * log1p(-x))
    }
    let offset = 0.6.squareRoot() / 2
    let places = (0...count).map { first + width * Double($0) }
    let masses = (0..<count).map { index in
      let middle = places[index] + width / 2
      return width / 18
        * (5 * density(middle - offset * width) + 8 * density(middle)
          + 5 * density(middle + offset * width))
    }
    self.places = places
    self.density = places.map(density)
    var below = [least]
    for mass in masses { below.append((below.last ?? 0) + mass) }
    var above = [least]
    for mass in masses.reversed() { above.append((above.last ?? 0) + mass) }
    self.below = below
    self.above = above.reversed()
  }

  /// The quantiles at ascending shares of at most one half.
  func fromBottom(_ shares: [Double]) -> [Double] {
    var cell = 0
    return shares.map { share in
      while cell < BetaTable.cells - 1, below[cell + 1] < share { cell += 1 }
      return inverse(share, cell, cell + 1, below)
    }
  }

  /// The quantiles at the complements of ascending shares of at most one half.
  func fromTop(_ shares: [Double]) -> [Double] {
    var cell = BetaTable.cells
    return shares.map { share in
      while cell > 1, above[cell - 1] < share { cell -= 1 }
      return inverse(share, cell, cell - 1, above)
    }
  }

  /// The cubic through two places and their slopes dx/du, kept between them.
  private func inverse(_ share: Double, _ near: Int, _ far: Int, _ shares: [Double]) -> Double {
    let width = shares[far] - shares[near]
    let step = places[far] - places[near]
    guard width > 0 else { return places[near] }
    let t = min(max((share - shares[near]) / width, 0), 1)
    // A slope beyond three times the mean one would make the cubic turn back (Fritsch, Carlson).
    let sign = step < 0 ? -1.0 : 1
    func slope(_ index: Int) -> Double {
      let steepest = 3 * abs(step)
      let size = density[index] > 0 ? min(width / density[index], steepest) : steepest
      return sign * size
    }
    let (p, q) = (slope(near), slope(far))
    let bend = t * t * (3 - 2 * t)
    return places[near] + step * bend + p * t * (1 - t) * (1 - t) - q * t * t * (1 - t)
  }
}
