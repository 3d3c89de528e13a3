/// Solves z = f + M·z for shares of which rows and columns may sum to 1 or more.
///
/// Accounts that all reach each other are solved together, group after group, by Gauss-Seidel sweeps;
/// a group comes after those that it rests on. The amounts rise from 0, and where each step is at
/// least c times the step before it, all later ones together are at least c ÷ (1 − c) times it
/// (Collatz, Einschließungssatz für die charakteristischen Zahlen von Matrizen, 1942): as soon as
/// that is known well, it is added at once. Nothing is proved here; `FlowProof` does that.
struct GroupSweeps {
  /// Why there are no amounts.
  enum Failure: Error {
    /// The group of an account keeps all that it receives, or more; the account pays the most in it.
    case endless(position: Int)
    /// The steps fade too slowly, or fade and cannot be told from rounding.
    case tooSlow
    /// Amounts became infinite.
    case tooLarge
  }

  static let unit = 0x1p-52

  let shares: ShareMatrix
  /// All accounts, group by group.
  let members: [Int32]
  /// The number of the group of each account.
  let groups: [Int]
  private let starts: [Int]

  init(_ shares: ShareMatrix) {
    self.shares = shares
    let strong = StrongGroups(shares)
    (members, groups, starts) = (strong.members, strong.groups, strong.starts)
  }

  /// Solves for amounts that are put in, at least 0 and finite.
  ///
  /// - Parameters:
  ///   - injection: what is put in.
  ///   - tolerance: the largest step of an account that is let pass, as a part of its amount and of
  ///     the scale.
  ///   - scale: by how much an error can grow; the largest amount of the group if it is left out.
  func solve(
    _ injection: [Double], tolerance: Double, scale: Double? = nil
  ) throws(Failure) -> (amounts: [Double], sweeps: Int) {
    var run = Run(count: injection.count)
    var most = 0
    for (start, end) in zip(starts, starts.dropFirst()) {
      most = max(most, try settle(start..<end, injection, tolerance, scale, &run))
    }
    return (run.amounts, most)
  }

  /// What a solution is worked out in.
  private struct Run {
    var amounts: [Double]
    /// By how much each amount was moved last.
    var steps: [Double]
    /// Room for vectors that prove that a group is endless.
    var trial: [Double]

    init(count: Int) {
      amounts = [Double](repeating: 0, count: count)
      steps = amounts
      trial = amounts
    }
  }

  /// Sweeps through a group until it settles; gives how often.
  private func settle(
    _ group: Range<Int>, _ injection: [Double], _ tolerance: Double, _ scale: Double?,
    _ run: inout Run
  ) throws(Failure) -> Int {
    for sweep in 1...FlowSolver.mostSweeps {
      let change = self.sweep(group, injection, &run)
      guard change.largest.isFinite else {
        throw isEndless(group, tries: FlowSolver.mostSweeps, &run.trial)
          ? .endless(position: largestPayer(of: group)) : .tooLarge
      }
      let least = Self.unit * Double(change.longest + 16)
      if change.relative <= max(least, tolerance / (scale ?? change.largest)) { return sweep }
      // Looked at ever more rarely, so that it takes no more time than the sweeps themselves.
      if sweep >= 16, sweep & (sweep - 1) == 0, change.most >= 1 - 1e-9 {
        if isEndless(group, tries: sweep, &run.trial) {
          throw .endless(position: largestPayer(of: group))
        }
      }
      if let factor = change.remaining { goOn(group, factor, &run) }
    }
    throw isEndless(group, tries: FlowSolver.mostSweeps, &run.trial)
      ? .endless(position: largestPayer(of: group)) : .tooSlow
  }

  /// What a sweep changed.
  private struct Change {
    /// The largest step, as a part of the amount of its account.
    var relative = 0.0
    /// The largest amount.
    var largest = 0.0
    /// The most shares of a row.
    var longest = 0
    /// The least and the most that a step is of the step before it.
    var (least, most) = (Double.infinity, 0.0)
    /// The most that an amount is of the step before it: rounding tells in the steps so many times.
    var height = 0.0

    /// How many times the last steps all later ones are at least, where it is known well enough.
    ///
    /// Known well is by a factor of 2: half of what is missing is then added at least.
    var remaining: Double? {
      let most = self.most + 4 * GroupSweeps.unit * height
      guard least > 0, most < 1, 1 - least <= 2 * (1 - most) else { return nil }
      return least / (1 - least)
    }

    /// Notes a step.
    mutating func note(_ step: Double, after before: Double, to amount: Double) {
      relative = max(relative, abs(step) / max(amount, .leastNormalMagnitude))
      largest = max(largest, amount)
      if before != 0 {
        least = min(least, step / before)
        most = max(most, step / before)
        height = max(height, amount / abs(before))
      } else if step != 0 {
        most = .infinity
      }
    }
  }

  /// Goes once through a group, each account taking the newest amounts of the others.
  private func sweep(
    _ group: Range<Int>, _ injection: [Double], _ run: inout Run
  ) -> Change {
    var change = Change()
    // The arrays were measured on making; checks of each index would double the time.
    run.amounts.withUnsafeMutableBufferPointer { amounts in
      run.steps.withUnsafeMutableBufferPointer { steps in
        shares.withBuffers { starts, payers, shares in
          for position in group {
            let row = Int(members[position])
            var amount = injection[row]
            for entry in starts[row]..<starts[row + 1] {
              amount += shares[entry] * amounts[Int(payers[entry])]
            }
            let (step, before) = (amount - amounts[row], steps[row])
            amounts[row] = amount
            steps[row] = step
            change.longest = max(change.longest, starts[row + 1] - starts[row])
            change.note(step, after: before, to: amount)
          }
        }
      }
    }
    return change
  }

  /// Adds what all later steps are at least.
  private func goOn(_ group: Range<Int>, _ factor: Double, _ run: inout Run) {
    for position in group {
      let row = Int(members[position])
      run.amounts[row] = max(0, run.amounts[row] + factor * run.steps[row])
      // The next step has no step before it that it could be measured by.
      run.steps[row] = 0
    }
  }
}
