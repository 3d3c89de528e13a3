import IndicatorKit
import ProjectReaders

/// A what-if of the author: the numbers of the value map that are others in it.
struct NamedScenario: Sendable, Hashable {
  /// One number that is another.
  struct Change: Sendable, Hashable {
    /// `outcome.<id>.<part>`, `input.<id>.<part>` or `sroi.discount_rate`.
    let figure: FigureID
    /// The value in the scenario; a share is a fraction.
    let value: Double
    let unit: Unit
    let reason: String?
  }

  let id: RowLabel
  let title: String
  let changes: [Change]

  /// The scenarios of a project in the order in which its table first names them, and what is
  /// wrong; a scenario with a fault is left out whole.
  static func read(_ project: LoadedProject) -> (scenarios: [NamedScenario], findings: [Finding]) {
    let rows = project.rows(ScenarioChange.self)
    let parts = ScenarioParts(project)
    var findings: [Finding] = []
    var order: [RowLabel] = []
    var titles: [RowLabel: String] = [:]
    var changes: [RowLabel: [Change]] = [:]
    var faulty: Set<RowLabel> = []
    for position in rows.indices {
      let row = rows[position]
      if changes[row.scenario] == nil { order.append(row.scenario) }
      if titles[row.scenario] == nil { titles[row.scenario] = row.title }
      let earlier = changes[row.scenario, default: []]
      switch parts.change(row, earlier: earlier) {
      case .success(let change): changes[row.scenario] = earlier + [change]
      case .failure(let fault):
        faulty.insert(row.scenario)
        changes[row.scenario] = earlier
        findings.append(
          Finding(
            fault.code, .error, fault.message, help: fault.help,
            at: project.address(rows, at: position, column: fault.column)))
      }
    }
    let sound = order.filter { !faulty.contains($0) }.map {
      NamedScenario(id: $0, title: titles[$0] ?? $0.description, changes: changes[$0] ?? [])
    }
    return (project.isWhole(ScenarioChange.table.id) ? sound : [], findings)
  }
}

/// What a scenario of one project may change, and within which bounds.
private struct ScenarioParts {
  struct Fault: Error {
    let column: String
    let code: String
    let message: Text
    let help: Text
  }

  private struct Part {
    let unit: Unit
    let bounds: ClosedRange<Double>
    var isWhole = false
  }

  private let parts: [FigureID: Part]
  private let names: [String]
  private let decimalMark: DecimalMark?
  private let currency: Currency

  init(_ project: LoadedProject) {
    decimalMark = project.decimalMark
    currency = project.description.currency
    let share = Part(unit: .percent, bounds: 0...1)
    let periods = Part(unit: .count, bounds: 1...100, isWhole: true)
    let ofOutcomes = [
      ("quantity", Part(unit: .ratio, bounds: 0...1e12)),
      ("proxy", Part(unit: .money, bounds: -1e9...1e9)), ("deadweight", share),
      ("displacement", share), ("attribution", share), ("drop_off", share),
      ("first_period", periods), ("benefit_periods", periods),
    ]
    var pairs = [
      (FigureID(joining: "sroi", "discount_rate"), Part(unit: .percent, bounds: 0...0.25))
    ]
    for row in project.rows(Outcome.self) where row.stateOrPriced == .priced {
      pairs += ofOutcomes.map { (FigureID(joining: "outcome", row.id.description, $0), $1) }
    }
    for row in project.rows(Input.self) {
      let id = row.id.description
      let amount = Part(unit: row.kind == .cash ? .money : .ratio, bounds: 0...1e12)
      pairs.append((FigureID(joining: "input", id, "quantity"), amount))
      guard row.kind != .cash else { continue }
      pairs.append((FigureID(joining: "input", id, "rate"), Part(unit: .money, bounds: 0...1e9)))
    }
    parts = Dictionary(pairs) { first, _ in first }
    names = pairs.map(\.0.description)
  }

  func change(
    _ row: ScenarioChange, earlier: [NamedScenario.Change]
  ) -> Result<NamedScenario.Change, Fault> {
    guard let part = parts[row.figure] else { return .failure(unknown(row.figure)) }
    guard !earlier.contains(where: { $0.figure == row.figure }) else {
      return .failure(
        Fault(
          column: "figure", code: "value_map.scenario_twice",
          message: Text(
            "The scenario changes “\(row.figure)” twice.",
            nl: "Het scenario verandert ‘\(row.figure)’ twee keer."),
          help: Text("Take one of the two rows out.", nl: "Haal een van beide rijen weg.")))
    }
    switch TypedNumber.read(
      row.value, unit: part.unit, bounds: part.bounds, decimalMark: decimalMark,
      currency: currency)
    {
    case .success(let value) where part.isWhole && value != value.rounded():
      return .failure(
        Fault(
          column: "value", code: "table.not_whole",
          message: Text(
            "A number of periods is a whole number.", nl: "Een aantal jaren is een heel getal."),
          help: Text("Leave the decimals out.", nl: "Laat de decimalen weg.")))
    case .success(let value):
      return .success(
        NamedScenario.Change(
          figure: row.figure, value: value, unit: part.unit, reason: row.reason))
    case .failure(let fault):
      return .failure(
        Fault(column: "value", code: fault.code, message: fault.message, help: fault.help))
    }
  }

  private func unknown(_ figure: FigureID) -> Fault {
    let near = Nearest.match(figure.description, in: names)
    return Fault(
      column: "figure", code: "value_map.unknown_part",
      message: Text(
        "“\(figure)” is no number of the value map that a scenario can change.",
        nl: "‘\(figure)’ is geen getal van de waardenkaart dat een scenario kan veranderen."),
      help: near.map { Text("Did you mean “\($0)”?", nl: "Bedoelt u ‘\($0)’?") }
        ?? Text(
          "Name one as in outcome.o1.deadweight, input.i1.quantity or sroi.discount_rate.",
          nl: "Noem er een zoals outcome.o1.deadweight, input.i1.quantity of sroi.discount_rate."))
  }
}
