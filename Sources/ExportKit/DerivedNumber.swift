/// Names of stated numbers that follow from others and have no identifier of their own.
///
/// Readers of exported reports hand such numbers over as figures under these names.
public enum DerivedNumber {
  /// The low end of a swing: `<input>.swing_low`.
  public static func swingLow(of input: FigureID) -> FigureID? { name(input, "swing_low") }

  /// The high end of a swing: `<input>.swing_high`.
  public static func swingHigh(of input: FigureID) -> FigureID? { name(input, "swing_high") }

  /// What an input is now, beside its switching value: `<input>.current`.
  public static func current(of input: FigureID) -> FigureID? { name(input, "current") }

  /// What a number was before a scenario changed it: `scenario.<id>.<figure>.from`.
  public static func from(_ figure: FigureID, in scenario: RowLabel) -> FigureID? {
    FigureID("scenario.\(scenario).\(figure).from")
  }

  /// The number of periods of the value map.
  public static let periods = FigureID(joining: "value_map", "periods")

  private static func name(_ input: FigureID, _ segment: String) -> FigureID? {
    FigureID("\(input).\(segment)")
  }
}
