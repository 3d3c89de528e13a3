import ImpactModel

/// Reads a number that stands alone, without a column that proves its decimal mark.
public enum LoneNumber {
  /// Reads a number, or gives `nil` where the text is none or can be read in two ways.
  ///
  /// - Parameters:
  ///   - text: digits with at most one decimal mark; `1.234` can be read in two ways.
  ///   - isPercentage: whether a bare number is a percentage; the result is a fraction then.
  public static func read(_ text: String, isPercentage: Bool) -> Double? {
    guard let number = NumberText(text, allowsRange: false), !number.value.isAmbiguous,
      isPercentage || !number.hasPercentSign
    else { return nil }
    return number.value.double(under: number.value.proof, shift: isPercentage ? -2 : 0)
  }
}
