import ExportKit
import ProjectReaders
import Valuation

/// The number of the value map that a row of the scenarios changes.
struct ScenarioTarget {
  /// The number.
  let part: MapPart

  /// Reads what a row names, or gives `nil` where that is no number of a value map.
  ///
  /// Whole periods, shares of all outcomes and the discount rate can be changed too.
  init?(_ figure: FigureID) {
    guard let part = MapPart(figure) else { return nil }
    self.part = part
  }

  /// The number in a text; of a share a bare number is a percentage, as in the tables.
  func value(of text: String) -> Double? {
    LoneNumber.read(text, isPercentage: part.isPercentage)
  }

  /// The map with the number at another value, or `nil` where the map has no such number.
  func set(_ value: Double, in map: ValueMap) -> ValueMap? { map.setting(part, to: value) }

  /// The number as it is, absent where rows differ in it.
  func current(in map: ValueMap) -> Double? {
    switch part {
    case .row(let row, let part): map.rows.first { $0.id == row }?.value(of: part)
    case .everyRow: nil
    case .input(let input): map.inputs.first { $0.id == input }?.amount
    case .discountRate: map.rate
    }
  }
}
