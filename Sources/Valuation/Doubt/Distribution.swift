import Foundation

/// How likely the values of an uncertain number are.
///
/// Every distribution that exists is sound: its parameters are finite, its range is not empty and
/// its quantiles are numbers. A range without width is an exact value.
public struct Distribution: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    case exact(Double)
    case uniform(low: Double, high: Double)
    case triangular(low: Double, mode: Double, high: Double)
    /// A beta distribution of shapes `alpha` and `beta`, stretched to `low`…`high`.
    case beta(alpha: Double, beta: Double, low: Double, high: Double)
    case normal(mean: Double, deviation: Double, low: Double, high: Double)
    /// The exponential of a normal distribution of this mean and deviation.
    case lognormal(location: Double, scale: Double)
  }

  let form: Form

  private init(_ form: Form) { self.form = form }

  /// Half the width of the 90 % interval of a standard normal distribution: its 95th percentile.
  static let ninetyPercentHalfWidth = 1.644_853_626_951_472_7

  /// The least share of a normal distribution that must lie within its bounds.
  static let leastMassWithinBounds = 1e-6

  /// Makes a value without doubt, or `nil` where it is no finite number.
  public static func exact(_ value: Double) -> Distribution? {
    value.isFinite ? Distribution(.exact(value)) : nil
  }

  /// Makes a distribution in which every value from `low` to `high` is as likely.
  ///
  /// - Returns: `nil` where the ends are not finite or not in order.
  public static func uniform(low: Double, high: Double) -> Distribution? {
    guard isRange(low, high) else { return nil }
    return low == high ? exact(low) : Distribution(.uniform(low: low, high: high))
  }

  /// Makes a triangle: most likely `mode`, ever less likely towards both ends.
  ///
  /// - Returns: `nil` where the ends are not finite or the three are not in order.
  public static func triangular(low: Double, mode: Double, high: Double) -> Distribution? {
    guard isRange(low, high), low <= mode, mode <= high else { return nil }
    return low == high ? exact(low) : Distribution(.triangular(low: low, mode: mode, high: high))
  }

  /// Makes a PERT distribution: a beta distribution between `low` and `high`, most likely `mode`.
  ///
  /// Its mean is `(low + 4·mode + high) / 6` (Malcolm, Roseboom, Clark and Fazar 1959; λ = 4).
  ///
  /// - Returns: `nil` where the ends are not finite or the three are not in order.
  public static func pert(low: Double, mode: Double, high: Double) -> Distribution? {
    guard isRange(low, high), low <= mode, mode <= high else { return nil }
    if low == high { return exact(low) }
    let width = high - low
    return Distribution(
      .beta(
        alpha: 1 + 4 * ((mode - low) / width), beta: 1 + 4 * ((high - mode) / width), low: low,
        high: high))
  }

  /// Makes a normal distribution cut off at `low` and `high`, which may be infinite.
  ///
  /// `mean` and `deviation` are those before the cut.
  ///
  /// - Returns: `nil` where the deviation is not above zero or hardly anything lies within bounds.
  public static func normal(
    mean: Double, deviation: Double, low: Double = -.infinity, high: Double = .infinity
  ) -> Distribution? {
    guard mean.isFinite, deviation.isFinite, deviation > 0, low < high else { return nil }
    let (lower, upper) = ((low - mean) / deviation, (high - mean) / deviation)
    guard !lower.isNaN, !upper.isNaN,
      NormalFunctions.mass(from: lower, to: upper) >= leastMassWithinBounds
    else { return nil }
    return Distribution(.normal(mean: mean, deviation: deviation, low: low, high: high))
  }

  /// Makes a lognormal distribution of which `low` and `high` are the 5th and 95th percentile.
  ///
  /// - Returns: `nil` where `low` is not above zero or the two are not in order.
  public static func lognormal(low: Double, high: Double) -> Distribution? {
    guard low > 0, isRange(low, high) else { return nil }
    if low == high { return exact(low) }
    let (first, last) = (log(low), log(high))
    return Distribution(
      .lognormal(
        location: (first + last) / 2, scale: (last - first) / (2 * ninetyPercentHalfWidth)))
  }

  /// Makes a beta distribution on 0…1, of mean `alpha / (alpha + beta)`.
  ///
  /// - Returns: `nil` where a shape is not from 1e-3 to 1e9.
  public static func beta(alpha: Double, beta: Double) -> Distribution? {
    let allowed = 1e-3...1e9
    guard allowed.contains(alpha), allowed.contains(beta) else { return nil }
    return Distribution(.beta(alpha: alpha, beta: beta, low: 0, high: 1))
  }

  /// The lowest value, or minus infinity.
  public var supportLow: Double {
    switch form {
    case .exact(let value): value
    case .uniform(let low, _), .triangular(let low, _, _), .beta(_, _, let low, _),
      .normal(_, _, let low, _):
      low
    case .lognormal: 0
    }
  }

  /// The highest value, or infinity.
  public var supportHigh: Double {
    switch form {
    case .exact(let value): value
    case .uniform(_, let high), .triangular(_, _, let high), .beta(_, _, _, let high),
      .normal(_, _, _, let high):
      high
    case .lognormal: .infinity
    }
  }

  /// Whether there is no doubt: a single value.
  public var isExact: Bool { if case .exact = form { true } else { false } }

  private static func isRange(_ low: Double, _ high: Double) -> Bool {
    low.isFinite && high.isFinite && low <= high && (high - low).isFinite
  }
}
