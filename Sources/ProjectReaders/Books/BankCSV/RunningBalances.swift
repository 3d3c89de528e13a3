import ImpactModel

/// Follows the balances beside the lines of a bank's export, whichever way the lines run.
struct RunningBalances {
  private struct Account {
    var last: (before: Int64, after: Int64)
    var canRunForwards = true
    var canRunBackwards = true
  }

  private var accounts: [String: Account] = [:]
  private var firstBreak: Address?

  /// Adds a line with what it moved and the balance before or after it, in cents.
  mutating func add(
    account: String, amount: Int64, before: Int64?, after: Int64?, at address: Address
  ) {
    guard firstBreak == nil, let line = RunningBalances.both(amount, before, after) else { return }
    guard var known = accounts[account] else {
      accounts[account] = Account(last: line)
      return
    }
    known.canRunForwards = known.canRunForwards && known.last.after == line.before
    known.canRunBackwards = known.canRunBackwards && known.last.before == line.after
    if !known.canRunForwards, !known.canRunBackwards { firstBreak = address }
    known.last = line
    accounts[account] = known
  }

  private static func both(
    _ amount: Int64, _ before: Int64?, _ after: Int64?
  ) -> (before: Int64, after: Int64)? {
    if let before {
      let sum = before.addingReportingOverflow(amount)
      return sum.overflow ? nil : (before, sum.partialValue)
    }
    guard let after else { return nil }
    let difference = after.subtractingReportingOverflow(amount)
    return difference.overflow ? nil : (difference.partialValue, after)
  }

  /// Whether no line had a balance.
  var isEmpty: Bool { accounts.isEmpty }

  /// The one warning, at the first line whose balance does not follow.
  var finding: Finding? { firstBreak.map { BankCSVFindings.balance(at: $0) } }
}
