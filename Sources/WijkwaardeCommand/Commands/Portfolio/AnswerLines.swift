import ExportKit
import Foundation
import Portfolio

/// The answer to a question in the forms in which the command prints it.
struct AnswerLines {
  private let answer: QueryAnswer

  /// Takes an answer.
  init(_ answer: QueryAnswer) { self.answer = answer }

  /// Columns under each other, numbers at the right.
  var table: String {
    let cells = [answer.columns] + answer.rows.map { $0.map(AnswerLines.shown) }
    let widths = answer.columns.indices.map { column in
      min(60, cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0)
    }
    return cells.enumerated().map { index, row in
      let padded = zip(row, widths).enumerated().map { column, cell in
        let (text, width) = cell
        let space = String(repeating: " ", count: max(0, width - text.count))
        let isNumber = index > 0 && isNumber(row: index - 1, column)
        return isNumber ? space + text : text + space
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private func isNumber(row: Int, _ column: Int) -> Bool {
    guard answer.rows.indices.contains(row), answer.rows[row].indices.contains(column) else {
      return false
    }
    switch answer.rows[row][column] {
    case .integer, .real, .bytes: return true
    case .null, .text: return false
    }
  }

  /// A text of one line, without characters that steer a terminal.
  private static func shown(_ value: QueryAnswer.Value) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): DecimalText.exact(number)
    case .bytes(let count): "\(count) bytes"
    case .text(let text):
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
  }

  /// RFC 4180 with a line of headings.
  var csv: String {
    let rows = answer.rows.map { row in
      CSVField.line(
        row.map { value in
          switch value {
          case .null: .words("")
          case .integer(let number): .number(String(number))
          case .real(let number): .number(DecimalText.exact(number))
          case .bytes(let count): .number(String(count))
          case .text(let text): .words(text)
          }
        })
    }
    return ([CSVField.line(answer.columns.map { .words($0) })] + rows).joined()
  }

  /// A list of objects, one for each row; of two columns with one name the last is kept.
  func json() throws -> String {
    let rows = answer.rows.map { row in
      Dictionary(zip(answer.columns, row.map(JSONCell.init))) { _, last in last }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  private struct JSONCell: Encodable {
    let value: QueryAnswer.Value

    init(_ value: QueryAnswer.Value) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .null: try container.encodeNil()
      case .integer(let number): try container.encode(number)
      case .real(let number):
        if number.isFinite { try container.encode(number) } else { try container.encodeNil() }
      case .text(let text): try container.encode(text)
      case .bytes(let count): try container.encode(count)
      }
    }
  }
}
