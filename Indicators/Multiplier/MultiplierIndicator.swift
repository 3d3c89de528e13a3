import IndicatorKit

/// Placeholder.
public struct MultiplierIndicator: Indicator {
  /// Placeholder.
  public static let card = IndicatorCard(
    id: "multiplier", title: Text(verbatim: "Multiplier"), summary: Text(verbatim: ""), tables: [],
    measures: [], references: [])
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] { [] }
}
