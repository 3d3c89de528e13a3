import ImpactModel
import OpenDocument

/// Reads a table from its sheet: finds the headings, passes over the example, checks the cells.
struct SheetTableReader {
  let declaration: TableDeclaration
  let options: ReadingOptions
  let file: String

  /// Reads a sheet, or gives `nil` where it holds no row of the table: then the project does not
  /// have the table, as a folder without its file.
  func read(_ sheet: ProjectWorkbook.Sheet) -> TableReading? {
    guard let table = SheetTable(sheet, declaration) else {
      return sheet.rows.isEmpty ? nil : damaged(sheet)
    }
    let rows = table.records
    let example = ExampleRow(declaration, options: options)
    var records: [TableRecord] = []
    var findings: [Finding] = []
    for (record, row) in rows {
      let alike = example.alike(record, columns: table.columns)
      if table.isMarked(row) {
        if alike == nil { findings.append(changedExample(sheet, row, table)) }
        continue
      }
      // A row with a cell or two may happen to be as the example.
      if let alike, alike >= 3 { findings.append(plainExample(sheet, row, table)) }
      records.append(record)
    }
    findings += coveredFindings(rows.map(\.row), sheet, table)
    guard !records.isEmpty || !findings.isEmpty else { return nil }
    if let hidden = hiddenFinding(rows.map(\.row), sheet) { findings.append(hidden) }
    let layout = TableLayout(
      sheet: sheet.name, headings: table.headings, headingLine: table.headingRow,
      columns: table.columns, fileColumns: table.fileColumns, records: records, findings: findings)
    var pass = TablePass(declaration: declaration, options: options, file: file, layout: layout)
    return pass.read()
  }

  private func damaged(_ sheet: ProjectWorkbook.Sheet) -> TableReading {
    let title = declaration.card.title
    let english = declaration.columns.prefix(4).map(\.label.english).joined(separator: ", ")
    let dutch = declaration.columns.prefix(4).map(\.label.dutch).joined(separator: ", ")
    let finding = Finding(
      "table.no_headings", .error,
      Text(
        "No row at the top of the sheet names a column of the table \(title.english).",
        nl: "Geen rij bovenaan het blad noemt een kolom van de tabel \(title.dutch)."),
      help: Text(
        "Start with a row of headings: \(english), …",
        nl: "Begin met een rij kolomkoppen: \(dutch), …"),
      at: Address(file: file, sheet: sheet.name, row: sheet.rows.first?.number ?? 1))
    return TableReading(
      table: declaration.id, file: file, content: nil, findings: [finding], keys: [],
      isDamaged: true)
  }

  private func changedExample(
    _ sheet: ProjectWorkbook.Sheet, _ row: ReadRow, _ table: SheetTable
  ) -> Finding {
    let word = SheetWords.example
    return Finding(
      "table.changed_example", .warning,
      Text(
        "This row is marked as an example and is not read, but it was changed.",
        nl: "Deze rij is gemerkt als voorbeeld en wordt niet gelezen, maar is wel veranderd."),
      help: Text(
        "Take out the word “\(word.english)” if the row is yours, or delete the row.",
        nl: "Haal het woord ‘\(word.dutch)’ weg als de rij van u is, of verwijder de rij."),
      at: Address(file: file, sheet: sheet.name, row: row.number, column: table.markColumn))
  }

  private func plainExample(
    _ sheet: ProjectWorkbook.Sheet, _ row: ReadRow, _ table: SheetTable
  ) -> Finding {
    Finding(
      "table.example_row", .warning,
      Text(
        "This row is the example of the empty workbook, and is read as a row of yours.",
        nl: "Deze rij is het voorbeeld uit de lege werkmap, en is gelezen als een rij van u."),
      help: Text("Delete the row if it is not yours.", nl: "Verwijder de rij als die niet klopt."),
      at: Address(file: file, sheet: sheet.name, row: row.number, column: table.fileColumns.first))
  }

  /// Values that a merged cell hides, which a person would miss.
  private func coveredFindings(
    _ rows: [ReadRow], _ sheet: ProjectWorkbook.Sheet, _ table: SheetTable
  ) -> [Finding] {
    rows.flatMap { row in
      row.cells.filter { $0.isCovered && $0.value != .empty }.compactMap { cell -> Finding? in
        guard let index = table.fileColumns.firstIndex(of: cell.column),
          table.columns[index] != nil
        else { return nil }
        return Finding(
          "table.covered_cell", .warning,
          Text(
            "A merged cell lies over this cell; its value is not read.",
            nl: "Een samengevoegde cel ligt over deze cel; de waarde wordt niet gelezen."),
          help: Text(
            "Take the cells apart and fill in each one.",
            nl: "Splits de cellen en vul ze elk in."),
          at: Address(
            file: file, sheet: sheet.name, row: row.number, column: cell.column,
            heading: table.headings[index]))
      }
    }
  }

  private func hiddenFinding(_ rows: [ReadRow], _ sheet: ProjectWorkbook.Sheet) -> Finding? {
    let hidden = rows.filter(\.isHidden)
    guard let first = hidden.first else { return nil }
    return Finding(
      "table.hidden_rows", .note,
      Text(
        "Rows that are hidden or filtered out are read too: \(hidden.count).",
        nl: "Rijen die verborgen of weggefilterd zijn, worden ook gelezen: \(hidden.count)."),
      help: Text(
        "Delete them if they do not belong to the project.",
        nl: "Verwijder ze als ze niet bij het project horen."),
      at: Address(file: file, sheet: sheet.name, row: first.number))
  }
}

/// The example of a table as it would be read, to tell it from the rows of a project.
struct ExampleRow {
  /// What a cell of the example is: a value, or its text where it is none in this project.
  private enum Expected: Equatable {
    case value(CellValue)
    case text(String)
  }

  private let readers: [CellReader]
  private let expected: [Expected?]

  init(_ declaration: TableDeclaration, options: ReadingOptions) {
    readers = declaration.columns.map { column in
      CellReader(column: column, options: options, texts: column.example.map { [$0] } ?? [])
    }
    expected = zip(declaration.columns, readers).map { column, reader in
      column.example.map { ExampleRow.expected(reader, $0, nil) }
    }
  }

  /// How many cells of a row are those of the example, `nil` where one is another.
  func alike(_ record: TableRecord, columns: [Int?]) -> Int? {
    var alike = 0
    for (position, column) in columns.enumerated() {
      guard let column, readers.indices.contains(column) else { continue }
      let text = record.fields.indices.contains(position) ? record.fields[position] : ""
      let typed = record.type(at: position)
      if text.isEmpty, typed == nil, expected[column] == nil { continue }
      guard ExampleRow.expected(readers[column], text, typed) == expected[column] else {
        return nil
      }
      alike += 1
    }
    return alike
  }

  /// An amount is the example's whatever its currency, which the project may have changed since.
  private static func expected(
    _ reader: CellReader, _ text: String, _ typed: TypedCell?
  ) -> Expected {
    var typed = typed
    if case .currency(let value, _) = typed { typed = .number(value) }
    let value =
      if let typed {
        try? reader.read(typed, shown: text).value
      } else {
        try? reader.read(text).value
      }
    return value.map { .value($0) } ?? .text(text)
  }
}
