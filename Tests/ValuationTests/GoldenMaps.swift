import ImpactModel
import Testing
import Valuation

/// Published value maps, as the reference states them.
enum GoldenMaps {
  /// The time bank in Ireland, 2023: four outcomes of the same people, two periods.
  static func timeBank(
    rate: Double = 0.035, timing: DiscountTiming = .startOfPeriod, deadweight: Double = 0.1,
    displacement: Double = 0.1, attribution: Double = 0.1, dropOff: Double = 0.7
  ) throws -> ValueMap {
    let outcomes: [(String, Double, Double)] = [
      ("socialisation", 95, 3_432), ("health", 95, 600), ("independence", 90, 640),
      ("inclusion", 95, 4_353),
    ]
    return ValueMap(
      rate: rate, benefitTiming: timing, inputTiming: .startOfPeriod,
      rows: try outcomes.map { id, quantity, proxy in
        ValueMap.Row(
          id: try #require(RowID(id)), quantity: quantity, proxy: proxy, deadweight: deadweight,
          displacement: displacement, attribution: attribution, dropOff: dropOff, firstPeriod: 1,
          benefitPeriods: 2)
      },
      inputs: [try input("investment", 50_000)])
  }

  /// An employment programme: 60 people, two periods.
  static func employment(timing: DiscountTiming) throws -> ValueMap {
    ValueMap(
      rate: 0.035, benefitTiming: timing, inputTiming: .startOfPeriod,
      rows: [
        ValueMap.Row(
          id: try #require(RowID("work")), quantity: 60, proxy: 8_500, deadweight: 0.4,
          displacement: 0, attribution: 0.3, dropOff: 0.3, firstPeriod: 1, benefitPeriods: 2)
      ],
      inputs: [try input("investment", 250_000)])
  }

  /// A map of one row without deductions.
  static func plain(
    quantity: Double, proxy: Double, periods: Int, inputs: Double
  ) throws -> ValueMap {
    ValueMap(
      rate: 0, benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod,
      rows: [
        ValueMap.Row(
          id: try #require(RowID("o1")), quantity: quantity, proxy: proxy, deadweight: 0,
          displacement: 0, attribution: 0, dropOff: 0, firstPeriod: 1, benefitPeriods: periods)
      ],
      inputs: [try input("i1", inputs)])
  }

  /// An input in period 1.
  static func input(_ id: String, _ amount: Double, period: Int = 1) throws -> ValueMap.Input {
    ValueMap.Input(id: try #require(RowID(id)), amount: amount, period: period)
  }
}

/// Whether a number shows as the text that a source printed, to its last digit.
func agrees(_ value: Double?, _ printed: String) -> Bool {
  guard let value else { return false }
  let decimals = printed.split(separator: ".").dropFirst().first?.count ?? 0
  return DecimalText.rounded(value, decimals: decimals, in: .english)
    == DecimalText.rounded(Double(printed) ?? .nan, decimals: decimals, in: .english)
}
