/// A value from a closed list: the raw value is what files hold, the label is what readers see.
///
/// Conform a `String` enum to it and give a label per case; the list of the column follows.
public protocol Choice: RawRepresentable, CaseIterable, ColumnValue, Hashable, Codable
where RawValue == String {
  /// What readers see.
  var label: Text { get }
  /// Other words that files use for the same thing.
  var aliases: [String] { get }
}

extension Choice {
  /// No other words.
  public var aliases: [String] { [] }

  /// The list of the column.
  public static func columnType(unit: Unit?) -> ColumnType {
    .choice(allCases.map { ChoiceOption(id: $0.rawValue, label: $0.label, aliases: $0.aliases) })
  }

  /// Decodes the raw value.
  public static func decode(_ cell: CellValue) -> Self? {
    if case .text(let text) = cell { return Self(rawValue: text) }
    return nil
  }
}

/// One entry of a closed list.
public struct ChoiceOption: Sendable, Hashable, Codable {
  /// What files hold.
  public let id: String
  /// What readers see.
  public let label: Text
  /// Other words that files use for it.
  public let aliases: [String]

  /// Makes an entry.
  public init(id: String, label: Text, aliases: [String] = []) {
    self.id = id
    self.label = label
    self.aliases = aliases
  }
}
