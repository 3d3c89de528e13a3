import ImpactModel

/// Writes the empty file of a declared table, for a lead to fill in.
public enum TableTemplate {
  /// The headings as CSV: UTF-8 with a byte order mark, so that spreadsheets open it rightly.
  ///
  /// - Parameters:
  ///   - declaration: the table.
  ///   - language: the language of the headings.
  ///   - separator: the separator, or `nil` for that of the language: `;` in Dutch, `,` in English.
  public static func csv(
    _ declaration: TableDeclaration, language: Language, separator: Character? = nil
  ) -> String {
    let separator = separator ?? (language == .dutch ? ";" : ",")
    let headings = declaration.columns.map { column in
      field(column.label[language], separator: separator)
    }
    return "\u{FEFF}" + headings.joined(separator: String(separator)) + "\r\n"
  }

  private static func field(_ text: String, separator: Character) -> String {
    let needsQuotes = text.contains { $0 == separator || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
