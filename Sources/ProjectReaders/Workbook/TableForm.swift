import ImpactModel
import OpenDocument

/// Makes the sheet of a table: headings that explain themselves, and an example or rows.
struct TableForm {
  private static let markWidth = 20.0

  let declaration: TableDeclaration
  let currency: Currency
  let language: Language
  let titles: [String: Text]
  let options: ReadingOptions

  /// A sheet without rows: an example, which says in its first column that it is one.
  func empty(sheet name: String) -> (draft: SheetDraft, plan: TablePlan) {
    let widths = declaration.columns.map { ColumnForms.width(of: $0) }
    var sheet = SheetDraft(name: name, widths: [TableForm.markWidth] + widths)
    sheet.headingRow = 1
    // With the identifier in sight, and on each page beside each other, a row can be followed.
    sheet.frozenColumns = declaration.keyPosition == 0 ? 2 : 1
    let word = SheetWords.example
    let explanation = Text(
      "A row with the word “\(word.english)” here is not read. Keep your own remarks here if you "
        + "like.",
      nl: "Een rij met het woord ‘\(word.dutch)’ hier wordt niet gelezen. U mag hier ook eigen "
        + "opmerkingen kwijt.")
    sheet[1, 1] = Cell.text(SheetWords.rowMark[language], .heading).commented(explanation[language])
    for (index, column) in declaration.columns.enumerated() {
      sheet[1, index + 2] = heading(column)
    }
    sheet[2, 1] = .text(word[language], .note)
    for (index, column) in declaration.columns.enumerated() {
      guard let example = column.example else { continue }
      let writer = WrittenCell(column, options: options, texts: [example], language: language)
      sheet[2, index + 2] = Cell(writer.content(of: example), .note)
    }
    let plan = TablePlan(
      declaration: declaration, sheet: name, headingRow: 1,
      columns: declaration.columns.indices.map { $0 + 2 }, lastRow: 2)
    return (sheet, plan)
  }

  /// A sheet with the rows of a file, its columns in their order, and behind them those that the
  /// file does not have.
  func filled(_ table: FilledTable, sheet name: String) -> (draft: SheetDraft, plan: TablePlan) {
    var sheet = SheetDraft(name: name, widths: [])
    sheet.headingRow = 1
    var columns = [Int?](repeating: nil, count: declaration.columns.count)
    for (position, heading) in table.headings.enumerated() {
      let column = table.columns[position]
      if let column, columns[column] == nil {
        columns[column] = position + 1
        sheet[1, position + 1] = self.heading(declaration.columns[column])
        sheet.widths.append(ColumnForms.width(of: declaration.columns[column]))
      } else {
        sheet[1, position + 1] = .text(SheetText.clean(heading), .heading)
        sheet.widths.append(SheetDraft.usualWidth)
      }
    }
    // Cells beyond the headings stay where they are.
    let widest = table.rows.map(\.count).max() ?? 0
    while sheet.widths.count < widest { sheet.widths.append(SheetDraft.usualWidth) }
    for (index, column) in declaration.columns.enumerated() where columns[index] == nil {
      sheet.widths.append(ColumnForms.width(of: column))
      columns[index] = sheet.widths.count
      sheet[1, sheet.widths.count] = heading(column)
    }
    for (index, row) in table.rows.enumerated() {
      for (position, content) in row.enumerated() where content != .empty {
        sheet[index + 2, position + 1] = Cell(content, TableForm.role(of: content))
      }
    }
    if let key = declaration.keyPosition, columns[key] == 1 { sheet.frozenColumns = 1 }
    let plan = TablePlan(
      declaration: declaration, sheet: name, headingRow: 1, columns: columns,
      lastRow: table.rows.count + 1)
    return (sheet, plan)
  }

  /// The heading of a column, with a comment that explains it.
  func heading(_ column: ColumnCard) -> Cell {
    let words = ColumnWords(column: column, currency: currency, language: language, titles: titles)
    return Cell.text(column.label[language], TableForm.headingRole(of: column))
      .commented(words.comment)
  }

  /// Numbers and days stand at the right, and so do their headings.
  static func headingRole(of column: ColumnCard) -> CellRole {
    switch column.type {
    case .integer, .number, .percentage, .amount, .money, .day: .numberHeading
    default: .heading
    }
  }

  static func role(of content: CellContent) -> CellRole {
    if case .text(let text) = content, text.count > 20 { return .wrapped }
    return .plain
  }
}
