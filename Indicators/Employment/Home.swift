import IndicatorKit

/// Whether a home lies in the project's neighbourhood.
enum Home {
  case inside
  case outside
  /// No postcode, or one that is coarser than the neighbourhood's own.
  case unknown

  /// Judges a postcode; four digits cannot tell whether a home lies in a six-character area.
  init(_ postcode: Postcode?, in area: PostcodeArea) {
    guard let postcode else {
      self = .unknown
      return
    }
    let isCoarser = area.prefixes.contains { $0.hasPrefix(postcode.description) }
    self = area.contains(postcode) ? .inside : isCoarser ? .unknown : .outside
  }
}
