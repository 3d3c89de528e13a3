import ImpactModel

/// What lasts from one day to another does not end before it begins.
enum DayOrderCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    registry.tables.flatMap { declaration -> [Finding] in
      guard let columns = columns(of: declaration), let content = project.contents[declaration.id]
      else { return [] }
      return content.rows.compactMap { row in
        guard let from = day(row, columns.from), let to = day(row, columns.to), to < from else {
          return nil
        }
        return finding(from, to, at: content.address(row: row.number, column: columns.to))
      }
    }
  }

  /// The positions of the first and the last day, of a table that has both.
  private static func columns(of declaration: TableDeclaration) -> (from: Int, to: Int)? {
    let names: (String, String)
    switch declaration.card.time {
    case .between(let from, let to): names = (from, to)
    case .date: return nil
    case .timeless: names = ("from", "until")
    }
    guard let from = declaration.position(of: names.0), let to = declaration.position(of: names.1)
    else { return nil }
    return (from, to)
  }

  private static func day(_ row: TableContent.Row, _ position: Int) -> Day? {
    guard row.cells.indices.contains(position), case .day(let day) = row.cells[position] else {
      return nil
    }
    return day
  }

  private static func finding(_ from: Day, _ to: Day, at address: Address) -> Finding {
    Finding(
      "table.day_order", .error,
      Text(
        "This ends on \(to), before it begins on \(from).",
        nl: "Dit eindigt op \(to), voordat het op \(from) begint."),
      help: Text("Mend one of the two days.", nl: "Verbeter een van beide dagen."), at: address)
  }
}
