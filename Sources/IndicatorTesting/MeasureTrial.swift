import IndicatorKit
import Pipeline
import ProjectReaders

/// Tries whether every declared measure comes back once, made in the way that its card says.
struct MeasureTrial {
  private let indicator: any Indicator
  private let examples: ExampleText?
  private let card: IndicatorCard

  init(_ indicator: any Indicator, _ examples: ExampleText?) {
    self.indicator = indicator
    self.examples = examples
    card = type(of: indicator).card
  }

  var faults: [String] {
    var faults: [String] = []
    var measured: Set<String> = []
    var detailed: Set<String> = []
    for measures in trials {
      faults += missing(measures) + measures.flatMap(parts) + measures.flatMap(misfits)
      detailed.formUnion(measures.flatMap(\.details).filter { !$0.rows.isEmpty }.map(\.card.id))
      measured.formUnion(measures.filter { $0.value != nil }.map(\.card.id))
    }
    // A measure that never has a value would keep every other promise by itself.
    faults += card.measures.map(\.id).filter { !measured.contains($0) }.map {
      "no example gives the measure “\(card.id).\($0)” a value; write a worked example that does"
    }
    faults += card.details.map(\.id).filter { !detailed.contains($0) }.map {
      "no example gives the detail “\(card.id).\($0)” a row; write a worked example that does"
    }
    return faults.unique
  }

  /// Details that are not declared, or whose rows are not as declared.
  private func misfits(of measure: Measure) -> [String] {
    measure.details.flatMap { detail -> [String] in
      guard card.details.contains(detail.card) else {
        return [
          "“\(card.id)” gives the detail “\(detail.card.id)”, which its card does not declare; "
            + "add it under details:"
        ]
      }
      return detail.faults
    }
  }

  /// What the indicator gives on generated projects and on its worked examples.
  private var trials: [[Measure]] {
    let generated = GeneratedProjects.all(card).compactMap { project -> [Measure]? in
      guard case .measures(let measures) = Outcome(indicator, project.data()) else { return nil }
      return measures
    }
    guard let examples else { return generated }
    let worked = ExampleFile.read(examples.text, file: examples.file).examples
      .map { ExampleRun(indicator, $0, file: examples.file).measures }
    return generated + worked.filter { !$0.isEmpty }
  }

  private func missing(_ measures: [Measure]) -> [String] {
    let declared = card.measures.map(\.id)
    let given = measures.map(\.card.id)
    let counts = declared.compactMap { id -> String? in
      let count = given.count { $0 == id }
      if count == 1 { return nil }
      return "“\(card.id)” gives the measure “\(id)” \(count) times; return it exactly once, "
        + "as a value or with notMeasurable(_:)"
    }
    let undeclared = given.filter { !declared.contains($0) }.map {
      "“\(card.id)” gives the measure “\($0)”, which its card does not declare; "
        + "add it under measures:"
    }
    return counts + undeclared
  }

  private func parts(of measure: Measure) -> [String] {
    guard case .measured(let parts) = measure.result else { return absence(of: measure) }
    let kind: MeasureCard.Kind =
      switch parts {
      case .count: .count
      case .sum: .sum
      case .share: .share
      case .mean: .mean
      case .computed: .computed
      }
    if kind == measure.card.kind { return [] }
    return [
      "“\(card.id).\(measure.card.id)” is declared as \(measure.card.kind.rawValue) and made as "
        + "\(kind.rawValue); write kind: .\(kind.rawValue) in its card"
    ]
  }

  private func absence(of measure: Measure) -> [String] {
    guard let reason = measure.absence else { return [] }
    return Wording.language(
      reason, "the reason why “\(card.id).\(measure.card.id)” has no value", isSentence: true)
  }
}

extension [String] {
  /// The texts, each once, in their order.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
