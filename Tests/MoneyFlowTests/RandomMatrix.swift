import MoneyFlow
import TestSupport

/// A random matrix as payments, and the same as a dense table that a direct method solves.
struct RandomMatrix {
  let accounts: [FlowAccount]
  let payments: [FlowPayment]
  let receipts: [Int: Double]
  /// Shares by payee and payer, of accounts nearby only.
  let shares: [[Double]]

  init(
    nearby: Int, elsewhere: Int, most retention: Double, using random: inout SeededGenerator
  ) {
    let kinds: [FlowAccount.Kind] = [.supplier, .household, .organisation]
    let places = ["9999A", "9999B", nil]
    // Those elsewhere stand among the others, so that the order inside is not the order given.
    accounts = (0..<nearby + elsewhere).map { index in
      let isNearby = index % 3 != 1 || index / 3 >= elsewhere
      return FlowAccount(
        "a\(index)", isNearby ? kinds[index % 3] : .elsewhere,
        place: places[Int.random(in: 0..<3, using: &random)])
    }
    var payments: [FlowPayment] = []
    var receipts: [Int: Double] = [:]
    var shares = [[Double]](
      repeating: [Double](repeating: 0, count: accounts.count), count: accounts.count)
    for payer in accounts.indices where accounts[payer].kind.isNearby {
      let received = Double.random(in: 1...1_000, using: &random)
      receipts[payer] = received
      let others = accounts.indices.filter { _ in Bool.random(using: &random) }
      var left = Double.random(in: 0...retention, using: &random)
      for payee in others {
        let share = Double.random(in: 0...left, using: &random)
        left -= share
        payments.append(FlowPayment(from: payer, to: payee, share * received))
        if accounts[payee].kind.isNearby { shares[payee][payer] += share }
      }
    }
    self.payments = payments.shuffled(using: &random)
    self.receipts = receipts
    self.shares = shares
  }

  /// Solves (I − A)·x = f by elimination with pivots.
  func direct(_ right: [Double], transposed: Bool = false) -> [Double] {
    let count = accounts.count
    let table = (0..<count).map { row in
      var line = (0..<count).map { transposed ? -shares[$0][row] : -shares[row][$0] }
      line[row] += 1
      return line
    }
    return Elimination.solve(table, right)
  }
}
