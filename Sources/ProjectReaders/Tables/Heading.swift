import ImpactModel

/// Matches the headings of a file with the columns of a declaration.
enum Heading {
  /// The heading without what people write differently: capitals, spaces, underscores, hyphens.
  static func folded(_ heading: String) -> String {
    heading.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }

  /// The headings under which a file may carry a column.
  static func names(of column: ColumnCard) -> [String] {
    [column.id, column.label.english, column.label.dutch] + column.aliases
  }

  /// The declared column for each heading of the file, or `nil` where there is none.
  static func match(_ headings: [String], with columns: [ColumnCard]) -> [Int?] {
    var positions: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      for name in names(of: column) where positions[folded(name)] == nil {
        positions[folded(name)] = position
      }
    }
    return headings.map { positions[folded($0)] }
  }
}
