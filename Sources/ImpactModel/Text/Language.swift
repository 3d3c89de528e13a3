/// A language in which the program speaks to project leads and funders.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
  /// English.
  case english = "en"
  /// Dutch.
  case dutch = "nl"
}
