import IndicatorKit
import ProjectReaders

/// Compares the measures of a worked example with what the example says that they come to.
struct ExampleComparison {
  let measures: [Measure]
  let card: IndicatorCard
  let file: String

  /// What is wrong with one measure; nothing where it is as expected.
  func faults(_ expected: WorkedExample.Expectation) -> [ExampleFault] {
    guard let measure = measures.first(where: { $0.card.id == expected.measure }) else {
      let hint = Self.hint(expected.measure, card.measures.map(\.id))
      return [
        fault(expected.line, "“\(card.id)” gives no measure “\(expected.measure)”; \(hint)")
      ]
    }
    if let message = message(expected, measure) { return [fault(expected.line, message)] }
    guard case .value(_, let tolerance) = expected.outcome else { return [] }
    return expected.groups.compactMap { group in
      message(group, tolerance, measure).map { fault(group.line, $0) }
    }
  }

  private func message(
    _ expected: WorkedExample.Expectation, _ measure: Measure
  ) -> String? {
    switch (expected.outcome, measure.value, measure.absence) {
    case (.value(let wanted, let tolerance), let value?, _):
      guard abs(value - wanted) > tolerance else { return nil }
      return
        "“\(expected.measure)” is \(DecimalText.exact(value)), and the example says \(DecimalText.exact(wanted)); mend the module, or the example"
    case (.value(let wanted, _), nil, let reason):
      return
        "“\(expected.measure)” has no value, because \(reason?.english ?? "of nothing that it says"), and the example says \(DecimalText.exact(wanted))"
    case (.absent(let words), let value?, _):
      return
        "“\(expected.measure)” is \(DecimalText.exact(value)), and the example says that it cannot be measured: “\(words)”"
    case (.absent(let words), nil, let reason):
      let reasons = [reason?.english ?? "", reason?.dutch ?? ""]
      guard !reasons.contains(where: { $0.contains(words) }) else { return nil }
      return
        "“\(expected.measure)” cannot be measured because “\(reasons[0])”, which does not hold the words “\(words)”"
    }
  }

  private func message(
    _ group: WorkedExample.Expectation.Group, _ tolerance: Double, _ measure: Measure
  ) -> String? {
    guard let breakdown = measure.breakdowns.first(where: { $0.id == group.breakdown }) else {
      return "“\(measure.card.id)” has no breakdown “\(group.breakdown)”; "
        + Self.hint(group.breakdown, measure.breakdowns.map(\.id))
    }
    guard let entry = breakdown.entries.first(where: { $0.id == group.entry }) else {
      return "the breakdown “\(breakdown.id)” of “\(measure.card.id)” has no group "
        + "“\(group.entry)”; " + Self.hint(group.entry, breakdown.entries.map(\.id))
    }
    if abs(entry.value - group.value) <= tolerance { return nil }
    return "the group “\(entry.id)” of “\(measure.card.id)” is \(DecimalText.exact(entry.value)), "
      + "and the example says \(DecimalText.exact(group.value))"
  }

  private static func hint(_ word: String, _ known: [String]) -> String {
    if let near = Nearest.match(word, in: known) { return "did you mean “\(near)”?" }
    return "there are: " + (known.isEmpty ? "none" : known.joined(separator: ", "))
  }

  private func fault(_ line: Int, _ message: String) -> ExampleFault {
    ExampleFault(file: file, line: line, message: message)
  }
}
