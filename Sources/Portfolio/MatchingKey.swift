/// Words and numbers brought to the form in which two spellings of the same are equal.
enum MatchingKey {
  /// The letters and digits of a name or a description, in small letters, words apart by a space.
  static func words(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The letters and digits of a grant or contract number, or nothing where there are fewer than
  /// four: short numbers are the same by accident.
  static func number(_ text: String) -> String? {
    let key = text.uppercased().filter { $0.isLetter || $0.isNumber }
    return key.count < 4 ? nil : key
  }
}
