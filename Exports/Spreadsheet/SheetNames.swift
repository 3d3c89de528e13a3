import OpenDocument

/// The names on the tabs: what spreadsheets refuse is taken out, and no two are the same.
struct SheetNames {
  private var taken: Set<String> = []

  /// Makes a name of a title.
  mutating func take(_ title: String) -> String {
    let refused: Set<Character> = ["[", "]", "*", "?", ":", "/", "\\", "'"]
    let letters = title.filter { character in
      !refused.contains(character)
        && character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0xFFFE }
    }
    let words = letters.split(separator: " ").joined(separator: " ")
    let stem = words.isEmpty ? "Sheet" : words
    var name = String(stem.prefix(Sheet.longestName))
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " \(number)"
      name = stem.prefix(Sheet.longestName - ending.count) + ending
      number += 1
    }
    return name
  }
}
