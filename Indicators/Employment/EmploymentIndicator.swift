import IndicatorKit

/// Placeholder.
public struct EmploymentIndicator: Indicator {
  /// Placeholder.
  public static let card = IndicatorCard(
    id: "employment", title: Text(verbatim: "Employment"), summary: Text(verbatim: ""), tables: [],
    measures: [], references: [])
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] { [] }
}
