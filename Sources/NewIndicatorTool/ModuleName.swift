/// A name that can be a module, a folder and the beginning of a type: `CarFreeTrips`.
struct ModuleName {
  /// The name as it was typed.
  let text: String

  /// Takes a name, or says why it cannot be a module.
  init(_ text: String) throws(Refusal) {
    let isWord = text.utf8.allSatisfy { ModuleName.isLetter($0) || ModuleName.isDigit($0) }
    guard isWord, text.utf8.first.map(ModuleName.isCapital) == true else {
      throw Refusal(
        "‘\(text)’ cannot be the name of a module; write letters and digits in one word that starts with a capital, as in CarFreeTrips"
      )
    }
    guard text.utf8.count <= 40 else {
      throw Refusal("‘\(text)’ is too long for a module; use 40 letters at most")
    }
    guard !ModuleName.reserved.contains(text) else {
      throw Refusal("‘\(text)’ is a word of Swift itself; choose another name")
    }
    self.text = text
  }

  /// The words of the name: a capital or a digit after a small letter starts a word.
  var words: [String] {
    var words: [String] = []
    var previous: UInt8?
    for byte in text.utf8 {
      let letter = String(UnicodeScalar(byte))
      let starts = previous.map { ModuleName.isCapital(byte) && !ModuleName.isCapital($0) } ?? true
      if starts { words.append(letter) } else { words[words.count - 1] += letter }
      previous = byte
    }
    return words
  }

  /// The identifier of the indicator and of its table: `car_free_trips`.
  var identifier: String { words.map { $0.lowercased() }.joined(separator: "_") }

  /// The name as a reader sees it: `Car free trips`.
  var title: String {
    words.enumerated().map { $0.offset == 0 ? $0.element : $0.element.lowercased() }
      .joined(separator: " ")
  }

  /// Keywords that start with a capital, and modules that come with Swift.
  private static let reserved: Set<String> = [
    "Any", "Self", "Type", "Protocol", "Swift", "Foundation", "FoundationEssentials", "Dispatch",
    "Testing", "Synchronization", "Observation", "Distributed", "Glibc", "Darwin", "Builtin",
    "Cxx", "RegexBuilder",
  ]

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    isCapital(byte) || (97...122).contains(byte)
  }
}
