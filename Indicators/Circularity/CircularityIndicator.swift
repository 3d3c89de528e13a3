import IndicatorKit

/// Placeholder.
public struct CircularityIndicator: Indicator {
  /// Placeholder.
  public static let card = IndicatorCard(
    id: "circularity", title: Text(verbatim: "Circularity"), summary: Text(verbatim: ""),
    tables: [],
    measures: [], references: [])
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] { [] }
}
