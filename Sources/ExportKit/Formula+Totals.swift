extension Report {
  /// The formulas of the results, of each period, of each group and of the waterfall.
  var totalFormulas: [FigureID: Formula] {
    guard let map = valueMap else { return [:] }
    var formulas = resultFormulas(map)
    for (index, figure) in map.benefitsPerPeriod.enumerated() {
      formulas[figure.id] = benefits(of: index, map)
    }
    formulas.merge(paybackFormulas(map)) { first, _ in first }
    let ofStakeholder = Dictionary(grouping: map.rows, by: \.stakeholder)
    for stakeholder in stakeholders {
      formulas[stakeholder.presentValue.id] = sum(
        of: (ofStakeholder[stakeholder.id] ?? []).map(\.presentValue))
    }
    for (domain, figure) in map.domains {
      let members = Set(stakeholders.filter { $0.domain == domain }.map(\.id))
      formulas[figure.id] = sum(
        of: map.rows.filter { members.contains($0.stakeholder) }.map(\.presentValue))
    }
    formulas.merge(waterfallFormulas(map)) { first, _ in first }
    return formulas
  }

  private func resultFormulas(_ map: ReportValueMap) -> [FigureID: Formula] {
    var formulas: [FigureID: Formula] = [:]
    formulas[map.presentValue.id] = sum(of: map.rows.map(\.presentValue))
    formulas[map.inputsPresentValue.id] = sum(of: inputs.map(\.presentValue))
    guard let value = map.presentValue.operand, let inputs = map.inputsPresentValue.operand else {
      return formulas
    }
    formulas[map.netPresentValue.id] = Formula(
      rule: nil, arithmetic: .difference(value, inputs))
    formulas[map.ratio.id] = Formula(rule: nil, arithmetic: .quotient(value, inputs))
    formulas[map.netRatio.id] = map.netPresentValue.operand.map {
      Formula(rule: nil, arithmetic: .quotient($0, inputs))
    }
    return formulas
  }

  /// A sum of figures, `nil` where one of them has no value or there are none.
  private func sum(of figures: [Figure]) -> Formula? {
    let terms = figures.compactMap(\.operand)
    guard !terms.isEmpty, terms.count == figures.count else { return nil }
    return Formula(rule: nil, arithmetic: .sum(terms))
  }

  private func paybackFormulas(_ map: ReportValueMap) -> [FigureID: Formula] {
    var formulas: [FigureID: Formula] = [:]
    let benefits = map.benefitsPerPeriod.compactMap(\.operand)
    guard benefits.count == map.benefitsPerPeriod.count else { return formulas }
    let amounts = inputs.compactMap(\.value.operand)
    if let paid = amounts.count > 1 ? .sum(amounts) : amounts.first,
      amounts.count == inputs.count
    {
      let id = FigureID(joining: "sroi", "payback_months")
      formulas[id] = payback(of: paid, by: benefits)
    }
    if let paid = map.inputsPresentValue.operand, map.benefitFactors.count >= benefits.count {
      let discounted = zip(benefits, map.benefitFactors).map {
        Arithmetic.product([$0, .number($1, .factor)])
      }
      let id = FigureID(joining: "sroi", "discounted_payback_months")
      formulas[id] = payback(of: paid, by: discounted)
    }
    return formulas
  }

  /// 12 × (whole periods before + what is then left to cover ÷ benefits of that period).
  private func payback(of inputs: Arithmetic, by benefits: [Arithmetic]) -> Formula? {
    let wanted = inputs.value
    var covered = 0.0
    for (index, benefit) in benefits.enumerated() {
      if covered + benefit.value >= wanted {
        let before = Array(benefits.prefix(index))
        let left: Arithmetic = before.isEmpty ? inputs : .difference(inputs, .sum(before))
        let part = Arithmetic.quotient(left, benefit)
        let periods: Arithmetic =
          before.isEmpty ? part : .sum([.number(Double(index), .count), part])
        return Formula(rule: nil, arithmetic: .product([.number(12, .count), periods]))
      }
      covered += benefit.value
    }
    return nil
  }

  private func benefits(of period: Int, _ map: ReportValueMap) -> Formula? {
    var terms: [Arithmetic] = []
    for row in map.rows {
      let k = period + 1 - row.firstPeriod
      guard (0..<row.benefitPeriods).contains(k) else { continue }
      guard let impact = row.impact.operand, let kept = row.kept(.dropOff) else { return nil }
      terms.append(k == 0 ? impact : .product([impact, .power(kept, k)]))
    }
    return terms.isEmpty ? nil : Formula(rule: nil, arithmetic: .sum(terms))
  }

  private func waterfallFormulas(_ map: ReportValueMap) -> [FigureID: Formula] {
    let steps: [(String, KeyPath<ReportOutcome, Figure>, KeyPath<ReportOutcome, Figure>)] = [
      ("deadweight", \.afterDeadweight, \.gross),
      ("displacement", \.afterDisplacement, \.afterDeadweight),
      ("attribution", \.impact, \.afterDisplacement),
    ]
    var formulas: [FigureID: Formula] = [:]
    formulas[FigureID(joining: "waterfall", "gross_value")] = overPeriods(map, \.gross).map {
      Formula(
        rule: Text("Σ gross value × number of periods", nl: "Σ bruto waarde × aantal perioden"),
        arithmetic: $0)
    }
    for (id, after, before) in steps {
      guard let after = overPeriods(map, after), let before = overPeriods(map, before) else {
        continue
      }
      formulas[FigureID(joining: "waterfall", id)] = Formula(
        rule: nil, arithmetic: .difference(after, before))
    }
    return formulas
  }

  private func overPeriods(
    _ map: ReportValueMap, _ figure: KeyPath<ReportOutcome, Figure>
  ) -> Arithmetic? {
    let terms: [Arithmetic] = map.rows.compactMap { row in
      row[keyPath: figure].operand.map {
        row.benefitPeriods == 1
          ? $0 : .product([$0, .number(Double(row.benefitPeriods), .count)])
      }
    }
    return terms.count == map.rows.count && !terms.isEmpty ? .sum(terms) : nil
  }
}
