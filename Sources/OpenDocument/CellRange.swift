/// A rectangle of cells on a sheet.
public struct CellRange: Sendable, Hashable {
  /// The first cell, at the top left.
  public let first: CellAddress
  /// The last cell, at the bottom right.
  public let last: CellAddress

  /// Makes a range; the corners are put in order.
  public init(_ one: CellAddress, to other: CellAddress) {
    first = CellAddress(column: min(one.column, other.column), row: min(one.row, other.row))
    last = CellAddress(column: max(one.column, other.column), row: max(one.row, other.row))
  }

  /// Makes a range of a column, from 1.
  public init(column: Int, rows: ClosedRange<Int>) {
    self.init(
      CellAddress(column: column, row: rows.lowerBound),
      to: CellAddress(column: column, row: rows.upperBound))
  }

  /// The rows of the range.
  public var rows: ClosedRange<Int> { first.row...last.row }

  /// The columns of the range.
  public var columns: ClosedRange<Int> { first.column...last.column }

  /// Whether two ranges have a cell in common.
  public func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// The range as charts and lists take it: `$'Value map'.$B$2:.$B$9`.
  func address(on sheet: String) -> String {
    let start = first.rangeAddress(on: sheet)
    return first == last ? start : "\(start):.\(last.fixedText)"
  }
}
