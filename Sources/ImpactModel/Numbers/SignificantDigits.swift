import Foundation

extension Double {
  /// Rounds to nine significant digits, half away from zero in the tenth.
  ///
  /// Figures that pass through `exp`, `log` and the like, or through random draws, are rounded so on
  /// entering a report, because those functions differ in the last bit between processors.
  public var roundedToNineDigits: Double {
    guard isFinite else { return self }
    return Double(String(format: "%.8e", self)) ?? self
  }
}
