/// The identifier of a figure: two or more dot-joined segments, as in `outcome.o3.present_value`.
///
/// The same identifier is a named range in the ODS, an `id` in the XML and an anchor in the HTML;
/// therefore each segment is `[a-z][a-z0-9_]*` and a bare word is none.
public struct FigureID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The whole identifier.
  public let description: String

  /// Reads an identifier, or gives `nil` where the text is none.
  public init?(_ text: String) {
    let segments = text.split(separator: ".", omittingEmptySubsequences: false)
    guard segments.count >= 2, segments.allSatisfy({ FigureID.isSegment($0) }) else { return nil }
    description = text
  }

  /// Joins segments; what a segment may not hold is replaced by an underscore.
  ///
  /// Segments come from checked `id` columns and from declarations, so that nothing is replaced in
  /// practice; the rule only keeps a file readable whatever a module declares.
  public init(joining first: String, _ second: String, _ rest: String...) {
    description = ([first, second] + rest).map(FigureID.segment).joined(separator: ".")
  }

  /// Whether a text is one segment.
  public static func isSegment(_ text: some StringProtocol) -> Bool {
    guard let head = text.utf8.first, (97...122).contains(head) else { return false }
    return text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 95
    }
  }

  /// Alphabetical order.
  public static func < (left: FigureID, right: FigureID) -> Bool {
    left.description < right.description
  }

  private static func segment(_ text: String) -> String {
    if isSegment(text) { return text }
    let letters = text.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? String(scalar) : "_"
    }
    let joined = letters.joined()
    return isSegment(joined) ? joined : "x" + joined
  }
}
