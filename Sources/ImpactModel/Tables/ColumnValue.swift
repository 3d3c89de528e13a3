/// A Swift type that a column can have.
public protocol ColumnValue: Sendable {
  /// What the cells of such a column hold.
  static func columnType(unit: Unit?) -> ColumnType
  /// Whether an empty cell is allowed.
  static var allowsAbsence: Bool { get }
  /// Whether a cell may hold a range such as `20 (10–30)`.
  static var allowsRange: Bool { get }
  /// The value of a checked cell, or `nil` where the cell holds something else.
  static func decode(_ cell: CellValue) -> Self?
}

extension ColumnValue {
  /// An empty cell is not allowed.
  public static var allowsAbsence: Bool { false }
  /// A range is not allowed.
  public static var allowsRange: Bool { false }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// What the wrapped type's columns hold.
  public static func columnType(unit: Unit?) -> ColumnType { Wrapped.columnType(unit: unit) }
  /// An empty cell is allowed.
  public static var allowsAbsence: Bool { true }
  /// As the wrapped type.
  public static var allowsRange: Bool { Wrapped.allowsRange }
  /// The value, `nil` inside for an empty cell.
  public static func decode(_ cell: CellValue) -> Self? {
    if case .absent = cell { return .some(nil) }
    guard let value = Wrapped.decode(cell) else { return nil }
    return .some(value)
  }
}

extension String: ColumnValue {
  /// Any text.
  public static func columnType(unit: Unit?) -> ColumnType { .text }
  /// Decodes a text.
  public static func decode(_ cell: CellValue) -> String? {
    if case .text(let text) = cell { text } else { nil }
  }
}

extension RowID: ColumnValue {
  /// An identifier.
  public static func columnType(unit: Unit?) -> ColumnType { .identifier }
  /// Decodes an identifier.
  public static func decode(_ cell: CellValue) -> RowID? {
    if case .text(let text) = cell { RowID(text) } else { nil }
  }
}

extension RowLabel: ColumnValue {
  /// A word that rows share.
  public static func columnType(unit: Unit?) -> ColumnType { .label }
  /// Decodes a label.
  public static func decode(_ cell: CellValue) -> RowLabel? {
    if case .text(let text) = cell { RowLabel(text) } else { nil }
  }
}

extension FigureID: ColumnValue {
  /// The identifier of a figure.
  public static func columnType(unit: Unit?) -> ColumnType { .figure }
  /// Decodes an identifier.
  public static func decode(_ cell: CellValue) -> FigureID? {
    if case .text(let text) = cell { FigureID(text) } else { nil }
  }
}

extension Int: ColumnValue {
  /// A whole number.
  public static func columnType(unit: Unit?) -> ColumnType { .integer }
  /// Decodes a whole number.
  public static func decode(_ cell: CellValue) -> Int? {
    if case .integer(let value) = cell { value } else { nil }
  }
}

extension Double: ColumnValue {
  /// A number, or an amount where the unit is money.
  public static func columnType(unit: Unit?) -> ColumnType {
    unit?.isMoney == true ? .amount : unit?.isPercentage == true ? .percentage : .number
  }
  /// Decodes an exact number.
  public static func decode(_ cell: CellValue) -> Double? {
    if case .number(let estimate) = cell { estimate.value } else { nil }
  }
}

extension Estimate: ColumnValue {
  /// A number, a percentage or an amount, after the unit.
  public static func columnType(unit: Unit?) -> ColumnType { Double.columnType(unit: unit) }
  /// A range is allowed.
  public static var allowsRange: Bool { true }
  /// Decodes a number with or without a range.
  public static func decode(_ cell: CellValue) -> Estimate? {
    if case .number(let estimate) = cell { estimate } else { nil }
  }
}

extension Percentage: ColumnValue {
  /// A percentage.
  public static func columnType(unit: Unit?) -> ColumnType { .percentage }
  /// Decodes a fraction.
  public static func decode(_ cell: CellValue) -> Percentage? {
    if case .number(let estimate) = cell { Percentage(fraction: estimate.value) } else { nil }
  }
}

extension Money: ColumnValue {
  /// Booked money.
  public static func columnType(unit: Unit?) -> ColumnType { .money }
  /// Decodes an amount.
  public static func decode(_ cell: CellValue) -> Money? {
    if case .money(let money) = cell { money } else { nil }
  }
}

extension Day: ColumnValue {
  /// A day.
  public static func columnType(unit: Unit?) -> ColumnType { .day }
  /// Decodes a day.
  public static func decode(_ cell: CellValue) -> Day? {
    if case .day(let day) = cell { day } else { nil }
  }
}

extension Bool: ColumnValue {
  /// Yes or no.
  public static func columnType(unit: Unit?) -> ColumnType { .yesNo }
  /// Decodes yes or no.
  public static func decode(_ cell: CellValue) -> Bool? {
    if case .flag(let flag) = cell { flag } else { nil }
  }
}

extension PersonKey: ColumnValue {
  /// A person.
  public static func columnType(unit: Unit?) -> ColumnType { .person }
  /// Decodes a key.
  public static func decode(_ cell: CellValue) -> PersonKey? {
    if case .person(let key) = cell { key } else { nil }
  }
}

extension Postcode: ColumnValue {
  /// A postcode.
  public static func columnType(unit: Unit?) -> ColumnType { .postcode }
  /// Decodes a postcode that the reader has checked for the project's country.
  public static func decode(_ cell: CellValue) -> Postcode? {
    guard case .text(let text) = cell else { return nil }
    return Country.allCases.lazy.compactMap { Postcode(text, country: $0) }.first
  }
}
