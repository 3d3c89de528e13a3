/// A source of a method or a number, as it is printed.
public struct Reference: Sendable, Hashable, Codable {
  /// Author, title, year, place.
  public let citation: String
  /// The version of a standard.
  public let version: String?

  /// Makes a reference.
  public init(_ citation: String, version: String? = nil) {
    self.citation = citation
    self.version = version
  }

  /// The reference in one line.
  public var text: String { version.map { "\(citation), version \($0)" } ?? citation }
}
