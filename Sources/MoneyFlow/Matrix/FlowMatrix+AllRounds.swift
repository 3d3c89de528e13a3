/// Whether households are inside a matrix (Miller and Blair, Input-Output Analysis, 2009, chapter 6).
public enum LeontiefType: Sendable, Hashable, CaseIterable {
  /// Type I: suppliers only; what households receive ends there.
  case suppliersOnly
  /// Type II: households spend what they receive and are inside as well.
  case withHouseholds
}

extension FlowMatrix {
  /// What each account receives over all rounds, (I − A)⁻¹ times what is put in.
  ///
  /// - Parameters:
  ///   - injection: what each account receives in the first round, 0 for accounts elsewhere.
  ///   - tolerance: the largest change that is let pass, as a part of the sum.
  /// - Throws: `FlowRefusal.leaksNothing` where an account pays all of its receipts nearby, or more.
  public func allRounds(
    of injection: [Double], tolerance: Double = 1e-12
  ) throws(FlowRefusal) -> FlowSolution {
    try check(injection)
    let retention = try retention(of: .withHouseholds)
    let solver = FlowSolver(inner, retention: retention, retained: retained, norm: .sum)
    let solution = try solver.solve(order.inside(injection), tolerance: tolerance)
    return FlowSolution(
      amounts: order.outside(solution.amounts), errorBound: solution.errorBound,
      sweeps: solution.sweeps)
  }

  /// What one unit that each account receives comes to over all rounds, itself included.
  ///
  /// These are the column sums of (I − A)⁻¹, the output multipliers of Leontief. Accounts that are
  /// not inside have 0.
  public func outputMultipliers(
    _ type: LeontiefType = .withHouseholds, tolerance: Double = 1e-12
  ) throws(FlowRefusal) -> FlowSolution {
    let retention = try retention(of: type)
    let inside = (0..<order.nearby).map { isInside($0, type) }
    let backward = inner.keeping { inside[$0] }.transposed
    let solver = FlowSolver(backward, retention: retention, retained: [], norm: .largest)
    let ones = inside.map { $0 ? 1.0 : 0 }
    let solution = try solver.solve(ones, tolerance: tolerance)
    return FlowSolution(
      amounts: order.outside(solution.amounts), errorBound: solution.errorBound,
      sweeps: solution.sweeps)
  }

  private func isInside(_ position: Int, _ type: LeontiefType) -> Bool {
    type == .withHouseholds || accounts[Int(order.accounts[position])].kind != .household
  }

  /// The largest share that an account inside keeps there; it must be below 1.
  private func retention(of type: LeontiefType) throws(FlowRefusal) -> Double {
    let sums =
      type == .withHouseholds
      ? retained : inner.keeping { isInside($0, type) }.columnSums
    var largest = 0.0
    for (position, sum) in sums.enumerated() {
      guard sum < 1 else {
        throw .leaksNothing(account: accounts[Int(order.accounts[position])].id)
      }
      largest = max(largest, sum)
    }
    return largest
  }
}

extension ShareMatrix {
  /// The same matrix with all shares from and to other positions left out.
  fileprivate func keeping(_ isKept: (Int) -> Bool) -> ShareMatrix {
    var starts = [0]
    var payers: [Int32] = []
    var shares: [Double] = []
    for row in 0..<rows {
      for entry in range(of: row) where isKept(row) && isKept(Int(self.payers[entry])) {
        payers.append(self.payers[entry])
        shares.append(self.shares[entry])
      }
      starts.append(payers.count)
    }
    return ShareMatrix(starts: starts, payers: payers, shares: shares, columns: columns)
  }
}
