import ImpactModel

/// Finds a postcode in the free lines of an address.
enum AddressText {
  /// The first postcode that can be no other thing, or `nil`.
  ///
  /// Dutch ones, `1234 AB`, are found anywhere between other words; Belgian ones, four digits,
  /// only where the country is Belgium and a line starts with them: `2000 ANTWERPEN`.
  static func postcode(in lines: [String], country: String?) -> String? {
    // Nearly all have it in capitals already.
    switch country == "NL" ? country : country?.uppercased() {
    case nil, "NL": lines.lazy.compactMap(dutch).first
    case "BE": lines.lazy.compactMap(belgian).first
    default: nil
    }
  }

  private static func dutch(_ line: String) -> String? {
    // Most lines are a town or a street without any digit.
    guard line.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    let words = line.split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() {
      let isHalf = word.count == 4 && index + 1 < words.count && words[index + 1].count == 2
      let code = isHalf ? String(word) + words[index + 1] : String(word)
      guard code.count == 6, let found = Postcode(code, country: .netherlands) else { continue }
      return found.description
    }
    return nil
  }

  private static func belgian(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard words.count > 1, let word = words.first, word.count == 4 else { return nil }
    return Postcode(String(word), country: .belgium)?.description
  }
}
