import Foundation
import ImpactModel

/// A cell that holds a number: the number, its range or class, its percent sign and its currency.
///
/// `20 % (10–30)` has the range 10 to 30; one percent sign holds for all three. A word behind the
/// range names its shape: `20 % (10–30, pert)`. `class 25` and `25 (class)` are one of a scale.
struct NumberText {
  let value: WrittenNumber
  let range: (low: WrittenNumber, high: WrittenNumber)?
  /// The word behind the range, as it is written.
  let shapeWord: String?
  let isClass: Bool
  let hasPercentSign: Bool
  let currency: Currency?

  /// Reads a cell, or gives `nil` where it holds no number, or a range that is not allowed.
  init?(_ text: String, allowsRange: Bool) {
    let parts = allowsRange ? Parts(text) : Parts(plain: text)
    guard let amount = Amount(parts.main) else { return nil }
    value = amount.number
    isClass = parts.isClass
    shapeWord = parts.shapeWord
    guard let inner = parts.range else {
      range = nil
      hasPercentSign = amount.hasPercentSign
      currency = amount.currency
      return
    }
    guard !isClass, let (left, right) = NumberText.halves(inner), let low = Amount(left),
      let high = Amount(right)
    else { return nil }
    let currencies = [amount.currency, low.currency, high.currency].compactMap(\.self)
    guard currencies.allSatisfy({ $0 == currencies.first }) else { return nil }
    range = (low.number, high.number)
    hasPercentSign = amount.hasPercentSign || low.hasPercentSign || high.hasPercentSign
    currency = currencies.first
  }

  /// The value, then the ends of the range.
  var numbers: [WrittenNumber] { [value] + (range.map { [$0.low, $0.high] } ?? []) }

  /// The two ends of a range, around a dash or a hyphen that is not a sign.
  private static func halves(_ text: String) -> (String, String)? {
    let dash =
      text.firstIndex(of: "–")
      ?? text.indices.dropFirst().first { index in
        text[index] == "-" && text[..<index].contains(where: \.isASCIIDigit)
      }
    guard let dash else { return nil }
    return (String(text[..<dash]), String(text[text.index(after: dash)...]))
  }
}

/// The number, what stands in brackets behind it, and whether it is called a class.
private struct Parts {
  var main: String
  var range: String?
  var shapeWord: String?
  var isClass = false

  init(plain text: String) { main = text.trimmingSpaces() }

  init(_ text: String) {
    self.init(plain: text)
    if let rest = ShapeWord.afterClass(main) {
      main = rest
      isClass = true
    }
    guard main.last == ")", let open = main.firstIndex(of: "(") else { return }
    let inner = String(main[main.index(after: open)...].dropLast()).trimmingSpaces()
    main = String(main[..<open])
    if ShapeWord.isClass(inner), !isClass {
      isClass = true
      return
    }
    guard let mark = inner.lastIndex(where: { $0 == "," || $0 == ";" }) else {
      range = inner
      return
    }
    let tail = String(inner[inner.index(after: mark)...]).trimmingSpaces()
    let isWord = !tail.isEmpty && !tail.contains(where: \.isASCIIDigit)
    range = isWord ? String(inner[..<mark]) : inner
    shapeWord = isWord ? tail : nil
  }
}

/// One number with what may stand around it: a currency and a percent sign.
private struct Amount {
  let number: WrittenNumber
  let hasPercentSign: Bool
  let currency: Currency?

  init?(_ text: String) {
    var rest = text.trimmingSpaces()
    hasPercentSign = rest.last == "%"
    if hasPercentSign { rest = String(rest.dropLast()).trimmingSpaces() }
    var sign = ""
    if let first = rest.first, first == "-" || first == "−" {
      sign = "-"
      rest = String(rest.dropFirst()).trimmingSpaces()
    }
    var found: Currency?
    for (mark, currency) in Amount.marks where found == nil {
      let folded = rest.uppercased()
      if folded.hasPrefix(mark) {
        rest = String(rest.dropFirst(mark.count)).trimmingSpaces()
        found = currency
      } else if folded.hasSuffix(mark) {
        rest = String(rest.dropLast(mark.count)).trimmingSpaces()
        found = currency
      }
    }
    currency = found
    guard let number = WrittenNumber(sign + rest) else { return nil }
    self.number = number
  }

  private static let marks: [(String, Currency)] = [
    ("€", .euro), ("EUR", .euro), ("£", .pound), ("GBP", .pound),
  ]
}

/// Which decimal mark a column is known to use, and how that is known.
enum MarkKnowledge: Hashable {
  /// The project's settings say so.
  case declared(DecimalMark)
  /// Most cells that can be read in one way only say so; the text is the first of them.
  case proved(DecimalMark, by: String)
  /// Nothing says so.
  case unknown

  var mark: DecimalMark? {
    switch self {
    case .declared(let mark), .proved(let mark, _): mark
    case .unknown: nil
    }
  }

  /// Learns the mark from a column's cells; of as many commas as points the first cell decides.
  init(declared: DecimalMark?, cells: some Sequence<(text: String, number: NumberText)>) {
    if let declared {
      self = .declared(declared)
      return
    }
    var counts: [DecimalMark: Int] = [:]
    var examples: [DecimalMark: String] = [:]
    var first: DecimalMark?
    for cell in cells {
      // A cell whose own numbers disagree proves nothing.
      let proofs = Set(cell.number.numbers.compactMap(\.proof))
      guard proofs.count == 1, let mark = proofs.first else { continue }
      first = first ?? mark
      counts[mark, default: 0] += 1
      if examples[mark] == nil { examples[mark] = cell.text }
    }
    guard let first, let example = examples[first] else {
      self = .unknown
      return
    }
    let other = first.other
    if let counter = examples[other], counts[other, default: 0] > counts[first, default: 0] {
      self = .proved(other, by: counter)
    } else {
      self = .proved(first, by: example)
    }
  }
}

extension WrittenNumber {
  /// The number, times a power of ten; `nil` where the mark is open or contradicted.
  ///
  /// The shift happens in the text, so that 0,7 % is the number nearest to 0.007.
  func double(under mark: DecimalMark?, shift: Int = 0) -> Double? {
    guard let (whole, fraction) = digits(under: mark),
      let value = Double("\(whole).\(fraction.isEmpty ? "0" : fraction)e\(shift)"), value.isFinite
    else { return nil }
    return isNegative ? 0 - value : value
  }

  /// The number as whole hundredths; `nil` where it has more decimals or 64 bits cannot hold it.
  func hundredths(under mark: DecimalMark?) -> Int64? {
    guard let (whole, fraction) = digits(under: mark), fraction.count <= 2 else { return nil }
    let cents = fraction + String(repeating: "0", count: 2 - fraction.count)
    return Int64((isNegative ? "-" : "") + whole + cents)
  }

  /// The number as a whole number; `nil` where it has decimals or does not fit.
  func integer(under mark: DecimalMark?) -> Int? {
    guard let (whole, fraction) = digits(under: mark), fraction.allSatisfy({ $0 == "0" }) else {
      return nil
    }
    return Int((isNegative ? "-" : "") + whole)
  }
}
