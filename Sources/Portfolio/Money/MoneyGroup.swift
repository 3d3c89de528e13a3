import ExportKit

/// What tells matrices of money apart: amounts of different groups are never added.
struct MoneyGroup: Hashable {
  let year: Int
  let perspective: String
  let municipality: String?
  let currency: String

  /// The group of a report, where it states a currency.
  init?(_ line: PictureLine) {
    guard let currency = line.currency else { return nil }
    year = line.year
    perspective = line.perspective
    municipality = line.municipality
    self.currency = currency
  }

  private var order: String {
    [municipality ?? "", perspective, currency, String(year)].joined(separator: "\n")
  }

  /// The matrices of all groups, by municipality, perspective, currency and year.
  static func matrices(_ statements: [MoneyStatement]) -> [MoneyMatrix] {
    var groups: [MoneyGroup: [MoneyStatement]] = [:]
    for statement in statements {
      guard let group = MoneyGroup(statement.line) else { continue }
      groups[group, default: []].append(statement)
    }
    return groups.sorted { $0.key.order < $1.key.order }
      .map { MoneyJoin.matrix($0.key, $0.value) }
  }
}
