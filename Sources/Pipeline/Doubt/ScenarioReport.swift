import ExportKit
import IndicatorKit
import ProjectReaders
import Valuation

/// The scenarios of the author: the map with some numbers changed, on the same draws.
struct ScenarioReport {
  private let reported: ReportedMap
  private let ratio: Double
  private let options: ReadingOptions

  /// Takes a map that has a ratio, and how the project's numbers are read.
  init(_ reported: ReportedMap, ratio: Double, options: ReadingOptions) {
    self.reported = reported
    self.ratio = ratio
    self.options = options
  }

  /// The scenarios, in the order in which the table first names them.
  ///
  /// Rows that cannot be used have a finding of their own.
  ///
  /// - Throws: `ValuationError` where a result is no finite number.
  func scenarios(
    _ rows: Rows<ScenarioChange>, in project: LoadedProject
  ) throws(ValuationError) -> [ReportScenario] {
    var names: [RowLabel] = []
    var rowsOfName: [RowLabel: [Row]] = [:]
    for position in rows.indices {
      let row = Row(
        change: rows[position],
        cell: project.address(rows, at: position, column: "value").map(Origin.cell))
      if rowsOfName[row.change.scenario] == nil { names.append(row.change.scenario) }
      rowsOfName[row.change.scenario, default: []].append(row)
    }
    let draws =
      names.isEmpty || reported.numbers.isEmpty
      ? nil : try CommonDraws(reported.doubtful, seed: DoubtReport.seed)
    var scenarios: [ReportScenario] = []
    for name in names {
      let own = rowsOfName[name] ?? []
      let title = own.lazy.compactMap(\.change.title).first ?? name.description
      scenarios.append(try scenario(name, title, own, draws))
    }
    return scenarios
  }

  /// A row of the scenarios with the cell of its value.
  private struct Row {
    let change: ScenarioChange
    let cell: Origin?
  }

  private func scenario(
    _ name: RowLabel, _ title: String, _ rows: [Row], _ draws: CommonDraws?
  ) throws(ValuationError) -> ReportScenario {
    var map = reported.map
    var changes: [ReportScenario.Change] = []
    var parts: [MapPart] = []
    for row in rows {
      guard let target = ScenarioTarget(row.change.figure),
        let value = target.read(row.change.value, options: options).value,
        let changed = target.set(value, in: map)
      else { continue }
      changes.append(
        ReportScenario.Change(
          figure: row.change.figure, from: target.current(in: reported.map), to: value,
          unit: target.part.unit, reason: row.change.reason, origin: row.cell))
      parts.append(target.part)
      map = changed
    }
    let result = try map.valued()
    return ReportScenario(
      id: name, title: title, changes: changes,
      presentValue: figure(
        name, "present_value", Text("Present value", nl: "Contante waarde"), result.presentValue,
        unit: .money, mapOrigin(changes)),
      inputsPresentValue: figure(
        name, "inputs_present_value", Text("Value of the inputs", nl: "Waarde van de inbreng"),
        result.inputsPresentValue, unit: .money, mapOrigin(changes)),
      ratio: figure(
        name, "ratio", Text("SROI ratio", nl: "SROI-ratio"), result.ratio,
        .computation(
          rule: Text("present value ÷ inputs", nl: "contante waarde ÷ inbreng"),
          inputs: ["present_value", "inputs_present_value"].map { id(of: name, $0) })),
      difference: figure(
        name, "difference", Text("Difference of the ratio", nl: "Verschil van de ratio"),
        result.ratio.map { $0 - ratio },
        .computation(
          rule: Text("ratio of the scenario − ratio", nl: "ratio van het scenario − ratio"),
          inputs: [id(of: name, "ratio"), FigureID(joining: "sroi", "ratio")])),
      differenceInterval: try interval(name, map, parts, draws))
  }

  /// What the difference may be, on common random numbers; a number that is set has no doubt.
  private func interval(
    _ name: RowLabel, _ map: ValueMap, _ parts: [MapPart], _ draws: CommonDraws?
  ) throws(ValuationError) -> [Figure] {
    guard let draws else { return [] }
    let kept = reported.numbers.flatMap { number in
      number.doubts.filter { doubt in
        !parts.contains { DoubtfulNumber.stands(doubt, at: $0) }
      }
    }
    let other = DoubtfulMap(map, doubts: kept)
    let comparison = try draws.comparison(with: other)
    guard let ratio = comparison.ratio else { return [] }
    let origin = Origin.computation(
      rule: Text(
        "difference of both ratios in the same \(comparison.draws) random draws, "
          + "seed \(DoubtReport.seed)",
        nl: "verschil van beide ratio’s in dezelfde \(comparison.draws) willekeurige trekkingen, "
          + "startgetal \(DoubtReport.seed)"),
      inputs: [id(of: name, "difference")] + reported.uncertainFigures)
    return [
      figure(
        name, "difference_p5", Text("Difference, 5th percentile", nl: "Verschil, 5e percentiel"),
        ratio.low.value.roundedToNineDigits, origin),
      figure(
        name, "difference_p95", Text("Difference, 95th percentile", nl: "Verschil, 95e percentiel"),
        ratio.high.value.roundedToNineDigits, origin),
    ]
  }

  private func id(of name: RowLabel, _ figure: String) -> FigureID {
    FigureID(joining: "scenario", name.description, figure)
  }

  /// The figures that are changed, and the cells with what they are changed to.
  private func mapOrigin(_ changes: [ReportScenario.Change]) -> Origin {
    let made = Origin.computation(
      rule: Text(
        "the value map with these numbers changed", nl: "de waardenkaart met andere cijfers"),
      inputs: changes.flatMap { change in
        MapPart(change.figure).map { reported.figures(of: $0) } ?? [change.figure]
      })
    return .combined([made] + changes.compactMap(\.origin))
  }

  private func figure(
    _ name: RowLabel, _ id: String, _ label: Text, _ value: Double?, unit: Unit = .ratio,
    _ origin: Origin
  ) -> Figure {
    let id = self.id(of: name, id)
    guard let value else {
      return Figure(
        id: id, label: label,
        absent: Text(
          "there are no inputs of a value above zero to compare with",
          nl: "er is geen inbreng met een waarde boven nul om mee te vergelijken"), unit: unit,
        origin: origin)
    }
    return Figure(id: id, label: label, value: value, unit: unit, origin: origin)
  }
}
