import ImpactModel

extension DiscountTiming {
  /// Gives the discount factors of periods 1 to `periods`, at a rate per period.
  ///
  /// Powers are repeated multiplications and the half period is a square root, so that every
  /// processor gives the same bits.
  ///
  /// - Throws: `ValuationError.impossibleRate`, or `totalNotFinite` where a factor is no number.
  public func factors(rate: Double, periods: Int) throws(ValuationError) -> [Double] {
    guard rate.isFinite, rate > -1 else { throw .impossibleRate(rate) }
    let growth = 1 + rate
    var divisor: Double
    switch self {
    case .startOfPeriod: divisor = 1
    case .midPeriod: divisor = growth.squareRoot()
    case .endOfPeriod: divisor = growth
    }
    var factors: [Double] = []
    for _ in 0..<max(0, periods) {
      let factor = 1 / divisor
      guard factor.isFinite else { throw .totalNotFinite }
      factors.append(factor)
      divisor *= growth
    }
    return factors
  }
}
