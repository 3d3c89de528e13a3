/// A heading or a label as plain words: small letters and digits, one space apart.
struct Words: Hashable, Sendable {
  let all: [String]
  /// Every run of one to five words, so that a phrase is looked up and not searched for.
  private let runs: Set<String>

  init(_ text: String) {
    var words: [String] = []
    var word = ""
    for scalar in text.prefix(200).lowercased().unicodeScalars {
      let letter = Words.plain(scalar)
      if let letter {
        word.append(letter)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    all = words
    var runs: Set<String> = []
    for start in words.indices.prefix(40) {
      var run = ""
      for word in words[start...].prefix(5) {
        run += run.isEmpty ? word : " " + word
        runs.insert(run)
      }
    }
    self.runs = runs
  }

  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }

  /// Whether some of the phrases stands among the words.
  func has(_ phrases: Set<String>) -> Bool { !runs.isDisjoint(with: phrases) }

  /// Whether the words begin with some of the phrases.
  func starts(_ phrases: Set<String>) -> Bool {
    var opening = ""
    for word in all.prefix(6) {
      opening += opening.isEmpty ? word : " " + word
      if phrases.contains(opening) { return true }
    }
    return false
  }

  /// The number of a period: of `Year 2` and `jaar 2` it is 2, of `2024` the calendar year.
  var period: Int? {
    for (position, word) in all.enumerated() {
      let names = ["year", "yr", "jaar", "jr", "period", "periode", "y", "j"]
      if names.contains(word), position + 1 < all.count, let number = Int(all[position + 1]) {
        return (0...200).contains(number) || Words.isCalendarYear(number) ? number : nil
      }
      for name in names where word.hasPrefix(name) && word.count > name.count {
        if let number = Int(word.dropFirst(name.count)), (0...200).contains(number) {
          return number
        }
      }
    }
    guard all.count <= 2, let number = all.compactMap({ Int($0) }).first else { return nil }
    return Words.isCalendarYear(number) ? number : nil
  }

  private static func isCalendarYear(_ number: Int) -> Bool { (1950...2150).contains(number) }

  /// A letter or digit without its accent; `nil` for anything that parts words.
  private static func plain(_ scalar: Unicode.Scalar) -> Character? {
    if scalar == "×" { return "x" }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
    let accents: [Unicode.Scalar: Character] = [
      "é": "e", "è": "e", "ë": "e", "ê": "e", "ï": "i", "í": "i", "ö": "o", "ó": "o", "ü": "u",
      "ú": "u", "á": "a", "à": "a", "ä": "a", "â": "a", "ç": "c",
    ]
    return accents[scalar] ?? Character(scalar)
  }
}
