import Foundation
import ImpactModel
import OpenDocument

/// The rows of a table's CSV file as cells of a sheet: the same columns, a row for each record.
struct FilledTable {
  let path: String
  /// The headings as the file has them.
  let headings: [String]
  /// The declared column of each heading.
  let columns: [Int?]
  let rows: [[CellContent]]
  /// The row of the sheet for each line of the file; the headings stand in the first.
  let sheetRows: [Int: Int]

  /// Reads a file, or gives `nil` where it carries no table.
  init?(
    _ bytes: Data, path: String, declaration: TableDeclaration, options: ReadingOptions,
    language: Language
  ) {
    guard bytes.count <= TableReader.largestFile,
      case .success(let text) = TextDecoding.decode(bytes, file: path),
      case .success(let layout) = TableLayout.find(
        in: text, declaration: declaration, file: path)
    else { return nil }
    self.path = path
    headings = layout.headings
    columns = layout.columns
    let writers = zip(layout.columns.indices, layout.columns).map { position, column in
      column.map { column in
        let texts = layout.records.lazy.compactMap { record in
          record.fields.indices.contains(position)
            ? record.fields[position].trimmingSpaces() : nil
        }
        return WrittenCell(
          declaration.columns[column], options: options, texts: texts.filter { !$0.isEmpty },
          language: language)
      }
    }
    var sheetRows = [layout.headingLine: 1]
    rows = layout.records.enumerated().map { index, record in
      sheetRows[record.line] = index + 2
      return record.fields.enumerated().map { position, field in
        let text = SheetText.clean(field.trimmingSpaces())
        guard writers.indices.contains(position), let writer = writers[position] else {
          return text.isEmpty ? .empty : .text(text)
        }
        return writer.content(of: text)
      }
    }
    self.sheetRows = sheetRows
  }
}

/// Texts as a workbook can hold them.
enum SheetText {
  /// The text without the control characters that no XML file can hold.
  static func clean(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy(isAllowed)
    guard !isClean else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      || [9, 10, 13].contains(scalar.value)
  }
}
