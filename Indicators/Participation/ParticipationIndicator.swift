import IndicatorKit

/// Placeholder.
public struct ParticipationIndicator: Indicator {
  /// Placeholder.
  public static let card = IndicatorCard(
    id: "participation", title: Text(verbatim: "Participation"), summary: Text(verbatim: ""),
    tables: [],
    measures: [], references: [])
  /// Placeholder.
  public init() {}
  /// Placeholder.
  public func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] { [] }
}
