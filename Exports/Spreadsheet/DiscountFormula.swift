import ExportKit
import OpenDocument

/// Discounting in the words of formulas.
enum DiscountFormula {
  /// The part of a period after which a timing falls, from the cell with its words.
  ///
  /// A word that is none of the list gives no factor at all.
  static func offset(_ words: String, _ voice: Voice) -> String {
    func literal(_ timing: DiscountTiming) -> String { OpenFormula.literal(voice(timing.label)) }
    return "IF(\(words)=\(literal(.startOfPeriod));0;IF(\(words)=\(literal(.midPeriod));0.5;"
      + "IF(\(words)=\(literal(.endOfPeriod));1;NA())))"
  }

  /// The discount factors of periods: a range of them, or one.
  static func factor(_ rate: String, _ periods: String, _ offset: String) -> String {
    "(1+\(rate))^-(\(periods)-1+\(offset))"
  }
}
