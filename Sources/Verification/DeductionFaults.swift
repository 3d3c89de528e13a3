/// Tells which known fault in the deductions gives a stated value.
struct DeductionFaults {
  /// The value before the deductions, in the ways in which it can be had.
  let bases: [Interval]
  let shares: [(name: String, share: Double)]
  let dropOff: Double?

  init(_ figures: RowFigures, bases: [Interval]) {
    self.bases = bases
    shares = figures.shares.map { ($0.name, $0.share.middle) }.filter { $0.share != 0 }
    dropOff = figures.dropOff.map(\.middle).flatMap { $0 == 0 ? nil : $0 }
  }

  /// The fault that gives a value, empty where none does.
  func diagnosis(of stated: Interval) -> [Diagnosis] {
    for (factor, diagnoses) in factors {
      for base in bases where stated.meets(base * Interval(factor)) { return diagnoses }
    }
    return []
  }

  private var kept: Double { shares.reduce(1) { $0 * (1 - $1.share) } }

  /// What known faults multiply the gross value with, the usual faults first.
  private var factors: [(Double, [Diagnosis])] {
    let sum = shares.reduce(0) { $0 + $1.share }
    var factors: [(Double, [Diagnosis])] = []
    if shares.count > 1 { factors.append((1 - sum, [.additiveDeductions])) }
    if let dropOff {
      factors.append((kept * (1 - dropOff), [.firstPeriodDropOff]))
      if !shares.isEmpty {
        factors.append((1 - sum - dropOff, [.additiveDeductions, .firstPeriodDropOff]))
      }
    }
    factors += replacing({ $0 }) { .retainedShare($0) }
    factors += replacing({ 1 - 100 * $0 }) { _ in .percentAsNumber }
    factors += replacing({ 1 - $0 / 100 }) { _ in .percentAsNumber }
    factors += [100, 0.01].map { (kept * $0, [.percentAsNumber]) }
    return factors + replacing({ _ in 1 }) { .deductionLeftOut($0) }
  }

  /// The factors where some of the deductions are replaced by something else, fewest first.
  private func replacing(
    _ other: (Double) -> Double, _ diagnosis: ([String]) -> Diagnosis
  ) -> [(Double, [Diagnosis])] {
    let choices = (1..<(1 << shares.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    return choices.map { choice in
      var factor = 1.0
      var names: [String] = []
      for (position, deduction) in shares.enumerated() {
        if choice & (1 << position) != 0 {
          factor *= other(deduction.share)
          names.append(deduction.name)
        } else {
          factor *= 1 - deduction.share
        }
      }
      return (factor, [diagnosis(names)])
    }
  }
}
