extension Breakdown {
  /// Tells whether the groups add up to the value of a count or a sum.
  ///
  /// Groups that overlap, or of which some are left out, do not; from those that do, whoever reads
  /// an export can add the value up again.
  public func isWhole(of measure: Measure) -> Bool {
    guard case .measured(let parts) = measure.result, let value = measure.value,
      !entries.isEmpty, unit == measure.card.unit
    else { return false }
    switch parts {
    case .count, .sum:
      let size = entries.reduce(0) { $0 + $1.value.magnitude }
      let sum = entries.reduce(0) { $0 + $1.value }
      return (sum - value).magnitude <= 1e-12 * size
    case .share, .mean, .computed: return false
    }
  }
}
