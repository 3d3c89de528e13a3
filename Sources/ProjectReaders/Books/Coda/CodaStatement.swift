import ImpactModel

/// A statement of one account in a CODA file, with the sums that its trailer states.
struct CodaStatement {
  let line: Int
  var account: String?
  /// The number under which the account's lines are booked.
  var number: String?
  var opening: Int64?
  var closing: Int64?
  var first: Day?
  var last: Day?
  private var records = 0
  private var debit = CheckedSum()
  private var credit = CheckedSum()

  init(line: Int) { self.line = line }

  /// Counts a record; the trailer counts the kinds 1, 2, 3 and 8.
  mutating func count(_ kind: String) {
    if ["1", "2", "3", "8"].contains(kind.prefix(1)) { records += 1 }
  }

  /// Adds a movement, not its details.
  mutating func add(_ amount: Int64) {
    if amount < 0 { debit.add(0 - amount) } else { credit.add(amount) }
  }

  /// What the trailer and the balances do not explain.
  func findings(trailer: CodaRecord, at place: Address) -> [Finding] {
    var found: [Finding] = []
    guard let debit = debit.value, let credit = credit.value else {
      return [BookFindings.overflow(at: place)]
    }
    if Int(trailer.text(17...22)) != records || trailer.cents(23...37) != debit
      || trailer.cents(38...52) != credit
    {
      found.append(CodaFindings.trailer(at: place))
    }
    guard let opening, let closing else {
      return found + [StatementFindings.noBalance(at: place)]
    }
    let moved = credit - debit
    let expected = opening.addingReportingOverflow(moved)
    if expected.overflow || expected.partialValue != closing {
      found.append(
        StatementFindings.balance(opening: opening, sum: moved, closing: closing, at: place))
    }
    return found
  }
}
