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

  /// The number in a text, read as the column or the setting that it stands for; and what is the
  /// matter with it.
  func read(
    _ text: String, options: ReadingOptions, at address: Address? = nil
  ) -> (value: Double?, finding: Finding?) {
    guard let column else { return (nil, nil) }
    return LoneNumber.read(text, as: column, options: options, at: address)
  }

  /// The column or the setting whose bounds hold for the number too.
  private var column: ColumnCard? {
    switch part {
    case .row(_, .proxy): ScenarioTarget.column("value", of: Proxy.self)
    case .row(_, let part): ScenarioTarget.column(part.rawValue, of: Outcome.self)
    case .everyRow(let share): ScenarioTarget.column(share.rawValue, of: Outcome.self)
    case .input: ScenarioTarget.column("quantity", of: Input.self)
    case .discountRate: Settings.discountRate
    }
  }

  private static func column<Row: TableRow>(_ id: String, of row: Row.Type) -> ColumnCard? {
    CoreTables.declaration(of: row).columns.first { $0.id == id }
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
