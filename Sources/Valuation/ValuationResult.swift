import ImpactModel

/// A valued map: every step of every row, the discounted totals and the SROI ratio.
///
/// The method is that of the Guide to Social Return on Investment (Cabinet Office, 2009); the
/// ratio uses only the four operations, square roots and repeated multiplication.
public struct ValuationResult: Sendable, Hashable {
  /// The number of periods: at least 1, to the last period with a benefit or an input.
  public let periods: Int
  /// The discount factor of the benefits of each period.
  public let benefitFactors: [Double]
  /// The discount factor of the inputs of each period.
  public let inputFactors: [Double]
  /// The rows, in the order of the map.
  public let rows: [ValuedRow]
  /// The inputs, in the order of the map.
  public let inputs: [ValuedInput]
  /// The undiscounted benefits of each period.
  public let benefitsPerPeriod: [Double]
  /// The present value of all benefits: the sum of the rows' present values.
  public let presentValue: Double
  /// The present value of all inputs.
  public let inputsPresentValue: Double
  /// Present value less the present value of the inputs.
  public let netPresentValue: Double
  /// The SROI ratio: present value over inputs; absent where the inputs are not above zero.
  public let ratio: Double?
  /// The net ratio: net present value over inputs; absent with the ratio.
  public let netRatio: Double?
  /// Why there is no ratio.
  public let ratioAbsence: Text?
  /// From gross value to present value.
  public let waterfall: Waterfall
}

extension ValueMap {
  /// Values the map: `quantity · proxy · (1−deadweight)(1−displacement)(1−attribution)` per row.
  ///
  /// In benefit period k, from 0, a row has `impact · (1−drop-off)^k`, discounted by the factor of
  /// period `firstPeriod + k`.
  ///
  /// - Throws: `ValuationError` where an argument is impossible or a result is no finite number.
  public func valued() throws(ValuationError) -> ValuationResult {
    try check()
    let periods = lastPeriod
    let benefitFactors = try benefitTiming.factors(rate: rate, periods: periods)
    let inputFactors = try inputTiming.factors(rate: rate, periods: periods)
    var valuedRows: [ValuedRow] = []
    for row in rows { valuedRows.append(try ValuedRow(row, factors: benefitFactors)) }
    let valuedInputs = inputs.map {
      ValuedInput(
        id: $0.id, amount: $0.amount, presentValue: $0.amount * inputFactors[$0.period - 1])
    }
    let presentValue = valuedRows.reduce(0) { $0 + $1.presentValue }
    let inputsValue = valuedInputs.reduce(0) { $0 + $1.presentValue }
    let ratio = inputsValue > 0 ? presentValue / inputsValue : nil
    let net = presentValue - inputsValue
    let netRatio = inputsValue > 0 ? net / inputsValue : nil
    guard presentValue.isFinite, inputsValue.isFinite, net.isFinite,
      ratio?.isFinite ?? true, netRatio?.isFinite ?? true
    else { throw .totalNotFinite }
    return ValuationResult(
      periods: periods, benefitFactors: benefitFactors, inputFactors: inputFactors,
      rows: valuedRows, inputs: valuedInputs,
      benefitsPerPeriod: (0..<periods).map { period in
        valuedRows.reduce(0) { $0 + $1.valuePerPeriod[period] }
      },
      presentValue: presentValue, inputsPresentValue: inputsValue, netPresentValue: net,
      ratio: ratio, netRatio: netRatio,
      ratioAbsence: ratio == nil ? ValueMap.noInputs : nil,
      waterfall: try Waterfall(valuedRows, presentValue: presentValue))
  }

  private static let noInputs = Text(
    "there are no inputs of a value above zero to compare with",
    nl: "er is geen inbreng met een waarde boven nul om mee te vergelijken")

  private var lastPeriod: Int {
    let benefits = rows.map { $0.firstPeriod + $0.benefitPeriods - 1 }
    return (benefits + inputs.map(\.period)).reduce(1, max)
  }

  private func check() throws(ValuationError) {
    guard rate.isFinite, rate > -1 else { throw .impossibleRate(rate) }
    for row in rows { try row.check() }
    for input in inputs {
      guard input.amount.isFinite else { throw .notFinite(row: input.id) }
      guard (1...ValueMap.maximumPeriods).contains(input.period) else {
        throw .impossiblePeriod(row: input.id)
      }
    }
  }
}

extension ValueMap.Row {
  /// Throws where a number of the row is impossible.
  func check() throws(ValuationError) {
    guard quantity.isFinite, proxy.isFinite else { throw .notFinite(row: id) }
    let shares: [(ValuationError.Deduction, Double)] = [
      (.deadweight, deadweight), (.displacement, displacement), (.attribution, attribution),
      (.dropOff, dropOff),
    ]
    for (deduction, share) in shares where !(0...1).contains(share) {
      throw .impossibleShare(deduction, row: id)
    }
    let allowed = 1...ValueMap.maximumPeriods
    guard allowed.contains(firstPeriod), allowed.contains(benefitPeriods),
      allowed.contains(firstPeriod + benefitPeriods - 1)
    else { throw .impossiblePeriod(row: id) }
  }
}
