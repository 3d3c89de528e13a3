import ImpactModel

/// How a file carries a table: its records, and which heading is which declared column.
struct TableLayout {
  /// Why a file carries no table.
  struct Failure: Error {
    let finding: Finding
  }

  /// The headings, trimmed.
  let headings: [String]
  /// The line of the headings.
  let headingLine: Int
  /// The declared column of each heading.
  let columns: [Int?]
  /// The records below the headings, blank ones left out.
  let records: [TableRecord]
  /// The sheet, of a workbook.
  let sheet: String?
  /// What is known before any cell is read: rows that are passed over, values that nobody sees.
  let findings: [Finding]
  /// The line of a quote that is never closed; its record is the last one and is left out.
  let unclosedQuote: Int?
  /// The column of the file of each heading, from 1; absent where it stands elsewhere.
  let fileColumns: [Int?]

  /// How far down the headings may stand, below titles and remarks.
  private static let lastHeadingLine = 30

  /// Finds the separator whose heading line names most of the declared columns.
  ///
  /// Where the first line names none, the first one below it that names two is the line of headings:
  /// payroll programs write a title above their tables.
  static func find(
    in text: String, declaration: TableDeclaration, file: String
  ) -> Result<TableLayout, Failure> {
    guard text.contains(where: { !$0.isWhitespace }) else {
      return .failure(Failure(finding: empty(declaration, file)))
    }
    var rest = text[...]
    for number in 0..<lastHeadingLine {
      let (line, below) = firstLine(of: rest)
      defer { rest = below }
      let separators: [Character] = [";", ",", "\t"]
      var best: (separator: Character, matches: Int)?
      for separator in separators {
        let headings = DelimitedText(String(line), separator: separator).records.first?.fields ?? []
        let matched = Set(Heading.match(headings, with: declaration.columns).compactMap(\.self))
        if matched.count > (best?.matches ?? 0) { best = (separator, matched.count) }
      }
      if let best, number == 0 || best.matches > 1 {
        let above = text[..<line.startIndex].count { $0.isNewline }
        return .success(
          TableLayout(text, separator: best.separator, above: above, declaration: declaration))
      }
    }
    return .failure(Failure(finding: noHeadings(text, declaration, file)))
  }

  /// Takes a file whose headings stand below a number of lines.
  private init(
    _ text: String, separator: Character, above: Int, declaration: TableDeclaration
  ) {
    let split = DelimitedText(text, separator: separator)
    var records = split.records.filter { $0.line > above && !$0.isBlank }
    unclosedQuote = split.unclosedQuote
    if unclosedQuote != nil, records.count > 1 { records.removeLast() }
    headings = records.first?.fields.map { $0.trimmingSpaces() } ?? []
    headingLine = records.first?.line ?? 1
    columns = Heading.match(headings, with: declaration.columns)
    self.records = records.dropFirst().map { TableRecord($0) }
    fileColumns = headings.indices.map { $0 + 1 }
    sheet = nil
    findings = []
  }

  /// Takes the rows of a sheet whose headings were found.
  init(
    sheet: String, headings: [String], headingLine: Int, columns: [Int?], fileColumns: [Int?],
    records: [TableRecord], findings: [Finding]
  ) {
    self.sheet = sheet
    self.headings = headings
    self.headingLine = headingLine
    self.columns = columns
    self.fileColumns = fileColumns
    self.records = records
    self.findings = findings
    unclosedQuote = nil
  }

  /// Takes what an importer found; columns that the table does not declare are left alone.
  init(_ imported: ImportedTable, declaration: TableDeclaration) {
    headings = imported.columns.map(\.heading)
    headingLine = imported.headingLine
    columns = imported.columns.map { $0.id.flatMap(declaration.position(of:)) }
    records = imported.rows.map { DelimitedText.Record(line: $0.line, fields: $0.cells) }
      .filter { !$0.isBlank }.map { TableRecord($0) }
    unclosedQuote = nil
    sheet = nil
    findings = []
    fileColumns = imported.columns.map(\.position)
  }

  /// The first line that is not blank, and what comes after it; a line break inside quotes does
  /// not end it.
  private static func firstLine(of text: Substring) -> (line: Substring, below: Substring) {
    let rest = text.drop { $0.isWhitespace && $0 != "\t" }
    var isQuoted = false
    let end = rest.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isNewline && !isQuoted
    }
    let line = rest[..<(end ?? rest.endIndex)]
    return (line.prefix(100_000), rest[line.endIndex...])
  }

  private static func empty(_ declaration: TableDeclaration, _ file: String) -> Finding {
    let title = declaration.card.title
    return Finding(
      "table.empty", .error,
      Text(
        "The file is empty: it has no headings for the table \(title.english).",
        nl: "Het bestand is leeg: er staan geen kolomkoppen voor de tabel \(title.dutch) in."),
      help: Text(
        "Restore the file, or delete it if the project does not use this table.",
        nl: "Zet het bestand terug, of verwijder het als het project deze tabel niet gebruikt."),
      at: Address(file: file, line: 1))
  }

  private static func noHeadings(
    _ text: String, _ declaration: TableDeclaration, _ file: String
  ) -> Finding {
    let title = declaration.card.title
    let english = declaration.columns.prefix(4).map(\.label.english).joined(separator: ", ")
    let dutch = declaration.columns.prefix(4).map(\.label.dutch).joined(separator: ", ")
    let blank = text.prefix { $0.isWhitespace }
    return Finding(
      "table.no_headings", .error,
      Text(
        "The first line names no column of the table \(title.english).",
        nl: "De eerste regel noemt geen kolom van de tabel \(title.dutch)."),
      help: Text(
        "Start with a line of headings separated by ; , or tab: \(english), …",
        nl: "Begin met een regel kolomkoppen, gescheiden door ; , of tab: \(dutch), …"),
      at: Address(file: file, line: 1 + blank.count { $0.isNewline }))
  }
}
