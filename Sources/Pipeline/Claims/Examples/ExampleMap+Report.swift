import ExportKit
import Valuation

extension ExampleMap {
  /// Why an example could not be made into a report.
  enum Fault: Error {
    /// A word is no identifier.
    case identifier(String)
    /// A period or a day does not exist.
    case calendar
  }

  /// Makes the report of the example: valued by the engine itself.
  func report() throws -> Report {
    let result = try valueMap().valued()
    return Report(
      program: "Wijkwaarde", project: try description(), isDraft: false,
      stakeholders: try stakeholders.map { try reported($0, result) },
      inputs: try zip(inputs, result.inputs).map(reported),
      valueMap: ReportValueMap(
        rows: try zip(outcomes, result.rows).map(reported), periods: result.periods,
        benefitFactors: result.benefitFactors, inputFactors: result.inputFactors,
        benefitsPerPeriod: [],
        presentValue: figure("sroi", "present_value", result.presentValue),
        inputsPresentValue: figure("sroi", "inputs_present_value", result.inputsPresentValue),
        netPresentValue: figure("sroi", "net_present_value", result.netPresentValue),
        ratio: figure("sroi", "ratio", result.ratio), netRatio: figure("sroi", "net_ratio", nil),
        waterfall: [], domains: [], unpriced: try unpriced.map(reported)),
      indicators: [], findings: [], sources: [], parameters: [])
  }

  private func row(_ text: String) throws -> RowID {
    guard let id = RowID(text) else { throw Fault.identifier(text) }
    return id
  }

  private func figure(_ kind: String, _ id: String, _ value: Double?) -> Figure {
    let id = FigureID(joining: kind, id)
    let label = Text(verbatim: id.description)
    guard let value else {
      return Figure(
        id: id, label: label, absent: Text("not known", nl: "niet bekend"), unit: .money,
        origin: .combined([]))
    }
    return Figure(id: id, label: label, value: value, unit: .money, origin: .combined([]))
  }

  private func valueMap() throws -> ValueMap {
    ValueMap(
      rate: discountRate, benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod,
      rows: try outcomes.map {
        ValueMap.Row(
          id: try row($0.id), quantity: $0.quantity.value, proxy: $0.proxy.value,
          deadweight: $0.deadweight.value, displacement: $0.displacement.value,
          attribution: $0.attribution.value, dropOff: $0.dropOff.value, firstPeriod: 1,
          benefitPeriods: $0.benefitPeriods)
      },
      inputs: try inputs.map {
        ValueMap.Input(id: try row($0.id), amount: $0.quantity * $0.rate, period: 1)
      })
  }

  private func description() throws -> ProjectDescription {
    guard let period = Period(year: 2025) else { throw Fault.calendar }
    return ProjectDescription(
      id: "example", revision: "1", name: "Example", summary: summary, organisation: "Example",
      identifiers: [],
      neighbourhood: Neighbourhood(
        name: "Example", municipality: nil, codes: [], codesYear: nil, country: .netherlands,
        area: PostcodeArea(prefixes: [])),
      period: period, previousPeriod: nil, start: period.first, currency: .euro,
      language: .english, perspective: perspective, reportDate: period.last,
      discountRate: discountRate, discountRateOrigin: .combined([]),
      benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod, priceBaseYear: 2025, grants: [],
      themes: [], author: nil, leftOut: [], releasedBelowFive: [:])
  }

  private func reported(
    _ stakeholder: Stakeholder, _ result: ValuationResult
  ) throws -> ReportStakeholder {
    let own = zip(outcomes, result.rows).filter { $0.0.stakeholder == stakeholder.id }
    return ReportStakeholder(
      id: try row(stakeholder.id), name: stakeholder.name, domain: stakeholder.domain,
      groupSize: stakeholder.groupSize, isIncluded: stakeholder.isIncluded, reason: nil,
      involved: stakeholder.involved, involvement: nil,
      presentValue: figure("stakeholder", "value", own.reduce(0) { $0 + $1.1.presentValue }))
  }

  private func reported(_ input: Input, _ valued: ValuedInput) throws -> ReportInput {
    ReportInput(
      id: try row(input.id), stakeholder: try row(input.stakeholder),
      description: input.description, kind: input.kind, period: 1, quantity: input.quantity,
      rate: input.rate, grant: nil, value: figure("input", "value", valued.amount),
      presentValue: figure("input", "present_value", valued.presentValue))
  }

  private func reported(_ outcome: Outcome, _ valued: ValuedRow) throws -> ReportOutcome {
    func deduction(_ share: Share) -> ReportOutcome.Deduction {
      ReportOutcome.Deduction(share: Estimate(share.value), reason: share.reason)
    }
    return ReportOutcome(
      id: try row(outcome.id), stakeholder: try row(outcome.stakeholder),
      description: outcome.description, theme: nil, isIntended: outcome.isIntended,
      evidence: outcome.evidence, quantity: outcome.quantity, quantityFrom: nil,
      quantityUnit: outcome.unit, proxyID: try row(outcome.proxyID),
      proxyDescription: outcome.proxyDescription, proxy: outcome.proxy,
      proxySource: outcome.source, deadweight: deduction(outcome.deadweight),
      displacement: deduction(outcome.displacement), attribution: deduction(outcome.attribution),
      dropOff: deduction(outcome.dropOff), firstPeriod: 1, benefitPeriods: outcome.benefitPeriods,
      gross: figure("outcome", "gross_value", valued.gross),
      afterDeadweight: figure("outcome", "after_deadweight", valued.afterDeadweight),
      afterDisplacement: figure("outcome", "after_displacement", valued.afterDisplacement),
      impact: figure("outcome", "impact", valued.impact), valuePerPeriod: valued.valuePerPeriod,
      presentValue: figure("outcome", "present_value", valued.presentValue),
      sampleSize: outcome.sampleSize, durationReason: outcome.durationReason,
      proxyMethod: outcome.method, priceYear: outcome.priceYear)
  }

  private func reported(_ outcome: Unpriced) throws -> ReportUnpricedOutcome {
    ReportUnpricedOutcome(
      id: try row(outcome.id), stakeholder: try row(outcome.stakeholder),
      description: outcome.description, theme: nil, state: .excluded, reason: outcome.reason,
      weight: nil, quantity: figure("outcome", "quantity", nil), quantityUnit: nil,
      evidence: nil, isIntended: outcome.isIntended)
  }
}
