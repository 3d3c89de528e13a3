import ImpactModel

/// Reads a number that stands alone, without a column that proves its decimal mark.
public enum LoneNumber {
  /// Reads a number as a cell of a column is read, within the column's bounds.
  ///
  /// - Parameters:
  ///   - text: digits with at most one decimal mark; `1.234` can be read in two ways unless the
  ///     options declare the mark.
  ///   - column: the column of a number that means the same; a range is never allowed.
  ///   - options: how the project's tables are read.
  ///   - address: where it is, for the finding.
  /// - Returns: the number, a fraction where the column is a percentage, and `nil` with an error;
  ///   and what is the matter with it, which may be a warning.
  public static func read(
    _ text: String, as column: ColumnCard, options: ReadingOptions, at address: Address?
  ) -> (value: Double?, finding: Finding?) {
    let cell = CellReader(column: withoutRange(column), options: options, texts: [text])
    do {
      let (read, warning) = try cell.read(text.trimmingSpaces())
      return (number(read), warning?.finding(.warning, at: address))
    } catch {
      return (nil, error.finding(at: address))
    }
  }

  private static func number(_ value: CellValue) -> Double? {
    switch value {
    case .number(let estimate): estimate.value
    case .integer(let whole): Double(whole)
    default: nil
    }
  }

  private static func withoutRange(_ column: ColumnCard) -> ColumnCard {
    ColumnCard(
      id: column.id, label: column.label, help: column.help, type: column.type, unit: column.unit,
      isRequired: column.isRequired, allowsRange: false, bounds: column.bounds,
      example: column.example, aliases: column.aliases)
  }
}
