import IndicatorKit
import Valuation

/// Each row of the scenarios names a number of the value map and gives it a readable value.
enum ScenarioCheck: Check {
  static func findings(in project: LoadedProject, registry: Registry) -> [Finding] {
    let rows = project.rows(ScenarioChange.self)
    let map = knownRows(project)
    return rows.indices.compactMap { position in
      let row = rows[position]
      guard let target = ScenarioTarget(row.figure), isKnown(target.part, map) else {
        return unknown(
          row.figure, at: project.address(rows, at: position, column: "figure"))
      }
      guard target.value(of: row.value) == nil else { return nil }
      return unreadable(row.value, at: project.address(rows, at: position, column: "value"))
    }
  }

  /// The rows of the value map; a table with rows that could not be read may hold any row.
  private static func knownRows(
    _ project: LoadedProject
  ) -> (outcomes: Set<RowID>?, inputs: Set<RowID>?) {
    let outcomes = project.rows(Outcome.self).filter { $0.stateOrPriced == .priced }.map(\.id)
    let inputs = project.rows(Input.self).map(\.id)
    return (
      project.isWhole("outcomes") ? Set(outcomes) : nil,
      project.isWhole("inputs") ? Set(inputs) : nil
    )
  }

  private static func isKnown(
    _ part: MapPart, _ map: (outcomes: Set<RowID>?, inputs: Set<RowID>?)
  ) -> Bool {
    switch part {
    case .row(let row, _): map.outcomes?.contains(row) ?? true
    case .input(let input): map.inputs?.contains(input) ?? true
    case .everyRow, .discountRate: true
    }
  }

  private static func unknown(_ figure: FigureID, at address: Address?) -> Finding {
    Finding(
      "scenario.unknown_figure", .error,
      Text(
        "“\(figure)” is no number of the value map that a scenario can change.",
        nl: "‘\(figure)’ is geen getal van de waardenkaart dat een scenario kan veranderen."),
      help: Text(
        "Name one as outcome.o1.deadweight, input.i1.value, every_outcome.deadweight or "
          + "sroi.discount_rate.",
        nl: "Noem er een als outcome.o1.deadweight, input.i1.value, every_outcome.deadweight of "
          + "sroi.discount_rate."), at: address)
  }

  private static func unreadable(_ value: String, at address: Address?) -> Finding {
    Finding(
      "scenario.value", .error,
      Text("“\(value)” is not one number.", nl: "‘\(value)’ is niet één getal."),
      help: Text(
        "Write it without a thousands mark; a share is a percentage, as in 40 %.",
        nl: "Schrijf het zonder duizendteken; een aandeel is een percentage, zoals 40 %."),
      at: address)
  }
}
