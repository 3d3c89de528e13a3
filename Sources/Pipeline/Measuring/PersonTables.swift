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
  /// The same measure without what the rows of tables of people would tell about one of them.
  func hidingPeople(of declared: [TableDeclaration], in contents: [String: TableContent]) -> Measure
  {
    let tables = declared.filter(\.holdsPersons).map(\.id)
    let rows = Dictionary(tables.map { ($0, contents[$0]?.rows.count ?? 0) }) { first, _ in first }
    return with(origin: origin.hidingRows(ofPeople: rows)).hidingDetails(ofPeopleIn: Set(tables))
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
  /// The same origin; of tables of people only the file and the columns remain, unless all of five
  /// or more rows are meant.
  ///
  /// The numbers of the rows of a target group say of each row whether it is in it, and those of two
  /// figures together make the cross table that no breakdown may be.
  ///
  /// - Parameter people: how many rows each table of people has.
  func hidingRows(ofPeople people: [String: Int]) -> Origin {
    switch self {
    case .selection(let selection):
      guard let all = people[selection.table],
        selection.count < all || SmallCells.areFew([selection.count])
      else { return self }
      return .selection(
        Selection(
          table: selection.table, file: selection.file, sheet: selection.sheet, rowNumbers: [],
          columns: selection.columns))
    case .combined(let origins):
      return .combined(origins.map { $0.hidingRows(ofPeople: people) })
    case .cell, .ledger, .parameter, .computation: return self
    }
  }
}
