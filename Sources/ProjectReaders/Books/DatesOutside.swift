import ImpactModel

/// Counts the transactions that are dated outside the period that their file or statement states.
struct DatesOutside {
  /// What states the period.
  enum Source {
    case auditFile, statement
  }

  /// The first day of the period.
  var first: Day?
  /// The last day of the period.
  var last: Day?
  private let source: Source
  private var count = 0
  private var earliest: (place: Address, first: Day, last: Day)?

  init(of source: Source) { self.source = source }

  /// Looks at the day of a transaction.
  mutating func add(_ day: Day, at address: @autoclosure () -> Address) {
    guard let first, let last, day < first || last < day else { return }
    count += 1
    if earliest == nil { earliest = (address(), first, last) }
  }

  /// The one finding about them, at the first.
  var finding: Finding? {
    guard let (place, first, last) = earliest else { return nil }
    switch source {
    case .auditFile:
      return Finding(
        "ledger.outside_period", .warning,
        Text(
          "Transactions dated outside the period of the audit file, \(first) to \(last): \(count).",
          nl: "Boekingen buiten de periode van de auditfile, \(first) tot en met \(last): \(count)."
        ),
        help: Text(
          "Ask the bookkeeper whether these dates are right; outside the reporting period they do "
            + "not count.",
          nl: "Vraag de boekhouder of deze datums kloppen; buiten de verslagperiode tellen ze niet "
            + "mee."), at: place)
    // Some statements of other software state the hours in which they were made: it is a remark.
    case .statement:
      return Finding(
        "ledger.outside_statement", .note,
        Text(
          "Entries dated outside the period that their statement states: \(count). Of the first it is "
            + "\(first) to \(last).",
          nl: "Posten buiten de periode die hun afschrift noemt: \(count). Van de eerste is die "
            + "\(first) tot en met \(last)."),
        help: Text(
          "Compare the dates with the bank; an entry counts on the day on which it was booked.",
          nl: "Vergelijk de datums met de bank; een post telt op de dag waarop die is geboekt."),
        at: place)
    }
  }
}
