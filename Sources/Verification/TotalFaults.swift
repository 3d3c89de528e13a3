/// Tells whether a total follows from its rows, and which rows it drops or takes if it does not.
struct TotalFaults {
  /// A value with the row that it stands in.
  struct Member: Hashable {
    let row: Int
    let value: Interval
  }

  /// The most rows among which a pair is looked for.
  private static let mostRows = 2_000

  let members: [Member]
  /// Rows of the map that do not belong to the total.
  let foreign: [Member]

  var sum: Interval { members.map(\.value).sum() }

  /// The fault that gives a stated total; rows are named only where no other would do.
  func diagnosis(of stated: Interval) -> [Diagnosis] {
    let sum = sum
    let missing = sum - stated
    let dropped = members.filter { explains(missing, $0.value) }
    if dropped.count == 1 { return [.droppedRows(dropped.map(\.row))] }
    if dropped.count > 1 { return [.droppedRowAmong(dropped.map(\.row))] }
    let extra = stated - sum
    let doubled = members.filter { explains(extra, $0.value) }
    let taken = foreign.filter { explains(extra, $0.value) }
    switch (doubled.count, taken.count) {
    case (1, 0): return doubled.map { .doubledRow($0.row) }
    case (0, 1): return taken.map { .foreignRow($0.row) }
    case (0, 0): break
    default: return []
    }
    return shifted(missing) ?? ends(missing) ?? []
  }

  /// Whether a difference is a row's value, and that value more than rounding.
  private func explains(_ difference: Interval, _ value: Interval) -> Bool {
    difference.meets(value) && !difference.meets(Interval(0))
  }

  private func shifted(_ missing: Interval) -> [Diagnosis]? {
    guard members.count <= Self.mostRows, foreign.count <= Self.mostRows else { return nil }
    var found: [Diagnosis] = []
    for dropped in members {
      for taken in foreign where explains(missing, dropped.value - taken.value) {
        found.append(.shiftedRange(dropped: dropped.row, taken: taken.row))
        if found.count > 1 { return nil }
      }
    }
    return found.isEmpty ? nil : found
  }

  /// Two rows at one end that a range leaves out.
  private func ends(_ missing: Interval) -> [Diagnosis]? {
    guard members.count > 3 else { return nil }
    let pairs = [Array(members.prefix(2)), Array(members.suffix(2))]
    let found = pairs.filter { explains(missing, $0.map(\.value).sum()) }
    return found.count == 1 ? found.map { .droppedRows($0.map(\.row)) } : nil
  }
}
