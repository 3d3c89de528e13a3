/// One field of a CSV file (RFC 4180: commas, CR LF), safe to open in a spreadsheet.
public enum CSVField: Sendable, Hashable {
  /// Words, from the project or from the program.
  case words(String)
  /// A number, written exactly.
  case number(String)

  /// Gives a field as RFC 4180 wants it.
  ///
  /// Spreadsheets run a text that starts with one of `=+-@`, a tab or a line end as a formula (OWASP,
  /// CSV Injection); an apostrophe before it keeps it a text. A number is none of those.
  public static func quoted(_ field: CSVField) -> String {
    switch field {
    case .number(let digits): return digits
    case .words(let words):
      let safe = isFormula(words) ? "'" + words : words
      let mustQuote = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
      return mustQuote ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
  }

  /// Gives a line of fields, with its end.
  public static func line(_ fields: [CSVField]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func isFormula(_ words: String) -> Bool {
    // Spreadsheets drop spaces before they look.
    guard let first = words.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else {
      return false
    }
    return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}
