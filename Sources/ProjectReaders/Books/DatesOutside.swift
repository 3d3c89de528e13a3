import ImpactModel

/// Counts the transactions that an audit file dates outside the period that it says it covers.
struct DatesOutside {
  /// The first day of the file's period.
  var first: Day?
  /// The last day of the file's period.
  var last: Day?
  private var count = 0
  private var place: Address?

  /// Looks at the day of a transaction.
  mutating func add(_ day: Day, at address: @autoclosure () -> Address) {
    guard let first, let last, day < first || last < day else { return }
    count += 1
    if place == nil { place = address() }
  }

  /// The one finding about them, at the first.
  var finding: Finding? {
    guard let place, let first, let last else { return nil }
    return Finding(
      "ledger.outside_period", .warning,
      Text(
        "Transactions dated outside the period of the audit file, \(first) to \(last): \(count).",
        nl: "Boekingen buiten de periode van de auditfile, \(first) tot en met \(last): \(count)."),
      help: Text(
        "Ask the bookkeeper whether these dates are right; outside the reporting period they do "
          + "not count.",
        nl: "Vraag de boekhouder of deze datums kloppen; buiten de verslagperiode tellen ze niet "
          + "mee."), at: place)
  }
}
