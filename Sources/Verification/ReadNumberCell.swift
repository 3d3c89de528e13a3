import ImpactModel
import ProjectReaders

/// A text that holds one number, as a cell.
struct ReadNumberCell {
  let cell: Grid.Cell

  /// Reads a number whose mark is the given one, else the one that it proves itself.
  init?(_ text: String, mark: DecimalMark? = nil) {
    guard let number = ReadNumber(text, mark: mark) ?? ReadNumber(text, mark: nil) else {
      return nil
    }
    let unit = (0..<min(number.decimals, 300)).reduce(0.5) { unit, _ in unit / 10 }
    let scale = number.hasPercentSign ? 100.0 : 1
    cell = Grid.Cell(
      number: number.value / scale, text: text, isPercentage: number.hasPercentSign,
      halfUnit: unit / scale)
  }
}
