/// What the cells of a column hold.
public enum ColumnType: Sendable, Hashable, Codable {
  /// Any text.
  case text
  /// The identifier of its row: one segment, unique in the table.
  case identifier
  /// The identifier of a row of another table.
  case reference(table: String)
  /// One word that several rows may share, written as an identifier.
  case label
  /// The identifier of a figure, as in `employment.fte`.
  case figure
  /// A whole number.
  case integer
  /// A number.
  case number
  /// A percentage: a bare 20 is 20 %.
  case percentage
  /// An amount of the project's currency that may be computed with: a price, a proxy.
  case amount
  /// An amount of booked money in whole cents.
  case money
  /// A day.
  case day
  /// One of a closed list.
  case choice([ChoiceOption])
  /// Yes or no.
  case yesNo
  /// A postcode of the project's country.
  case postcode
  /// A name or number of a person, replaced on reading by a keyed hash.
  case person
}

/// What one cell holds after reading: checked, and in the model's own units.
///
/// A choice, an identifier, a reference, a figure and a postcode are `text` in their one written
/// form; a percentage is a fraction.
public enum CellValue: Sendable, Hashable, Codable {
  /// Nothing was filled in.
  case absent
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number, a percentage or an amount, exact or with a range.
  case number(Estimate)
  /// Booked money.
  case money(Money)
  /// A day.
  case day(Day)
  /// Yes or no.
  case flag(Bool)
  /// A person's keyed hash.
  case person(PersonKey)
}

/// A person as a keyed hash: the same person has the same key within one project only.
public struct PersonKey: Sendable, Hashable, Codable {
  /// The hash, in hexadecimal digits.
  public let hash: String

  /// Makes a key of a hash.
  public init(hash: String) { self.hash = hash }
}

/// The identifier of a row: one segment, as in `o3`.
public struct RowID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The segment.
  public let description: String

  /// Reads an identifier, or gives `nil` where the text is no segment.
  public init?(_ text: String) {
    guard FigureID.isSegment(text) else { return nil }
    description = text
  }

  /// Alphabetical order.
  public static func < (left: RowID, right: RowID) -> Bool { left.description < right.description }
}

/// A word that several rows share, as in `survey_2025`: one segment.
public struct RowLabel: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The segment.
  public let description: String

  /// Reads a label, or gives `nil` where the text is no segment.
  public init?(_ text: String) {
    guard FigureID.isSegment(text) else { return nil }
    description = text
  }

  /// Alphabetical order.
  public static func < (left: RowLabel, right: RowLabel) -> Bool {
    left.description < right.description
  }
}
