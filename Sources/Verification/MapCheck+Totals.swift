import ImpactModel

extension MapCheck {
  /// Holds the totals under columns against the rows above them.
  func check(_ total: MapLayout.Total, _ score: inout MapScore) {
    let places = total.cells.values.sorted { $0.column < $1.column }
    let columns = total.cells.sorted { $0.value.column < $1.value.column }.map(\.key)
    for (column, place) in zip(columns, places) {
      judge(place, ofColumn: column, groups: groups(of: total), &score)
    }
  }

  /// Holds a total that stands apart, such as `Total economic`, against the rows that it names.
  func checkTotalLine(_ line: MapLayout.Line, _ score: inout MapScore) {
    guard let place = line.scalar else { return }
    let named = rows(namedBy: line.words)
    let column: MapColumn =
      [.impact, .rowTotal, .gross].first { map.columns.contains($0) } ?? .presentValue
    judge(
      place, ofColumn: column, groups: named.isEmpty ? [outcomeRows] : [named],
      isGrand: named.isEmpty, &score)
  }

  /// The rows that a total may stand for, the likeliest first.
  private func groups(of total: MapLayout.Total) -> [[MapLayout.Row]] {
    let named = rows(namedBy: total.label).filter { $0.table == total.table }
    let all = [named, total.nearest, total.wholeTable, map.rows]
    return all.filter { !$0.isEmpty }
  }

  /// The rows whose section or category is among the words of a total.
  private func rows(namedBy words: Words) -> [MapLayout.Row] {
    let plain: Set<String> = [
      "total", "totaal", "value", "waarde", "the", "de", "het", "of", "van",
    ]
    let names = Set(words.all).subtracting(plain)
    return map.rows.filter { row in
      row.groups.contains { group in
        !group.all.isEmpty && !names.isDisjoint(with: Set(group.all).subtracting(plain))
      }
    }
  }

  private func judge(
    _ place: MapLayout.Place, ofColumn column: MapColumn, groups: [[MapLayout.Row]],
    isGrand: Bool = true, _ score: inout MapScore
  ) {
    let sums = groups.compactMap { faults(column, $0) }
    var ways = sums.map(\.sum)
    if isGrand, let subtotals = statedSubtotals(column, except: place) { ways.append(subtotals) }
    score.judge(
      place, Text("total of the \(label(column).english)", nl: "totaal van \(label(column).dutch)"),
      ways: ways
    ) { stated in
      for faults in sums {
        let diagnoses = faults.diagnosis(of: stated)
        if !diagnoses.isEmpty { return diagnoses }
      }
      return []
    }
  }

  private func faults(_ column: MapColumn, _ rows: [MapLayout.Row]) -> TotalFaults? {
    let members = rows.compactMap { member(column, $0) }
    guard !members.isEmpty else { return nil }
    let inside = Set(rows.map(\.position))
    let foreign = map.rows.filter { !inside.contains($0.position) }.compactMap {
      member(column, $0)
    }
    return TotalFaults(members: members, foreign: foreign)
  }

  private func member(_ column: MapColumn, _ row: MapLayout.Row) -> TotalFaults.Member? {
    row.cells[column].flatMap { Interval(rounded: $0.cell) }.map {
      TotalFaults.Member(row: row.number, value: $0)
    }
  }

  /// The sum of the other stated totals of a column, of which a grand total may be made.
  private func statedSubtotals(_ column: MapColumn, except place: MapLayout.Place) -> Interval? {
    let under = map.totals.compactMap { $0.cells[column] }
    let apart = map.lines.filter { $0.label == .total && !rows(namedBy: $0.words).isEmpty }
      .compactMap(\.scalar)
    let others = (under + apart).filter { $0.row != place.row }
    return others.isEmpty ? nil : others.compactMap { Interval(rounded: $0.cell) }.sum()
  }

  private func label(_ column: MapColumn) -> Text {
    switch column {
    case .gross: Text("gross values", nl: "de bruto waarden")
    case .period(let number):
      Text("values in period \(number)", nl: "de waarden in periode \(number)")
    case .presentValue: Text("present values", nl: "de contante waarden")
    case .inputValue: Text("inputs", nl: "de inbreng")
    case .impact: Text("impacts", nl: "de impact")
    default: Text("values", nl: "de waarden")
    }
  }
}
