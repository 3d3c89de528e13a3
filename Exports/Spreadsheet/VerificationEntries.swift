import ExportKit
import OpenDocument

/// What the cells of a workbook do not say of themselves, and where the numbers stand that have no
/// name.
struct VerificationEntries {
  private let report: Report
  private let plan: WorkbookPlan
  private let voice: Voice

  init(_ report: Report, _ plan: WorkbookPlan) {
    self.report = report
    self.plan = plan
    voice = Voice(report.project)
  }

  /// All rows, in the order of the report.
  var all: [VerificationEntry] {
    let stakeholders = report.stakeholders.map {
      VerificationEntry(.stakeholder, $0.id.description, $0.domain.rawValue)
    }
    let map = report.valueMap.map { entries(of: $0) } ?? []
    let measures = report.indicators.flatMap(\.measures).flatMap { entries(of: $0) }
    return project + stakeholders + map + doubt + sensitivity + measures
      + KeptExtract.entries(of: report)
  }

  private var project: [VerificationEntry] {
    [VerificationEntry(.project, "", report.project.id)]
  }

  /// A number with its cell, where it stands in one.
  private func number(
    _ key: VerificationEntry.Key, _ subject: String, _ value: Double, _ place: WorkbookPlace?
  ) -> VerificationEntry {
    VerificationEntry(
      key, subject, DecimalText.exact(value), at: plan.holding(value, place))
  }

  // MARK: The value map

  private func entries(of map: ReportValueMap) -> [VerificationEntry] {
    let columns = ValueMapColumns(map)
    return conventions(map, columns) + map.rows.flatMap { entries(of: $0, map, columns) }
      + report.inputs.flatMap { entries(of: $0, columns) }
  }

  /// The timings stand below the rate, the factors beside them.
  private func conventions(
    _ map: ReportValueMap, _ columns: ValueMapColumns
  ) -> [VerificationEntry] {
    let rate = plan.named[ProjectDescription.discountRateID.description]
    let project = report.project
    let timings: [(VerificationEntry.Key, VerificationEntry.Key, DiscountTiming, [Double], Int)] = [
      (.benefitTiming, .benefitFactor, project.benefitTiming, map.benefitFactors, 1),
      (.inputTiming, .inputFactor, project.inputTiming, map.inputFactors, 2),
    ]
    return timings.flatMap { key, factorKey, timing, factors, rows in
      let place = plan.holding(voice(timing.label), rate?.below(rows))
      let own = VerificationEntry(key, "", timing.rawValue, at: place)
      let beside = factors.prefix(map.periods).enumerated().map { index, factor in
        let column = columns.number(.period(index + 1))
        return number(factorKey, String(index + 1), factor, rate?.below(rows, column: column))
      }
      return [own] + beside
    }
  }

  private func entries(
    of row: ReportOutcome, _ map: ReportValueMap, _ columns: ValueMapColumns
  ) -> [VerificationEntry] {
    let first = plan.named[row.id(of: .quantity).description]
    func at(_ column: ValueMapColumns.Column) -> WorkbookPlace? {
      first?.below(0, column: columns.number(column))
    }
    let id = row.id.description
    let stakeholder = row.stakeholder.description
    var entries = [
      VerificationEntry(
        .outcome, id, stakeholder, at: plan.holding(stakeholder, at(.stakeholder))),
      number(.firstPeriod, id, Double(row.firstPeriod), at(.firstPeriod)),
      number(.benefitPeriods, id, Double(row.benefitPeriods), at(.benefitPeriods)),
    ]
    if let proxy = row.proxyID { entries.append(.init(.proxy, id, proxy.description)) }
    if let figure = row.quantityFrom {
      entries.append(.init(.from, row.id(of: .quantity).description, figure.description))
    }
    for given in ReportOutcome.Given.allCases {
      entries += range(
        row.estimate(of: given), row.id(of: given), at(.low(given)), at(.high(given)),
        row.sharedDoubts[given])
    }
    if let source = row.proxyGiven {
      let proxy = row.id(of: .proxy).description
      entries += [
        number(.inSource, proxy, source.value, at(.proxyInSource)),
        number(.priceFactor, proxy, row.priceFactor, at(.priceFactor)),
      ]
    }
    guard row.impact.value != nil else { return entries }
    for (index, value) in row.valuePerPeriod.prefix(map.periods).enumerated() {
      entries.append(number(.periodValue, "\(id).\(index + 1)", value, at(.period(index + 1))))
    }
    return entries
  }

  private func entries(
    of input: ReportInput, _ columns: ValueMapColumns
  ) -> [VerificationEntry] {
    let first = plan.named[input.id(of: .quantity).description]
    let period = first?.below(0, column: columns.number(.firstPeriod))
    let id = input.id.description
    var entries = [number(.input, id, Double(input.period), period)]
    if input.priceFactor != 1 {
      entries.append(number(.priceFactor, "input.\(id)", input.priceFactor, nil))
    }
    if let figure = input.quantityFrom {
      entries.append(.init(.from, input.id(of: .quantity).description, figure.description))
    }
    for given in ReportInput.Given.allCases {
      entries += range(
        input.ranges[given], input.id(of: given), nil, nil, input.sharedDoubts[given])
    }
    return entries
  }

  private func range(
    _ estimate: Estimate?, _ id: FigureID, _ low: WorkbookPlace?, _ high: WorkbookPlace?,
    _ shared: String?
  ) -> [VerificationEntry] {
    guard let estimate, let lowest = estimate.low, let highest = estimate.high else { return [] }
    let name = id.description
    var entries = [
      number(.low, name, lowest, low), number(.high, name, highest, high),
      VerificationEntry(.shape, name, (estimate.shape ?? .triangular).rawValue),
    ]
    if let shared { entries.append(.init(.sharedDoubt, name, shared)) }
    return entries
  }

  // MARK: Doubt and sensitivity

  private var doubt: [VerificationEntry] {
    guard let drawing = report.doubt?.drawing else { return [] }
    return [
      VerificationEntry(.seed, "", String(drawing.seed)),
      VerificationEntry(.draws, "", String(drawing.draws)),
    ]
  }

  /// The ends of a swing stand left of its ratios, the present value left of a switching value.
  private var sensitivity: [VerificationEntry] {
    guard let sensitivity = report.sensitivity else { return [] }
    let swings = sensitivity.swings.flatMap { swing in
      [
        number(.swingLow, swing.input.description, swing.low, left(of: swing.ratioAtLow)),
        number(.swingHigh, swing.input.description, swing.high, left(of: swing.ratioAtHigh)),
      ]
    }
    let switches = sensitivity.switches.compactMap { entry in
      entry.values.first.map {
        number(.current, entry.input.description, entry.current, left(of: $0))
      }
    }
    return swings + switches + sensitivity.scenarios.flatMap { entries(of: $0) }
  }

  private func left(of figure: Figure) -> WorkbookPlace? {
    plan.named[figure.id.description].map { $0.below(0, column: $0.column - 1) }
  }

  private func entries(of scenario: ReportScenario) -> [VerificationEntry] {
    [VerificationEntry(.scenario, scenario.id.description, scenario.title)]
      + scenario.changes.flatMap { change in
        let name = change.figure.description
        return [number(.to, name, change.to, nil)]
          + (change.from.map { [number(.changedFrom, name, $0, nil)] } ?? [])
      }
  }

  // MARK: Measures

  /// The parts of a quotient stand below it.
  private func entries(of reported: ReportMeasure) -> [VerificationEntry] {
    let name = reported.id.description
    guard let place = plan.named[name], case .measured(let parts) = reported.measure.result,
      reported.measure.value != nil
    else { return [] }
    switch parts {
    case .share(let numerator, let denominator, _):
      return [
        number(.numerator, name, numerator, place.below(1)),
        number(.denominator, name, denominator, place.below(2)),
      ]
    case .mean(let sum, let count):
      return [
        number(.total, name, sum, place.below(1)), number(.number, name, count, place.below(2)),
      ]
    case .count, .sum:
      return reported.measure.breakdowns.filter { $0.isWhole(of: reported.measure) }
        .compactMap { whole($0, of: name, below: place) }
    case .computed: return []
    }
  }

  /// The groups of a breakdown stand below its heading, which is sought below the measure.
  private func whole(
    _ breakdown: Breakdown, of name: String, below place: WorkbookPlace
  ) -> VerificationEntry? {
    let heading = "   " + voice(breakdown.label)
    let rows = plan.sheets[place.sheet].plan.rows.count
    for row in place.row..<rows {
      let label = WorkbookPlace(sheet: place.sheet, row: row, column: 1)
      guard plan.holding(heading, label) != nil else { continue }
      let first = WorkbookPlace(sheet: place.sheet, row: row + 1, column: place.column)
      let stands = breakdown.entries.enumerated().allSatisfy { index, entry in
        plan.holding(entry.value, first.below(index)) != nil
      }
      guard stands else { continue }
      return VerificationEntry(
        .whole, name, breakdown.id, at: first, to: first.below(breakdown.entries.count - 1))
    }
    return nil
  }
}
