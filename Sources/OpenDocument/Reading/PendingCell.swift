import Foundation

/// A cell while its element is open: its attributes, before its text is known.
struct PendingCell {
  private enum Kind {
    case none, text, number, percentage, currency, date, time, boolean, unknown
  }

  private(set) var repeats = 1
  private var isCovered = false
  private var kind = Kind.none
  private var isError = false
  private var number: Double?
  private var date: ReadDate?
  private var currency: String?
  private var raw: String?
  private var string: String?
  private var formula: String?

  /// Begins another cell.
  mutating func begin(_ token: ContentToken, isCovered: Bool) throws(SpreadsheetReadError) {
    self = PendingCell()
    self.isCovered = isCovered
    for attribute in token.attributes {
      switch attribute.name {
      case .columnsRepeated:
        guard let count = ValueText.count(attribute.value) else {
          throw SpreadsheetReadError(.count(attribute.text))
        }
        repeats = count
      case .valueType: kind = PendingCell.kind(attribute.value)
      case .extendedValueType: isError = attribute.value.spells("error")
      case .value:
        number = ValueText.number(attribute.value)
        if number == nil { raw = attribute.text }
      case .currency: currency = attribute.text
      case .dateValue:
        date = ValueText.date(attribute.value)
        if date == nil { raw = attribute.text }
      case .timeValue, .booleanValue: raw = attribute.text
      case .stringValue: string = attribute.text
      case .formula: formula = PendingCell.formula(attribute.text)
      default: break
      }
    }
  }

  /// The finished cell, or `nil` where it holds nothing.
  func cell(column: Int, text shown: String, comment: String?) -> ReadCell? {
    let value = value(shown: shown)
    if value == .empty, formula == nil, comment == nil { return nil }
    return ReadCell(
      column: column, value: value, text: shown, formula: formula, comment: comment,
      isCovered: isCovered)
  }

  private func value(shown: String) -> ReadValue {
    if isError || (formula != nil && PendingCell.isErrorText(shown)) { return .error(shown) }
    switch kind {
    // A file of another program may hold a text without saying its type.
    case .none: return shown.isEmpty ? .empty : .text(shown)
    case .text:
      let text = string.flatMap { $0.isEmpty ? nil : $0 } ?? shown
      return text.isEmpty && formula == nil ? .empty : .text(text)
    case .number: return number.map { .number($0) } ?? unreadable(shown)
    case .percentage: return number.map { .percentage($0) } ?? unreadable(shown)
    case .currency:
      return number.map { .currency($0, code: currency) } ?? unreadable(shown)
    case .date: return date.map { .date($0) } ?? unreadable(shown)
    case .time: return raw.flatMap(ValueText.duration).map { .time($0) } ?? unreadable(shown)
    case .boolean:
      switch raw {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return unreadable(shown)
      }
    case .unknown: return unreadable(shown)
    }
  }

  /// A value that its type cannot read; a formula that was never calculated has none at all.
  private func unreadable(_ shown: String) -> ReadValue {
    if let raw { return .unreadable(raw) }
    return shown.isEmpty ? .empty : .unreadable(shown)
  }

  private static func kind(_ value: UnsafeBufferPointer<UInt8>) -> Kind {
    // The length and the first letter tell the types; the rest is compared once.
    switch (value.count, value.first) {
    case (5, UInt8(ascii: "f")) where value.spells("float"): .number
    case (6, UInt8(ascii: "s")) where value.spells("string"): .text
    case (4, UInt8(ascii: "d")) where value.spells("date"): .date
    case (8, UInt8(ascii: "c")) where value.spells("currency"): .currency
    case (10, UInt8(ascii: "p")) where value.spells("percentage"): .percentage
    case (4, UInt8(ascii: "t")) where value.spells("time"): .time
    case (7, UInt8(ascii: "b")) where value.spells("boolean"): .boolean
    case (4, UInt8(ascii: "v")) where value.spells("void"): .none
    default: .unknown
    }
  }

  private static func formula(_ text: String) -> String {
    text.hasPrefix("of:=") ? String(text.dropFirst(4)) : text
  }

  /// The errors as LibreOffice and Excel show them.
  private static func isErrorText(_ text: String) -> Bool {
    switch text {
    case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!": true
    default:
      text.hasPrefix("Err:") && text.utf8.count == 7 && Int(text.dropFirst(4)) != nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of a word.
  @inline(__always)
  fileprivate func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount, let baseAddress else { return false }
    return memcmp(baseAddress, word.utf8Start, count) == 0
  }
}
