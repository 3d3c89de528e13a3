/// A number that may be uncertain: its most likely value and, where the author gave one, a range.
///
/// `20 % (10–30)` has the most likely value 0.2 and the range 0.1 to 0.3. A number without a range
/// is exact. The range never changes a figure by itself; it is shown beside it, and the interval
/// of the ratio comes from it.
public struct Estimate: Sendable, Hashable, Codable {
  /// How likely the values inside a range are.
  public enum Shape: String, Choice {
    /// Most likely the value, ever less towards the ends of the range; what a bare range means.
    case triangular
    /// Every value of the range alike.
    case uniform
    /// As triangular, with thinner ends: a beta distribution between the ends of the range.
    case pert
    /// The bell around the value; the range is its 90 % interval.
    case normal
    /// The skewed bell of what cannot fall below zero; the range is its 90 % interval.
    case lognormal
    /// A beta distribution of a share; the range is as wide as its 90 % interval.
    case beta
    /// A class of the scale 0, 25, 50, 75, 100: every value within 12.5 points alike.
    case scaleClass = "class"

    /// What readers see.
    public var label: Text {
      switch self {
      case .triangular: Text("triangular", nl: "driehoek")
      case .uniform: Text("uniform", nl: "gelijkmatig")
      case .pert: Text("PERT", nl: "PERT")
      case .normal: Text("normal", nl: "normaal")
      case .lognormal: Text("lognormal", nl: "lognormaal")
      case .beta: Text("beta", nl: "bèta")
      case .scaleClass: Text("class", nl: "klasse")
      }
    }
  }

  /// The most likely value, in the unit of its column; a percentage is a fraction.
  public let value: Double
  /// The lower end of the range, at most `value`.
  public let low: Double?
  /// The upper end of the range, at least `value`.
  public let high: Double?
  /// How likely the values of the range are; absent where there is no range.
  public let shape: Shape?

  /// Makes an exact value.
  public init(_ value: Double) {
    self.value = value
    low = nil
    high = nil
    shape = nil
  }

  /// Makes an uncertain value, or `nil` where the value lies outside its range.
  public init?(_ value: Double, low: Double, high: Double, shape: Shape = .triangular) {
    guard value.isFinite, low.isFinite, high.isFinite, low <= value, value <= high else {
      return nil
    }
    self.value = value
    self.low = low
    self.high = high
    self.shape = shape
  }

  /// Makes a class of the scale 0, 25, 50, 75, 100 %, or `nil` for another share.
  ///
  /// A class stands for 12.5 points on either side, cut off at 0 and 100 %, and its value is the
  /// middle that the scale names (as in SROI reports for the Australian government).
  public init?(scaleClass share: Double) {
    guard [0, 0.25, 0.5, 0.75, 1].contains(share) else { return nil }
    self.init(
      share, low: max(0, share - 0.125), high: min(1, share + 0.125), shape: .scaleClass)
  }

  /// Whether the author gave a range.
  public var isUncertain: Bool { low != nil }

  /// The same estimate in another unit; `nil` where a number becomes too large.
  ///
  /// - Parameter factor: above zero, as a price index or an exchange rate.
  public func scaled(by factor: Double) -> Estimate? {
    guard let low, let high, let shape else {
      let product = value * factor
      return product.isFinite ? Estimate(product) : nil
    }
    return Estimate(value * factor, low: low * factor, high: high * factor, shape: shape)
  }
}

/// A share of a whole, held as a fraction: 20 % is 0.2.
public struct Percentage: Sendable, Hashable, Codable {
  /// The fraction, 1 for the whole.
  public let fraction: Double

  /// Makes a percentage of a fraction.
  public init(fraction: Double) { self.fraction = fraction }
}
