import ExportKit
import Valuation

/// What the ratio does when one thing changes, as the report shows it.
struct SensitivityReport {
  /// The shares at which a swing starts and ends (sensitivity by percentiles, not by ±10 %).
  private static let ends = (low: 0.1, high: 0.9)

  private let reported: ReportedMap
  private let ratio: Double
  private let scenarios: [ReportScenario]

  /// Takes a map that has a ratio, and the scenarios that were computed from it.
  init(_ reported: ReportedMap, ratio: Double, scenarios: [ReportScenario]) {
    self.reported = reported
    self.ratio = ratio
    self.scenarios = scenarios
  }

  /// The sensitivity of the report.
  ///
  /// - Throws: `ValuationError` where a result is no finite number.
  func sensitivity() throws(ValuationError) -> ReportSensitivity {
    ReportSensitivity(
      swings: try swings(), switches: try switches(), scenarios: scenarios,
      conventions: try conventions())
  }

  /// From low to high of each number with a range, the widest first.
  private func swings() throws(ValuationError) -> [ReportSwing] {
    let whatIf = try WhatIf(reported.map)
    var swings: [(size: Double, swing: ReportSwing)] = []
    for number in reported.numbers {
      let low = number.distribution.quantile(SensitivityReport.ends.low).roundedToNineDigits
      let high = number.distribution.quantile(SensitivityReport.ends.high).roundedToNineDigits
      guard let atLow = try whatIf.ratio(with: number.changes(at: low, in: whatIf)),
        let atHigh = try whatIf.ratio(with: number.changes(at: high, in: whatIf))
      else { continue }
      let swing = ReportSwing(
        input: number.id, label: number.label, unit: number.unit, low: low, high: high,
        ratioAtLow: figure(
          number, "ratio_at_low", Text("Ratio at the low end", nl: "Ratio aan de lage kant"),
          atLow, SensitivityReport.rule(number, low, SensitivityReport.ends.low)),
        ratioAtHigh: figure(
          number, "ratio_at_high", Text("Ratio at the high end", nl: "Ratio aan de hoge kant"),
          atHigh, SensitivityReport.rule(number, high, SensitivityReport.ends.high)))
      swings.append((abs(atHigh - atLow), swing))
    }
    return swings.sorted { left, right in
      left.size == right.size ? left.swing.input < right.swing.input : left.size > right.size
    }.map(\.swing)
  }

  /// The switching values that exist; those of whole-map numbers stand there in any case.
  private func switches() throws(ValuationError) -> [ReportSwitch] {
    try reported.map.switchingValues().compactMap { found in
      let isWholeMap =
        switch found.part {
        case .everyRow, .discountRate: true
        case .row, .input: false
        }
      guard isWholeMap || !found.values.isEmpty else { return nil }
      return ReportSwitch(
        input: found.part.id, label: reported.label(of: found.part), current: found.current,
        values: figures(of: found))
    }
  }

  private func figures(of found: SwitchingValues) -> [Figure] {
    let label = Text("Value at which the ratio is 1", nl: "Waarde waarbij de ratio 1 is")
    let origin = Origin.computation(
      rule: SensitivityReport.switchRule,
      inputs: reported.figures(of: found.part)
        + ["present_value", "inputs_present_value"].map { FigureID(joining: "sroi", $0) })
    let id = found.part.id.extended(by: "switching_value")
    guard !found.values.isEmpty else {
      let reason = found.absence ?? Text("there is none", nl: "die is er niet")
      return [
        Figure(id: id, label: label, absent: reason, unit: found.part.unit, origin: origin)
      ]
    }
    return found.values.enumerated().map { index, value in
      Figure(
        id: index == 0 ? id : found.part.id.extended(by: "switching_value_\(index + 1)"),
        label: label, value: value, unit: found.part.unit, origin: origin)
    }
  }

  private func conventions() throws(ValuationError) -> [ReportConvention] {
    try reported.map.conventions().map { convention in
      let id = FigureID(joining: "convention", convention.id, "ratio")
      let label = Text("Ratio", nl: "Ratio")
      let origin = Origin.computation(rule: convention.label, inputs: [])
      let figure =
        convention.ratio.map {
          Figure(id: id, label: label, value: $0, unit: .ratio, origin: origin)
        }
        ?? Figure(
          id: id, label: label,
          absent: convention.absence ?? Text("there is no ratio", nl: "er is geen ratio"),
          unit: .ratio, origin: origin)
      return ReportConvention(
        id: convention.id, label: convention.label, isOwn: convention.isOwn, ratio: figure)
    }
  }

  private func figure(
    _ number: DoubtfulNumber, _ name: String, _ label: Text, _ value: Double, _ rule: Text
  ) -> Figure {
    Figure(
      id: number.id.extended(by: name), label: label, value: value.roundedToNineDigits,
      unit: .ratio, origin: .computation(rule: rule, inputs: number.figures))
  }

  /// The rule of an end of a swing: at which value of the number the ratio is so.
  private static func rule(_ number: DoubtfulNumber, _ end: Double, _ share: Double) -> Text {
    func value(_ language: Language) -> String {
      ShownNumber.text(end, number.unit, in: language)
    }
    let percentile = Int((share * 100).rounded())
    return Text(
      "ratio with \(value(.english)), the \(percentile)th percentile of the range, all else as it is",
      nl: "ratio bij \(value(.dutch)), het \(percentile)e percentiel van de marge; al het andere "
        + "blijft gelijk")
  }

  private static let switchRule = Text(
    "the value at which the present value equals the inputs, all else as it is",
    nl: "de waarde waarbij de contante waarde gelijk is aan de inbreng; al het andere blijft gelijk"
  )
}

extension MapPart {
  /// What the number counts.
  var unit: Unit {
    switch self {
    case .row(_, let part):
      switch part {
      case .quantity: .count
      case .proxy: .money
      case .firstPeriod, .benefitPeriods: .year
      case .deadweight, .displacement, .attribution, .dropOff: .percent
      }
    case .everyRow, .discountRate: .percent
    case .input: .money
    }
  }
}
