import ExportKit

extension ExampleMap {
  /// One number or word of a map under a name, as the reference page prints it.
  struct Line: Sendable, Hashable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    var text: String { "\(name): \(value)" }
  }

  /// Everything in the map, line by line.
  var lines: [Line] {
    [
      Line("summary", summary), Line("perspective", perspective.rawValue),
      Line("discount rate", Line.percent(discountRate)),
    ] + stakeholders.flatMap(\.lines) + inputs.map(\.line) + outcomes.flatMap(\.lines)
      + unpriced.map(\.line)
  }
}

extension ExampleMap.Line {
  fileprivate static func percent(_ share: Double) -> String {
    number(DecimalText.round(share * 100, decimals: 6)) + " %"
  }

  fileprivate static func number(_ value: Double) -> String { DecimalText.exact(value) }

  fileprivate static func estimate(_ estimate: Estimate) -> String {
    guard let low = estimate.low, let high = estimate.high else { return number(estimate.value) }
    return "\(number(estimate.value)) (\(number(low))–\(number(high)))"
  }
}

extension ExampleMap.Stakeholder {
  fileprivate var lines: [ExampleMap.Line] {
    let state = isIncluded ? "included" : "left out"
    return [
      ExampleMap.Line("stakeholder \(id)", "\(name), \(groupSize), \(state)"),
      ExampleMap.Line("stakeholder \(id) involved", involved.map(String.init) ?? "–"),
    ]
  }
}

extension ExampleMap.Input {
  fileprivate var line: ExampleMap.Line {
    let amount = ExampleMap.Line.number(quantity)
    let value = kind == .cash ? amount : "\(amount) × \(ExampleMap.Line.number(rate))"
    return ExampleMap.Line(
      "input \(id)", "\(description) (\(stakeholder), \(kind.label.english)): \(value)")
  }
}

extension ExampleMap.Outcome {
  fileprivate var lines: [ExampleMap.Line] {
    let shares = [
      ("deadweight", deadweight), ("displacement", displacement), ("attribution", attribution),
      ("drop-off", dropOff),
    ]
    let periods = "\(benefitPeriods)" + (durationReason.map { ", \($0)" } ?? "")
    let intended = isIntended ? "" : ", unintended"
    return [
      line("", "\(description) (\(stakeholder)\(intended))"),
      line("quantity", "\(ExampleMap.Line.estimate(quantity)) \(unit)"),
      line("evidence", evidence ?? "–"), line("sample size", sampleSize.map(String.init) ?? "–"),
      line("proxy", "\(ExampleMap.Line.estimate(proxy)), \(proxyDescription) (\(proxyID))"),
      line("source of the proxy", "\(source), \(method.label.english)"),
      line("price year", priceYear.map(String.init) ?? "–"),
    ]
      + shares.map { name, share in
        line(name, "\(ExampleMap.Line.percent(share.value)), \(share.reason ?? "no reason")")
      } + [line("benefit periods", periods)]
  }

  private func line(_ name: String, _ value: String) -> ExampleMap.Line {
    ExampleMap.Line(name.isEmpty ? "outcome \(id)" : "outcome \(id) \(name)", value)
  }
}

extension ExampleMap.Unpriced {
  fileprivate var line: ExampleMap.Line {
    let intended = isIntended ? "" : ", unintended"
    return ExampleMap.Line(
      "outcome \(id) without a price", "\(description) (\(stakeholder)\(intended)): \(reason)")
  }
}
