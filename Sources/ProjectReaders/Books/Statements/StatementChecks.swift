import ImpactModel

/// Compares the balances of statements with their entries, and one statement with the next.
struct StatementChecks {
  private var seen: Set<[String]> = []
  private var closing: [String: StatementBalance] = [:]
  private var lumps = FirstPlace()

  /// Counts an entry of several transactions that could not be split.
  mutating func addLump(at address: Address) { lumps.add(at: address) }

  /// What does not fit in a statement, or between it and an earlier one of the account.
  mutating func findings(of statement: Statement, account: String, at place: Address) -> [Finding] {
    guard statement.sum.value != nil else { return [BookFindings.overflow(at: place)] }
    let parts = [account, statement.id, statement.sequence ?? "", statement.page ?? ""]
    if !statement.id.isEmpty, !seen.insert(parts).inserted {
      return [StatementFindings.doubled(at: place)]
    }
    var found: [Finding] = []
    if let before = closing[account]?.signed, let opening = statement.opening,
      let start = opening.signed, before != start,
      closing[account]?.amount?.currency == opening.amount?.currency
    {
      found.append(StatementFindings.gap(before, start, at: place))
    }
    let unbalanced = balanceFinding(of: statement, at: place)
    if let unbalanced { found.append(unbalanced) }
    // What a balance tells already is no second mistake.
    if unbalanced?.severity != .warning, !statement.summary.fits {
      found.append(StatementFindings.summary(at: place))
    }
    if let balance = statement.closing { closing[account] = balance }
    return found
  }

  private func balanceFinding(of statement: Statement, at place: Address) -> Finding? {
    guard let opening = statement.opening?.signed, let closing = statement.closing?.signed,
      let sum = statement.sum.value
    else { return StatementFindings.noBalance(at: place) }
    guard let currency = statement.opening?.amount?.currency,
      currency == statement.closing?.amount?.currency
    else { return StatementFindings.balanceCurrency(at: place) }
    let expected = opening.addingReportingOverflow(sum)
    guard expected.overflow || expected.partialValue != closing else { return nil }
    return StatementFindings.balance(
      opening: opening, sum: sum, closing: closing, at: place)
  }

  /// The one note about entries that stayed one amount, at the first.
  var finding: Finding? {
    lumps.finding { StatementFindings.lumps($0, at: $1) }
  }
}
