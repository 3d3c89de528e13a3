import IndicatorKit

/// Whether a home lies in the project's neighbourhood.
enum Home {
  case inside
  case outside
  /// No postcode, or one that is coarser than the neighbourhood's own.
  case unknown

  /// Judges a postcode; four digits cannot tell whether a home lies in a six-character area.
  init(_ postcode: Postcode?, in area: PostcodeArea) {
    switch postcode.map({ area.position(of: $0) }) {
    case .inside: self = .inside
    case .outside: self = .outside
    case .unknown, nil: self = .unknown
    }
  }
}
