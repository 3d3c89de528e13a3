import IndicatorKit
import ProjectReaders
import Valuation

/// Each row of the scenarios names a number of the value map and gives it a possible value.
///
/// Possible is what the column or the setting of that number allows.
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
      return target.read(
        row.value, options: project.readingOptions,
        at: project.address(rows, at: position, column: "value")
      ).finding
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
    let name = quoted(figure.description)
    return Finding(
      "scenario.unknown_figure", .error,
      Text(
        "\(name.english) is no number of the value map that a scenario can change.",
        nl: "\(name.dutch) is geen getal van de waardenkaart dat een scenario kan veranderen."),
      help: Text(
        "Name one as outcome.o1.deadweight, input.i1.value, every_outcome.deadweight or "
          + "sroi.discount_rate.",
        nl: "Noem er een als outcome.o1.deadweight, input.i1.value, every_outcome.deadweight of "
          + "sroi.discount_rate."), at: address)
  }
}
