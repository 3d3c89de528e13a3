import ExportKit
import Valuation

/// The inputs of a report that no value map can have: a share beyond 0…1, a rate of −100 %.
///
/// They are named, and what is made of them follows from nothing; otherwise one such input would
/// keep the whole map from being recomputed.
enum ImpossibleInputs {
  /// Gives a verdict on each impossible input, in the order of the rows.
  static func verdicts(on report: VerifiableReport) -> [FigureVerdict] {
    let figures = Dictionary(
      report.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rate = figures[ProjectDescription.discountRateID].flatMap { figure -> FigureVerdict? in
      guard let value = figure.value, value <= -1 else { return nil }
      return verdict(figure, .impossibleRate(value))
    }
    return [rate].compactMap(\.self) + report.outcomes.flatMap { verdicts(on: $0, figures) }
      + report.inputs.flatMap { verdicts(on: $0, figures) }
  }

  /// Whether a value map may have a row, whatever else is in it.
  static func allowed(_ row: ValueMap.Row) -> Bool {
    let map = ValueMap(
      rate: 0, benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod, rows: [row], inputs: [])
    return (try? map.valued()) != nil
  }

  private static func verdicts(
    on outcome: VerifiableReport.Outcome, _ figures: [FigureID: VerifiableReport.Stated]
  ) -> [FigureVerdict] {
    let shares: [(ReportOutcome.Given, ValuationError.Deduction)] = [
      (.deadweight, .deadweight), (.displacement, .displacement), (.attribution, .attribution),
      (.dropOff, .dropOff),
    ]
    func figure(_ given: ReportOutcome.Given) -> VerifiableReport.Stated? {
      figures[FigureID(joining: "outcome", outcome.id.description, given.rawValue)]
    }
    let wrong = shares.compactMap { given, deduction -> FigureVerdict? in
      guard let figure = figure(given), let value = figure.value, !(0...1).contains(value) else {
        return nil
      }
      return verdict(figure, .impossibleShare(deduction, row: outcome.id))
    }
    let (last, isTooLarge) = outcome.firstPeriod.addingReportingOverflow(outcome.benefitPeriods)
    let isPossible =
      outcome.firstPeriod >= 1 && outcome.benefitPeriods >= 1 && !isTooLarge
      && last - 1 <= ValueMap.maximumPeriods
    guard !isPossible, let place = figure(.quantity) else { return wrong }
    return wrong + [period("outcome.\(outcome.id)", outcome.id, place.address)]
  }

  private static func verdicts(
    on input: VerifiableReport.Input, _ figures: [FigureID: VerifiableReport.Stated]
  ) -> [FigureVerdict] {
    let id = FigureID(joining: "input", input.id.description, ReportInput.Given.quantity.rawValue)
    guard !(1...ValueMap.maximumPeriods).contains(input.period), let place = figures[id] else {
      return []
    }
    return [period("input.\(input.id)", input.id, place.address)]
  }

  private static func verdict(
    _ figure: VerifiableReport.Stated, _ error: ValuationError
  ) -> FigureVerdict {
    FigureVerdict(
      figure: figure.id.description, address: figure.address, stated: figure.value, computed: nil,
      verdict: .doesNotFollow, reason: error.message)
  }

  private static func period(_ row: String, _ id: RowID, _ address: Address) -> FigureVerdict {
    FigureVerdict(
      figure: "\(row).period", address: address, stated: nil, computed: nil,
      verdict: .doesNotFollow, reason: ValuationError.impossiblePeriod(row: id).message)
  }
}
