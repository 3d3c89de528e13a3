/// One round of money: what is spent nearby in it, and what of that leaves.
public struct FlowRound: Sendable, Hashable {
  /// What each account nearby receives in the round; others have 0.
  public let amounts: [Double]
  /// What leaves when these spend it, by destination.
  public let leaks: [FlowLeak]

  /// What is received nearby in the round.
  public var total: Double { amounts.reduce(0, +) }
}

/// Money that leaves the neighbourhood, or stays with somebody who does not spend it.
public struct FlowLeak: Sendable, Hashable {
  /// The position of the account that it goes to; absent where it stays in reserves.
  public let account: Int?
  /// How much; below 0 where more is spent than was received.
  public let amount: Double
}

extension FlowMatrix {
  /// Follows money through its first rounds: how an income waters the neighbourhood (irrigation).
  ///
  /// - Parameters:
  ///   - injection: what each account receives in the first round, 0 for accounts elsewhere.
  ///   - count: how many rounds; none below 1.
  public func rounds(
    of injection: [Double], count: Int
  ) throws(FlowRefusal) -> [FlowRound] {
    try check(injection)
    var amounts = order.inside(injection)
    var rounds: [FlowRound] = []
    for _ in 0..<max(0, count) {
      rounds.append(
        FlowRound(amounts: order.outside(amounts), leaks: leaks(inside: amounts)))
      amounts = inner.received(from: amounts)
    }
    guard rounds.allSatisfy({ $0.total.isFinite }) else { throw .unusableInjection }
    return rounds
  }

  /// The multiplier of a number of rounds, LMn; with three it is LM3.
  ///
  /// It is LM3 where households of different employers are different accounts.
  public func multiplier(
    of injection: [Double], rounds count: Int
  ) throws(FlowRefusal) -> Double {
    let totals = try rounds(of: injection, count: max(1, count)).map(\.total)
    guard let first = totals.first, first > 0 else { throw .unusableInjection }
    let multiplier = totals.reduce(0, +) / first
    guard multiplier.isFinite else { throw .unusableInjection }
    return multiplier
  }

  /// Where amounts leak to when the accounts that have them spend them.
  ///
  /// Over all rounds the leaks add up to what was put in.
  ///
  /// - Parameter amounts: what each account receives, as from `rounds` or `allRounds`.
  public func leaks(of amounts: [Double]) throws(FlowRefusal) -> [FlowLeak] {
    try check(amounts)
    return leaks(inside: order.inside(amounts))
  }

  /// Leaks by account, in the order of the accounts, the reserves last; those of 0 are left out.
  private func leaks(inside amounts: [Double]) -> [FlowLeak] {
    let received = order.outside(outer.received(from: amounts), from: order.nearby)
    let stays = zip(retained, amounts).reduce(0.0) { $0 + $1.0 * $1.1 }
    let rest = amounts.reduce(0, +) - stays - received.reduce(0, +)
    // What rounding leaves of an account that spends all is no reserve.
    let isRounding = abs(rest) <= 1e-12 * amounts.reduce(0, +)
    let leaks = received.enumerated().map { FlowLeak(account: $0.offset, amount: $0.element) }
    return (leaks + [FlowLeak(account: nil, amount: isRounding ? 0 : rest)])
      .filter { $0.amount != 0 }
  }

  /// Refuses amounts that are not one for each account, at least 0, and 0 elsewhere.
  func check(_ injection: [Double]) throws(FlowRefusal) {
    guard injection.count == accounts.count,
      zip(injection, accounts).allSatisfy({ amount, account in
        amount >= 0 && amount.isFinite && (amount == 0 || account.kind.isNearby)
      })
    else { throw .unusableInjection }
  }
}
