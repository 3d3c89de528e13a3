import ImpactModel

/// A number of a map with a low and a high end.
public struct PartRange: Sendable, Hashable {
  /// The number.
  public var part: MapPart
  /// The low end.
  public var low: Double
  /// The high end.
  public var high: Double

  /// Makes a range.
  public init(part: MapPart, low: Double, high: Double) {
    self.part = part
    self.low = low
    self.high = high
  }
}

/// What the ratio does between the ends of one number's range: a bar of the tornado.
public struct RatioSwing: Sendable, Hashable {
  /// The number and its ends.
  public let range: PartRange
  /// The ratio at the low end, absent where there are no inputs of a value then.
  public let ratioAtLow: Double?
  /// The ratio at the high end, absent where there are no inputs of a value then.
  public let ratioAtHigh: Double?

  /// The ratio at the high end less that at the low end.
  public var swing: Double? {
    guard let ratioAtLow, let ratioAtHigh else { return nil }
    return ratioAtHigh - ratioAtLow
  }
}

extension ValueMap {
  /// Values the map at the ends of each range, and sorts by the size of the swing.
  ///
  /// The widest comes first, what has no swing last; of two alike the identifier decides. A range
  /// of a part that the map does not have is left out.
  ///
  /// - Throws: `ValuationError` where the map, or an end of a range, cannot be valued.
  public func swings(_ ranges: [PartRange]) throws(ValuationError) -> [RatioSwing] {
    let sums = try MapSums(self)
    let whatIf = try WhatIf(self)
    var swings: [RatioSwing] = []
    for range in ranges where sums.has(range) {
      swings.append(
        RatioSwing(
          range: range,
          ratioAtLow: try whatIf.ratio(with: [PartChange(part: range.part, value: range.low)]),
          ratioAtHigh: try whatIf.ratio(with: [PartChange(part: range.part, value: range.high)])))
    }
    return swings.sorted { left, right in
      let sizes = (left.swing?.magnitude ?? -1, right.swing?.magnitude ?? -1)
      return sizes.0 == sizes.1 ? left.range.part.id < right.range.part.id : sizes.0 > sizes.1
    }
  }
}

extension MapSums {
  /// Whether the map has the part of a range, and both ends can be its value.
  fileprivate func has(_ range: PartRange) -> Bool {
    guard range.low.isFinite, range.high.isFinite else { return false }
    return switch range.part {
    case .row(let id, let part):
      row(id).map { row, _ in
        row.setting(part, to: range.low) != nil && row.setting(part, to: range.high) != nil
      } ?? false
    case .everyRow: !map.rows.isEmpty
    case .input(let id): input(id) != nil
    case .discountRate: true
    }
  }
}
