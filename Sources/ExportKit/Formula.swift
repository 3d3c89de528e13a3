/// How a figure follows from others: the rule in words and in numbers.
struct Formula {
  let rule: Text?
  let arithmetic: Arithmetic
  /// Figures that it depends on without naming them, as discount factors come from a rate.
  var also: [FigureID] = []

  var inputs: [FigureID] { arithmetic.figures + also }

  /// The size of its largest part, against which rounding is judged.
  var magnitude: Double { Formula.magnitude(of: arithmetic) }

  private static func magnitude(of part: Arithmetic) -> Double {
    switch part {
    case .sum(let terms): terms.reduce(0) { $0 + magnitude(of: $1) }
    case .difference(let first, let second): magnitude(of: first) + magnitude(of: second)
    case .number, .figure, .product, .quotient, .power: part.value.magnitude
    }
  }
}

extension Figure {
  /// The figure as a part of a computation, `nil` where it has no value.
  var operand: Arithmetic? { value.map { .figure(id, $0, unit) } }
}

extension Measure {
  /// The measure from its parts, `nil` where the parts are the value itself.
  var formula: Formula? {
    guard case .measured(let parts) = result else { return nil }
    switch parts {
    case .share(let numerator, let denominator, _):
      return Formula(
        rule: Text("part ÷ whole", nl: "deel ÷ geheel"),
        arithmetic: .quotient(.number(numerator, .count), .number(denominator, .count)))
    case .mean(let sum, let count):
      return Formula(
        rule: Text("sum ÷ number", nl: "som ÷ aantal"),
        arithmetic: .quotient(.number(sum, card.unit), .number(count, .count)))
    case .count, .sum, .computed: return nil
    }
  }
}

extension Report {
  /// The formulas of all figures that the report holds the parts of.
  var formulas: [FigureID: Formula] {
    var formulas: [FigureID: Formula] = [:]
    for entry in indicators.flatMap(\.measures) {
      formulas[entry.id] = entry.measure.formula
    }
    for input in inputs { formulas.merge(inputFormulas(input)) { first, _ in first } }
    for row in valueMap?.rows ?? [] {
      formulas.merge(rowFormulas(row)) { first, _ in first }
    }
    formulas.merge(totalFormulas) { first, _ in first }
    formulas.merge(scenarioFormulas) { first, _ in first }
    return formulas
  }

  /// What authors wrote beside the numbers that they gave.
  var remarks: [FigureID: String] {
    var remarks: [FigureID: String] = [:]
    for row in valueMap?.rows ?? [] {
      remarks[row.id(of: .quantity)] = row.evidence
      remarks[row.id(of: .proxy)] = row.proxySource
      remarks[row.id(of: .deadweight)] = row.deadweight.reason
      remarks[row.id(of: .displacement)] = row.displacement.reason
      remarks[row.id(of: .attribution)] = row.attribution.reason
      remarks[row.id(of: .dropOff)] = row.dropOff.reason
    }
    for outcome in valueMap?.unpriced ?? [] { remarks[outcome.quantity.id] = outcome.reason }
    return remarks.filter { !$0.value.isEmpty }
  }

  private func inputFormulas(_ input: ReportInput) -> [FigureID: Formula] {
    var formulas: [FigureID: Formula] = [:]
    if let quantity = input.quantity, let rate = input.rate {
      let unit: Unit = input.kind == .cash ? .money : .count
      var factors: [Arithmetic] = [.figure(input.id(of: .quantity), quantity, unit)]
      if input.kind != .cash { factors.append(.figure(input.id(of: .rate), rate, .money)) }
      if input.priceFactor != 1 { factors.append(.number(input.priceFactor, .factor)) }
      if factors.count > 1 {
        formulas[input.value.id] = Formula(
          rule: Text("quantity × value per unit", nl: "aantal × waarde per stuk"),
          arithmetic: .product(factors))
      } else if let only = factors.first {
        formulas[input.value.id] = Formula(rule: nil, arithmetic: only)
      }
    }
    if let value = input.value.operand, let factor = factor(map: \.inputFactors, input.period) {
      formulas[input.presentValue.id] = Formula(
        rule: Text("value × discount factor", nl: "waarde × disconteringsfactor"),
        arithmetic: .product([value, .number(factor, .factor)]),
        also: [ProjectDescription.discountRateID])
    }
    return formulas
  }

  private func factor(map factors: KeyPath<ReportValueMap, [Double]>, _ period: Int) -> Double? {
    guard let all = valueMap?[keyPath: factors], all.indices.contains(period - 1) else {
      return nil
    }
    return all[period - 1]
  }

  private func rowFormulas(_ row: ReportOutcome) -> [FigureID: Formula] {
    var formulas: [FigureID: Formula] = [:]
    if let quantity = row.quantity {
      formulas[row.gross.id] = Formula(
        rule: Text("quantity × proxy", nl: "aantal × proxy"),
        arithmetic: .product([
          .figure(row.id(of: .quantity), quantity.value, .count),
          .figure(row.id(of: .proxy), row.proxy.value, .money),
        ]))
    }
    if let given = row.proxyGiven {
      formulas[row.id(of: .proxy)] = Formula(
        rule: priceRule(of: row),
        arithmetic: .product([.number(given.value, .money), .number(row.priceFactor, .factor)]))
    }
    let steps: [(Figure, Figure, ReportOutcome.Given)] = [
      (row.gross, row.afterDeadweight, .deadweight),
      (row.afterDeadweight, row.afterDisplacement, .displacement),
      (row.afterDisplacement, row.impact, .attribution),
    ]
    for (before, after, given) in steps {
      guard let operand = before.operand, let kept = row.kept(given) else { continue }
      formulas[after.id] = Formula(rule: nil, arithmetic: .product([operand, kept]))
    }
    formulas[row.presentValue.id] = presentValue(of: row)
    return formulas
  }

  /// By what the proxy was converted: an exchange rate, a price index or both.
  private func priceRule(of row: ReportOutcome) -> Text {
    let names = converters(of: row)
    let isExchanged = names.contains { $0.hasPrefix("exchange_rate.") }
    let isIndexed = names.contains { $0.hasPrefix("price_index.") }
    switch (isExchanged, isIndexed) {
    case (true, true):
      return Text(
        "value in the source × (price index × exchange rate)",
        nl: "waarde in de bron × (prijsindex × wisselkoers)")
    case (true, false):
      return Text("value in the source × exchange rate", nl: "waarde in de bron × wisselkoers")
    case (false, true):
      return Text("value in the source × price index", nl: "waarde in de bron × prijsindex")
    case (false, false):
      return Text("value in the source × price factor", nl: "waarde in de bron × prijsfactor")
    }
  }

  /// The parameters that a proxy was converted with; those of the project stand in its table.
  private func converters(of row: ReportOutcome) -> [String] {
    let origin = row.origin(of: .proxy)
    let origins: [Origin] = if case .combined(let all) = origin { all } else { [origin] }
    return origins.compactMap { origin in
      if case .parameter(let id, _, _) = origin { return id }
      return parameters.first { $0.origin == origin }?.id
    }
  }

  private func presentValue(of row: ReportOutcome) -> Formula? {
    guard let impact = row.impact.operand, let kept = row.kept(.dropOff),
      row.benefitPeriods > 0, row.benefitPeriods <= 1_000
    else { return nil }
    var terms: [Arithmetic] = []
    for k in 0..<row.benefitPeriods {
      guard let factor = factor(map: \.benefitFactors, row.firstPeriod + k) else { return nil }
      let left: [Arithmetic] = k == 0 ? [] : [.power(kept, k)]
      terms.append(.product([impact] + left + [.number(factor, .factor)]))
    }
    return Formula(
      rule: nil, arithmetic: .sum(terms),
      also: [row.id(of: .dropOff), ProjectDescription.discountRateID])
  }
}

extension ReportOutcome {
  /// What a deduction leaves: `1 − share`, or `nil` where the share is not known.
  func kept(_ given: Given) -> Arithmetic? {
    estimate(of: given).map {
      .difference(.number(1, .ratio.whole), .figure(id(of: given), $0.value, .percent))
    }
  }
}

extension Unit {
  /// A pure number that is shown with the decimals of a discount factor.
  static let factor = Unit(code: "1", symbol: Text(verbatim: ""), decimals: 6)

  /// The same unit without decimals.
  var whole: Unit { Unit(code: code, symbol: symbol, decimals: 0) }
}
