/// The second of two passes over payments: the share that each payer pays to each payee.
struct ShareFilling {
  let tally: PaymentTally
  private let nearby: Int
  private var inner: ShareRows
  private var outer: ShareRows
  private var refusal: FlowRefusal?

  init(_ tally: PaymentTally) {
    self.tally = tally
    nearby = tally.order.nearby
    inner = ShareRows(lengths: tally.lengths[..<nearby], columns: nearby)
    outer = ShareRows(lengths: tally.lengths[nearby...], columns: nearby)
  }

  /// Takes a payment that the first pass took as well.
  mutating func add(_ payment: FlowPayment) {
    if let problem = PaymentTally.problem(of: payment, among: tally.accounts) {
      refusal = refusal ?? problem
      return
    }
    let payer = tally.order.positions[Int(payment.payer)]
    guard payment.amount > 0, Int(payer) < nearby else { return }
    let share = payment.amount / tally.receipts[Int(payment.payer)]
    let row = Int(tally.order.positions[Int(payment.payee)])
    let isTaken =
      row < nearby
      ? inner.add(payer, share, to: row) : outer.add(payer, share, to: row - nearby)
    if !isTaken { refusal = refusal ?? .paymentsChanged }
  }

  /// Ends the pass.
  ///
  /// - Throws: `FlowRefusal.paymentsChanged` where it brought other payments than the first.
  mutating func finish() throws(FlowRefusal) -> (inner: ShareMatrix, outer: ShareMatrix) {
    if let refusal { throw refusal }
    guard inner.isFull, outer.isFull else { throw .paymentsChanged }
    return (inner.matrix(), outer.matrix())
  }
}
