import ImpactModel

/// Where somebody is, seen from the project's neighbourhood.
public enum Locality: String, Sendable, Hashable, Codable, CaseIterable {
  /// In the neighbourhood.
  case local
  /// Outside it.
  case elsewhere
  /// Not known.
  case unknown

  /// Judges a postcode; one that is too short to tell, such as 9999 for the area 9999A, is unknown.
  public init(of postcode: Postcode?, in area: PostcodeArea) {
    guard let postcode else {
      self = .unknown
      return
    }
    if area.contains(postcode) {
      self = .local
    } else {
      let mayLieIn = area.prefixes.contains { $0.hasPrefix(postcode.description) }
      self = mayLieIn ? .unknown : .elsewhere
    }
  }
}
