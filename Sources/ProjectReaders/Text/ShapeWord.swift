import ImpactModel

/// The words behind a range that say how likely its values are: `20 % (10–30, pert)`.
enum ShapeWord {
  /// The shapes that a range may name; a class is written otherwise.
  static let named: [Estimate.Shape] = [
    .triangular, .uniform, .pert, .normal, .lognormal, .beta,
  ]

  private static let classWords = ["class", "klasse"]

  /// The shape that a word names in English or Dutch, whatever its capitals.
  static func shape(_ word: String) -> Estimate.Shape? {
    let wanted = word.lowercased()
    return named.first { words(for: $0).contains(wanted) }
  }

  /// Whether a word says that the number is a class of the scale.
  static func isClass(_ word: String) -> Bool { classWords.contains(word.lowercased()) }

  /// What follows the word for a class at the start of a text; `nil` where there is no such word.
  static func afterClass(_ text: String) -> String? {
    let folded = text.lowercased()
    guard let word = classWords.first(where: { folded.hasPrefix($0 + " ") }) else { return nil }
    return String(text.dropFirst(word.count)).trimmingSpaces()
  }

  /// The words that may be written, for a message.
  static var list: Text {
    Text(
      named.map { $0.label.english.lowercased() }.joined(separator: ", "),
      nl: named.map { $0.label.dutch.lowercased() }.joined(separator: ", "))
  }

  private static func words(for shape: Estimate.Shape) -> [String] {
    [shape.rawValue, shape.label.english.lowercased(), shape.label.dutch.lowercased()]
  }
}
