import ImpactModel
import OpenDocument

/// Turns the text of a cell of a CSV file into a cell of a sheet with a type, where that loses
/// nothing.
struct WrittenCell {
  let column: ColumnCard
  let language: Language
  private let options: ReadingOptions
  private let reader: CellReader
  private let mark: DecimalMark

  /// Takes a column with the texts of all its cells, which may prove its decimal mark.
  init(_ column: ColumnCard, options: ReadingOptions, texts: [String], language: Language) {
    self.column = column
    self.language = language
    self.options = options
    reader = CellReader(column: column, options: options, texts: texts)
    mark =
      options.decimalMark
      ?? reader.provedMark ?? (language == .dutch ? .comma : .point)
  }

  /// The content of a cell; a text that cannot be read, or only with a warning, stays as it is.
  func content(of text: String) -> CellContent {
    guard !text.isEmpty else { return .empty }
    guard let (value, warning) = try? reader.read(text), warning == nil else { return .text(text) }
    switch value {
    case .number(let estimate): return content(of: estimate, text)
    case .integer(let whole):
      return Int(exactly: Double(whole)) == whole ? .number(Double(whole)) : .text(text)
    case .money(let money):
      return .currency(money.amount, code: money.currency.code)
    case .day(let day): return .date(year: day.year, month: day.month, day: day.day)
    case .flag(let flag): return .text(Text(flag ? "yes" : "no", nl: flag ? "ja" : "nee")[language])
    case .text(let word): return .text(shown(word, text))
    case .absent, .person: return .text(text)
    }
  }

  private func content(of estimate: Estimate, _ text: String) -> CellContent {
    guard estimate.shape == nil else { return .text(unmistakable(estimate, text)) }
    switch column.type {
    case .percentage:
      return .percentage(
        estimate.value, decimals: min(9, decimals(SheetCell.percent(estimate.value))))
    case .amount:
      let count = decimals(DecimalText.exact(estimate.value))
      return .currency(
        estimate.value, code: options.currency.code, decimals: min(9, max(2, count)))
    default: return .number(estimate.value)
    }
  }

  private func decimals(_ text: String) -> Int {
    text.drop { $0 != "." }.dropFirst().prefix { $0.isASCIIDigit }.count
  }

  /// The word of a closed list that readers see, where it means the same.
  private func shown(_ id: String, _ text: String) -> String {
    guard case .choice(let options) = column.type,
      let label = options.first(where: { $0.id == id })?.label[language],
      case .text(let back)? = try? reader.read(label).value, back == id
    else { return text }
    return label
  }

  /// A number with a range as it was written, unless it is clear only from other cells, which are
  /// numbers now and prove nothing any more.
  private func unmistakable(_ estimate: Estimate, _ text: String) -> String {
    let isClear =
      NumberText(text, allowsRange: true)?.numbers.contains { $0.isAmbiguous } == false
    guard !isClear, let low = estimate.low, let high = estimate.high, let shape = estimate.shape,
      shape != .scaleClass
    else { return text }
    let isPercentage = column.type == .percentage
    let numbers = [estimate.value, low, high].map { number in
      plain(
        isPercentage ? String(SheetCell.percent(number).dropLast(2)) : DecimalText.exact(number))
    }
    let word = shape == .triangular ? "" : ", \(shape.label[language].lowercased())"
    return "\(numbers[0])\(isPercentage ? " %" : "") (\(numbers[1])–\(numbers[2])\(word))"
  }

  /// Digits with the column's own mark, and never three decimals.
  private func plain(_ digits: String) -> String {
    let padded = decimals(digits) == 3 ? digits + "0" : digits
    return mark == .comma ? padded.replacing(".", with: ",") : padded
  }
}
