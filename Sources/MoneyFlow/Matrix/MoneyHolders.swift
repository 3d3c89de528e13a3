/// With whom money ends up: the accounts that receive it, alone or by their owner.
///
/// Grouped by payee it shows the umbrella under which money stays, grouped by owner the funnel
/// through which it gathers (Ward and Lewis, Plugging the Leaks, nef, 2002).
public struct MoneyHolders: Sendable, Hashable {
  /// How accounts are grouped.
  public enum Grouping: Sendable, Hashable, CaseIterable {
    /// Each account by itself.
    case payee
    /// Accounts of one owner together; an account without a known owner by itself.
    case owner
  }

  /// One who receives.
  public struct Holder: Sendable, Hashable {
    /// The identifier of the account, or the owner.
    public let name: String
    /// What it receives over all rounds beside what was put in.
    public let amount: Double
  }

  /// Those who receive, the largest first; of equal amounts by name.
  public let holders: [Holder]

  /// How few hands the money is in; absent where nobody received anything.
  public var concentration: Concentration? { Concentration(holders.map(\.amount)) }
}

extension FlowMatrix {
  /// Finds with whom money ends up after all rounds, nearby and elsewhere.
  ///
  /// - Parameters:
  ///   - injection: what each account receives in the first round.
  ///   - grouping: by payee or by owner.
  public func holders(
    of injection: [Double], by grouping: MoneyHolders.Grouping
  ) throws(FlowRefusal) -> MoneyHolders {
    let amounts = try allRounds(of: injection).amounts
    var received = zip(amounts, injection).map { max(0, $0 - $1) }
    for leak in try leaks(of: amounts) {
      if let account = leak.account { received[account] += leak.amount }
    }
    var sums: [String: Double] = [:]
    for (account, amount) in zip(accounts, received) where amount > 0 {
      let name = grouping == .owner ? account.owner ?? account.id : account.id
      sums[name, default: 0] += amount
    }
    let holders = sums.map { MoneyHolders.Holder(name: $0.key, amount: $0.value) }
      .sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
    return MoneyHolders(holders: holders)
  }
}
