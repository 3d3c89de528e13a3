/// A sum of cents that knows when 64 bits cannot hold it.
struct CheckedSum {
  private var partial: Int64 = 0
  private var hasOverflow = false

  /// The sum, or `nil` where it overflowed.
  var value: Int64? { hasOverflow ? nil : partial }

  /// Adds an amount.
  mutating func add(_ amount: Int64) {
    let sum = partial.addingReportingOverflow(amount)
    partial = sum.partialValue
    hasOverflow = hasOverflow || sum.overflow
  }
}
