/// The character that stands before the decimals.
public enum DecimalMark: String, Sendable, Hashable, Codable, CaseIterable {
  /// As in 1.234,56.
  case comma
  /// As in 1,234.56.
  case point

  var character: Character { self == .comma ? "," : "." }

  var other: DecimalMark { self == .comma ? .point : .comma }
}
