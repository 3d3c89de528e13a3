/// Who pays whom what share of what they receive: the money-flow matrix of a neighbourhood.
///
/// A social accounting matrix (Stone, 1962; Eurostat Manual of Supply, Use and Input-Output Tables,
/// 2008): each column holds what an account pays, divided by what it received. Accounts nearby are
/// inside, and money goes round among them; all other accounts are where it leaks to. What an
/// account received and did not pay goes to its reserves.
public struct FlowMatrix: Sendable, Hashable {
  /// An account that paid more than it received.
  public struct Draw: Sendable, Hashable {
    /// The position of the account.
    public let account: Int
    /// By how much it paid more than it received.
    public let amount: Double
  }

  /// The accounts.
  public let accounts: [FlowAccount]
  /// What each account received, in the order of the accounts.
  public let receipts: [Double]

  let order: AccountOrder
  /// Shares that stay: from accounts nearby to accounts nearby.
  let inner: ShareMatrix
  /// Shares that leave: from accounts nearby to all others.
  let outer: ShareMatrix
  /// The share of its receipts that each account nearby pays to others nearby, by position.
  let retained: [Double]

  /// Makes a matrix of payments.
  ///
  /// What accounts elsewhere pay counts as receipts of those they pay and goes no further.
  ///
  /// - Parameters:
  ///   - accounts: the accounts.
  ///   - payments: what they pay each other, at least 0; `FlowPayment.netted` sees to refunds.
  ///   - receipts: what accounts received in all, where that is known beside the payments: a
  ///     turnover, an output. All others received what the payments to them add up to.
  public init(
    accounts: [FlowAccount], payments: [FlowPayment], receipts known: [Int: Double] = [:]
  ) throws(FlowRefusal) {
    var tally = PaymentTally(accounts)
    for payment in payments { tally.add(payment) }
    try tally.finish(receipts: known)
    var filling = ShareFilling(tally)
    for payment in payments { filling.add(payment) }
    try self.init(&filling)
  }

  /// Makes a matrix of payments that are brought one by one, twice, so that nobody holds them all.
  ///
  /// It makes the same matrix as an array of the same payments. Ten million shares take 120 MB; an
  /// array of the payments takes 160 MB beside it.
  ///
  /// - Parameters:
  ///   - accounts: the accounts.
  ///   - receipts: what accounts received in all, where that is known beside the payments.
  ///   - bringPayments: hands over each payment, at least 0; it is called twice and must bring the
  ///     same payments both times, in any order.
  /// - Throws: `FlowRefusal`, and what `bringPayments` throws.
  public init(
    accounts: [FlowAccount], receipts known: [Int: Double] = [:],
    bringPayments: ((FlowPayment) -> Void) throws -> Void
  ) throws {
    var tally = PaymentTally(accounts)
    try bringPayments { tally.add($0) }
    try tally.finish(receipts: known)
    var filling = ShareFilling(tally)
    try bringPayments { filling.add($0) }
    try self.init(&filling)
  }

  private init(_ filling: inout ShareFilling) throws(FlowRefusal) {
    (inner, outer) = try filling.finish()
    accounts = filling.tally.accounts
    receipts = filling.tally.receipts
    order = filling.tally.order
    retained = inner.columnSums
  }

  /// The share of what an account nearby received that it pays to another account.
  public func share(from payer: Int, to payee: Int) -> Double {
    guard accounts.indices.contains(payer), accounts.indices.contains(payee),
      accounts[payer].kind.isNearby
    else { return 0 }
    let column = order.positions[payer]
    let row = Int(order.positions[payee])
    let matrix = row < order.nearby ? inner : outer
    let entries = matrix.range(of: row < order.nearby ? row : row - order.nearby)
    return entries.reduce(0) { $0 + (matrix.payers[$1] == column ? matrix.shares[$1] : 0) }
  }

  /// The share of its receipts that each account pays to accounts nearby; 0 for accounts elsewhere.
  public var keptShares: [Double] { order.outside(retained) }

  /// The accounts nearby that paid more than they received: they draw on reserves or credit.
  public var draws: [Draw] {
    let paid = zip(retained, outer.columnSums).map { $0 + $1 }
    return accounts.indices.compactMap { account in
      let position = Int(order.positions[account])
      guard position < order.nearby else { return nil }
      let excess = (paid[position] - 1) * receipts[account]
      // A share that is rounded to just above 1 is no draw.
      return paid[position] > 1 + 1e-12 ? Draw(account: account, amount: excess) : nil
    }
  }
}
