import ImpactModel

/// Recomputes somebody else’s value map.
public enum MapVerifier {
  /// Recomputes every stated figure of a sheet, or gives `nil` where it is no value map.
  ///
  /// The method is that of the Guide to Social Return on Investment (Cabinet Office, 2009); what
  /// rounding of the digits shown allows is no deviation.
  public static func verify(_ grid: Grid) -> MapVerification? {
    let map = MapLayout(grid)
    guard !map.rows.isEmpty else { return nil }
    let check = MapCheck(map)
    let score = check.score
    return MapVerification(
      rows: map.rows.count, followed: score.followed,
      deviations: score.deviations.sorted { left, right in
        (left.address.row ?? 0, left.address.column ?? 0)
          < (right.address.row ?? 0, right.address.column ?? 0)
      },
      timing: check.timing, statesTiming: check.statedTiming != nil, ambiguous: grid.ambiguous)
  }
}
