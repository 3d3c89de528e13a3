import ExportKit
import Valuation

/// The value map of a report, and all that follows from it, computed anew from what its author gave.
struct Recomputation {
  var expected: [FigureID: Expectation] = [:]
  private var factors: [VerifiableReport.Step.Role: [Double]] = [:]
  private let given: Set<FigureID>
  /// The first place of each figure; a later one only shows it again.
  private let first: [FigureID: VerifiableReport.Stated]
  /// The inputs that no value map can have.
  let impossible: [FigureVerdict]

  init(_ report: VerifiableReport) {
    first = Dictionary(
      report.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stated = first.mapValues(\.value)
    given = Recomputation.given(report)
    impossible = ImpossibleInputs.verdicts(on: report)
    expectGiven(report, stated)
    let map = Recomputation.map(report, stated)
    let valued = try? map?.valued()
    // From a map that cannot be valued nothing follows, so that whatever is stated is wrong.
    guard let result = try? valued ?? Recomputation.emptyMap.valued() else { return }
    let hasAllRows = valued != nil && result.rows.count == report.outcomes.count
    let hasAllInputs = valued != nil && result.inputs.count == report.inputs.count
    if valued != nil {
      factors[.benefitFactor] = result.benefitFactors
      factors[.inputFactor] = result.inputFactors
      expected[DerivedNumber.periods] = .value(Double(result.periods), size: 0)
    }
    expectRows(result, report)
    expectInputs(result, report)
    expectTotals(result, report, hasAllRows: hasAllRows, hasAllInputs: hasAllInputs)
    let outlook =
      hasAllRows && hasAllInputs ? map.flatMap { RecomputedOutlook($0, result, report) } : nil
    expected.merge(RecomputedOutlook.expectations(outlook, of: report)) { first, _ in first }
  }

  /// What a figure must be.
  func expectation(of figure: VerifiableReport.Stated) -> Expectation {
    if let expected = expected[figure.id] { return expected }
    let own = first[figure.id] ?? figure
    if let measure = Recomputation.measure(own) { return measure }
    if own.address != figure.address, let value = own.value { return .value(value, size: 0) }
    if given.contains(figure.id) || Recomputation.isUnpricedQuantity(figure.id) { return .given }
    return .unknown
  }

  /// What a number without an identifier must be.
  func expectation(of step: VerifiableReport.Step) -> Expectation {
    guard let values = factors[step.role], values.indices.contains(step.period - 1) else {
      return .unknown
    }
    return .value(values[step.period - 1], size: 1)
  }

  // MARK: What the file gives

  private static let emptyMap = ValueMap(
    rate: 0, benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod, rows: [], inputs: [])

  private static func map(
    _ report: VerifiableReport, _ stated: [FigureID: Double?]
  ) -> ValueMap? {
    guard let rate = stated[ProjectDescription.discountRateID] ?? nil,
      let benefitTiming = report.benefitTiming, let inputTiming = report.inputTiming
    else { return nil }
    return ValueMap(
      rate: rate, benefitTiming: benefitTiming, inputTiming: inputTiming,
      rows: report.outcomes.compactMap { row($0, stated) },
      inputs: report.inputs.compactMap { input($0, stated) })
  }

  private static func given(_ report: VerifiableReport) -> Set<FigureID> {
    var given: Set<FigureID> = [ProjectDescription.discountRateID]
    for outcome in report.outcomes {
      given.formUnion(ReportOutcome.Given.allCases.map { outcome.id(of: $0) })
    }
    for input in report.inputs {
      given.formUnion(ReportInput.Given.allCases.map { input.id(of: $0) })
    }
    return given
  }

  /// Outcomes without a price are in no total; their quantity is all that the author gave.
  private static func isUnpricedQuantity(_ id: FigureID) -> Bool {
    let segments = id.description.split(separator: ".")
    return segments.count == 3 && segments[0] == "outcome" && segments[2] == "quantity"
  }

  private static func row(
    _ outcome: VerifiableReport.Outcome, _ stated: [FigureID: Double?]
  ) -> ValueMap.Row? {
    func number(_ given: ReportOutcome.Given) -> Double? { stated[outcome.id(of: given)] ?? nil }
    guard let quantity = number(.quantity), let proxy = number(.proxy),
      let deadweight = number(.deadweight), let displacement = number(.displacement),
      let attribution = number(.attribution), let dropOff = number(.dropOff)
    else { return nil }
    let row = ValueMap.Row(
      id: outcome.id, quantity: quantity, proxy: proxy, deadweight: deadweight,
      displacement: displacement, attribution: attribution, dropOff: dropOff,
      firstPeriod: outcome.firstPeriod, benefitPeriods: outcome.benefitPeriods)
    return ImpossibleInputs.allowed(row) ? row : nil
  }

  private static func input(
    _ input: VerifiableReport.Input, _ stated: [FigureID: Double?]
  ) -> ValueMap.Input? {
    func number(_ given: ReportInput.Given) -> Double? { stated[input.id(of: given)] ?? nil }
    // A value that could not be had is stated as absent, whatever its rate says.
    let value = FigureID(joining: "input", input.id.description, "value")
    guard let quantity = number(.quantity), let rate = number(.rate), stated[value] != .some(nil)
    else { return nil }
    return ValueMap.Input(
      id: input.id, amount: quantity * rate * input.priceFactor, period: input.period)
  }

  /// What was taken from a measure, converted from other prices, or stands in another row too.
  private mutating func expectGiven(_ report: VerifiableReport, _ stated: [FigureID: Double?]) {
    for (id, source) in report.taken where given.contains(id) {
      guard let value = stated[source] else { continue }
      expected[id] = value.map { .value($0, size: 0) } ?? .cannotBeHad
    }
    for (id, priced) in report.priced where given.contains(id) {
      expected[id] = .value(priced.value * priced.factor, size: 0)
    }
    var proxies: [RowID: Double] = [:]
    for outcome in report.outcomes {
      let id = outcome.id(of: .proxy)
      guard let proxy = outcome.proxy, let value = stated[id] ?? nil else { continue }
      if let first = proxies[proxy], expected[id] == nil {
        expected[id] = .value(first, size: 0)
      } else {
        proxies[proxy] = proxies[proxy] ?? value
      }
    }
  }

  // MARK: What must follow

  private mutating func expectRows(_ result: ValuationResult, _ report: VerifiableReport) {
    for outcome in report.outcomes { expect(outcome.id, nil) }
    for row in result.rows { expect(row.id, row) }
  }

  private mutating func expect(_ id: RowID, _ row: ValuedRow?) {
    let steps: [(String, Double?)] = [
      ("gross_value", row?.gross), ("after_deadweight", row?.afterDeadweight),
      ("after_displacement", row?.afterDisplacement), ("impact", row?.impact),
      ("present_value", row?.presentValue),
    ]
    for (name, value) in steps {
      expected[FigureID(joining: "outcome", id.description, name)] =
        value.map { .value($0, size: $0.magnitude) } ?? .cannotBeHad
    }
    if let row { factors[.value(outcome: id)] = row.valuePerPeriod }
  }

  private mutating func expectInputs(_ result: ValuationResult, _ report: VerifiableReport) {
    for input in report.inputs {
      for name in ["value", "present_value"] {
        expected[FigureID(joining: "input", input.id.description, name)] = .cannotBeHad
      }
    }
    for input in result.inputs {
      let id = input.id.description
      expected[FigureID(joining: "input", id, "value")] = .value(
        input.amount, size: input.amount.magnitude)
      expected[FigureID(joining: "input", id, "present_value")] = .value(
        input.presentValue, size: input.presentValue.magnitude)
    }
  }

  private mutating func expectTotals(
    _ result: ValuationResult, _ report: VerifiableReport, hasAllRows: Bool, hasAllInputs: Bool
  ) {
    let size = result.rows.reduce(0) { $0 + $1.gross.magnitude * Double($1.benefitPeriods) }
    let costs = result.inputs.reduce(0) { $0 + $1.presentValue.magnitude }
    func expect(_ first: String, _ second: String, _ value: Double?, _ size: Double, _ known: Bool)
      -> (
        FigureID, Expectation
      )
    {
      let expectation: Expectation =
        known ? value.map { .value($0, size: size) } ?? .cannotBeHad : .cannotBeHad
      return (FigureID(joining: first, second), expectation)
    }
    let both = hasAllRows && hasAllInputs
    var all = [
      expect("sroi", "present_value", result.presentValue, size, hasAllRows),
      expect("sroi", "inputs_present_value", result.inputsPresentValue, costs, hasAllInputs),
      expect("sroi", "net_present_value", result.netPresentValue, size + costs, both),
      expect("sroi", "ratio", result.ratio, costs > 0 ? size / costs : 1, both),
      expect("sroi", "net_ratio", result.netRatio, costs > 0 ? size / costs + 1 : 1, both),
    ]
    for (index, value) in result.benefitsPerPeriod.enumerated() {
      all.append(expect("sroi", "benefits_\(index + 1)", value, size, hasAllRows))
    }
    let waterfall = result.waterfall
    let steps: [(String, Double)] = [
      ("gross_value", waterfall.gross), ("deadweight", waterfall.deadweight),
      ("displacement", waterfall.displacement), ("attribution", waterfall.attribution),
      ("drop_off", waterfall.dropOff), ("discount", waterfall.discount),
    ]
    all += steps.map { expect("waterfall", $0, $1, size, hasAllRows) }
    for (name, isDiscounted) in [("payback_months", false), ("discounted_payback_months", true)] {
      let months = result.paybackMonths(isDiscounted: isDiscounted)
      all.append(expect("sroi", name, months, 12 * Double(result.periods), both))
    }
    for (id, expectation) in all { expected[id] = expectation }
    expectGroups(result, report, size: size)
  }

  /// The present values of stakeholders and domains, each of its own outcomes alone.
  private mutating func expectGroups(
    _ result: ValuationResult, _ report: VerifiableReport, size: Double
  ) {
    let values = Dictionary(
      result.rows.map { ($0.id, $0.presentValue) }, uniquingKeysWith: { first, _ in first })
    func group(_ isMember: (VerifiableReport.Outcome) -> Bool) -> Expectation {
      let members = report.outcomes.filter(isMember)
      let known = members.compactMap { values[$0.id] }
      guard !members.isEmpty, known.count == members.count else { return .cannotBeHad }
      return .value(known.reduce(0, +), size: size)
    }
    for stakeholder in report.stakeholders.keys {
      expected[FigureID(joining: "stakeholder", stakeholder.description, "present_value")] =
        group { $0.stakeholder == stakeholder }
    }
    for domain in Domain.allCases {
      expected[FigureID(joining: "domain", domain.rawValue, "present_value")] = group {
        report.stakeholders[$0.stakeholder] == domain
      }
    }
  }

  /// A measure from its parts: a quotient is recomputed, a count or a sum must be its own part.
  private static func measure(_ figure: VerifiableReport.Stated) -> Expectation? {
    let parts = figure.parts
    if let numerator = parts["numerator"], let denominator = parts["denominator"] {
      return denominator == 0
        ? .cannotBeHad
        : .value(numerator / denominator, size: numerator.magnitude / denominator.magnitude)
    }
    if let total = parts["total"], let number = parts["number"] {
      return number == 0
        ? .cannotBeHad : .value(total / number, size: total.magnitude / number.magnitude)
    }
    // The part is the figure itself: where both are the same nothing was recomputed.
    if let part = parts["sum"] ?? parts["count"], let stated = figure.value, stated != part {
      return .value(part, size: part.magnitude)
    }
    let sums = figure.wholes
    return (sums.first { $0 != figure.value } ?? sums.first).map { .value($0, size: $0.magnitude) }
  }
}

extension VerifiableReport.Outcome {
  /// The identifier of a number that the author gave.
  func id(of given: ReportOutcome.Given) -> FigureID {
    FigureID(joining: "outcome", id.description, given.rawValue)
  }
}

extension VerifiableReport.Input {
  /// The identifier of a number that the author gave.
  func id(of given: ReportInput.Given) -> FigureID {
    FigureID(joining: "input", id.description, given.rawValue)
  }
}
