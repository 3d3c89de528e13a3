import ImpactModel

extension NumberCell {
  /// Reads a cell of a sheet by its type, without a thought of decimal marks.
  ///
  /// A bare number in a column of percentages is percent, as in a CSV file; a percentage is one.
  func read(_ cell: TypedCell, shown: String) throws(CellFault) -> Reading {
    switch cell {
    case .number(let value): return try read(number: value, shown: shown)
    case .currency(let value, let code):
      if isPercentage || column.type == .integer { throw notANumber(shown) }
      if let code, code != options.currency.code { throw otherCurrency(shown) }
      return try read(number: value, shown: shown)
    case .percentage(let value):
      guard isPercentage else { throw notANumber(shown) }
      try checkBounds(value, shown)
      return (.number(Estimate(value)), nil)
    case .duration(let seconds):
      // Hours alone are a length of time; of any other number a time says nothing.
      guard column.type == .number, column.unit == .hour else { throw notANumber(shown) }
      try checkBounds(seconds / 3600, shown)
      return (.number(Estimate(seconds / 3600)), nil)
    case .day, .flag, .error, .unreadable, .uncalculated: throw notANumber(shown)
    }
  }

  private func read(number: Double, shown: String) throws(CellFault) -> Reading {
    switch column.type {
    case .integer: return (.integer(try exact.integer(try written(number, shown), shown)), nil)
    case .money:
      let exactText = DecimalText.exact(number)
      return (.money(try exact.money(try written(number, shown), exactText)), nil)
    case .percentage:
      let value = NumberCell.hundredth(of: number)
      try checkBounds(value, shown)
      let isFraction = value > 0 && value < 0.01
      return (.number(Estimate(value)), isFraction ? fraction(shown, value) : nil)
    default:
      try checkBounds(number, shown)
      return (.number(Estimate(number)), nil)
    }
  }

  /// The same column, in which a point stands before the decimals.
  private var exact: NumberCell {
    NumberCell(column: column, options: options, knowledge: .declared(.point))
  }

  private func written(_ number: Double, _ shown: String) throws(CellFault) -> NumberText {
    guard let text = NumberText(DecimalText.exact(number), allowsRange: false) else {
      throw notANumber(shown)
    }
    return text
  }

  /// The hundredth of a number, shifted in its text so that 0.7 % is the number nearest to 0.007.
  private static func hundredth(of number: Double) -> Double {
    let text = DecimalText.exact(number)
    return text.contains("e") ? number / 100 : Double(text + "e-2") ?? number / 100
  }
}
