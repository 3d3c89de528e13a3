import IndicatorKit
import ProjectReaders

/// Compares the measures of a worked example with what the example says that they come to.
struct ExampleComparison {
  let measures: [Measure]
  let card: IndicatorCard
  let file: String

  /// What is wrong with one measure, or `nil` where it is as expected.
  func fault(_ expected: WorkedExample.Expectation) -> ExampleFault? {
    guard let measure = measures.first(where: { $0.card.id == expected.measure }) else {
      let known = card.measures.map(\.id)
      let hint =
        Nearest.match(expected.measure, in: known).map { "did you mean “\($0)”?" }
        ?? "there are: " + known.joined(separator: ", ")
      return fault(expected, "“\(card.id)” gives no measure “\(expected.measure)”; \(hint)")
    }
    switch (expected.outcome, measure.value, measure.absence) {
    case (.value(let wanted, let tolerance), let value?, _):
      guard abs(value - wanted) > tolerance else { return nil }
      return fault(
        expected,
        "“\(expected.measure)” is \(DecimalText.exact(value)), and the example says \(DecimalText.exact(wanted)); mend the module, or the example"
      )
    case (.value(let wanted, _), nil, let reason):
      return fault(
        expected,
        "“\(expected.measure)” has no value, because \(reason?.english ?? "of nothing that it says"), and the example says \(DecimalText.exact(wanted))"
      )
    case (.absent(let words), let value?, _):
      return fault(
        expected,
        "“\(expected.measure)” is \(DecimalText.exact(value)), and the example says that it cannot be measured: “\(words)”"
      )
    case (.absent(let words), nil, let reason):
      let reasons = [reason?.english ?? "", reason?.dutch ?? ""]
      guard !reasons.contains(where: { $0.contains(words) }) else { return nil }
      return fault(
        expected,
        "“\(expected.measure)” cannot be measured because “\(reasons[0])”, which does not hold the words “\(words)”"
      )
    }
  }

  private func fault(_ expected: WorkedExample.Expectation, _ message: String) -> ExampleFault {
    ExampleFault(file: file, line: expected.line, message: message)
  }
}
