/// Solves x = f + A·x for shares A whose columns sum to less than 1, by Gauss-Seidel sweeps.
///
/// After each sweep the amounts are scaled so that as much leaks out as was put in (aggregation in
/// the sense of Chatelin and Miranker, Acceleration by aggregation of successive approximation
/// methods, 1982, with one group), which takes away the error that fades slowest. Nothing depends on
/// threads, so that the same input gives the same bits. For matrices with a column of 1 or more, or
/// too near to it for this, there are `GroupSweeps` and `FlowProof`.
struct FlowSolver {
  /// In which norm an error is measured.
  enum Norm {
    /// The sum of the amounts, for money that flows forward.
    case sum
    /// The largest amount, for multipliers that are gathered backward.
    case largest
  }

  /// After this many sweeps the rounds are held to fade too slowly.
  static let mostSweeps = 2_000
  private static let unit = 0x1p-52

  private let shares: ShareMatrix
  private let retained: [Double]
  private let retention: Double
  private let norm: Norm

  /// Makes a solver.
  ///
  /// - Parameters:
  ///   - shares: a square matrix.
  ///   - retention: the largest sum of its columns, or for the norm `largest` of its rows, below 1.
  ///   - retained: the sum of each column; empty for the norm `largest`.
  init(_ shares: ShareMatrix, retention: Double, retained: [Double], norm: Norm) {
    self.shares = shares
    self.retained = retained
    self.norm = norm
    // The sum of a column of m shares is rounded m times.
    self.retention = retention * (1 + Self.unit * Double(shares.rows + 1))
  }

  /// Solves for amounts that are put in, at least 0 and finite.
  func solve(_ injection: [Double], tolerance: Double) throws(FlowRefusal) -> FlowSolution {
    guard retention < 1 else { throw .tooSlow }
    // Below this the last bits of the amounts go on changing for ever.
    let tolerance = max(tolerance, 16 * Self.unit / (1 - retention))
    let injected = injection.reduce(0, +)
    var amounts = injection
    var last = Double.infinity
    var isScaling = norm == .sum
    for sweep in 1...Self.mostSweeps {
      let change = self.sweep(&amounts, injection)
      if retention / (1 - retention) * change.size <= tolerance * change.total {
        let bound = bound(amounts, injection)
        guard bound.isFinite else { throw .unusableInjection }
        return FlowSolution(amounts: amounts, errorBound: bound, sweeps: sweep)
      }
      guard change.size.isFinite else { throw .unusableInjection }
      // Sweeps alone always converge; scaling is given up as soon as it does not help.
      if change.size > 0.9 * last { isScaling = false }
      last = change.size
      if isScaling, change.leak > 0 { scale(&amounts, by: injected / change.leak) }
    }
    throw .tooSlow
  }

  /// Solves where each column sums to less than 1, and gives `nil` elsewhere and where it is too slow.
  func solveWhereAllLeak(
    _ injection: [Double], tolerance: Double
  ) throws(FlowRefusal) -> FlowSolution? {
    guard retention < 1 else { return nil }
    do throws(FlowRefusal) {
      return try solve(injection, tolerance: tolerance)
    } catch {
      guard error == .tooSlow else { throw error }
      return nil
    }
  }

  /// What a sweep changed.
  private struct Change {
    var size = 0.0
    var total = 0.0
    var leak = 0.0
  }

  /// Goes once through all accounts, each taking the newest amounts of the others.
  private func sweep(_ amounts: inout [Double], _ injection: [Double]) -> Change {
    var change = Change()
    let isSum = norm == .sum
    // The arrays were measured on building; checks of each index would double the time.
    amounts.withUnsafeMutableBufferPointer { amounts in
      shares.withBuffers { starts, payers, shares in
        injection.withUnsafeBufferPointer { injection in
          retained.withUnsafeBufferPointer { retained in
            for row in 0..<injection.count {
              var amount = injection[row]
              for entry in starts[row]..<starts[row + 1] {
                amount += shares[entry] * amounts[Int(payers[entry])]
              }
              let difference = abs(amount - amounts[row])
              amounts[row] = amount
              if isSum {
                change.size += difference
                change.total += amount
                change.leak += (1 - retained[row]) * amount
              } else {
                change.size = max(change.size, difference)
                change.total = max(change.total, amount)
              }
            }
          }
        }
      }
    }
    return change
  }

  private func scale(_ amounts: inout [Double], by factor: Double) {
    for index in amounts.indices { amounts[index] *= factor }
  }

  /// The residual over 1 less the retention, with all rounding counted in.
  private func bound(_ amounts: [Double], _ injection: [Double]) -> Double {
    var residual = 0.0
    let isSum = norm == .sum
    shares.residuals(of: amounts, injection) { _, size in
      residual = isSum ? residual + size : max(residual, size)
    }
    let summing = 1 + Self.unit * Double(injection.count + 4)
    return residual * summing / (1 - retention)
  }
}

extension ShareMatrix {
  /// By how much each amount can be off from what the account is given and receives at most.
  ///
  /// The rounding of the sum is counted in, and that of the shares: every term with twice its
  /// rounding and four more.
  ///
  /// - Parameters:
  ///   - amounts: at least 0.
  ///   - injection: what each account is given, at least 0.
  ///   - take: takes each row and its residual.
  func residuals(of amounts: [Double], _ injection: [Double], _ take: (Int, Double) -> Void) {
    amounts.withUnsafeBufferPointer { amounts in
      withBuffers { starts, payers, shares in
        for row in 0..<amounts.count {
          var received = injection[row]
          for entry in starts[row]..<starts[row + 1] {
            received += shares[entry] * amounts[Int(payers[entry])]
          }
          let terms = Double(starts[row + 1] - starts[row] + 4)
          let rounding = 0x1p-52 * terms * (received + amounts[row])
          take(row, abs(received - amounts[row]) + rounding)
        }
      }
    }
  }

  /// Lends the three arrays to a loop.
  func withBuffers(
    _ body: (
      UnsafeBufferPointer<Int>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>
    ) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      payers.withUnsafeBufferPointer { payers in
        shares.withUnsafeBufferPointer { body(starts, payers, $0) }
      }
    }
  }
}
