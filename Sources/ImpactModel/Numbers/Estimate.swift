/// A number that may be uncertain: its most likely value and, where the author gave one, a range.
///
/// `20 % (10–30)` has the most likely value 0.2 and the range 0.1 to 0.3. A number without a range
/// is exact. The range never changes a figure by itself; it is shown beside it.
public struct Estimate: Sendable, Hashable, Codable {
  /// The most likely value, in the unit of its column; a percentage is a fraction.
  public let value: Double
  /// The lowest value that the author holds possible, at most `value`.
  public let low: Double?
  /// The highest value that the author holds possible, at least `value`.
  public let high: Double?

  /// Makes an exact value.
  public init(_ value: Double) {
    self.value = value
    low = nil
    high = nil
  }

  /// Makes an uncertain value, or `nil` where the value lies outside its range.
  public init?(_ value: Double, low: Double, high: Double) {
    guard value.isFinite, low.isFinite, high.isFinite, low <= value, value <= high else {
      return nil
    }
    self.value = value
    self.low = low
    self.high = high
  }

  /// Whether the author gave a range.
  public var isUncertain: Bool { low != nil }
}

/// A share of a whole, held as a fraction: 20 % is 0.2.
public struct Percentage: Sendable, Hashable, Codable {
  /// The fraction, 1 for the whole.
  public let fraction: Double

  /// Makes a percentage of a fraction.
  public init(fraction: Double) { self.fraction = fraction }
}
