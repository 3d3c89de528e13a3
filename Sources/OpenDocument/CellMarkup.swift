/// Values, texts and comments of cells in the words of OpenDocument.
enum CellMarkup {
  /// Writes the attributes with the type and the value.
  static func writeType(of value: CellContent, to markup: inout MarkupBytes) throws {
    switch value {
    case .empty: break
    case .text: markup.append(" office:value-type=\"string\"")
    case .number(let value, let decimals):
      try write(value, decimals ?? 0, " office:value-type=\"float\"", to: &markup)
    case .percentage(let value, let decimals):
      try write(value, decimals, " office:value-type=\"percentage\"", to: &markup)
    case .currency(let value, let code, let decimals):
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
        throw SpreadsheetError(.currencyCode(code))
      }
      try write(value, decimals, " office:value-type=\"currency\"", to: &markup)
      markup.attribute(" office:currency=\"", code.utf8)
    case .date(let year, let month, let day):
      markup.append(" office:value-type=\"date\" office:date-value=\"")
      try writeDay(year, month, day, to: &markup)
      markup.append("\"")
    case .moment(let year, let month, let day, let seconds):
      guard (0..<86_400).contains(seconds) else { throw SpreadsheetError(.time(seconds)) }
      markup.append(" office:value-type=\"date\" office:date-value=\"")
      try writeDay(year, month, day, to: &markup)
      try write(seconds: seconds, marks: ("T", ":", ":", "\""), to: &markup)
    case .time(let seconds):
      guard abs(seconds) < longestTime else { throw SpreadsheetError(.time(seconds)) }
      markup.append(" office:value-type=\"time\" office:time-value=\"")
      if seconds < 0 { markup.append("-") }
      try write(seconds: abs(seconds), marks: ("PT", "H", "M", "S\""), to: &markup)
    case .boolean(let value):
      markup.append(
        value
          ? " office:value-type=\"boolean\" office:boolean-value=\"true\""
          : " office:value-type=\"boolean\" office:boolean-value=\"false\"")
    }
  }

  /// Writes a text, a paragraph for each line.
  ///
  /// Runs of blanks would be read as one if left alone. A tab is written as a blank: a cell has no
  /// tab stops, and LibreOffice drops the element for tabs, which would join two words.
  static func write(
    _ text: String, link: LinkTarget? = nil, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    let bytes = text[...].utf8
    if link == nil, isOneRun(bytes) {
      markup.append("<text:p>")
      try markup.text(bytes)
      markup.append("</text:p>")
      return
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
      markup.append("<text:p>")
      if let link {
        try markup.attribute("<text:a xlink:type=\"simple\" xlink:href=\"", text: link.address)
        markup.append(">")
      }
      try write(line: line.utf8, to: &markup)
      if link != nil { markup.append("</text:a>") }
      markup.append("</text:p>")
    }
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

  private static func write(
    _ value: Double, _ decimals: Int, _ type: StaticString, to markup: inout MarkupBytes
  ) throws(SpreadsheetError) {
    guard (0...15).contains(decimals) else { throw SpreadsheetError(.decimals(decimals)) }
    markup.append(type)
    markup.append(" office:value=\"")
    try markup.number(value)
    markup.append("\"")
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

  /// Whether a text has no line end, no tab and no blanks that would be read as one.
  private static func isOneRun(_ bytes: Substring.UTF8View) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      if byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20
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
      try markup.text(word)
      rest = rest.dropFirst(word.count)
      isAtStart = false
    }
  }
}
