import ImpactModel

/// One pass over the records of a file: collects rows, findings, identifiers and references.
struct TablePass {
  private let declaration: TableDeclaration
  private let file: String
  private let layout: TableLayout
  /// For each declared column the position of its heading, or `nil` where the file has none.
  private let positions: [Int?]
  private let cells: [CellReader]

  private var findings: [Finding] = []
  private var rows: [TableContent.Row] = []
  private var rejectedRows = 0
  private var firstLines: [String: Int] = [:]
  private var keys: [String] = []
  private var hasUncertainKeys = false
  private var rejectedReferences: [TableReading.Reference] = []

  init(declaration: TableDeclaration, options: ReadingOptions, file: String, layout: TableLayout) {
    self.declaration = declaration
    self.file = file
    self.layout = layout
    let positions = declaration.columns.indices.map { layout.columns.firstIndex(of: $0) }
    self.positions = positions
    cells = zip(declaration.columns, positions).map { column, position in
      let texts =
        position.map { position in
          layout.records.lazy
            .filter { $0.fields.count <= layout.headings.count && $0.type(at: position) == nil }
            .compactMap { $0.fields.indices.contains(position) ? $0.fields[position] : nil }
            .map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
        }
      return CellReader(column: column, options: options, texts: texts.map(Array.init) ?? [])
    }
  }

  /// Reads all records.
  mutating func read() -> TableReading {
    findings += layout.findings
    let isWhole = checkHeadings()
    for record in layout.records { read(record) }
    if let line = layout.unclosedQuote { addUnclosedQuote(line) }
    let isDamaged = !isWhole || layout.unclosedQuote != nil
    let content = TableContent(
      table: declaration.id, file: file, sheet: layout.sheet, rows: rows,
      rejectedRows: rejectedRows,
      headings: positions.map { $0.map { layout.headings[$0] } ?? "" },
      filePositions: positions.map { $0.flatMap(fileColumn) ?? 0 })
    return TableReading(
      table: declaration.id, file: file, content: isDamaged ? nil : content, findings: findings,
      keys: keys, isDamaged: isDamaged, hasUncertainKeys: hasUncertainKeys,
      rejectedReferences: rejectedReferences)
  }

  // MARK: Headings

  /// Whether every required column is there.
  private mutating func checkHeadings() -> Bool {
    var seen: Set<Int> = []
    for (position, column) in layout.columns.enumerated() {
      guard let column, !seen.insert(column).inserted else { continue }
      addDoubleHeading(at: position)
    }
    var isWhole = true
    let unknown = zip(layout.headings, layout.columns).filter { $1 == nil && !$0.isEmpty }.map(\.0)
    for (column, position) in zip(declaration.columns, positions) where position == nil {
      let near = unknown.first { heading in
        Nearest.match(heading, in: Heading.names(of: column)) != nil
      }
      if column.isRequired {
        isWhole = false
        addMissing(column, near: near)
      } else if let near {
        addNearMiss(column, heading: near)
      }
    }
    return isWhole
  }

  private mutating func addDoubleHeading(at position: Int) {
    let heading = layout.headings[position]
    let shown = quoted(heading)
    findings.append(
      Finding(
        "table.double_heading", .error,
        Text(
          "The heading \(shown.english) names a column that the file already has.",
          nl: "De kop \(shown.dutch) noemt een kolom die het bestand al heeft."),
        help: Text(
          "Delete or rename one of the two columns.",
          nl: "Verwijder of hernoem een van de twee kolommen."),
        at: Address(
          file: file, sheet: layout.sheet, row: layout.headingLine, column: fileColumn(position),
          heading: heading)))
  }

  private mutating func addMissing(_ column: ColumnCard, near: String?) {
    let near = near.map(quoted)
    let help =
      near.map {
        Text(
          "Rename the heading \($0.english) to “\(column.label.english)”.",
          nl: "Hernoem de kop \($0.dutch) tot ‘\(column.label.dutch)’.")
      }
      ?? Text(
        "Add a column with the heading “\(column.label.english)” and fill it in.",
        nl: "Voeg een kolom toe met de kop ‘\(column.label.dutch)’ en vul die in.")
    findings.append(
      Finding(
        "table.missing_column", .error,
        Text(
          "The column “\(column.label.english)” is missing.",
          nl: "De kolom ‘\(column.label.dutch)’ ontbreekt."),
        help: help, at: headingAddress))
  }

  private mutating func addNearMiss(_ column: ColumnCard, heading: String) {
    let shown = quoted(heading)
    findings.append(
      Finding(
        "table.unknown_column", .warning,
        Text(
          "The column \(shown.english) is not read; it looks like “\(column.label.english)”.",
          nl: "De kolom \(shown.dutch) wordt niet gelezen; die lijkt op ‘\(column.label.dutch)’."),
        help: Text(
          "Rename the heading to “\(column.label.english)” if that is what is meant.",
          nl: "Hernoem de kop tot ‘\(column.label.dutch)’ als dat bedoeld is."),
        at: Address(
          file: file, sheet: layout.sheet, row: layout.headingLine,
          column: layout.headings.firstIndex(of: heading).flatMap(fileColumn), heading: heading)))
  }

  /// The line of the headings; of a sheet their row.
  private var headingAddress: Address {
    layout.sheet == nil
      ? Address(file: file, line: layout.headingLine)
      : Address(file: file, sheet: layout.sheet, row: layout.headingLine)
  }

  private mutating func addUnclosedQuote(_ line: Int) {
    findings.append(
      Finding(
        "table.unclosed_quote", .error,
        Text(
          "A double quote is opened here and never closed.",
          nl: "Hier begint een aanhalingsteken dat nergens sluit."),
        help: Text(
          "Close the quote, or write a quote inside a text twice.",
          nl: "Sluit het aanhalingsteken, of schrijf een aanhalingsteken in een tekst dubbel."),
        at: Address(file: file, line: line)))
  }

  // MARK: Records

  private mutating func read(_ record: TableRecord) {
    let extra = record.fields.dropFirst(layout.headings.count)
    if extra.contains(where: { !$0.trimmingSpaces().isEmpty }) {
      rejectedRows += 1
      hasUncertainKeys = true
      addTooManyCells(record)
      return
    }
    var values: [CellValue] = []
    var isUsable = true
    var cutOff: [ColumnCard] = []
    let isHalfEmpty = addEmptyCells(of: record)
    for (index, cell) in cells.enumerated() {
      let text = text(of: index, in: record)
      if text.isEmpty, cell.column.isRequired, let position = positions[index],
        position >= record.fields.count
      {
        cutOff.append(cell.column)
        values.append(.absent)
        continue
      }
      if text.isEmpty, isHalfEmpty, cell.column.isRequired {
        isUsable = false
        if cell.column.type == .identifier { hasUncertainKeys = true }
        values.append(.absent)
        continue
      }
      let value = read(text, of: record, with: cell, index: index)
      if value == nil, cell.column.isRequired {
        isUsable = false
        if cell.column.type == .identifier { hasUncertainKeys = true }
      }
      values.append(value ?? .absent)
    }
    if !cutOff.isEmpty {
      isUsable = false
      hasUncertainKeys = true
      addTooFewCells(record, cutOff)
    }
    if !addKey(in: record) { isUsable = false }
    if isUsable {
      rows.append(TableContent.Row(number: record.line, cells: values))
    } else {
      rejectedRows += 1
      keepReferences(of: record)
    }
  }

  /// The value of a cell, or `nil` where it could not be read.
  private mutating func read(
    _ text: String, of record: TableRecord, with cell: CellReader, index: Int
  ) -> CellValue? {
    let line = record.line
    let typed = positions[index].flatMap { record.type(at: $0) }
    // A missing column is one finding, at the heading line.
    if positions[index] == nil { return cell.column.isRequired ? nil : .absent }
    if text.isEmpty, typed == nil {
      guard cell.column.isRequired else { return .absent }
      addEmptyCell(cell.column, at: address(line, index))
      return nil
    }
    do {
      let (value, warning) =
        if let typed { try cell.read(typed, shown: text) } else { try cell.read(text) }
      if let warning { findings.append(warning.finding(.warning, at: address(line, index))) }
      return value
    } catch {
      // A reference that cannot be an identifier is left to the check of references, so that one
      // mistake in the other table does not come back at each row that refers to it.
      if case .reference = cell.column.type, typed?.fault == nil { return nil }
      findings.append(error.finding(at: address(line, index)))
      return nil
    }
  }

  private func text(of column: Int, in record: TableRecord) -> String {
    guard let position = positions[column], record.fields.indices.contains(position) else {
      return ""
    }
    return record.fields[position].trimmingSpaces()
  }

  private func address(_ line: Int, _ column: Int) -> Address {
    let position = positions[column]
    return Address(
      file: file, sheet: layout.sheet, row: line, column: position.flatMap(fileColumn),
      heading: position.map { layout.headings[$0] })
  }

  /// The column of the file in which a heading stands.
  private func fileColumn(_ heading: Int) -> Int? {
    layout.fileColumns.indices.contains(heading) ? layout.fileColumns[heading] : nil
  }

  /// Notes the row's identifier; whether no earlier row has it.
  private mutating func addKey(in record: TableRecord) -> Bool {
    guard let index = declaration.keyPosition else { return true }
    let key = text(of: index, in: record)
    guard !key.isEmpty else { return true }
    guard let first = firstLines[key] else {
      firstLines[key] = record.line
      keys.append(key)
      return true
    }
    let shown = quoted(key)
    hasUncertainKeys = true
    findings.append(
      Finding(
        "table.double_id", .error,
        Text(
          "The identifier \(shown.english) is already used in row \(first).",
          nl: "Het id \(shown.dutch) is al gebruikt in rij \(first)."),
        help: Text(
          "Give this row an identifier of its own.", nl: "Geef deze rij een eigen id."),
        at: address(record.line, index)))
    return false
  }

  private mutating func keepReferences(of record: TableRecord) {
    for (index, column) in declaration.columns.enumerated() {
      guard case .reference = column.type else { continue }
      let target = text(of: index, in: record)
      guard !target.isEmpty else { continue }
      rejectedReferences.append(
        TableReading.Reference(
          column: column.id, target: target, address: address(record.line, index)))
    }
  }

  private mutating func addEmptyCell(_ column: ColumnCard, at address: Address) {
    let example = column.example.map { Text(", as in \($0)", nl: ", zoals \($0)") }
    findings.append(
      Finding(
        "table.empty_cell", .error,
        Text(
          "“\(column.label.english)” is not filled in.",
          nl: "‘\(column.label.dutch)’ is niet ingevuld."),
        help: Text(
          "Fill in the cell\(example?.english ?? "").",
          nl: "Vul de cel in\(example?.dutch ?? "")."), at: address))
  }

  /// Makes one finding of several required cells that a row of a sheet leaves empty.
  ///
  /// A row without an end cannot say that it was cut off, as that of a CSV file does; what is left
  /// empty in one row is one mistake: a remark or a total below the table.
  private mutating func addEmptyCells(of record: TableRecord) -> Bool {
    guard layout.sheet != nil else { return false }
    let empty = cells.indices.filter { index in
      cells[index].column.isRequired && positions[index] != nil
        && text(of: index, in: record).isEmpty
        && positions[index].flatMap { record.type(at: $0) } == nil
    }
    guard empty.count > 1, let first = empty.first else { return false }
    let columns = empty.map { cells[$0].column.label }
    let english = columns.map { "“\($0.english)”" }.joined(separator: ", ")
    let dutch = columns.map { "‘\($0.dutch)’" }.joined(separator: ", ")
    findings.append(
      Finding(
        "table.empty_cell", .error,
        Text(
          "This row is not filled in under \(english).",
          nl: "Deze rij is niet ingevuld onder \(dutch)."),
        help: Text(
          "Fill in the cells, or delete the row if it does not belong to the table.",
          nl: "Vul de cellen in, of verwijder de rij als die niet bij de tabel hoort."),
        at: address(record.line, first)))
    return true
  }

  private mutating func addTooManyCells(_ record: TableRecord) {
    findings.append(
      Finding(
        "table.too_many_cells", .error,
        Text(
          "The row has \(record.fields.count) cells and the file \(layout.headings.count) headings.",
          nl: "De rij heeft \(record.fields.count) cellen en het bestand "
            + "\(layout.headings.count) kolomkoppen."),
        help: Text(
          "Put a text that holds a separator in double quotes, or delete the extra cells.",
          nl: "Zet een tekst met een scheidingsteken tussen dubbele aanhalingstekens, "
            + "of verwijder de extra cellen."),
        at: Address(file: file, row: record.line)))
  }

  private mutating func addTooFewCells(_ record: TableRecord, _ columns: [ColumnCard]) {
    let english = columns.map { "“\($0.label.english)”" }.joined(separator: ", ")
    let dutch = columns.map { "‘\($0.label.dutch)’" }.joined(separator: ", ")
    findings.append(
      Finding(
        "table.too_few_cells", .error,
        Text(
          "The row ends before \(english).", nl: "De rij houdt op voor \(dutch)."),
        help: Text(
          "Fill in the missing cells.", nl: "Vul de ontbrekende cellen in."),
        at: Address(file: file, row: record.line)))
  }
}
