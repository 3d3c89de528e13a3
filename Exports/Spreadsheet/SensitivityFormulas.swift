import ExportKit
import Foundation

/// Formulas over the cells of the value map for what the ratio does when one thing changes.
///
/// The present value is a straight line in a quantity, a proxy and the three deductions, so that the
/// rest of the map stays as it is and one row is scaled. With another drop-off, another duration or
/// another rate the benefits are added up again from what stands before those in the map.
struct SensitivityFormulas {
  /// What a spreadsheet takes as the arguments of one function.
  private static let mostArguments = 200

  /// A number of a row, and the place of that row in the map.
  private struct Part {
    let row: ReportOutcome
    let index: Int
    let part: String
  }

  private let rows: [FigureID: (row: ReportOutcome, given: ReportOutcome.Given)]
  /// The numbers by which a row is not simply scaled.
  private let parts: [FigureID: Part]
  /// The rows of each proxy that can all be scaled; one proxy may serve several outcomes.
  private let proxies: [FigureID: [ReportOutcome]]
  /// The shares of all rows together, where each row can be scaled.
  private let common: [FigureID: ReportOutcome.Given]
  private let inputs: [FigureID: ReportInput]
  private let report: Report
  private let voice: Voice
  /// Where the cells of the map stand; `nil` where the ratio is not known.
  private let places: ValueMapPlaces?

  init(_ report: Report, _ voice: Voice, _ places: ValueMapPlaces?) {
    self.report = report
    self.voice = voice
    let isKnown = report.valueMap?.ratio.value != nil && report.valueMap?.rows.isEmpty == false
    self.places = isKnown ? places : nil
    let known = isKnown ? report.valueMap?.rows ?? [] : []
    let plain: [ReportOutcome.Given] = [
      .quantity, .proxy, .deadweight, .displacement, .attribution,
    ]
    var rows: [FigureID: (ReportOutcome, ReportOutcome.Given)] = [:]
    var parts: [FigureID: Part] = [:]
    for (index, row) in known.enumerated() {
      for given in plain where SensitivityFormulas.canScale(row, given) {
        rows[row.id(of: given)] = (row, given)
      }
      for part in ["drop_off", "first_period", "benefit_periods"] {
        let id = FigureID(joining: "outcome", row.id.description, part)
        parts[id] = Part(row: row, index: index, part: part)
      }
    }
    self.rows = rows
    self.parts = places == nil ? [:] : parts
    proxies = SensitivityFormulas.proxies(known)
    common = places == nil ? [:] : SensitivityFormulas.common(known)
    let usable = isKnown ? report.inputs.filter { ($0.presentValue.value ?? 0) != 0 } : []
    inputs = Dictionary(usable.map { ($0.value.id, $0) }) { first, _ in first }
  }

  private static func proxies(_ rows: [ReportOutcome]) -> [FigureID: [ReportOutcome]] {
    var proxies: [FigureID: [ReportOutcome]] = [:]
    for row in rows {
      guard let id = row.proxyID else { continue }
      proxies[FigureID(joining: "proxy", id.description, "value"), default: []].append(row)
    }
    return proxies.filter { _, rows in
      rows.count <= mostArguments / 4 && rows.allSatisfy { canScale($0, .proxy) }
    }
  }

  private static func common(_ rows: [ReportOutcome]) -> [FigureID: ReportOutcome.Given] {
    var common: [FigureID: ReportOutcome.Given] = [:]
    let shares: [(String, ReportOutcome.Given)] = [
      ("deadweight", .deadweight), ("displacement", .displacement), ("attribution", .attribution),
    ]
    for (name, given) in shares {
      let isFine = rows.allSatisfy { row in
        row.estimate(of: given).map { abs(1 - $0.value) > 1e-3 } ?? false
      }
      if isFine, !rows.isEmpty { common[FigureID(joining: "every_outcome", name)] = given }
    }
    return common
  }

  /// Whether a row can be scaled by this number: dividing by what is near 0 loses all digits.
  private static func canScale(_ row: ReportOutcome, _ given: ReportOutcome.Given) -> Bool {
    guard let value = row.estimate(of: given)?.value, let present = row.presentValue.value else {
      return false
    }
    switch given {
    case .quantity, .proxy: return abs(value) > 1e-9 && present != 0
    case .deadweight, .displacement, .attribution, .dropOff:
      return abs(1 - value) > 1e-3 && present != 0
    }
  }

  // MARK: - Another value of one number

  /// Whether formulas can be written for a number between two ends.
  func isLive(_ swing: ReportSwing) -> Bool {
    ratio(of: swing.ratioAtLow, where: swing.input, is: "0", within: swing) != nil
  }

  /// The ratio where one number has another value, rounded as the figure is.
  ///
  /// - Parameter swing: the ends between which the number lies.
  func ratio(
    of figure: Figure, where id: FigureID, is value: String, within swing: ReportSwing
  ) -> String? {
    guard let number = figure.value, let ratio = ratio(where: id, is: value, within: swing) else {
      return nil
    }
    return "ROUND(\(ratio);\(SensitivityFormulas.decimals(of: number)))"
  }

  private func ratio(
    where id: FigureID, is value: String, within swing: ReportSwing
  ) -> String? {
    if let scaled = proxies[id] {
      let more = scaled.map { "+\($0.presentValue.id)*(\(value)/\($0.id(of: .proxy))-1)" }.joined()
      return "(sroi.present_value\(more))/sroi.inputs_present_value"
    }
    if let given = common[id], let places {
      let scaled = commonPresentValue(given, places)
      return "(1-\(value))*\(scaled)/sroi.inputs_present_value"
    }
    if id == ProjectDescription.discountRateID { return ratio(atRate: value) }
    if let part = parts[id] { return ratio(part, value, within: swing) }
    guard let (row, given) = rows[id] else { return nil }
    let scale =
      switch given {
      case .quantity, .proxy: "\(value)/\(id)"
      case .deadweight, .displacement, .attribution, .dropOff: "(1-\(value))/(1-\(id))"
      }
    return
      "(sroi.present_value+\(row.presentValue.id)*(\(scale)-1))/sroi.inputs_present_value"
  }

  /// The present value of all rows as if nothing were taken off for one share.
  private func commonPresentValue(
    _ given: ReportOutcome.Given, _ places: ValueMapPlaces
  ) -> String {
    let (values, shares) = (places.outcomes(.presentValue), places.outcomes(.input(given)))
    return "SUMPRODUCT(\(values)/(1-\(shares)))"
  }

  private func ratio(atRate rate: String) -> String? {
    guard let places, !report.inputs.isEmpty else { return nil }
    let benefits = DiscountFormula.factor(rate, places.periodNumbers, benefitOffset)
    let inputs = DiscountFormula.factor(rate, places.inputs(.firstPeriod), inputOffset)
    return "SUMPRODUCT(\(places.benefits);\(benefits))"
      + "/SUMPRODUCT(\(places.inputs(.gross));\(inputs))"
  }

  /// With another drop-off, first period or duration a row is added up again from its impact.
  private func ratio(_ part: Part, _ value: String, within swing: ReportSwing) -> String? {
    guard let places, fits(part, swing) else { return nil }
    func own(_ column: ValueMapColumns.Column) -> String {
      places.cell(column, ofOutcome: part.index)
    }
    let sum = SensitivityFormulas.presentValue(
      impact: part.row.impact.id.description,
      dropOff: part.part == "drop_off" ? value : own(.input(.dropOff)),
      first: part.part == "first_period" ? value : own(.firstPeriod),
      count: part.part == "benefit_periods" ? value : own(.benefitPeriods), places)
    return "(sroi.present_value-\(part.row.presentValue.id)+\(sum))/sroi.inputs_present_value"
  }

  /// Whether the benefits stay within the columns of the map.
  private func fits(_ part: Part, _ swing: ReportSwing) -> Bool {
    let most = Int(max(swing.low, swing.high).rounded(.up))
    let first = part.part == "first_period" ? most : part.row.firstPeriod
    let count = part.part == "benefit_periods" ? most : part.row.benefitPeriods
    return first + count - 1 <= (places?.periods ?? 0)
  }

  /// The sum of what a row, or a column of rows, is worth in each period.
  private static func presentValue(
    impact: String, dropOff: String, first: String, count: String, _ places: ValueMapPlaces
  ) -> String {
    let periods = places.periodNumbers
    // A power of zero by zero is an error in Excel: a drop-off of all leaves next to nothing.
    let rest = "(1-\(dropOff)+(\(dropOff)=1)*1E-300)^ABS(\(periods)-\(first))"
    return "SUMPRODUCT(\(impact)*(\(periods)>=\(first))*(\(periods)<\(first)+\(count))*\(rest)"
      + "*\(places.benefitFactors))"
  }

  private var benefitOffset: String {
    DiscountFormula.offset(ValueMapSheet.benefitTiming, voice)
  }

  private var inputOffset: String { DiscountFormula.offset(ValueMapSheet.inputTiming, voice) }

  // MARK: - Where the ratio is 1

  /// The value of one number alone at which the ratio is 1.
  func switchingValue(of id: FigureID) -> String? {
    if let given = common[id], let places {
      return "1-sroi.inputs_present_value/\(commonPresentValue(given, places))"
    }
    if let (row, given) = rows[id] {
      let scale =
        "(1+(sroi.inputs_present_value-sroi.present_value)/\(row.presentValue.id))"
      switch given {
      case .quantity, .proxy: return "\(id)*\(scale)"
      case .deadweight, .displacement, .attribution, .dropOff: return "1-(1-\(id))*\(scale)"
      }
    }
    guard let input = inputs[id] else { return nil }
    return
      "\(id)*(1+(sroi.present_value-sroi.inputs_present_value)/\(input.presentValue.id))"
  }

  /// Whether a number has a cell that can be shown beside its switching value.
  func hasCell(_ id: FigureID) -> Bool { rows[id] != nil || inputs[id] != nil }

  // MARK: - Other conventions

  /// The ratio under a convention; each is plain arithmetic over the map.
  func ratio(under convention: ReportConvention) -> String? {
    guard let map = report.valueMap, map.ratio.value != nil else { return nil }
    // The report's own is worked out as well: it stays what it says when a timing is changed.
    guard let places, !report.inputs.isEmpty,
      let benefits = presentValue(under: convention.id, places)
    else { return convention.isOwn ? map.ratio.id.description : nil }
    return "\(benefits)/\(inputsPresentValue(under: convention.id, places))"
  }

  private func inputsPresentValue(under id: String, _ places: ValueMapPlaces) -> String {
    switch id {
    case "undiscounted": return "SUM(\(places.inputs(.gross)))"
    case "inputs_as_benefits":
      let factors = DiscountFormula.factor(rate, places.inputs(.firstPeriod), benefitOffset)
      return "SUMPRODUCT(\(places.inputs(.gross));\(factors))"
    default: return "sroi.inputs_present_value"
    }
  }

  private var rate: String { ProjectDescription.discountRateID.description }

  private func presentValue(under id: String, _ places: ValueMapPlaces) -> String? {
    switch id {
    case "inputs_as_benefits": return "sroi.present_value"
    case "undiscounted": return "SUM(\(places.benefits))"
    case "benefits_at_start": return presentValue(offset: "0", places)
    case "benefits_at_middle": return presentValue(offset: "0.5", places)
    case "benefits_at_end": return presentValue(offset: "1", places)
    case "one_benefit_period": return presentValue(lasting: 1, places)
    case "five_benefit_periods": return presentValue(lasting: 5, places)
    case "additive_deductions": return addedPresentValue(places)
    case "first_period_drop_off":
      return "SUMPRODUCT(\(places.outcomes(.presentValue));1-\(places.outcomes(.input(.dropOff))))"
    default: return nil
    }
  }

  private func presentValue(offset: String, _ places: ValueMapPlaces) -> String {
    let factors = DiscountFormula.factor(rate, places.periodNumbers, offset)
    return "SUMPRODUCT(\(places.benefits);\(factors))"
  }

  private func presentValue(lasting count: Int, _ places: ValueMapPlaces) -> String {
    let isInside = "(\(places.periodNumbers)<\(places.outcomes(.firstPeriod))+\(count))"
    return "SUMPRODUCT(\(places.values)*\(isInside)*\(places.benefitFactors))"
  }

  private func addedPresentValue(_ places: ValueMapPlaces) -> String {
    let shares = [ReportOutcome.Given.deadweight, .displacement, .attribution]
      .map { "-\(places.outcomes(.input($0)))" }.joined()
    return SensitivityFormulas.presentValue(
      impact: "\(places.outcomes(.gross))*(1\(shares))",
      dropOff: places.outcomes(.input(.dropOff)), first: places.outcomes(.firstPeriod),
      count: places.outcomes(.benefitPeriods), places)
  }

  /// How many decimals hold nine significant digits, to which such ratios are rounded.
  static func decimals(of value: Double) -> Int {
    guard value != 0, value.isFinite else { return 8 }
    return 8 - Int(log10(abs(value)).rounded(.down))
  }
}
