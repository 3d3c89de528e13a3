import OpenDocument
import TestSupport

/// A workbook of random cells, and what a reader must find in it.
struct RandomWorkbook {
  struct RandomSheet {
    let name: String
    let columns: Int
    let rows: [[Cell]]
  }

  let sheets: [RandomSheet]
  let language: DocumentLanguage

  init(seed: UInt64, sheetCount: ClosedRange<Int> = 1...3) {
    var generator = SeededGenerator(seed: seed)
    language = seed % 2 == 0 ? .english : .dutch
    sheets = (1...Int.random(in: sheetCount, using: &generator)).map { number in
      let columns = Int.random(in: 1...9, using: &generator)
      let rows = (0..<Int.random(in: 0...12, using: &generator)).map { row in
        (0..<Int.random(in: 0...columns, using: &generator)).map { column in
          RandomWorkbook.cell(name: "s\(number).r\(row)c\(column)", &generator)
        }
      }
      return RandomSheet(
        name: "\(number) \(["a", "It's", "Σ.1", "b & c"].randomElement(using: &generator) ?? "")",
        columns: columns, rows: rows)
    }
  }

  /// The workbook to be written.
  var workbook: Workbook {
    Workbook(
      title: "Random", generator: "Tests/1", language: language,
      sheets: sheets.map { sheet in
        Sheet(
          name: sheet.name, columnWidths: Array(repeating: 20, count: sheet.columns),
          headingRows: sheet.rows.count > 1 ? 1...1 : nil
        ) { rows in
          for row in sheet.rows { try rows.row(row) }
        }
      })
  }

  /// The names of cells, in the order in which they are written.
  var names: [ReadName] {
    sheets.flatMap { sheet in
      sheet.rows.enumerated().flatMap { row, cells in
        cells.enumerated().compactMap { column, cell in
          cell.name.map {
            let place = CellAddress(column: column + 1, row: row + 1)
            return ReadName(
              name: $0, range: ReadRange(sheet: sheet.name, first: place, last: place))
          }
        }
      }
    }
  }

  /// The value that a reader must find.
  static func value(of cell: Cell) -> ReadValue {
    switch cell.value {
    case .empty: .empty
    case .text(let text): text.isEmpty && cell.formula == nil ? .empty : .text(text)
    case .number(let value, _): .number(value)
    case .percentage(let value, _): .percentage(value)
    case .currency(let value, let code, _): .currency(value, code: code)
    case .date(let year, let month, let day):
      .date(ReadDate(year: year, month: month, day: day))
    case .moment(let year, let month, let day, let seconds):
      .date(ReadDate(year: year, month: month, day: day, seconds: seconds))
    case .time(let seconds): .time(seconds)
    case .boolean(let value): .boolean(value)
    }
  }

  private static func cell(name: String, _ generator: inout SeededGenerator) -> Cell {
    let value = value(&generator)
    let role = CellRole.allCases.randomElement(using: &generator) ?? .plain
    let isNamed = value != .empty && Int.random(in: 0..<8, using: &generator) == 0
    let name = isNamed ? name : nil
    let comment = Int.random(in: 0..<8, using: &generator) == 0 ? text(&generator) : nil
    var cell = cell(value, role: role, name: name, &generator)
    cell.comment = comment
    return cell
  }

  private static func cell(
    _ value: CellContent, role: CellRole, name: String?, _ generator: inout SeededGenerator
  ) -> Cell {
    if Int.random(in: 0..<6, using: &generator) == 0, value != .empty,
      let formula = try? OpenFormula("IF([.$ZZ$1]<1;\(OpenFormula.literal("a&<b>"));1)")
    {
      return Cell(formula, gives: value, role, name: name)
    }
    return Cell(value, role, name: name)
  }

  private static func value(_ generator: inout SeededGenerator) -> CellContent {
    let decimals = Int.random(in: 0...4, using: &generator)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0, 1: return .empty
    case 10:
      return .moment(
        year: Int.random(in: 1900...2100, using: &generator), month: 5, day: 31,
        seconds: Double(Int.random(in: 0..<86_400, using: &generator)))
    case 11: return .time(Double(Int.random(in: -400_000...400_000, using: &generator)) / 4)
    case 2, 3: return .text(text(&generator))
    case 4: return .number(number(&generator))
    case 5: return .number(number(&generator), decimals: decimals)
    case 6: return .percentage(number(&generator), decimals: decimals)
    case 7:
      let code = ["EUR", "GBP", "USD", "DKK"].randomElement(using: &generator) ?? "EUR"
      return .currency(number(&generator), code: code, decimals: decimals)
    case 8:
      return .date(
        year: Int.random(in: 1900...2100, using: &generator),
        month: Int.random(in: 1...12, using: &generator),
        day: Int.random(in: 1...28, using: &generator))
    default: return .boolean(Bool.random(using: &generator))
    }
  }

  private static func number(_ generator: inout SeededGenerator) -> Double {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Double(Int.random(in: -1000...1000, using: &generator))
    case 1: Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 100
    case 2: Double.random(in: -1e12...1e12, using: &generator)
    default: Double.random(in: 0...1, using: &generator) * 1e-8
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "Wijk", " ", "  ", "\n", "&", "<b>", "\"", "'", "é", "🏘️", "1.234,56", "=1+1", "]]>",
      "\u{A0}", "‑",
    ]
    return (0..<Int.random(in: 0...8, using: &generator))
      .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }
}
