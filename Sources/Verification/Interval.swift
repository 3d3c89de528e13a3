/// All numbers between two ends: what a rounded number may have been before it was rounded.
struct Interval: Sendable, Hashable {
  let low: Double
  let high: Double

  init(_ value: Double) {
    low = value
    high = value
  }

  init(low: Double, high: Double) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  /// The number of a cell with what rounding of its digits allows.
  init?(rounded cell: Grid.Cell) {
    guard let number = cell.number else { return nil }
    self.init(low: number - cell.halfUnit, high: number + cell.halfUnit)
  }

  var middle: Double { low + (high - low) / 2 }

  /// Whether the two have a number in common; `slack` is for the last bits of long computations.
  func meets(_ other: Interval, slack: Double = 1e-9) -> Bool {
    let size = [low, high, other.low, other.high].map(\.magnitude).max() ?? 0
    let allowed = slack * size
    return low - allowed <= other.high && other.low - allowed <= high
  }

  /// One less this: what a deduction leaves.
  var kept: Interval { Interval(low: 1 - high, high: 1 - low) }

  func raised(to exponent: Int) -> Interval {
    (0..<max(0, exponent)).reduce(Interval(1)) { result, _ in result * self }
  }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low + right.low, high: left.high + right.high)
  }

  static func - (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low - right.high, high: left.high - right.low)
  }

  static func * (left: Interval, right: Interval) -> Interval {
    let products = [
      left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high,
    ]
    return Interval(
      low: products.min() ?? 0, high: products.max() ?? 0)
  }

  /// The quotient, `nil` where the divisor may be zero.
  func divided(by divisor: Interval) -> Interval? {
    guard divisor.low > 0 || divisor.high < 0 else { return nil }
    return self * Interval(low: 1 / divisor.high, high: 1 / divisor.low)
  }
}

extension Sequence<Interval> {
  /// The sum, zero of nothing.
  func sum() -> Interval { reduce(Interval(0), +) }
  /// The product, one of nothing.
  func product() -> Interval { reduce(Interval(1), *) }
}
