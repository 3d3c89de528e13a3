import ImpactModel

/// What a reader of files could stumble over in a declared table.
public enum DeclarationFaults {
  /// Lists headings and choices that could mean two things, and columns without help or example.
  public static func list<Row: TableRow>(_ row: Row.Type) -> [String] {
    let declaration = TableDeclaration(row)
    let headings = declaration.columns.map {
      ($0.id, [$0.id, $0.label.english, $0.label.dutch] + $0.aliases)
    }
    return ambiguous(headings, in: declaration.id)
      + declaration.columns.flatMap { faults(of: $0, in: declaration.id) }
  }

  private static func faults(of column: ColumnCard, in table: String) -> [String] {
    let place = "\(table).\(column.id)"
    var faults: [String] = []
    if column.help == nil { faults.append("\(place) has no help") }
    if column.example == nil { faults.append("\(place) has no example") }
    guard case .choice(let options) = column.type else { return faults }
    let words = options.map { ($0.id, [$0.id, $0.label.english, $0.label.dutch] + $0.aliases) }
    faults += ambiguous(words, in: place)
    let known = Set(words.flatMap(\.1).map(folded))
    if let example = column.example, !known.contains(folded(example)) {
      faults.append("\(place) has an example that is not in its list")
    }
    return faults
  }

  private static func ambiguous(_ names: [(String, [String])], in place: String) -> [String] {
    var owners: [String: String] = [:]
    var faults: [String] = []
    for (owner, words) in names {
      for word in words.map(folded) {
        if let other = owners[word], other != owner {
          faults.append("\(place): “\(word)” means \(other) and \(owner)")
        }
        owners[word] = owners[word] ?? owner
      }
    }
    return faults
  }

  /// What a reader compares: without capitals, spaces, underscores and hyphens.
  private static func folded(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }
}
