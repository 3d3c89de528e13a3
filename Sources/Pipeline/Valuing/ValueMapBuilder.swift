import ExportKit
import IndicatorKit
import Valuation

/// Lays a project's outcomes and inputs on the value map and values it.
///
/// A quantity that could not be had makes the totals absent, never smaller. Outcomes without a
/// price are on the map and in no total.
struct ValueMapBuilder {
  let project: LoadedProject
  let inputs: [ResolvedInput]
  let result: ValuationResult
  /// The outcomes without a price, in the order of their table.
  let unpriced: [ReportUnpricedOutcome]
  private let outcomes: [ResolvedOutcome]
  private let rowValues: [RowID: ValuedRow]
  /// The places of each stakeholder's outcomes, in the order of the table.
  private let placesOfStakeholder: [RowID: [Int]]
  private let outcomesMissing: Text?
  private let inputsMissing: Text?

  /// Values the map of a project, or gives `nil` where it has no outcomes and no inputs.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - measures: what was measured, for quantities that are taken from there.
  ///   - books: what the books came to.
  /// - Throws: `ValuationError` where a number cannot be computed with.
  init?(
    _ project: LoadedProject, measures: [FigureID: ReportMeasure],
    books: Result<LedgerTotals, NoTotal>
  ) throws(ValuationError) {
    let all = project.rows(Outcome.self)
    let rows = all.filter { $0.stateOrPriced == .priced }
    let inputRows = project.rows(Input.self)
    guard !all.isEmpty || !inputRows.isEmpty else { return nil }
    self.project = project
    let prices = PriceLevel(project)
    inputs = inputRows.indices.map { position in
      ResolvedInput(
        inputRows[position],
        origins: ValueMapBuilder.origins(of: inputRows, at: position, in: project),
        measures: measures, books: books, prices: prices)
    }
    outcomes = ValueMapBuilder.resolved(rows, in: project, measures: measures, prices: prices)
    unpriced = ValueMapBuilder.unpriced(
      all.filter { $0.stateOrPriced != .priced }, in: project, measures: measures)
    let map = ValueMapBuilder.map(project.description, outcomes, inputs)
    result = try map.valued()
    rowValues = Dictionary(result.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    placesOfStakeholder = Dictionary(
      grouping: outcomes.indices, by: { [outcomes] in outcomes[$0].row.stakeholder })
    outcomesMissing = ValueMapBuilder.missing(in: outcomes, hasUnpriced: !unpriced.isEmpty, project)
    inputsMissing = ValueMapBuilder.missing(in: inputs, project)
  }

  /// The parameters that are prices or converted them, in the order of their first use.
  var usedParameters: [PriceLevel.Used] {
    var seen: Set<PriceLevel.Used> = []
    let all =
      outcomes.flatMap { $0.proxy?.parameters ?? [] } + inputs.flatMap(\.factor.parameters)
    return all.filter { seen.insert($0).inserted }
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
      inputs: inputs.map { FigureID(joining: "input", $0.row.id.description, "present_value") })
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
      waterfall: waterfall, domains: domains, payback: payback(missing: missing),
      unpriced: unpriced)
  }

  /// The present value of one stakeholder's outcomes.
  func presentValue(of stakeholder: RowID) -> Figure {
    group(
      "stakeholder", stakeholder.description,
      of: (placesOfStakeholder[stakeholder] ?? []).map { outcomes[$0] })
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
    let proxy = outcome.proxy
    let value = outcome.missing == nil ? rowValues[row.id] : nil
    func step(_ id: String, _ label: Text, _ number: Double?, _ rule: Text) -> Figure {
      figure(
        "outcome", row.id.description, id, label, number, missing: outcome.missing,
        origin: id == "gross_value" ? outcome.origin : .computation(rule: rule, inputs: []))
    }
    return ReportOutcome(
      id: row.id, stakeholder: row.stakeholder, description: row.description, theme: row.theme,
      isIntended: row.intended, evidence: row.evidence, quantity: outcome.quantity,
      quantityFrom: row.quantityFrom, quantityUnit: row.quantityUnit,
      proxyID: proxy?.value == nil ? nil : proxy?.row.id,
      proxyDescription: proxy?.row.description ?? "", proxy: proxy?.value ?? Estimate(0),
      proxySource: proxy?.source ?? "",
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
        ValueMapBuilder.presentValueRule), origins: outcome.origins,
      sampleSize: row.sampleSize, durationReason: row.durationReason, weight: row.weight,
      proxyMethod: proxy?.row.method, proxyGiven: proxy?.given, priceYear: proxy?.row.priceYear,
      priceFactor: proxy?.factor.value ?? 1,
      sharedDoubts: SharedDoubts.names(of: row, proxy: proxy?.row))
  }
}
