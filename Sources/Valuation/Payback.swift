import ImpactModel

extension ValuationResult {
  /// Gives the months after which the benefits have paid back the inputs of all periods.
  ///
  /// The benefits of a period are reckoned to come in evenly over its twelve months. Where all
  /// have the same value v and the inputs are C, this is C ÷ (v ÷ 12) (Cabinet Office, A Guide to
  /// Social Return on Investment, 2009, stage 5.5).
  ///
  /// - Parameter isDiscounted: whether benefits and inputs count at their present value.
  /// - Returns: the months from the start of period 1, or `nil` where the inputs are not above
  ///   zero or are never paid back.
  public func paybackMonths(isDiscounted: Bool) -> Double? {
    let inputs = isDiscounted ? inputsPresentValue : inputs.reduce(0) { $0 + $1.amount }
    guard inputs > 0 else { return nil }
    var covered = 0.0
    for (index, benefits) in benefitsPerPeriod.enumerated() {
      let factor = isDiscounted ? benefitFactors[index] : 1
      let value = benefits * factor
      if covered + value >= inputs {
        let months = 12 * (Double(index) + (inputs - covered) / value)
        return months.isFinite ? months : nil
      }
      covered += value
    }
    return nil
  }
}
