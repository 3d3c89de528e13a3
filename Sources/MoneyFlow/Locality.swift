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
    switch postcode.map({ area.position(of: $0) }) {
    case .inside: self = .local
    case .outside: self = .elsewhere
    case .unknown, nil: self = .unknown
    }
  }
}
