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
    let receipts = try Self.receipts(accounts, payments, known)
    let order = AccountOrder(accounts)
    let placed = order.accounts.map { receipts[Int($0)] }
    inner = ShareMatrix(
      payments, positions: order.positions, targets: 0..<order.nearby, columns: order.nearby,
      receipts: placed)
    outer = ShareMatrix(
      payments, positions: order.positions, targets: order.nearby..<accounts.count,
      columns: order.nearby, receipts: placed)
    retained = inner.columnSums
    self.accounts = accounts
    self.receipts = receipts
    self.order = order
  }

  /// Adds up what each account received, and refuses what no matrix can be made of.
  private static func receipts(
    _ accounts: [FlowAccount], _ payments: [FlowPayment], _ known: [Int: Double]
  ) throws(FlowRefusal) -> [Double] {
    var receipts = [Double](repeating: 0, count: accounts.count)
    var pays = [Bool](repeating: false, count: accounts.count)
    for payment in payments {
      let (payer, payee) = (Int(payment.payer), Int(payment.payee))
      guard accounts.indices.contains(payer) else { throw .noSuchAccount(payer) }
      guard accounts.indices.contains(payee) else { throw .noSuchAccount(payee) }
      guard payment.amount >= 0, payment.amount.isFinite else {
        throw .unusableAmount(account: accounts[payer].id)
      }
      receipts[payee] += payment.amount
      if payment.amount > 0 { pays[payer] = true }
    }
    for (account, amount) in known.sorted(by: { $0.key < $1.key }) {
      guard accounts.indices.contains(account) else { throw .noSuchAccount(account) }
      receipts[account] = amount
    }
    for (index, account) in accounts.enumerated() {
      guard receipts[index] >= 0, receipts[index].isFinite else {
        throw .unusableAmount(account: account.id)
      }
      if pays[index], account.kind.isNearby, receipts[index] == 0 {
        throw .noReceipts(account: account.id)
      }
    }
    return receipts
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
