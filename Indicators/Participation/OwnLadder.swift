import IndicatorKit

/// The project’s own ladder as its table gives it.
///
/// A rung that stands in the table twice is none: nobody can tell which of the rows holds.
struct OwnLadder {
  private let rows: [Int: OwnRung]
  /// Rungs that stand in the table twice, from the lowest.
  let doubled: [Int]

  init(_ table: Rows<OwnRung>) {
    let byRung = Dictionary(grouping: table, by: \.rung)
    rows = byRung.compactMapValues { $0.count == 1 ? $0.first : nil }
    doubled = byRung.filter { $0.value.count > 1 }.keys.sorted()
  }

  /// Whose ladder it is; `nil` where the table is empty or its rows differ in this.
  private var scheme: String? {
    let schemes = Set(rows.values.map(\.scheme))
    return schemes.count == 1 ? schemes.first : nil
  }

  /// What a ladder is called; the own one by its scheme.
  func label(of ladder: Ladder) -> Text {
    guard ladder == .own, let scheme else { return ladder.label }
    return Text("Rung of: \(scheme)", nl: "Trede van: \(scheme)")
  }

  /// What a rung is called; one of the own ladder by its number and name.
  func label(of rung: Rung) -> Text {
    guard rung.ladder == .own, let row = rows[rung.height] else { return rung.label }
    return Text(verbatim: "\(rung.height) \(row.name)")
  }

  /// Whether residents decide with others or alone on a rung; `nil` where that is not known.
  func residentsDecide(on rung: Rung) -> Bool? {
    rung.ladder == .own ? rows[rung.height]?.residentsDecide : rung.residentsDecide
  }

  /// The rungs of a ladder: of the own one those of the table and those that are used.
  func rungs(of ladder: Ladder, used: Set<Rung>) -> [Rung] {
    Rung.allCases.filter { rung in
      rung.ladder == ladder
        && (ladder != .own || rows[rung.height] != nil || used.contains(rung))
    }
  }
}
