import IndicatorKit

/// Tables of people: a row is somebody, so that fewer than five rows are a group of fewer than five.
extension TableDeclaration {
  /// Whether a column of the table holds persons.
  var holdsPersons: Bool { columns.contains { $0.type == .person } }
}

extension SmallCells {
  /// Whether one of some numbers of people is one to four.
  static func areFew(_ counts: [Int]) -> Bool {
    counts.contains { (1..<smallest).contains($0) }
  }

  /// How many rows a source holds, `nil` where they are fewer than five people.
  static func shownRows(_ source: ReportSourceFile, persons tables: Set<String>) -> Int? {
    tables.contains(source.kind) && areFew([source.rows]) ? nil : source.rows
  }
}

extension Measure {
  /// The same measure without the rows of tables of people, where these are fewer than five.
  func hidingSmallTables(of card: IndicatorCard) -> Measure {
    let tables = card.tables.map { CoreTables.declaration(of: $0) }.filter(\.holdsPersons).map(\.id)
    return with(origin: origin.hidingFewRows(of: Set(tables))).hidingDetails(
      ofPeopleIn: Set(tables))
  }

  /// The same measure without details that come from tables of people, unless each row says that
  /// at least five people stand behind it.
  private func hidingDetails(ofPeopleIn tables: Set<String>) -> Measure {
    let read = Set(origin.tables)
    guard !details.isEmpty, !tables.isEmpty, read.isEmpty || !read.isDisjoint(with: tables) else {
      return self
    }
    let safe = details.filter { $0.rows.allSatisfy { ($0.people ?? 1) >= SmallCells.smallest } }
    return safe.count == details.count
      ? self : with(details: safe).noting(SmallCells.leftOutDetail)
  }
}

extension Origin {
  /// The same origin; of one to four rows of some tables only the file and the columns remain.
  func hidingFewRows(of tables: Set<String>) -> Origin {
    switch self {
    case .selection(let selection):
      guard tables.contains(selection.table), SmallCells.areFew([selection.count]) else {
        return self
      }
      return .selection(
        Selection(
          table: selection.table, file: selection.file, sheet: selection.sheet, rowNumbers: [],
          columns: selection.columns))
    case .combined(let origins):
      return .combined(origins.map { $0.hidingFewRows(of: tables) })
    case .cell, .ledger, .parameter, .computation: return self
    }
  }
}
