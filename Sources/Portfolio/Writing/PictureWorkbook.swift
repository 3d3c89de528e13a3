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

  /// The narrowest and the widest that a column of words becomes, in millimetres.
  private static let widths = 18.0...80.0
  /// The narrowest column of numbers: `€ 1.234.567`.
  private static let numberWidth = 27.0
  /// How many characters of a note stand on one line, so that it is read without a wide screen.
  private static let noteCharacters = 120
  /// More rows than these above the table would leave no room for it on a screen.
  private static let mostFrozenRows = 6

  private func sheet(_ table: PictureTable) -> Sheet {
    let notes = table.notes.flatMap { PictureWorkbook.lines($0[language]) }
    let headingRow = 1 + notes.count + 1
    return Sheet(
      name: table.tab[language], columnWidths: widths(of: table),
      headingRows: headingRow...headingRow,
      frozenRows: headingRow <= PictureWorkbook.mostFrozenRows ? headingRow : 0
    ) { rows in
      try rows.row([.text(table.title[language], .title)])
      // A line runs on over the empty cells beside it; a note that wraps would fill one column.
      for line in notes { try rows.row([.text(line)]) }
      try rows.row(
        table.headings.map { .text($0.text[language], $0.isNumber ? .numberHeading : .heading) })
      for row in table.rows { try rows.row(row.map(PictureWorkbook.cell)) }
    }
  }

  /// As wide as the longest text, within limits; longer texts wrap.
  ///
  /// Columns of counts are narrow, so that more of a table stands on a page in letters of a size
  /// that can be read.
  private func widths(of table: PictureTable) -> [Double] {
    var longest = table.headings.map { $0.text[language].count + 1 }
    for row in table.rows {
      for (column, value) in row.enumerated() {
        if case .words(let words) = value { longest[column] = max(longest[column], words.count) }
      }
    }
    return table.headings.indices.map { column in
      let heading = table.headings[column]
      let limits = PictureWorkbook.widths
      guard heading.isNumber else {
        let needed = PictureWorkbook.width(of: longest[column])
        return min(limits.upperBound, max(limits.lowerBound, needed))
      }
      // The heading of a column of numbers breaks into lines, but not inside a word.
      let word = heading.text[language].split(separator: " ").map(\.count).max() ?? 0
      let isShort = table.rows.allSatisfy { $0[column].isShort }
      let least = isShort ? limits.lowerBound : PictureWorkbook.numberWidth
      return max(least, Double(word + 1) * 2.3 + 4)
    }
  }

  private static func width(of characters: Int) -> Double { Double(characters) * 2 + 4 }

  /// Cuts a text into lines between words.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= noteCharacters {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func cell(_ value: PictureTable.Value) -> Cell {
    switch value {
    case .nothing: .empty
    case .words(let words):
      .text(words, width(of: words.count) > widths.upperBound ? .wrapped : .plain)
    case .whole(let number): Cell(.number(Double(number), decimals: 0))
    case .number(let number): Cell(.number(number, decimals: 2))
    case .share(let share, let decimals): Cell(.percentage(share, decimals: decimals))
    case .money(let amount, let currency): Cell(.currency(amount, code: currency, decimals: 0))
    }
  }
}

extension PictureTable.Value {
  /// Whether it fits the narrowest column: a count, a share, or a number below ten thousand.
  fileprivate var isShort: Bool {
    switch self {
    case .nothing, .share: true
    case .whole(let number): abs(number) < 1_000_000
    case .number(let number): abs(number) < 10_000
    case .words, .money: false
    }
  }
}
