import Crypto
import ExportKit
import Foundation
import OpenDocument

/// The digest of a workbook: SHA-256 over what its cells hold, in reading order.
///
/// A cell counts by its place, and by its formula or else its value; styles, widths and the last
/// results of formulas do not, because spreadsheet programs write those anew when they save. They
/// also round numbers to 15 digits: longer ones, and numbers that have a name, are left out here
/// and kept as copies beside it (`VerificationSheet`).
struct WorkbookDigest {
  /// What a cell holds, as far as it counts.
  enum Content: Hashable {
    case formula(String)
    case number(Double)
    case text(String)
    case day(year: Int, month: Int, day: Int)
    case boolean(Bool)
  }

  private var hash = SHA256()

  /// Adds a sheet, before its cells.
  mutating func add(sheet name: String) { add(["s", name]) }

  /// Adds a cell.
  mutating func add(_ content: Content, row: Int, column: Int) {
    let place = CellAddress(column: column, row: row).text
    switch content {
    case .formula(let text): add(["f", place, WorkbookDigest.plain(formula: text)])
    case .number(let number): add(["n", place, DecimalText.exact(number == 0 ? 0 : number)])
    case .text(let text): add(["t", place, WorkbookDigest.plain(text: text)])
    case .day(let year, let month, let day): add(["d", place, "\(year)-\(month)-\(day)"])
    case .boolean(let flag): add(["b", place, String(flag)])
    }
  }

  /// The digest in lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return hash.finalize().reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  private mutating func add(_ fields: [String]) {
    // Neither mark can stand in a cell.
    hash.update(data: Data((fields.joined(separator: "\u{1F}") + "\u{1E}").utf8))
  }

  /// A text with each run of blanks and line breaks as one blank.
  static func plain(text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A formula without blanks and quotation marks of sheets, its numbers in one form.
  ///
  /// What stands between double quotation marks stays as it is. LibreOffice writes 1E-9 with a
  /// point and keeps 15 digits, so that numbers count by twelve.
  static func plain(formula: String) -> String {
    var plain = ""
    var rest = Substring(formula)
    while let character = rest.first {
      let token: Substring
      switch character {
      case "\"":
        token = rest.prefix(1) + rest.dropFirst().prefix { $0 != "\"" } + "\""
        plain += token
      case "[":
        token = rest.prefix { $0 != "]" }
        plain += token.filter { $0 != " " && $0 != "'" }
      case "0"..."9":
        token = number(at: rest)
        plain += Double(token).map { String(format: "%.11e", $0) } ?? String(token)
      case _ where character.isLetter || character == "_":
        token = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        plain += token
      default:
        token = rest.prefix(1)
        if character != " " { plain += token }
      }
      rest = rest.dropFirst(token.count)
    }
    return plain
  }

  /// The digits at the start of a text, with a point and an exponent.
  private static func number(at text: Substring) -> Substring {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let rest = text.dropFirst(digits.count)
    guard let mark = rest.first, mark == "E" || mark == "e" else { return digits }
    let sign = rest.dropFirst().prefix { $0 == "+" || $0 == "-" }
    let exponent = rest.dropFirst(1 + sign.count).prefix { $0.isNumber }
    guard sign.count <= 1, !exponent.isEmpty else { return digits }
    return text.prefix(digits.count + 1 + sign.count + exponent.count)
  }

  /// Whether a spreadsheet program would round a number when it saves: it has over 15 digits.
  static func isLong(_ number: Double) -> Bool {
    let mantissa = DecimalText.exact(number).split(separator: "e").first ?? ""
    let digits = mantissa.filter(\.isNumber)
    return digits.drop { $0 == "0" }.count > 15
  }
}

extension WorkbookDigest.Content {
  /// What a cell that is to be written holds, or `nil` for nothing.
  init?(_ cell: Cell) {
    if let formula = cell.formula {
      self = .formula(formula.text)
      return
    }
    switch cell.value {
    case .empty: return nil
    case .text(let text):
      guard !WorkbookDigest.plain(text: text).isEmpty else { return nil }
      self = .text(text)
    case .number(let number, _), .percentage(let number, _), .currency(let number, _, _),
      .time(let number):
      self = .number(number)
    case .date(let year, let month, let day), .moment(let year, let month, let day, _):
      self = .day(year: year, month: month, day: day)
    case .boolean(let flag): self = .boolean(flag)
    }
  }

  /// What a cell that was read holds, or `nil` for nothing.
  init?(_ cell: ReadCell) {
    if let formula = cell.formula {
      self = .formula(formula)
      return
    }
    switch cell.value {
    case .empty: return nil
    case .text(let text), .error(let text), .unreadable(let text):
      guard !WorkbookDigest.plain(text: text).isEmpty else { return nil }
      self = .text(text)
    case .number(let number), .percentage(let number), .currency(let number, _),
      .time(let number):
      self = .number(number)
    case .date(let date): self = .day(year: date.year, month: date.month, day: date.day)
    case .boolean(let flag): self = .boolean(flag)
    }
  }
}
