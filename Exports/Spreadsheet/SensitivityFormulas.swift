import ExportKit
import Foundation

/// Formulas over the named cells of the value map for what the ratio does when one thing changes.
///
/// The present value is a straight line in a quantity, a proxy and the three deductions, so that
/// the rest of the map stays as it is and one row is scaled.
struct SensitivityFormulas {
  /// What a spreadsheet takes as the arguments of one function.
  private static let mostArguments = 200

  private let rows: [FigureID: (row: ReportOutcome, given: ReportOutcome.Given)]
  /// The rows of each proxy that can all be scaled; one proxy may serve several outcomes.
  private let proxies: [FigureID: [ReportOutcome]]
  private let inputs: [FigureID: ReportInput]
  private let report: Report

  init(_ report: Report) {
    self.report = report
    let known = report.valueMap?.ratio.value != nil
    let plain: [ReportOutcome.Given] = [
      .quantity, .proxy, .deadweight, .displacement, .attribution,
    ]
    var rows: [FigureID: (ReportOutcome, ReportOutcome.Given)] = [:]
    for row in known ? report.valueMap?.rows ?? [] : [] {
      for given in plain where SensitivityFormulas.canScale(row, given) {
        rows[row.id(of: given)] = (row, given)
      }
    }
    self.rows = rows
    proxies = SensitivityFormulas.proxies(known ? report.valueMap?.rows ?? [] : [])
    let usable = known ? report.inputs.filter { ($0.presentValue.value ?? 0) != 0 } : []
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

  /// Whether formulas can be written for a number.
  func isPlain(_ id: FigureID) -> Bool { rows[id] != nil || proxies[id] != nil }

  /// The ratio where one number of a row has another value, rounded as the figure is.
  func ratio(of figure: Figure, where id: FigureID, is value: String) -> String? {
    guard let number = figure.value else { return nil }
    if let scaled = proxies[id] {
      let more = scaled.map { "+\($0.presentValue.id)*(\(value)/\($0.id(of: .proxy))-1)" }.joined()
      let ratio = "(sroi.present_value\(more))/sroi.inputs_present_value"
      return "ROUND(\(ratio);\(SensitivityFormulas.decimals(of: number)))"
    }
    guard let (row, given) = rows[id] else { return nil }
    let present = row.presentValue.id
    let scale =
      switch given {
      case .quantity, .proxy: "\(value)/\(id)"
      case .deadweight, .displacement, .attribution, .dropOff: "(1-\(value))/(1-\(id))"
      }
    let ratio =
      "(sroi.present_value+\(present)*(\(scale)-1))/sroi.inputs_present_value"
    return "ROUND(\(ratio);\(SensitivityFormulas.decimals(of: number)))"
  }

  /// The value of one number alone at which the ratio is 1.
  func switchingValue(of id: FigureID) -> String? {
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

  /// The ratio under a convention that is plain arithmetic over named cells.
  func ratio(under convention: ReportConvention) -> String? {
    guard let map = report.valueMap, map.ratio.value != nil else { return nil }
    if convention.isOwn { return map.ratio.id.description }
    guard convention.id == "undiscounted" else { return nil }
    let benefits = map.benefitsPerPeriod.map(\.id.description)
    let values = report.inputs.map(\.value.id.description)
    let limit = SensitivityFormulas.mostArguments
    guard !benefits.isEmpty, !values.isEmpty, benefits.count <= limit, values.count <= limit else {
      return nil
    }
    return
      "SUM(\(benefits.joined(separator: ";")))/SUM(\(values.joined(separator: ";")))"
  }

  /// How many decimals hold nine significant digits, to which such ratios are rounded.
  static func decimals(of value: Double) -> Int {
    guard value != 0, value.isFinite else { return 8 }
    return 8 - Int(log10(abs(value)).rounded(.down))
  }
}
