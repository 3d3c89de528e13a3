import ImpactModel
import TestSupport
import Valuation

/// Value maps of seeded random numbers, with losses, late benefits and late inputs.
enum RandomMaps {
  static func maps(_ count: Int, seed: UInt64) -> [ValueMap] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in map(&generator) }
  }

  private static func map(_ generator: inout SeededGenerator) -> ValueMap {
    let rows = (0..<Int.random(in: 1...12, using: &generator)).compactMap { index in
      RowID("o\(index)").map { row($0, &generator) }
    }
    let inputs = (0..<Int.random(in: 1...5, using: &generator)).compactMap { index in
      RowID("i\(index)").map {
        ValueMap.Input(
          id: $0, amount: Double.random(in: 1...100_000, using: &generator),
          period: Int.random(in: 1...9, using: &generator))
      }
    }
    return ValueMap(
      rate: Double.random(in: 0...0.1, using: &generator),
      benefitTiming: DiscountTiming.allCases.randomElement(using: &generator) ?? .midPeriod,
      inputTiming: DiscountTiming.allCases.randomElement(using: &generator) ?? .midPeriod,
      rows: rows, inputs: inputs)
  }

  private static func row(_ id: RowID, _ generator: inout SeededGenerator) -> ValueMap.Row {
    ValueMap.Row(
      id: id, quantity: Double.random(in: 0...500, using: &generator),
      proxy: Double.random(in: -2_000...8_000, using: &generator),
      deadweight: Double.random(in: 0...1, using: &generator),
      displacement: Double.random(in: 0...1, using: &generator),
      attribution: Double.random(in: 0...1, using: &generator),
      dropOff: Double.random(in: 0...1, using: &generator),
      firstPeriod: Int.random(in: 1...5, using: &generator),
      benefitPeriods: Int.random(in: 1...8, using: &generator))
  }
}

/// The present value once more, term by term and without anything of the engine.
struct NaiveSums {
  /// The sum of the discounted terms.
  var benefits = 0.0
  /// The sum of their magnitudes, the yardstick of rounding.
  var magnitude = 0.0
  /// The sum of the discounted inputs.
  var inputs = 0.0

  init(_ map: ValueMap) {
    for row in map.rows {
      for k in 0..<row.benefitPeriods {
        var term = row.quantity * row.proxy
        term *= (1 - row.deadweight) * (1 - row.displacement) * (1 - row.attribution)
        for _ in 0..<k { term *= 1 - row.dropOff }
        term /= NaiveSums.divisor(map.rate, map.benefitTiming, period: row.firstPeriod + k)
        benefits += term
        magnitude += term.magnitude
      }
    }
    for input in map.inputs {
      inputs += input.amount / NaiveSums.divisor(map.rate, map.inputTiming, period: input.period)
    }
  }

  private static func divisor(
    _ rate: Double, _ timing: DiscountTiming, period: Int
  ) -> Double {
    let whole = timing == .endOfPeriod ? period : period - 1
    let power = (0..<whole).reduce(1.0) { product, _ in product * (1 + rate) }
    return timing == .midPeriod ? power * (1 + rate).squareRoot() : power
  }
}
