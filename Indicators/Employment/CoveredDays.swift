import IndicatorKit

/// Days that at least one of several stretches covers.
enum CoveredDays {
  /// Counts the days of a period that the stretches cover; overlapping days count once.
  static func count(_ stretches: [(from: Day, to: Day?)], in period: Period) -> Int {
    let inside = stretches.map { stretch in
      (
        from: max(stretch.from, period.first).ordinal,
        to: min(stretch.to ?? period.last, period.last).ordinal
      )
    }
    var covered = 0
    var reached = 0
    for stretch in inside.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      let from = max(stretch.from, reached + 1)
      guard from <= stretch.to else { continue }
      covered += stretch.to - from + 1
      reached = stretch.to
    }
    return covered
  }
}
