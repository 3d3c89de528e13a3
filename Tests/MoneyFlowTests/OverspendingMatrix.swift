import Foundation
import MoneyFlow
import TestSupport

/// A table of shares of which columns may sum to 1 or more, and its solution by a direct method.
///
/// Each account received 1, so that the shares in the matrix are these to the last bit.
struct OverspendingMatrix {
  /// Shares by payee and payer.
  let shares: [[Double]]

  init(_ shares: [[Double]]) { self.shares = shares }

  /// Random shares whose spectral radius is below 1, whatever the columns sum to.
  ///
  /// They are W⁻¹·B·W for a B with columns below the retention and weights W above 0, which has the
  /// eigenvalues of B.
  init(
    accounts: Int, most retention: Double, spread: Double, using random: inout SeededGenerator
  ) {
    let weights = (0..<accounts).map { _ in
      pow(spread, Double.random(in: 0...1, using: &random))
    }
    let density = Double.random(in: 0.15...1, using: &random)
    var table = [[Double]](
      repeating: [Double](repeating: 0, count: accounts), count: accounts)
    for payer in 0..<accounts {
      var left = Double.random(in: 0...retention, using: &random)
      for payee in (0..<accounts).shuffled(using: &random)
      where Double.random(in: 0...1, using: &random) < density {
        let share = Double.random(in: 0...left, using: &random)
        left -= share
        table[payee][payer] = share * weights[payer] / weights[payee]
      }
    }
    shares = table
  }

  /// What each account pays the others, as a share of what it received.
  var columnSums: [Double] {
    shares.indices.map { payer in shares.reduce(0) { $0 + $1[payer] } }
  }

  func matrix(kinds: [FlowAccount.Kind]? = nil) throws -> FlowMatrix {
    let payments = shares.enumerated().flatMap { payee, row in
      row.enumerated().map { FlowPayment(from: $0.offset, to: payee, $0.element) }
    }
    return try FlowMatrix(
      accounts: shares.indices.map { FlowAccount("a\($0)", kinds?[$0] ?? .supplier) },
      payments: payments,
      receipts: Dictionary(uniqueKeysWithValues: shares.indices.map { ($0, 1) }))
  }

  /// Solves (I − A)·x = f, or with Aᵀ, by elimination; what is missing is computed with twice the
  /// digits and solved for again, three times.
  func direct(_ right: [Double], transposed: Bool = false) -> [Double] {
    let count = shares.count
    let flows = transposed ? shares.indices.map { place in shares.map { $0[place] } } : shares
    var table = flows.map { $0.map { -$0 } }
    for place in 0..<count { table[place][place] += 1 }
    var solution = [Double](repeating: 0, count: count)
    for _ in 0..<4 {
      let missing = (0..<count).map { row in
        var sum = Twofold(right[row])
        sum.subtract(solution[row], 1)
        for column in 0..<count { sum.subtract(-flows[row][column], solution[column]) }
        return sum.value
      }
      for (row, more) in Elimination.solve(table, missing).enumerated() { solution[row] += more }
    }
    return solution
  }
}

/// A sum of two doubles, with about 32 digits (Dekker, 1971; Knuth, 1969).
private struct Twofold {
  private var high: Double
  private var low = 0.0

  var value: Double { high + low }

  init(_ value: Double) { high = value }

  /// Takes away a product.
  mutating func subtract(_ left: Double, _ right: Double) {
    let product = left * right
    let rest = (-product).addingProduct(left, right)
    let sum = high - product
    let part = sum - high
    low += (high - (sum - part)) + (-product - part) - rest
    high = sum
  }
}
