/// Which periods a map reckons with, and how it counts the start and the duration of a benefit.
struct MapPeriods {
  /// The periods that have a column.
  let columns: [Int]
  /// What is added to a stated start to reach a column.
  private let shift: Int
  /// What is added to a stated duration, where it counts from the end of the activity.
  private let extra: Int
  /// The longest benefit that is followed, so that no cell asks for endless work.
  static let longest = 1_000

  /// Finds the way of counting that explains most rows; the plain one where several do.
  init(_ map: MapLayout) {
    let columns = map.periods
    self.columns = columns
    let figures = map.rows.map { RowFigures($0, in: map, isLoose: false) }
    var best = (shift: columns.first == 0 ? -1 : 0, extra: 0, score: -1)
    for (shift, extra) in [(0, 0), (-1, 0), (0, 1), (1, 0), (-1, 1)] {
      let score = figures.count {
        MapPeriods.fits($0, columns: columns, shift: shift, extra: extra)
      }
      if score > best.score { best = (shift, extra, score) }
    }
    (shift, extra) = (best.shift, best.extra)
  }

  /// The number of a column as a period from 1.
  func period(_ column: Int) -> Int {
    guard let first = columns.first else { return column }
    return first == 1 ? column : column - first + 1
  }

  /// The last period of the map.
  var last: Int { columns.last.map(period) ?? 1 }

  /// The first column with a benefit and the number of periods, as far as the row says or shows.
  func span(of row: RowFigures) -> (start: Int, duration: Int)? {
    let shown = columns.filter { column in
      row.periods[column].map { !$0.meets(Interval(0)) } ?? false
    }
    let start: Int
    if let stated = row.start, let first = columns.first {
      start = first > 1_900 ? first + stated - 1 : stated + shift
    } else if let stated = row.start {
      start = stated
    } else {
      start = shown.first ?? columns.first ?? 1
    }
    if let duration = row.duration {
      return (1...Self.longest).contains(duration + extra) ? (start, duration + extra) : nil
    }
    guard let last = shown.last, let first = shown.first else { return nil }
    return (start, max(last, first) - start + 1)
  }

  private static func fits(
    _ row: RowFigures, columns: [Int], shift: Int, extra: Int
  ) -> Bool {
    guard let first = columns.first, let last = columns.last,
      let stated = row.start ?? columns.first,
      let duration = row.duration
    else { return false }
    let start =
      row.start == nil ? first : first > 1_900 ? first + stated - 1 + shift : stated + shift
    let end = start + duration + extra - 1
    let shown = columns.filter { row.periods[$0].map { !$0.meets(Interval(0)) } ?? false }
    guard let from = shown.first, let until = shown.last else { return false }
    return from == start && (until == end || (end > last && until == last))
  }
}
