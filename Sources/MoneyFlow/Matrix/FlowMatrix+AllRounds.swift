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
  /// An account may keep all that it receives nearby, or pay more than that out of its reserves, as
  /// long as enough leaks away from those whom it pays. Each further unit is then taken to be spent
  /// as those before it were, reserves drawn upon included.
  ///
  /// - Parameters:
  ///   - injection: what each account receives in the first round, 0 for accounts elsewhere.
  ///   - tolerance: the largest change that is let pass, as a part of the sum.
  /// - Throws: `FlowRefusal.leaksNothing` where a group of accounts keeps all that it receives, or
  ///   more, also where nothing that is put in reaches it; `FlowRefusal.tooSlow` where no bound on
  ///   the error was found.
  public func allRounds(
    of injection: [Double], tolerance: Double = 1e-12
  ) throws(FlowRefusal) -> FlowSolution {
    try check(injection)
    let injected = order.inside(injection)
    let solver = FlowSolver(
      inner, retention: retained.max() ?? 0, retained: retained, norm: .sum)
    if let solution = try solver.solveWhereAllLeak(injected, tolerance: tolerance) {
      return outside(solution)
    }
    return outside(try proved(injected, tolerance))
  }

  /// What one unit that each account receives comes to over all rounds, itself included.
  ///
  /// These are the column sums of (I − A)⁻¹, the output multipliers of Leontief. Accounts that are
  /// not inside have 0. It throws as `allRounds` does.
  public func outputMultipliers(
    _ type: LeontiefType = .withHouseholds, tolerance: Double = 1e-12
  ) throws(FlowRefusal) -> FlowSolution {
    let inside = (0..<order.nearby).map { isInside($0, type) }
    let matrix = inner.keeping { inside[$0] }
    let retention = (type == .withHouseholds ? retained : matrix.columnSums).max() ?? 0
    let backward = matrix.transposed
    let ones = inside.map { $0 ? 1.0 : 0 }
    let solver = FlowSolver(backward, retention: retention, retained: [], norm: .largest)
    if let solution = try solver.solveWhereAllLeak(ones, tolerance: tolerance) {
      return outside(solution)
    }
    let proof = try proof(backward, ones, tolerance)
    return outside(
      FlowSolution(amounts: proof.weights, errorBound: proof.largestError, sweeps: proof.sweeps))
  }

  private func isInside(_ position: Int, _ type: LeontiefType) -> Bool {
    type == .withHouseholds || accounts[Int(order.accounts[position])].kind != .household
  }

  private func outside(_ solution: FlowSolution) -> FlowSolution {
    FlowSolution(
      amounts: order.outside(solution.amounts), errorBound: solution.errorBound,
      sweeps: solution.sweeps)
  }

  /// All rounds where a column sums to 1 or more, or nearly so, in the order of the positions.
  private func proved(
    _ injected: [Double], _ tolerance: Double
  ) throws(FlowRefusal) -> FlowSolution {
    let ones = [Double](repeating: 1, count: inner.rows)
    // For a proof the weights need not be exact; an eighth too much makes the bound an eighth wider.
    let proof = try proof(inner.transposed, ones, 0.125)
    do throws(GroupSweeps.Failure) {
      let found = try GroupSweeps(inner)
        .solve(injected, tolerance: tolerance, scale: proof.largest)
      let error = proof.error(of: found.amounts, injected, inner)
      guard error.isFinite else { throw .tooLarge }
      return FlowSolution(
        amounts: found.amounts, errorBound: error, sweeps: max(found.sweeps, proof.sweeps))
    } catch {
      if case .tooSlow = error { throw .tooSlow }
      throw .unusableInjection
    }
  }

  private func proof(
    _ backward: ShareMatrix, _ ones: [Double], _ tolerance: Double
  ) throws(FlowRefusal) -> FlowProof {
    do throws(GroupSweeps.Failure) {
      return try FlowProof(backward, ones: ones, tolerance: tolerance)
    } catch {
      guard case .endless(let position) = error else { throw .tooSlow }
      throw .leaksNothing(account: accounts[Int(order.accounts[position])].id)
    }
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
