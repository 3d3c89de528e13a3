import ImpactModel

/// Why a range cannot be read as a distribution.
public struct DistributionRefusal: Error, Sendable, Hashable {
  /// The reason, in words that a project lead understands.
  public let reason: Text

  init(_ reason: Text) { self.reason = reason }
}

extension Distribution {
  /// How far a normal range may be askew: this share of its width.
  static let toleratedSkew = 0.01

  /// Reads an estimate of the author as a distribution.
  ///
  /// - Parameters:
  ///   - estimate: a value, with a range or without.
  ///   - bounds: what the number can be at all, as 0…1 for a share.
  /// - Throws: `DistributionRefusal` where the range cannot have that shape.
  public init(
    _ estimate: Estimate, within bounds: ClosedRange<Double>? = nil
  ) throws(DistributionRefusal) {
    try self.init(
      value: estimate.value, low: estimate.low, high: estimate.high, shape: estimate.shape,
      within: bounds)
  }

  /// Reads a value and its range as a distribution of a shape.
  ///
  /// Without a shape the value is exact. For `triangular`, `uniform` and `pert` the range is
  /// absolute and the value the most likely one; a class of a scale is uniform over its range.
  /// For `normal` the value is the mean and the range the 90 % interval, cut off at the bounds.
  /// For `lognormal` the range runs from the 5th to the 95th percentile. For `beta` the value is
  /// the mean and the deviation is the width of the range over 2 · 1.645, by the method of moments.
  ///
  /// - Throws: `DistributionRefusal` where the range cannot have that shape or leaves the bounds.
  public init(
    value: Double, low: Double?, high: Double?, shape: Estimate.Shape?,
    within bounds: ClosedRange<Double>? = nil
  ) throws(DistributionRefusal) {
    guard let low, let high, let shape else {
      self = try Distribution.kept(.exact(value))
      return
    }
    guard low <= value, value <= high else { throw DistributionRefusal.outsideItsRange }
    if let bounds, !(bounds.contains(low) && bounds.contains(high)) {
      throw DistributionRefusal.outsideBounds
    }
    self = try Distribution.shaped(value, low, high, shape, bounds)
    if let bounds, !lies(within: bounds) { throw DistributionRefusal.outsideBounds }
  }

  /// Whether all of it, but for a tail of one in a thousand million, lies within bounds.
  func lies(within bounds: ClosedRange<Double>) -> Bool {
    bounds.contains(quantile(lower: 1e-9, upper: 1))
      && bounds.contains(
        quantile(lower: 1, upper: 1e-9))
  }

  private static func shaped(
    _ value: Double, _ low: Double, _ high: Double, _ shape: Estimate.Shape,
    _ bounds: ClosedRange<Double>?
  ) throws(DistributionRefusal) -> Distribution {
    switch shape {
    case .triangular: return try kept(.triangular(low: low, mode: value, high: high))
    case .uniform, .scaleClass: return try kept(.uniform(low: low, high: high))
    case .pert: return try kept(.pert(low: low, mode: value, high: high))
    case .lognormal:
      guard low > 0 else { throw DistributionRefusal.notAboveZero }
      return try kept(.lognormal(low: low, high: high))
    case .normal: return try normal(value, low, high, bounds)
    case .beta: return try beta(value, low, high)
    }
  }

  private static func normal(
    _ value: Double, _ low: Double, _ high: Double, _ bounds: ClosedRange<Double>?
  ) throws(DistributionRefusal) -> Distribution {
    if low == high { return try kept(.exact(value)) }
    guard abs((high - value) - (value - low)) <= toleratedSkew * (high - low) else {
      throw DistributionRefusal.askew
    }
    return try kept(
      .normal(
        mean: value, deviation: (high - low) / (2 * ninetyPercentHalfWidth),
        low: bounds?.lowerBound ?? -.infinity, high: bounds?.upperBound ?? .infinity))
  }

  private static func beta(
    _ value: Double, _ low: Double, _ high: Double
  ) throws(DistributionRefusal) -> Distribution {
    if low == high { return try kept(.exact(value)) }
    let deviation = (high - low) / (2 * ninetyPercentHalfWidth)
    let sum = value * (1 - value) / (deviation * deviation) - 1
    guard value > 0, value < 1, sum > 0,
      let made = beta(alpha: value * sum, beta: (1 - value) * sum)
    else { throw DistributionRefusal.noSuchBeta }
    return made
  }

  private static func kept(
    _ made: Distribution?
  ) throws(DistributionRefusal) -> Distribution {
    guard let made else { throw DistributionRefusal.notANumber }
    return made
  }
}

extension DistributionRefusal {
  static let outsideItsRange = DistributionRefusal(
    Text(
      "the value lies outside its own range", nl: "de waarde ligt buiten haar eigen bandbreedte"))
  static let outsideBounds = DistributionRefusal(
    Text(
      "the range reaches beyond what is possible",
      nl: "de bandbreedte gaat verder dan wat mogelijk is"))
  static let notAboveZero = DistributionRefusal(
    Text(
      "a lognormal range must lie above zero",
      nl: "een lognormale bandbreedte moet boven nul liggen")
  )
  static let askew = DistributionRefusal(
    Text(
      "a normal range must reach as far below the value as above it",
      nl: "een normale bandbreedte moet even ver onder als boven de waarde reiken"))
  static let noSuchBeta = DistributionRefusal(
    Text(
      "no beta distribution has this mean and a range this wide",
      nl: "geen bètaverdeling heeft dit gemiddelde en zo'n brede bandbreedte"))
  static let notANumber = DistributionRefusal(
    Text(
      "the range is too large or too odd to compute with",
      nl: "de bandbreedte is te groot of te vreemd om mee te rekenen"))
}
