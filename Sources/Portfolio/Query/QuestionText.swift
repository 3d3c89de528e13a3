import Foundation
import GRDB
import ImpactModel

/// Tells questions from other statements, and says why one has no answer.
enum QuestionText {
  /// Whether a statement begins as a question does.
  ///
  /// What opens other files or changes settings begins with another word (ATTACH, PRAGMA).
  static func isQuestion(_ sql: String) -> Bool {
    let word = withoutComments(sql).prefix { $0.isLetter }.lowercased()
    return ["select", "with", "values", "explain"].contains(word)
  }

  /// The statement from its first word on.
  private static func withoutComments(_ sql: String) -> Substring {
    var rest = sql[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "(" }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.range(of: "*/") else { return "" }
        rest = rest[end.upperBound...]
      } else {
        return rest
      }
    }
  }

  static let refusal = PortfolioError(
    Text(
      "Only a question can be asked: one statement that begins with SELECT or WITH.",
      nl: "Alleen een vraag kan gesteld worden: één opdracht die met SELECT of WITH begint."),
    isOfQuestion: true)

  static func tooLong(_ seconds: Double) -> PortfolioError {
    PortfolioError(
      Text(
        "The question took longer than \(DecimalText.exact(seconds)) seconds and was stopped; ask for less, or give it more with --seconds.",
        nl:
          "De vraag duurde langer dan \(DecimalText.exact(seconds)) seconden en is gestopt; vraag minder, of geef meer met --seconds."
      ), isOfQuestion: true)
  }

  /// Says why SQLite has no answer; what is the matter with the file is said as everywhere.
  static func failed(_ error: DatabaseError, _ path: String) -> PortfolioError {
    if let known = PortfolioError(error.resultCode, path) { return known }
    // The library refuses a second statement as a misuse of itself, in words for programmers.
    guard error.resultCode != .SQLITE_MISUSE else { return refusal }
    let reason = error.message ?? "\(error.resultCode)"
    return PortfolioError(
      Text(
        "The question has no answer: \(reason). `wijkwaarde portfolio tables` lists what can be asked.",
        nl:
          "De vraag heeft geen antwoord: \(reason). `wijkwaarde portfolio tables` toont wat te vragen is."
      ), isOfQuestion: true)
  }
}
