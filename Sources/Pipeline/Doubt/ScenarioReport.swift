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
  func scenarios(_ rows: Rows<ScenarioChange>) throws(ValuationError) -> [ReportScenario] {
    var names: [RowLabel] = []
    for row in rows where !names.contains(row.scenario) { names.append(row.scenario) }
    var scenarios: [ReportScenario] = []
    for name in names {
      let own = rows.filter { $0.scenario == name }
      let title = own.lazy.compactMap(\.title).first ?? name.description
      scenarios.append(try scenario(name, title, own.map { $0 }))
    }
    return scenarios
  }

  private func scenario(
    _ name: RowLabel, _ title: String, _ rows: [ScenarioChange]
  ) throws(ValuationError) -> ReportScenario {
    var map = reported.map
    var changes: [ReportScenario.Change] = []
    var parts: [MapPart] = []
    for row in rows {
      guard let target = ScenarioTarget(row.figure),
        let value = target.read(row.value, options: options).value,
        let changed = target.set(value, in: map)
      else { continue }
      changes.append(
        ReportScenario.Change(
          figure: row.figure, from: target.current(in: reported.map), to: value,
          unit: target.part.unit, reason: row.reason))
      parts.append(target.part)
      map = changed
    }
    let result = try map.valued()
    return ReportScenario(
      id: name, title: title, changes: changes,
      presentValue: figure(
        name, "present_value", Text("Present value", nl: "Contante waarde"), result.presentValue,
        unit: .money, changes),
      inputsPresentValue: figure(
        name, "inputs_present_value", Text("Value of the inputs", nl: "Waarde van de inbreng"),
        result.inputsPresentValue, unit: .money, changes),
      ratio: figure(name, "ratio", Text("SROI ratio", nl: "SROI-ratio"), result.ratio, changes),
      difference: figure(
        name, "difference", Text("Difference of the ratio", nl: "Verschil van de ratio"),
        result.ratio.map { $0 - ratio }, changes),
      differenceInterval: try interval(name, map, parts, changes))
  }

  /// What the difference may be, on common random numbers; a number that is set has no doubt.
  private func interval(
    _ name: RowLabel, _ map: ValueMap, _ parts: [MapPart], _ changes: [ReportScenario.Change]
  ) throws(ValuationError) -> [Figure] {
    guard !reported.numbers.isEmpty else { return [] }
    let kept = reported.numbers.flatMap { number in
      number.doubts.filter { doubt in
        !parts.contains { DoubtfulNumber.stands(doubt, at: $0) }
      }
    }
    let other = DoubtfulMap(map, doubts: kept)
    let comparison = try reported.doubtful.compared(with: other, seed: DoubtReport.seed)
    guard let ratio = comparison.ratio else { return [] }
    return [
      figure(
        name, "difference_p5", Text("Difference, 5th percentile", nl: "Verschil, 5e percentiel"),
        ratio.low.value.roundedToNineDigits, changes),
      figure(
        name, "difference_p95", Text("Difference, 95th percentile", nl: "Verschil, 95e percentiel"),
        ratio.high.value.roundedToNineDigits, changes),
    ]
  }

  private func figure(
    _ name: RowLabel, _ id: String, _ label: Text, _ value: Double?, unit: Unit = .ratio,
    _ changes: [ReportScenario.Change]
  ) -> Figure {
    let id = FigureID(joining: "scenario", name.description, id)
    let origin = Origin.computation(
      rule: Text(
        "the value map with these numbers changed", nl: "de waardenkaart met andere cijfers"),
      inputs: changes.map(\.figure))
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
