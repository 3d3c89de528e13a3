import ExportKit

/// A ratio that an author writes out in words: “1 : 6”, “every euro gives € 6”.
struct Headline: Sendable, Hashable {
  /// The words.
  let text: String
  /// The value for each unit of money that they say.
  let ratio: Double

  /// Finds the ratios that a text says; each once, in the order of the text for each form.
  ///
  /// One to one is left out, for it mostly speaks of people, and so are times of the day.
  static func found(in text: String) -> [Headline] {
    let text = String(text.prefix(20_000))
    let number = "(\\d{1,3})(?:[.,](\\d{1,2}))?(?![.,]?\\d)"
    let money = "(?:€|£|\\$)\\s*"
    let each = "(?:every|each|per|elke|iedere|voor elke|voor iedere)\\s+"
    let invested = "(?:ge[iï]nvesteerde\\s+|invested\\s+|publieke\\s+|public\\s+)?"
    let unit = "(?:euro|pound|pond|€\\s*1|£\\s*1)(?![\\d.,]*\\d)"
    let coin = "\\s*(?:euro|pounds?|pond)"
    let patterns = [
      "(?:^|[^\\d:.,])1\\s?:\\s?\(number)(?!\\s*(?:uur|u\\b|h\\b|am\\b|pm\\b))",
      "(?:^|[^\\d:.,])\(number)\\s?:\\s?1(?![\\d:.,]*\\d)",
      "\(each)\(invested)\(unit)[^.!?\\d]{0,60}\(money)\(number)",
      "\(each)\(invested)\(unit)[^.!?\\d€£]{0,60}?\(number)\(coin)",
      "\(money)\(number)[^.!?\\d]{0,40}\(each)\(invested)\(unit)",
      "\(number)\(coin)[^.!?\\d]{0,40}\(each)\(invested)\(unit)",
    ]
    var seen: Set<Double> = [1]
    return patterns.flatMap { matches(of: $0, in: text) }.filter { seen.insert($0.ratio).inserted }
  }

  private static func matches(of pattern: String, in text: String) -> [Headline] {
    guard let regex = try? Regex(pattern).ignoresCase() else { return [] }
    return text.matches(of: regex).compactMap { match in
      let groups = match.output.dropFirst().map { $0.substring.map(String.init) }
      guard groups.count == 2, let whole = groups[0] else { return nil }
      // The pattern lets digits through only, and one mark that is decimal in both languages.
      guard let ratio = Double(whole + "." + (groups[1] ?? "0")) else { return nil }
      let words = text[match.range].trimmingPrefix { !$0.isNumber && !$0.isLetter && $0 != "€" }
      return Headline(text: String(words), ratio: ratio)
    }
  }
}
