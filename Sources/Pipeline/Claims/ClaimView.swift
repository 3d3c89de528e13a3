import ExportKit

/// What the checks look at: a finished report, with what several of them need at hand.
struct ClaimView: Sendable {
  let report: Report
  /// The priced outcomes.
  let rows: [ReportOutcome]
  /// The outcomes without a price.
  let unpriced: [ReportUnpricedOutcome]
  /// The standard real discount rate of the project's country, where it is known.
  let standardDiscountRate: Double?
  /// The sum of the present values of all gains; losses are not taken off.
  let gains: Double
  private let stakeholders: [RowID: ReportStakeholder]

  init(_ report: Report, standardDiscountRate: Double?) {
    self.report = report
    self.standardDiscountRate = standardDiscountRate
    rows = report.valueMap?.rows ?? []
    unpriced = report.valueMap?.unpriced ?? []
    gains = rows.reduce(0) { $0 + max(0, $1.presentValue.value ?? 0) }
    stakeholders = Dictionary(
      report.stakeholders.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ratio, where there is one.
  var ratio: Double? { report.valueMap?.ratio.value }

  /// The share of all gains that a row brings; 0 for a loss and where nothing is known.
  func share(of row: ReportOutcome) -> Double {
    gains > 0 ? max(0, row.presentValue.value ?? 0) / gains : 0
  }

  /// The highest share of a deduction, where two or more rows all have one below a bound.
  func highest(_ deduction: (ReportOutcome) -> ReportOutcome.Deduction, below bound: Double)
    -> Double?
  {
    let shares = rows.compactMap { deduction($0).share?.value }
    guard shares.count == rows.count, shares.count >= 2, let highest = shares.max(),
      highest < bound
    else { return nil }
    return highest
  }

  /// The stakeholder of a row.
  func stakeholder(_ id: RowID) -> ReportStakeholder? { stakeholders[id] }

  /// The rows in groups that share a key, in the order in which the keys first come.
  func groups<Key: Hashable>(
    of rows: [ReportOutcome], by key: (ReportOutcome) -> Key?
  ) -> [[ReportOutcome]] {
    var places: [Key: Int] = [:]
    var groups: [[ReportOutcome]] = []
    for row in rows {
      guard let key = key(row) else { continue }
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    return groups
  }
}

extension ReportOutcome {
  /// The three deductions that are taken off before the first period.
  var firstDeductions: [Deduction] { [deadweight, displacement, attribution] }

  /// Whether it is a loss.
  var isLoss: Bool { (quantity?.value ?? 0) * proxy.value < 0 }

  /// The words of the author about it: what it is and how it is priced.
  var words: String { "\(description)\n\(proxyDescription)" }

  /// Whether its quantity may count people: it says so, or does not say what it counts.
  var mayCountPeople: Bool {
    quantityUnit.map { Vocabulary.people.occurs(in: $0) } ?? true
  }
}

/// Numbers in the sentences of the checks.
enum Shown {
  /// A share as a whole percentage.
  static func percent(_ share: Double) -> String {
    DecimalText.rounded(share * 100, decimals: 0, in: .english) + " %"
  }

  /// A number with at most two decimals.
  static func number(_ value: Double, _ language: Language) -> String {
    let short = DecimalText.round(value, decimals: 2)
    let decimals = short == short.rounded() ? 0 : 2
    return DecimalText.rounded(short, decimals: decimals, in: language)
  }

  /// Identifiers, the first twelve of them.
  static func list(_ rows: [ReportOutcome]) -> String {
    rows.prefix(12).map(\.id.description).joined(separator: ", ") + (rows.count > 12 ? ", …" : "")
  }
}
