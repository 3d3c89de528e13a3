/// Values, texts and comments of cells in the words of OpenDocument.
enum CellMarkup {
  /// Writes the attributes with the type, and the value's own up to its quotation mark.
  ///
  /// What is written is the same for all cells of a type and a style.
  static func writeType(
    of value: CellContent, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    switch value {
    case .empty: break
    case .text: markup.append(" office:value-type=\"string\"")
    case .number(_, let decimals):
      try check(decimals ?? 0)
      markup.append(" office:value-type=\"float\" office:value=\"")
    case .percentage(_, let decimals):
      try check(decimals)
      markup.append(" office:value-type=\"percentage\" office:value=\"")
    case .currency(_, let code, let decimals):
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
        throw SpreadsheetError(.currencyCode(code))
      }
      try check(decimals)
      markup.append(" office:value-type=\"currency\"")
      try markup.attribute(" office:currency=\"", code)
      markup.append(" office:value=\"")
    case .date, .moment: markup.append(" office:value-type=\"date\" office:date-value=\"")
    case .time: markup.append(" office:value-type=\"time\" office:time-value=\"")
    case .boolean: markup.append(" office:value-type=\"boolean\" office:boolean-value=\"")
    }
  }

  /// Writes the value and its closing quotation mark.
  static func write(
    _ value: CellContent, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    switch value {
    case .empty, .text: return
    case .number(let value, _), .percentage(let value, _), .currency(let value, _, _):
      try markup.number(value)
    case .date(let year, let month, let day): try writeDay(year, month, day, to: &markup)
    case .moment(let year, let month, let day, let seconds):
      guard (0..<86_400).contains(seconds) else { throw SpreadsheetError(.time(seconds)) }
      try writeDay(year, month, day, to: &markup)
      try write(seconds: seconds, marks: ("T", ":", ":", ""), to: &markup)
    case .time(let seconds):
      guard abs(seconds) < longestTime else { throw SpreadsheetError(.time(seconds)) }
      if seconds < 0 { markup.append("-") }
      try write(seconds: abs(seconds), marks: ("PT", "H", "M", "S"), to: &markup)
    case .boolean(let value): markup.append(value ? "true" : "false")
    }
    markup.append("\"")
  }

  /// Writes a text, a paragraph for each line.
  ///
  /// Runs of blanks would be read as one if left alone. A tab is written as a blank: a cell has no
  /// tab stops, and LibreOffice drops the element for tabs, which would join two words.
  static func write(
    _ text: String, link: LinkTarget? = nil, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    if link == nil, writePlain(text, to: &markup) { return }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
      markup.append("<text:p>")
      if let link {
        try markup.attribute("<text:a xlink:type=\"simple\" xlink:href=\"", link.address)
        markup.append(">")
      }
      try write(line: line.utf8, to: &markup)
      if link != nil { markup.append("</text:a>") }
      markup.append("</text:p>")
    }
  }

  private static func writePlain(_ text: String, to markup: inout MarkupBytes) -> Bool {
    var copy = text
    return copy.withUTF8 { writePlain($0, to: &markup) }
  }

  /// Writes a text that is one run without a mark to escape, as most are; gives false for others.
  ///
  /// - Parameters:
  ///   - start: what stands before the text; it opens the paragraph.
  ///   - end: what stands behind it.
  @inline(__always)
  static func writePlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: StaticString = "<text:p>",
    until end: StaticString = "</text:p>", to markup: inout MarkupBytes
  ) -> Bool {
    var previous = UInt8(ascii: " ")
    var all: UInt8 = 0
    for byte in bytes {
      guard !isSpecial(byte), byte != 0x20 || previous != 0x20 else { return false }
      all |= byte
      previous = byte
    }
    guard previous != 0x20 else { return false }
    // Bytes from elsewhere need not be UTF-8.
    guard all < 0x80 || (try? UTF8Span(validating: bytes.span)) != nil else { return false }
    markup.plain(bytes, from: start, until: end)
    return true
  }

  /// Whether a byte needs a second look: marks, control characters and the start of U+FFFF.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
  }

  /// Writes a comment, folded in, in a box that is large enough.
  static func write(comment: String, to markup: inout MarkupBytes) throws(SpreadsheetError) {
    let letters = 45
    let lines = comment.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
    let height = lines.reduce(0) { $0 + 1 + $1.count / letters } * 5 + 5
    markup.append("<office:annotation office:display=\"false\" svg:width=\"80mm\" svg:height=\"")
    markup.whole(min(height, 200))
    markup.append("mm\">")
    try write(comment, to: &markup)
    markup.append("</office:annotation>")
  }

  /// A thousand years, in seconds.
  private static let longestTime = 3.2e10

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  private static func check(_ decimals: Int) throws(SpreadsheetError) {
    guard (0...15).contains(decimals) else { throw SpreadsheetError(.decimals(decimals)) }
  }

  private static func writeDay(
    _ year: Int, _ month: Int, _ day: Int, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    guard CalendarDay.exists(year: year, month: month, day: day) else {
      throw SpreadsheetError(.date(year: year, month: month, day: day))
    }
    markup.whole(year, width: 4)
    markup.append("-")
    markup.whole(month, width: 2)
    markup.append("-")
    markup.whole(day, width: 2)
  }

  private static func write(
    seconds: Double, marks: (StaticString, StaticString, StaticString, StaticString),
    to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    let whole = Int(seconds.rounded(.down))
    markup.append(marks.0)
    markup.whole(whole / 3_600, width: 2)
    markup.append(marks.1)
    markup.whole(whole / 60 % 60, width: 2)
    markup.append(marks.2)
    let rest = seconds - Double(whole / 60 * 60)
    if rest < 10 { markup.append("0") }
    try markup.number(rest)
    markup.append(marks.3)
  }

  private static func write(
    line: Substring.UTF8View, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 }
    var rest = line
    var isAtStart = true
    while !rest.isEmpty {
      let blanks = rest.prefix(while: isBlank).count
      rest = rest.dropFirst(blanks)
      if blanks == 1, !isAtStart, !rest.isEmpty {
        markup.append(" ")
      } else if blanks > 0 {
        markup.append("<text:s text:c=\"")
        markup.whole(blanks)
        markup.append("\"/>")
      }
      let word = rest.prefix { !isBlank($0) }
      try markup.text(String(word) ?? "")
      rest = rest.dropFirst(word.count)
      isAtStart = false
    }
  }
}
