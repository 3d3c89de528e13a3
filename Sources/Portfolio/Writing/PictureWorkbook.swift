import Foundation
import ImpactModel
import OpenDocument

/// Writes the picture as an OpenDocument spreadsheet, one sheet for each table.
struct PictureWorkbook {
  let tables: [PictureTable]
  let title: Text
  let program: String
  let language: Language

  /// Writes the file.
  ///
  /// - Throws: `SpreadsheetError` where a text cannot be carried, and errors of the file.
  func write(to file: URL) throws {
    try Workbook(
      title: title[language], generator: program,
      language: language == .dutch ? .dutch : .english, sheets: tables.map(sheet)
    ).write(to: file)
  }

  private func sheet(_ table: PictureTable) -> Sheet {
    let widths = table.headings.enumerated().map { column, heading in
      heading.isNumber ? 32.0 : column == 0 ? 55.0 : 45.0
    }
    let headingRow = 1 + table.notes.count + 1
    return Sheet(
      name: table.tab[language], columnWidths: widths, headingRows: headingRow...headingRow,
      frozenRows: headingRow
    ) { rows in
      try rows.row([.text(table.title[language], .title)])
      for note in table.notes { try rows.row([.text(note[language], .note)]) }
      try rows.row(
        table.headings.map { .text($0.text[language], $0.isNumber ? .numberHeading : .heading) })
      for row in table.rows { try rows.row(row.map(PictureWorkbook.cell)) }
    }
  }

  private static func cell(_ value: PictureTable.Value) -> Cell {
    switch value {
    case .nothing: .empty
    case .words(let words): .text(words)
    case .whole(let number): Cell(.number(Double(number), decimals: 0))
    case .number(let number): Cell(.number(number, decimals: 2))
    case .share(let share, let decimals): Cell(.percentage(share, decimals: decimals))
    case .money(let amount, let currency): Cell(.currency(amount, code: currency))
    }
  }
}
