import ExportKit
import IndicatorKit
import Valuation

/// Lays a project's outcomes and inputs on the value map and values it.
///
/// A quantity that could not be had makes the totals absent, never smaller.
struct ValueMapBuilder {
  let project: LoadedProject
  private let outcomes: [ResolvedOutcome]
  private let inputs: Rows<Input>
  private let result: ValuationResult
  private let rowValues: [RowID: ValuedRow]
  private let outcomesMissing: Text?
  private let inputsMissing: Text?

  /// Values the map of a project, or gives `nil` where it has no outcomes and no inputs.
  ///
  /// - Throws: `ValuationError` where a number cannot be computed with.
  init?(
    _ project: LoadedProject, measures: [FigureID: ReportMeasure]
  ) throws(ValuationError) {
    let rows = project.rows(Outcome.self).filter { $0.stateOrPriced == .priced }
    let inputs = project.rows(Input.self)
    guard !rows.isEmpty || !inputs.isEmpty else { return nil }
    self.project = project
    self.inputs = inputs
    let proxies = project.rows(Proxy.self)
    let positions = Dictionary(
      proxies.indices.map { (proxies[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    outcomes = rows.indices.map { position in
      let proxy = rows[position].proxy.flatMap { positions[$0] }
      var origins = ValueMapBuilder.origins(of: rows, at: position, in: project)
      origins[.proxy] = proxy.flatMap { project.address(proxies, at: $0, column: "value") }
        .map(Origin.cell)
      return ResolvedOutcome(
        rows[position], proxy: proxy.map { proxies[$0] }, origins: origins, measures: measures)
    }
    let map = ValueMapBuilder.map(project.description, outcomes, inputs)
    result = try map.valued()
    rowValues = Dictionary(result.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    outcomesMissing = ValueMapBuilder.missing(in: outcomes, project)
    inputsMissing = ValueMapBuilder.missing(in: inputs, project)
  }

  /// The value map of the report.
  var valueMap: ReportValueMap {
    let total = figure(
      "sroi", "present_value", Text("Present value", nl: "Contante waarde"), result.presentValue,
      missing: outcomesMissing, rule: ValueMapBuilder.presentValueRule,
      inputs: outcomes.map { FigureID(joining: "outcome", $0.row.id.description, "present_value") })
    let inputTotal = figure(
      "sroi", "inputs_present_value", Text("Value of the inputs", nl: "Waarde van de inbreng"),
      result.inputsPresentValue, missing: inputsMissing,
      rule: Text("sum of the discounted inputs", nl: "som van de verdisconteerde inbreng"),
      inputs: inputs.map { FigureID(joining: "input", $0.id.description, "present_value") })
    let missing = outcomesMissing ?? inputsMissing
    let both = [total.id, inputTotal.id]
    return ReportValueMap(
      rows: outcomes.map(reportRow), periods: result.periods,
      benefitFactors: result.benefitFactors, inputFactors: result.inputFactors,
      benefitsPerPeriod: benefitsPerPeriod, presentValue: total, inputsPresentValue: inputTotal,
      netPresentValue: figure(
        "sroi", "net_present_value", Text("Net present value", nl: "Netto contante waarde"),
        result.netPresentValue, missing: missing,
        rule: Text("present value less inputs", nl: "contante waarde min inbreng"), inputs: both),
      ratio: figure(
        "sroi", "ratio", Text("SROI ratio", nl: "SROI-ratio"), result.ratio,
        missing: missing ?? result.ratioAbsence, unit: .ratio,
        rule: Text("present value ÷ inputs", nl: "contante waarde ÷ inbreng"), inputs: both),
      netRatio: figure(
        "sroi", "net_ratio", Text("Net SROI ratio", nl: "Netto SROI-ratio"), result.netRatio,
        missing: missing ?? result.ratioAbsence, unit: .ratio,
        rule: Text("net present value ÷ inputs", nl: "netto contante waarde ÷ inbreng"),
        inputs: both),
      waterfall: waterfall, domains: domains)
  }

  /// The inputs of the report.
  var reportInputs: [ReportInput] {
    let factors = result.inputFactors
    return inputs.indices.map { position in
      let input = inputs[position]
      let amount = ValueMapBuilder.amount(input)
      let missing: Text? =
        amount == nil
        ? Text("it has no value per hour or unit", nl: "de waarde per uur of stuk ontbreekt") : nil
      let factor = factors.indices.contains(input.period - 1) ? factors[input.period - 1] : 1
      let origins = ValueMapBuilder.origins(of: inputs, at: position, in: project)
      let origin = origins[.quantity] ?? .combined([])
      let value = FigureID(joining: "input", input.id.description, "value")
      return ReportInput(
        id: input.id, stakeholder: input.stakeholder, description: input.description,
        kind: input.kind, period: input.period, quantity: input.quantity?.value ?? 0,
        rate: input.kind == .cash ? 1 : input.rate?.value ?? 0, grant: input.grant,
        value: figure(
          "input", input.id.description, "value", Text("Value", nl: "Waarde"), amount,
          missing: missing, origin: origin),
        presentValue: figure(
          "input", input.id.description, "present_value",
          Text("Present value", nl: "Contante waarde"),
          amount.map { $0 * factor }, missing: missing,
          origin: .computation(
            rule: Text("value × discount factor", nl: "waarde × disconteringsfactor"),
            inputs: [value])), origins: origins)
    }
  }

  /// The present value of one stakeholder's outcomes.
  func presentValue(of stakeholder: RowID) -> Figure {
    group(
      "stakeholder", stakeholder.description,
      of: outcomes.filter { $0.row.stakeholder == stakeholder })
  }

  /// The present value of each domain's outcomes.
  private var domains: [(domain: Domain, presentValue: Figure)] {
    let domainOf = Dictionary(
      project.rows(Stakeholder.self).map { ($0.id, $0.domain) },
      uniquingKeysWith: { first, _ in first })
    return Domain.allCases.map { domain in
      let own = outcomes.filter { domainOf[$0.row.stakeholder] == domain }
      return (domain, group("domain", domain.rawValue, of: own))
    }
  }

  private func group(_ kind: String, _ id: String, of own: [ResolvedOutcome]) -> Figure {
    let missing = own.lazy.compactMap(\.missing).first ?? tableMissing
    return figure(
      kind, id, "present_value", Text("Present value", nl: "Contante waarde"),
      own.reduce(0) { $0 + (rowValues[$1.row.id]?.presentValue ?? 0) },
      missing: own.isEmpty ? missing ?? ValueMapBuilder.noOutcomes : missing,
      origin: .computation(
        rule: Text("sum of its outcomes", nl: "som van de effecten"),
        inputs: own.map { FigureID(joining: "outcome", $0.row.id.description, "present_value") }))
  }

  private var benefitsPerPeriod: [Figure] {
    result.benefitsPerPeriod.enumerated().map { index, value in
      figure(
        "sroi", "benefits_\(index + 1)",
        Text("Benefits in period \(index + 1)", nl: "Effecten in periode \(index + 1)"), value,
        missing: outcomesMissing,
        rule: Text(
          "sum of the outcomes' values in the period",
          nl: "som van de waarden van de effecten in de periode"), inputs: [])
    }
  }

  private var waterfall: [Figure] {
    let steps: [(String, Text, Double)] = [
      ("gross_value", Text("Gross value", nl: "Bruto waarde"), result.waterfall.gross),
      ("deadweight", Text("Deadweight", nl: "Zonder ons ook"), result.waterfall.deadweight),
      ("displacement", Text("Displacement", nl: "Verdringing"), result.waterfall.displacement),
      (
        "attribution", Text("Attribution", nl: "Toerekening aan anderen"),
        result.waterfall.attribution
      ),
      ("drop_off", Text("Drop-off", nl: "Afname"), result.waterfall.dropOff),
      ("discount", Text("Discounting", nl: "Verdiscontering"), result.waterfall.discount),
    ]
    return steps.map { id, label, value in
      figure(
        "waterfall", id, label, value, missing: outcomesMissing,
        rule: Text(
          "difference over all outcomes and periods",
          nl: "verschil over alle effecten en perioden"), inputs: [])
    }
  }

  private func reportRow(_ outcome: ResolvedOutcome) -> ReportOutcome {
    let row = outcome.row
    let value = outcome.missing == nil ? rowValues[row.id] : nil
    func step(_ id: String, _ label: Text, _ number: Double?, _ rule: Text) -> Figure {
      figure(
        "outcome", row.id.description, id, label, number, missing: outcome.missing,
        origin: id == "gross_value" ? outcome.origin : .computation(rule: rule, inputs: []))
    }
    return ReportOutcome(
      id: row.id, stakeholder: row.stakeholder, description: row.description, theme: row.theme,
      isIntended: row.intended, evidence: row.evidence, quantity: outcome.quantity,
      quantityFrom: row.quantityFrom, quantityUnit: row.quantityUnit, proxyID: row.proxy ?? row.id,
      proxyDescription: outcome.proxy?.description ?? "",
      proxy: outcome.proxy?.value ?? Estimate(0), proxySource: outcome.proxy?.source ?? "",
      deadweight: .init(share: row.deadweight, reason: row.deadweightReason),
      displacement: .init(share: row.displacement, reason: row.displacementReason),
      attribution: .init(share: row.attribution, reason: row.attributionReason),
      dropOff: .init(share: row.dropOff, reason: row.dropOffReason),
      firstPeriod: row.firstPeriod, benefitPeriods: row.benefitPeriods,
      gross: step(
        "gross_value", Text("Gross value", nl: "Bruto waarde"), value?.gross,
        Text("quantity × proxy", nl: "aantal × proxy")),
      afterDeadweight: step(
        "after_deadweight", Text("After deadweight", nl: "Na zonder ons ook"),
        value?.afterDeadweight, Text("gross × (1 − deadweight)", nl: "bruto × (1 − deadweight)")),
      afterDisplacement: step(
        "after_displacement", Text("After displacement", nl: "Na verdringing"),
        value?.afterDisplacement, Text("× (1 − displacement)", nl: "× (1 − verdringing)")),
      impact: step(
        "impact", Text("Impact", nl: "Impact"), value?.impact,
        Text("× (1 − attribution)", nl: "× (1 − toerekening)")),
      valuePerPeriod: value?.valuePerPeriod ?? [],
      presentValue: step(
        "present_value", Text("Present value", nl: "Contante waarde"), value?.presentValue,
        ValueMapBuilder.presentValueRule), origins: outcome.origins)
  }
}
