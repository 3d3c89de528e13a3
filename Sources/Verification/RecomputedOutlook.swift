import ExportKit
import Valuation

/// How sure a ratio is and what changes it, computed anew from the ranges and scenarios of a file.
///
/// Figures that pass through draws or functions that differ between processors were rounded to nine
/// digits on entering the report; they are held against what is rounded likewise.
struct RecomputedOutlook {
  /// The shares at which a swing starts and ends.
  private static let ends = (low: 0.1, high: 0.9)

  private let map: ValueMap
  private let result: ValuationResult
  private let ratio: Double
  private let report: VerifiableReport
  private let numbers: [RangedNumber]
  /// The size of the largest part of a ratio.
  private let ratioSize: Double

  /// Takes a whole map, or gives `nil` where it has no ratio.
  init?(_ map: ValueMap, _ result: ValuationResult, _ report: VerifiableReport) {
    guard let ratio = result.ratio else { return nil }
    self.map = map
    self.result = result
    self.ratio = ratio
    self.report = report
    numbers = RangedNumber.all(in: report)
    let size = result.rows.reduce(0) { $0 + $1.presentValue.magnitude }
    ratioSize = size / result.inputsPresentValue
  }

  /// What the figures of doubt and sensitivity must be; without a ratio there can be none.
  static func expectations(
    _ outlook: RecomputedOutlook?, of report: VerifiableReport
  ) -> [FigureID: Expectation] {
    let stated = report.figures.map(\.id)
    guard let outlook else {
      let all = stated.filter { OutlookFigure($0) != nil }
      return Dictionary(all.map { ($0, .cannotBeHad) }, uniquingKeysWith: { first, _ in first })
    }
    // Only what the file states is computed: draws take a second, and some reports have none.
    let kinds = Set(stated.compactMap { OutlookFigure($0) })
    var expected: [FigureID: Expectation] = [:]
    if kinds.contains(.doubt), report.drawing != nil { outlook.expectDoubt(&expected) }
    if kinds.contains(.swing) { outlook.expectSwings(&expected) }
    if kinds.contains(.switching) { outlook.expectSwitches(&expected) }
    if kinds.contains(.scenario) { outlook.expectScenarios(&expected) }
    if kinds.contains(.convention) { outlook.expectConventions(&expected) }
    return expected
  }

  private var doubtful: DoubtfulMap { DoubtfulMap(map, doubts: numbers.flatMap(\.doubts)) }

  // MARK: Doubt

  private func expectDoubt(_ expected: inout [FigureID: Expectation]) {
    let names = [
      "ratio_p5", "ratio_p50", "ratio_p95", "ratio_mean", "present_value_mean",
      "present_value_deviation", "chance_below_one", "share_with_doubt",
    ]
    for name in names { expected[FigureID(joining: "sroi", name)] = .cannotBeHad }
    guard !numbers.isEmpty, let drawing = report.drawing,
      let analysis = try? doubtful.analysed(seed: drawing.seed, draws: drawing.draws)
    else { return }
    let values: [Double?] = [
      analysis.ratio?.low.value, analysis.ratio?.median.value, analysis.ratio?.high.value,
      analysis.ratio?.mean, analysis.presentValue.mean, analysis.presentValue.deviation,
      analysis.chanceBelowOne, analysis.shareWithDoubt,
    ]
    for (name, value) in zip(names, values) {
      expected[FigureID(joining: "sroi", name)] = rounded(value)
    }
    for driver in analysis.drivers {
      let id = FigureID(driver.group) ?? FigureID(joining: "shared", driver.group)
      expect("first_order", of: id, rounded(driver.firstOrder), &expected)
      expect("total_effect", of: id, rounded(driver.totalEffect), &expected)
    }
  }

  private func rounded(_ value: Double?) -> Expectation {
    value.map { .rounded($0.roundedToNineDigits) } ?? .cannotBeHad
  }

  private func expect(
    _ segment: String, of id: FigureID, _ expectation: Expectation,
    _ expected: inout [FigureID: Expectation]
  ) {
    if let id = FigureID("\(id).\(segment)") { expected[id] = expectation }
  }

  // MARK: Swings

  private func expectSwings(_ expected: inout [FigureID: Expectation]) {
    let spans = numbers.map { number in
      (
        number: number,
        low: number.distribution.quantile(RecomputedOutlook.ends.low).roundedToNineDigits,
        high: number.distribution.quantile(RecomputedOutlook.ends.high).roundedToNineDigits
      )
    }
    let ranges = spans.map { $0.number.range(from: $0.low, to: $0.high, in: map) }
    let known = Dictionary(
      ((try? map.swings(ranges.compactMap(\.self))) ?? []).map { ($0.range, $0) },
      uniquingKeysWith: { first, _ in first })
    for (span, range) in zip(spans, ranges) {
      let swing = range.flatMap { known[$0] }
      let atLow = range == nil ? ratio(span.number, at: span.low) : swing?.ratioAtLow
      let atHigh = range == nil ? ratio(span.number, at: span.high) : swing?.ratioAtHigh
      expect("swing_low", of: span.number.id, rounded(span.low), &expected)
      expect("swing_high", of: span.number.id, rounded(span.high), &expected)
      expect("ratio_at_low", of: span.number.id, rounded(atLow), &expected)
      expect("ratio_at_high", of: span.number.id, rounded(atHigh), &expected)
    }
  }

  private func ratio(_ number: RangedNumber, at value: Double) -> Double? {
    (try? number.set(value, in: map)?.valued())?.ratio
  }

  // MARK: Switching values

  private func expectSwitches(_ expected: inout [FigureID: Expectation]) {
    for found in (try? map.switchingValues()) ?? [] {
      let id = found.part.id
      let size = max(found.current.magnitude, found.part.isShare ? 1 : 0)
      expect("current", of: id, .value(found.current, size: size), &expected)
      expect("switching_value", of: id, .cannotBeHad, &expected)
      for (index, value) in found.values.enumerated() {
        expect(
          index == 0 ? "switching_value" : "switching_value_\(index + 1)", of: id,
          .value(value, size: size), &expected)
      }
    }
  }

  // MARK: Scenarios

  private func expectScenarios(_ expected: inout [FigureID: Expectation]) {
    let intervals = intervals
    for scenario in report.scenarios {
      func name(_ segment: String) -> FigureID {
        FigureID(joining: "scenario", scenario.id.description, segment)
      }
      let parts = scenario.changes.map { MapPart($0.figure) }
      for (change, part) in zip(scenario.changes, parts) {
        guard let id = DerivedNumber.from(change.figure, in: scenario.id) else { continue }
        expected[id] =
          part.flatMap { current($0) }.map { .value($0, size: 0) } ?? .cannotBeHad
      }
      let other = zip(scenario.changes, parts).reduce(ValueMap?.some(map)) { map, change in
        change.1.flatMap { map?.setting($0, to: change.0.value) }
      }
      let valued = other.flatMap { try? $0.valued() }
      let size = (valued?.rows ?? []).reduce(0) { $0 + $1.presentValue.magnitude }
      func value(_ value: Double?, _ size: Double) -> Expectation {
        value.map { .value($0, size: size) } ?? .cannotBeHad
      }
      let costs = valued?.inputsPresentValue ?? 0
      let largest = max(ratioSize, costs > 0 ? size / costs : 0)
      expected[name("present_value")] = value(valued?.presentValue, size)
      expected[name("inputs_present_value")] = value(valued?.inputsPresentValue, costs)
      expected[name("ratio")] = value(valued?.ratio, largest)
      expected[name("difference")] = value(valued?.ratio.map { $0 - ratio }, largest)
      if let other, let intervals {
        let ids = RecomputedOutlook.intervalIDs(scenario.id)
        expectInterval(of: other, parts.compactMap(\.self), ids, intervals, &expected)
      }
    }
  }

  /// What the intervals of all scenarios need, made once: draws take longer than all else.
  private struct Intervals {
    let stated: Set<FigureID>
    let draws: CommonDraws?
  }

  /// The intervals that the file states, with the draws of the doubt that they are compared on.
  private var intervals: Intervals? {
    guard let drawing = report.drawing else { return nil }
    let ids = report.scenarios.flatMap { RecomputedOutlook.intervalIDs($0.id) }
    let stated = Set(report.figures.map(\.id)).intersection(ids)
    guard !stated.isEmpty else { return nil }
    let draws =
      numbers.isEmpty
      ? nil : try? CommonDraws(doubtful, seed: drawing.seed, draws: drawing.draws)
    return Intervals(stated: stated, draws: draws)
  }

  private static func intervalIDs(_ scenario: RowLabel) -> [FigureID] {
    ["difference_p5", "difference_p95"].map {
      FigureID(joining: "scenario", scenario.description, $0)
    }
  }

  /// The interval of a difference, where the file states one.
  private func expectInterval(
    of other: ValueMap, _ parts: [MapPart], _ ids: [FigureID], _ intervals: Intervals,
    _ expected: inout [FigureID: Expectation]
  ) {
    guard ids.contains(where: intervals.stated.contains) else { return }
    for id in ids { expected[id] = .cannotBeHad }
    let kept = numbers.flatMap(\.doubts).filter { doubt in
      !parts.contains { doubt.stands(at: $0) }
    }
    let comparison = try? intervals.draws?.comparison(with: DoubtfulMap(other, doubts: kept))
    guard let spread = comparison?.ratio else { return }
    for (id, percentile) in zip(ids, [spread.low, spread.high]) {
      expected[id] = rounded(percentile.value)
    }
  }

  /// What a number is that a scenario changes, absent where rows differ in it.
  private func current(_ part: MapPart) -> Double? {
    switch part {
    case .row(let row, let part): map.rows.first { $0.id == row }?.value(of: part)
    case .everyRow: nil
    case .input(let input): map.inputs.first { $0.id == input }?.amount
    case .discountRate: map.rate
    }
  }

  // MARK: Conventions

  private func expectConventions(_ expected: inout [FigureID: Expectation]) {
    for convention in (try? map.conventions()) ?? [] {
      let id = FigureID(joining: "convention", convention.id, "ratio")
      expected[id] =
        convention.ratio.map { .value($0, size: max(ratioSize, $0.magnitude)) } ?? .cannotBeHad
    }
  }
}

/// What a figure of doubt or sensitivity is, by its identifier.
enum OutlookFigure: Hashable {
  case doubt, swing, switching, scenario, convention

  /// Tells the kind of a figure, or gives `nil` for any other figure.
  init?(_ id: FigureID) {
    let segments = id.description.split(separator: ".")
    guard let first = segments.first, let last = segments.last else { return nil }
    switch (first, last) {
    case ("scenario", _): self = .scenario
    case ("convention", "ratio"): self = .convention
    case (_, "first_order"), (_, "total_effect"), ("sroi", "ratio_p5"), ("sroi", "ratio_p50"),
      ("sroi", "ratio_p95"), ("sroi", "ratio_mean"), ("sroi", "present_value_mean"),
      ("sroi", "present_value_deviation"), ("sroi", "chance_below_one"),
      ("sroi", "share_with_doubt"):
      self = .doubt
    case (_, "swing_low"), (_, "swing_high"), (_, "ratio_at_low"), (_, "ratio_at_high"):
      self = .swing
    case (_, "current"): self = .switching
    case (_, let last) where last.hasPrefix("switching_value"): self = .switching
    default: return nil
    }
  }
}

extension MapPart {
  /// Whether it is a share of which 1 is the whole.
  fileprivate var isShare: Bool {
    switch self {
    case .row(_, let part):
      switch part {
      case .deadweight, .displacement, .attribution, .dropOff: true
      case .quantity, .proxy, .firstPeriod, .benefitPeriods: false
      }
    case .everyRow, .discountRate: true
    case .input: false
    }
  }
}
