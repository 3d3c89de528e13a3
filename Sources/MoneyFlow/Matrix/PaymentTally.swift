/// The first of two passes over payments: what each account received and how long each row is.
struct PaymentTally {
  let accounts: [FlowAccount]
  let order: AccountOrder
  /// What each account received, in the order of the accounts.
  private(set) var receipts: [Double]
  /// How many shares the row of each position will have.
  private(set) var lengths: [Int]
  private var pays: [Bool]
  private var refusal: FlowRefusal?

  init(_ accounts: [FlowAccount]) {
    self.accounts = accounts
    order = AccountOrder(accounts)
    receipts = [Double](repeating: 0, count: accounts.count)
    lengths = [Int](repeating: 0, count: accounts.count)
    pays = [Bool](repeating: false, count: accounts.count)
  }

  /// Counts a payment; the first that no matrix can hold is kept as the refusal.
  mutating func add(_ payment: FlowPayment) {
    if let problem = Self.problem(of: payment, among: accounts) {
      refusal = refusal ?? problem
      return
    }
    let (payer, payee) = (Int(payment.payer), Int(payment.payee))
    receipts[payee] += payment.amount
    guard payment.amount > 0 else { return }
    pays[payer] = true
    if Int(order.positions[payer]) < order.nearby { lengths[Int(order.positions[payee])] += 1 }
  }

  /// Ends the pass: takes what is known beside the payments, and refuses what makes no matrix.
  mutating func finish(receipts known: [Int: Double]) throws(FlowRefusal) {
    if let refusal { throw refusal }
    for account in known.keys.sorted() {
      guard accounts.indices.contains(account) else { throw .noSuchAccount(account) }
      receipts[account] = known[account] ?? 0
    }
    for (index, account) in accounts.enumerated() {
      guard receipts[index] >= 0, receipts[index].isFinite else {
        throw .unusableAmount(account: account.id)
      }
      if pays[index], account.kind.isNearby, receipts[index] == 0 {
        throw .noReceipts(account: account.id)
      }
    }
  }

  /// Why a payment cannot be held, or `nil` where it can.
  static func problem(of payment: FlowPayment, among accounts: [FlowAccount]) -> FlowRefusal? {
    let (payer, payee) = (Int(payment.payer), Int(payment.payee))
    guard accounts.indices.contains(payer) else { return .noSuchAccount(payer) }
    guard accounts.indices.contains(payee) else { return .noSuchAccount(payee) }
    guard payment.amount >= 0, payment.amount.isFinite else {
      return .unusableAmount(account: accounts[payer].id)
    }
    return nil
  }
}
