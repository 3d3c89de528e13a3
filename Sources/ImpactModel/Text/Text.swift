/// A text that a project lead or a funder sees, in English and in Dutch.
///
/// In our own modules both languages are given; a module from outside may mark a text as English
/// only, and then Dutch readers see the English one.
public struct Text: Sendable, Hashable, Codable {
  /// The English text.
  public let english: String
  /// The Dutch text; the English one where there is no other.
  public var dutch: String { translation ?? english }
  /// Whether a module from outside marked the text as English only.
  public var isEnglishOnly: Bool { translation == nil }

  private let translation: String?

  private enum CodingKeys: String, CodingKey {
    case english
    case translation = "dutch"
  }

  /// Makes a text in both languages.
  public init(_ english: String, nl dutch: String) {
    self.english = english
    translation = dutch
  }

  /// Stops a text without its Dutch, with a sentence that says what to write.
  @available(*, unavailable, message: "write the Dutch as well: Text(\"…\", nl: \"…\")")
  public init(_ english: String) { self.init(verbatim: english) }

  /// Makes a text that is the same in every language: a name, a quotation, a user's own words.
  public init(verbatim text: String) {
    english = text
    translation = text
  }

  /// Makes a text that exists in English only.
  public init(englishOnly text: String) {
    english = text
    translation = nil
  }

  /// The text in a language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .dutch: dutch
    }
  }
}
