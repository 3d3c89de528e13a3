/// A change of a scenario as a figure that only explanations show.
struct ExplainedChange {
  /// The number in the scenario: `scenario.<id>.outcome.o1.deadweight`.
  let figure: ReportedFigure
  /// Why it is so.
  let reason: String?
}

extension Report {
  /// Every change of every scenario.
  var explainedChanges: [ExplainedChange] {
    let labels = Dictionary(
      everyFigure.map { ($0.id, $0.label) }
        + (sensitivity?.switches ?? []).map { ($0.input, $0.label) },
      uniquingKeysWith: { first, _ in first })
    return (sensitivity?.scenarios ?? []).flatMap { scenario in
      scenario.changes.compactMap { change in
        explained(change, of: scenario, called: labels[change.figure])
      }
    }
  }

  /// What the values of a scenario are made of: its changes, and the map that they are made in.
  var scenarioParts: [FigureID: [FigureID]] {
    var parts: [FigureID: [FigureID]] = [:]
    for scenario in sensitivity?.scenarios ?? [] {
      let changes = scenario.changes.compactMap { scenario.id(of: $0) }
      parts[scenario.presentValue.id] = changes + [valueMap?.presentValue.id].compactMap(\.self)
      parts[scenario.inputsPresentValue.id] =
        changes + [valueMap?.inputsPresentValue.id].compactMap(\.self)
    }
    return parts
  }

  /// The formulas of the scenarios: the ratio, and its difference with that of the report.
  var scenarioFormulas: [FigureID: Formula] {
    var formulas: [FigureID: Formula] = [:]
    for scenario in sensitivity?.scenarios ?? [] {
      guard let value = scenario.presentValue.operand,
        let inputs = scenario.inputsPresentValue.operand, let ratio = scenario.ratio.operand
      else { continue }
      formulas[scenario.ratio.id] = Formula(rule: nil, arithmetic: .quotient(value, inputs))
      formulas[scenario.difference.id] = valueMap?.ratio.operand.map {
        Formula(
          rule: Text("ratio of the scenario − ratio", nl: "ratio van het scenario − ratio"),
          arithmetic: .difference(ratio, $0))
      }
    }
    return formulas
  }

  private func explained(
    _ change: ReportScenario.Change, of scenario: ReportScenario, called label: Text?
  ) -> ExplainedChange? {
    guard let id = scenario.id(of: change) else { return nil }
    func shown(_ value: Double, _ language: Language) -> String {
      ShownNumber.text(value, change.unit, currency: project.currency, in: language)
    }
    let rule =
      change.from.map { from in
        Text(
          "in the scenario “\(scenario.title)”, instead of \(shown(from, .english))",
          nl: "in het scenario ‘\(scenario.title)’, in plaats van \(shown(from, .dutch))")
      }
      ?? Text(
        "in the scenario “\(scenario.title)”, instead of values that differ",
        nl: "in het scenario ‘\(scenario.title)’, in plaats van waarden die verschillen")
    let made = Origin.computation(rule: rule, inputs: figures(named: change.figure))
    return ExplainedChange(
      figure: ReportedFigure(
        id: id, label: label ?? Text(verbatim: change.figure.description), value: change.to,
        origin: change.origin.map { .combined([$0, made]) } ?? made, unit: change.unit),
      reason: change.reason)
  }

  /// The figures that a scenario changes under one name: of every outcome, or the one itself.
  private func figures(named name: FigureID) -> [FigureID] {
    let segments = name.description.split(separator: ".")
    guard segments.first == "every_outcome", let share = segments.last else { return [name] }
    return (valueMap?.rows ?? []).map {
      FigureID(joining: "outcome", $0.id.description, String(share))
    }
  }
}

extension ReportScenario {
  /// The identifier of a change in an explanation.
  func id(of change: Change) -> FigureID? {
    FigureID(
      "\(presentValue.id.description.split(separator: ".").dropLast().joined(separator: "."))"
        + ".\(change.figure)")
  }
}
