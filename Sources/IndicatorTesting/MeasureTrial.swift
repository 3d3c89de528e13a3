import IndicatorKit

/// Tries whether every declared measure comes back once, made in the way that its card says.
struct MeasureTrial {
  private let indicator: any Indicator
  private let card: IndicatorCard

  init(_ indicator: any Indicator) {
    self.indicator = indicator
    card = type(of: indicator).card
  }

  var faults: [String] {
    var faults: [String] = []
    for project in GeneratedProjects.all(card) {
      let outcome = Outcome(indicator, project.data())
      guard case .measures(let measures) = outcome else { continue }
      faults += missing(measures) + measures.flatMap(parts)
    }
    return faults.unique
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
