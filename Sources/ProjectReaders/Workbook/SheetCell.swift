import Foundation
import ImpactModel
import OpenDocument

/// Gives the text and the type of a cell of a sheet as the reader of tables wants them.
enum SheetCell {
  /// What a cell shows, and what it holds where that is no text.
  ///
  /// - Parameter column: the declared column, `nil` for one of the user's own.
  static func field(
    _ cell: ReadCell, for column: ColumnCard?
  ) -> (text: String, typed: TypedCell?) {
    // What lies under a merged cell is seen by nobody.
    if cell.isCovered { return ("", nil) }
    let shown = cell.text.trimmingSpaces()
    switch cell.value {
    case .empty: return cell.formula == nil ? ("", nil) : ("", .uncalculated)
    case .text(let text): return (text.trimmingSpaces(), nil)
    case .number(let value):
      return (words(shown, exact: DecimalText.exact(value), column), .number(value))
    case .percentage(let value):
      let exact = percent(value)
      return (shown.isEmpty ? exact : shown, .percentage(value))
    case .currency(let value, let code):
      let exact = DecimalText.exact(value)
      return (shown.isEmpty ? exact : shown, .currency(value, code: code))
    case .date(let date):
      guard let day = Day(year: date.year, month: date.month, day: date.day) else {
        return (shown, .unreadable(shown))
      }
      return (column?.type == .day || shown.isEmpty ? day.description : shown, .day(day))
    case .time(let seconds):
      return (shown.isEmpty ? DecimalText.exact(seconds) : shown, .duration(seconds))
    case .boolean(let flag): return (shown.isEmpty ? "\(flag)" : shown, .flag(flag))
    case .error(let error): return (error, .error(error))
    case .unreadable(let raw): return (shown, .unreadable(raw))
    }
  }

  /// A percentage in digits, with a point and a percent sign: 0.0225 is `2.25 %`.
  static func percent(_ value: Double) -> String {
    let text = DecimalText.exact(value)
    let shifted = text.contains("e") ? value * 100 : Double(text + "e2") ?? value * 100
    return DecimalText.exact(shifted) + " %"
  }

  /// A number as a word: with the zeros in front that are shown, and without a format's marks.
  ///
  /// A code such as 00000101 may be a number that is shown with leading zeros; a person's number
  /// is the same person however it is shown.
  private static func words(_ shown: String, exact: String, _ column: ColumnCard?) -> String {
    if shown.isEmpty { return exact }
    if shown.allSatisfy(\.isASCIIDigit) { return shown }
    switch column?.type {
    case .identifier, .reference, .label, .postcode, .person, .figure: return exact
    default: return shown
    }
  }
}
