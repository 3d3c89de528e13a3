import OpenDocument

/// Bars of blocks beside a column of numbers, as formulas: they move when a number is changed.
struct CellBars {
  /// How many blocks the longest bar has.
  private static let longest = 24

  private let values: [Double]
  private let firstRow: Int

  /// Makes bars of the numbers that stand in the second column from a row on.
  ///
  /// One number alone, or numbers of which none is above 0, have no bars.
  init(_ values: [Double], firstRow: Int) {
    let hasBars = values.count > 1 && (values.max() ?? 0) > 0
    self.values = hasBars ? values : []
    self.firstRow = firstRow
  }

  /// The bar beside one of the numbers.
  func cell(_ index: Int) throws -> Cell {
    guard values.indices.contains(index), let largest = values.max() else { return .empty }
    func address(_ offset: Int) -> CellAddress { CellAddress(column: 2, row: firstRow + offset) }
    let all = address(0).range(to: address(values.count - 1))
    let number = address(index).reference
    let length = "ROUND(\(CellBars.longest)*MAX(0;\(number))/MAX(\(all));0)"
    let blocks = (Double(CellBars.longest) * max(0, values[index]) / largest).rounded()
    return Cell(
      try OpenFormula("REPT(\(OpenFormula.literal("█"));\(length))"),
      gives: .text(String(repeating: "█", count: Int(blocks))), .bar)
  }
}
