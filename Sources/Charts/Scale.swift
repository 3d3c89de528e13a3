/// Where a value lies between the left and the right end of a plot.
struct Scale {
  private let lowest: Double
  private let left: Double
  private let factor: Double

  /// Makes a scale over values and zero, between two ends of the plot.
  init(_ values: [Double], left: Double, right: Double) {
    self.init(spanning: values + [0], left: left, right: right)
  }

  /// Makes a scale over values alone: for places, where lengths from zero mean nothing.
  init(spanning values: [Double], left: Double, right: Double) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    // Halves keep the difference of the largest numbers finite.
    let span = high / 2 - low / 2
    lowest = low
    self.left = left
    factor = span > 0 ? max(0, right - left) / 2 / span : 0
  }

  /// The place of a value.
  func place(_ value: Double) -> Double {
    guard factor > 0 else { return left }
    return left + (value / 2 - lowest / 2) * factor * 2
  }
}
