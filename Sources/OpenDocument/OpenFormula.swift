/// A formula in the OpenFormula language, without its leading `=`: `SUM([.B2:.B9])`.
///
/// Formulas that fetch, run or link to something outside the workbook are refused, so that a
/// workbook of ours is safe to open wherever its texts came from.
public struct OpenFormula: Sendable, Hashable {
  /// The functions that reach outside the workbook.
  private static let refused: Set = ["WEBSERVICE", "DDE", "HYPERLINK", "FILTERXML"]

  /// The formula without `=`.
  public let text: String

  /// Takes a formula.
  ///
  /// - Throws: `SpreadsheetError.Problem.formula` where it is empty, starts with `=`, holds a
  ///   control character, refers to another file or calls a function that reaches outside.
  public init(_ text: String) throws(SpreadsheetError) {
    guard let head = text.first, head != "=", OpenFormula.isHarmless(text) else {
      throw SpreadsheetError(.formula(text))
    }
    self.text = text
  }

  /// A text as a literal in a formula, its quotation marks doubled.
  public static func literal(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// Looks at what stands outside quotation marks: called functions and marks of other files.
  private static func isHarmless(_ text: String) -> Bool {
    var quote: Unicode.Scalar?
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 { return false }
      if let mark = quote {
        if scalar == mark { quote = nil }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "#": return false
      case "(" where refused.contains(word.uppercased()): return false
      case " ": continue
      default: break
      }
      let belongs = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      word = belongs ? word + String(scalar) : ""
    }
    return quote == nil
  }
}
