import LibXML2

/// The part `content.xml` while it is being written.
final class ContentStream {
  var xml = XMLWriter()
  var names = CellNames()
  private(set) var styles = CellStyles()
  private let package: PackageWriter

  init(package: PackageWriter) { self.package = package }

  /// Passes on what was written, in pieces worth compressing.
  func flush(all: Bool = false) throws {
    guard all || xml.bytes.count >= 1 << 16 else { return }
    try package.write(xml.takeBytes())
  }

  /// Writes one cell.
  func write(_ cell: Cell) throws {
    let value = try TypedValue(cell.value)
    try xml.start(
      "table:table-cell",
      [
        "table:style-name": styles.name(for: cell),
        "table:formula": cell.formula.map { "of:=\($0.text)" },
        "office:value-type": value.type, "office:value": value.number,
        "office:currency": value.currency, "office:date-value": value.date,
        "office:boolean-value": value.boolean,
      ])
    if case .text(let text) = cell.value { try write(text) }
    xml.end()
  }

  /// Writes a text, a paragraph for each line.
  ///
  /// Runs of blanks would be read as one if left alone. A tab is written as a blank: a cell has no
  /// tab stops, and LibreOffice drops the element for tabs, which would join two words.
  private func write(_ text: String) throws {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try xml.start("text:p")
      var run = ""
      var blanks = 0
      for character in line {
        if character == " " || character == "\t" {
          blanks += 1
          continue
        }
        try writeBlanks(blanks, into: &run)
        blanks = 0
        run.append(character)
      }
      try xml.text(run)
      if blanks > 0 { try xml.element("text:s", ["text:c": String(blanks)]) }
      xml.end()
    }
  }

  private func writeBlanks(_ count: Int, into run: inout String) throws {
    guard count > 0 else { return }
    if count == 1, !run.isEmpty {
      run.append(" ")
      return
    }
    try xml.text(run)
    run = ""
    try xml.element("text:s", ["text:c": String(count)])
  }
}

/// A value in the words of OpenDocument.
private struct TypedValue {
  var type: String?
  var number: String?
  var currency: String?
  var date: String?
  var boolean: String?

  init(_ value: CellContent) throws(SpreadsheetError) {
    switch value {
    case .empty: break
    case .text: type = "string"
    case .number(let value, let decimals):
      type = "float"
      number = try TypedValue.text(of: value, decimals: decimals ?? 0)
    case .percentage(let value, let decimals):
      type = "percentage"
      number = try TypedValue.text(of: value, decimals: decimals)
    case .currency(let value, let code, let decimals):
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
        throw SpreadsheetError(.currencyCode(code))
      }
      type = "currency"
      number = try TypedValue.text(of: value, decimals: decimals)
      currency = code
    case .date(let year, let month, let day):
      type = "date"
      date = try TypedValue.day(year: year, month: month, day: day)
    case .boolean(let value):
      type = "boolean"
      boolean = value ? "true" : "false"
    }
  }

  /// The shortest text that reads back as the same number.
  private static func text(of value: Double, decimals: Int) throws(SpreadsheetError) -> String {
    guard value.isFinite else { throw SpreadsheetError(.notFinite) }
    guard (0...15).contains(decimals) else { throw SpreadsheetError(.decimals(decimals)) }
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func day(
    year: Int, month: Int, day: Int
  ) throws(SpreadsheetError) -> String {
    guard CalendarDay.exists(year: year, month: month, day: day) else {
      throw SpreadsheetError(.date(year: year, month: month, day: day))
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
