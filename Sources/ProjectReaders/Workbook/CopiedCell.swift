import ImpactModel
import OpenDocument

/// A cell that was read, as it is written again.
enum CopiedCell {
  /// The cell with its value, formula and comment; `nil` where nothing of it can be kept.
  static func cell(_ read: ReadCell, role: CellRole) -> Cell? {
    guard !read.isCovered else { return nil }
    var cell = Cell(content(of: read), role)
    if let formula = read.formula, !formula.hasPrefix("of:"), let kept = try? OpenFormula(formula) {
      cell.formula = kept
    }
    if let comment = read.comment.map(Annotation.withoutFindings), !comment.isEmpty {
      cell.comment = SheetText.clean(comment)
    }
    return cell
  }

  private static func content(of cell: ReadCell) -> CellContent {
    switch cell.value {
    case .empty: return .empty
    case .text(let text): return .text(SheetText.clean(text))
    case .number(let value): return .number(value)
    case .percentage(let value):
      let digits = SheetCell.percent(value).dropLast(2).drop { $0 != "." }.dropFirst()
      return .percentage(value, decimals: min(9, digits.count))
    case .currency(let value, let code):
      guard let code, Currency(code) != nil else { return .number(value) }
      return .currency(value, code: code)
    case .date(let date):
      guard let seconds = date.seconds, seconds > 0 else {
        return .date(year: date.year, month: date.month, day: date.day)
      }
      return .moment(year: date.year, month: date.month, day: date.day, seconds: seconds)
    case .time(let seconds): return .time(seconds)
    case .boolean(let flag): return .boolean(flag)
    case .error(let text), .unreadable(let text):
      let shown = cell.text.isEmpty ? text : cell.text
      return shown.isEmpty ? .empty : .text(SheetText.clean(shown))
    }
  }
}
