import ImpactModel
import OpenDocument

/// A table on a sheet: finds the row of headings, and gives the rows below it.
struct SheetTable {
  /// How far down the headings may stand, below titles and remarks.
  private static let lastHeadingRow = 30

  /// The number of the row of headings.
  let headingRow: Int
  /// The headings, trimmed, of the columns that have one.
  let headings: [String]
  /// The column of the sheet of each heading, from 1.
  let fileColumns: [Int]
  /// The declared column of each heading.
  let columns: [Int?]
  /// The column of the sheet in which rows say that they are examples.
  let markColumn: Int?
  private let sheet: ProjectWorkbook.Sheet
  private let declaration: TableDeclaration

  /// Finds the headings, or gives `nil` where no row among the first names a declared column.
  init?(_ sheet: ProjectWorkbook.Sheet, _ declaration: TableDeclaration) {
    self.sheet = sheet
    self.declaration = declaration
    var best: (row: ReadRow, matches: Int)?
    for row in sheet.rows.prefix(while: { $0.number <= SheetTable.lastHeadingRow }) {
      let texts = SheetTable.texts(of: row).map(\.text)
      let matched = Set(Heading.match(texts, with: declaration.columns).compactMap(\.self))
      if matched.count > (best?.matches ?? 0) { best = (row, matched.count) }
    }
    guard let best else { return nil }
    headingRow = best.row.number
    let texts = SheetTable.texts(of: best.row)
    let matched = Heading.match(texts.map(\.text), with: declaration.columns)
    let mark = zip(texts, matched).first { text, column in
      column == nil && SheetWords.means(text.text, SheetWords.rowMark)
    }
    markColumn = mark?.0.column
    let kept = zip(texts, matched).filter { $0.0.column != mark?.0.column }
    headings = kept.map(\.0.text)
    fileColumns = kept.map(\.0.column)
    columns = kept.map(\.1)
  }

  private static func texts(of row: ReadRow) -> [(column: Int, text: String)] {
    row.cells.compactMap { cell in
      let text = SheetCell.field(cell, for: nil).text
      return text.isEmpty ? nil : (cell.column, text)
    }
  }

  /// The rows below the headings that hold something under one of them.
  var records: [(record: TableRecord, row: ReadRow)] {
    sheet.rows.drop { $0.number <= headingRow }.compactMap { row in
      var fields: [String] = []
      var typed: [TypedCell?] = []
      for (column, declared) in zip(fileColumns, columns) {
        guard let cell = row[column] else {
          fields.append("")
          typed.append(nil)
          continue
        }
        let field = SheetCell.field(cell, for: declared.map { declaration.columns[$0] })
        fields.append(field.text)
        typed.append(field.typed)
      }
      let isBlank = fields.allSatisfy(\.isEmpty) && typed.allSatisfy { $0 == nil }
      return isBlank ? nil : (TableRecord(line: row.number, fields: fields, typed: typed), row)
    }
  }

  /// Whether a row says that it is an example.
  func isMarked(_ row: ReadRow) -> Bool {
    guard let markColumn, let cell = row[markColumn] else { return false }
    return SheetWords.means(SheetCell.field(cell, for: nil).text, SheetWords.example)
  }
}
