import ImpactModel

/// Finds the discount rates at which the ratio is a target.
///
/// With y = 1/√(1 + rate), every timing makes the value of benefits less target times inputs a
/// polynomial of y. Its roots are looked for between the rates −99 % and 1,000 %, on a grid in
/// which each 1 + rate is 0.2 % above the one before, and then bisected.
struct RateSearch {
  private let map: ValueMap
  private let polynomial: Polynomial

  init(_ map: ValueMap, _ result: ValuationResult, target: Double) {
    self.map = map
    var terms = [Double](repeating: 0, count: 2 * result.periods + 1)
    for (index, value) in result.benefitsPerPeriod.enumerated() {
      terms[map.benefitTiming.power(inPeriod: index + 1)] += value
    }
    for input in map.inputs {
      terms[map.inputTiming.power(inPeriod: input.period)] -= target * input.amount
    }
    polynomial = Polynomial(terms.allSatisfy(\.isFinite) ? terms : [])
  }

  /// The rates, ascending, at which the inputs are worth more than nothing.
  var rates: [Double] {
    polynomial.roots(between: RateSearch.places).map { 1 / ($0 * $0) - 1 }.filter(hasInputs)
  }

  private func hasInputs(_ rate: Double) -> Bool {
    let periods = map.inputs.map(\.period).reduce(1, max)
    guard let factors = try? map.inputTiming.factors(rate: rate, periods: periods) else {
      return false
    }
    return map.inputs.reduce(0) { $0 + $1.amount * factors[$1.period - 1] } > 0
  }

  /// The grid: y of each rate, the lowest rate first.
  private static let places: [Double] = {
    var growths = [0.01]
    while let last = growths.last, last < 11 { growths.append(min(11, last * 1.002)) }
    return growths.map { (1 / $0).squareRoot() }
  }()
}

extension DiscountTiming {
  /// The power of 1/√(1 + rate) that discounts what falls in a period.
  fileprivate func power(inPeriod period: Int) -> Int {
    switch self {
    case .startOfPeriod: 2 * (period - 1)
    case .midPeriod: 2 * period - 1
    case .endOfPeriod: 2 * period
    }
  }
}
