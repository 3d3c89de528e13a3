/// What one account pays another over a period.
public struct FlowPayment: Sendable, Hashable {
  /// The position of the account that pays.
  public let payer: Int32
  /// The position of the account that is paid.
  public let payee: Int32
  /// The amount; a refund is negative until payments are netted.
  public let amount: Double

  /// Makes a payment; a position beyond 32 bits is one that no matrix has, and is refused there.
  public init(from payer: Int, to payee: Int, _ amount: Double) {
    self.payer = Int32(clamping: payer)
    self.payee = Int32(clamping: payee)
    self.amount = amount
  }

  /// Adds payments between the same two accounts; where refunds exceed them, money went back.
  ///
  /// The result is by payer and payee. Two accounts that pay each other keep both directions.
  public static func netted(_ payments: [FlowPayment]) -> [FlowPayment] {
    let sums = added(payments)
    guard sums.contains(where: { $0.amount < 0 }) else { return sums }
    return added(
      sums.map { sum in
        sum.amount < 0
          ? FlowPayment(from: Int(sum.payee), to: Int(sum.payer), -sum.amount) : sum
      })
  }

  /// The sums by payer and payee, in their order; sums of 0 are left out.
  private static func added(_ payments: [FlowPayment]) -> [FlowPayment] {
    let sorted = payments.sorted {
      ($0.payer, $0.payee, $0.amount) < ($1.payer, $1.payee, $1.amount)
    }
    var sums: [FlowPayment] = []
    for payment in sorted {
      if let last = sums.last, last.payer == payment.payer, last.payee == payment.payee {
        sums[sums.count - 1] = FlowPayment(
          from: Int(last.payer), to: Int(last.payee), last.amount + payment.amount)
      } else {
        sums.append(payment)
      }
    }
    return sums.filter { $0.amount != 0 }
  }
}
