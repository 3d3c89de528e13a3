import ExportKit

/// A ratio that an author writes out: “1 : 6”, “every euro gives € 6”, “a ratio of six to one”.
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
    let forms = forms(in: text)
    // Most texts say no ratio, and making the expressions takes longer than all else.
    guard !forms.isEmpty else { return [] }
    let words = numberWords.joined(separator: "|")
    let number = "(?:(\\d{1,3})(?:[.,](\\d{1,2}))?(?![.,]?\\d)|\\b(\(words))\\b)"
    let money = "(?:€|£|\\$)\\s*"
    let each = "(?:every|each|per|elke|iedere|voor elke|voor iedere)\\s+"
    let invested = "(?:ge[iï]nvesteerde\\s+|invested\\s+|publieke\\s+|public\\s+)?"
    let unit = "(?:euro|pound|pond|€\\s*1|£\\s*1)(?![\\d.,]*\\d)"
    let coin = "\\s*(?:euro|pounds?|pond)"
    // “The ratio of women to men” is another ratio.
    let ratio =
      "\\b(?:ratio|sroi|return|rendement)\\b(?:(?!\\b(?:to|between|tussen)\\b)[^.!?\\n]){0,59}?[\\s(]"
    let to = "\\s*(?:to|op|staat tot)\\s*"
    let one = "(?:1|one|een|één)\\b(?![\\d.,]*\\d)"
    let patterns: [(form: Form, pattern: String)] = [
      (.colon, "(?:^|[^\\d:.,])1\\s?:\\s?\(number)(?!\\s*(?:uur|u\\b|h\\b|am\\b|pm\\b))"),
      (.colon, "(?:^|[^\\d:.,])\(number)\\s?:\\s?1(?![\\d:.,]*\\d)"),
      (.each, "\(each)\(invested)\(unit)[^.!?\\d]{0,60}\(money)\(number)"),
      (.each, "\(each)\(invested)\(unit)[^.!?\\d€£]{0,60}?\(number)\(coin)"),
      (.each, "\(money)\(number)[^.!?\\d]{0,40}\(each)\(invested)\(unit)"),
      (.each, "\(number)\(coin)[^.!?\\d]{0,40}\(each)\(invested)\(unit)"),
      (.ratio, "\(ratio)\(number)\(to)\(one)"),
      (.ratio, "\(ratio)\(one)\(to)\(number)"),
    ]
    var seen: Set<Double> = [1]
    return patterns.filter { forms.contains($0.form) }
      .flatMap { matches(of: $0.pattern, in: text) }.filter { seen.insert($0.ratio).inserted }
  }

  /// In which ways a ratio is said.
  private enum Form: CaseIterable {
    case colon, each, ratio

    /// What stands in every text that says it in this way: one word of each group.
    var signs: [[String]] {
      switch self {
      case .colon: [[":"], ["1"]]
      case .each:
        [["every", "each", "per", "elke", "iedere"], ["euro", "pound", "pond", "€", "£"]]
      case .ratio: [["ratio", "sroi", "return", "rendement"]]
      }
    }
  }

  /// The ways in which a text may say a ratio.
  private static func forms(in text: String) -> [Form] {
    let text = text.lowercased()
    return Form.allCases.filter { form in
      form.signs.allSatisfy { group in group.contains { text.contains($0) } }
    }
  }

  private static func matches(of pattern: String, in text: String) -> [Headline] {
    guard let regex = try? Regex(pattern).ignoresCase() else { return [] }
    return text.matches(of: regex).compactMap { match in
      let groups = match.output.dropFirst().map { $0.substring.map(String.init) }
      guard groups.count == 3, let ratio = value(groups) else { return nil }
      let words = text[match.range].trimmingPrefix { !$0.isNumber && !$0.isLetter && $0 != "€" }
      return Headline(text: String(words), ratio: ratio)
    }
  }

  /// The number of a match: whole digits and decimals, or one of the words.
  private static func value(_ groups: [String?]) -> Double? {
    // The pattern lets digits through only, and one mark that is decimal in both languages.
    if let whole = groups[0] { return Double(whole + "." + (groups[1] ?? "0")) }
    return groups[2].flatMap { numberWords.firstIndex(of: $0.lowercased()) }.map {
      Double($0 / 2 + 1)
    }
  }

  /// One to twelve, in English and Dutch by turns.
  private static let numberWords = [
    "one", "een", "two", "twee", "three", "drie", "four", "vier", "five", "vijf", "six", "zes",
    "seven", "zeven", "eight", "acht", "nine", "negen", "ten", "tien", "eleven", "elf", "twelve",
    "twaalf",
  ]
}
