import ExportKit

/// The arithmetic of a computed measure as a formula over the cells of its numbers.
struct ReckoningFormula {
  /// The formula; `nil` where one of the numbers has no cell.
  let text: String?

  /// Makes a formula.
  ///
  /// - Parameter cell: the reference of a number's cell, by the identifier of the number.
  init(_ reckoning: Reckoning, cell: (String) -> String?) {
    text = ReckoningFormula.text(of: reckoning, cell)
  }

  private static func text(of part: Reckoning, _ cell: (String) -> String?) -> String? {
    switch part {
    case .input(let id): return cell(id)
    case .number(let number): return DecimalText.exact(number)
    case .sum(let terms): return joined(terms, "+", cell)
    case .product(let factors): return joined(factors, "*", cell)
    case .difference(let first, let second): return joined([first, second], "-", cell)
    case .quotient(let first, let second): return joined([first, second], "/", cell)
    }
  }

  private static func joined(
    _ parts: [Reckoning], _ mark: String, _ cell: (String) -> String?
  ) -> String? {
    let texts = parts.compactMap { text(of: $0, cell) }
    guard texts.count == parts.count, !texts.isEmpty else { return nil }
    return texts.count == 1 ? texts[0] : "(\(texts.joined(separator: mark)))"
  }
}
