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
    /// Accounts keep among each other all that they receive, or more; this one pays them the most.
    case endless(position: Int)
    /// The steps fade too slowly, or fade and cannot be told from rounding.
    case tooSlow
    /// Amounts became infinite.
    case tooLarge
  }

  static let unit = 0x1p-52
  /// How many vectors are tried at most as proofs that a group is endless.
  private static let mostTries = 500

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
    var last = Double.infinity
    var known: Double?
    for sweep in 1...FlowSolver.mostSweeps {
      let change = self.sweep(group, injection, after: last, &run)
      last = change.relative
      guard change.largest.isFinite else {
        throw failure(of: group, Self.mostTries, change.bar, &run) ?? .tooLarge
      }
      let least = Self.unit * Double(change.longest + 64)
      if change.relative <= max(least, tolerance / (scale ?? change.largest)) { return sweep }
      // Looked at ever more rarely, so that it takes about as long as the sweeps themselves.
      if sweep >= 16, sweep & (sweep - 1) == 0, change.most >= 1 - 1e-9,
        let failure = failure(of: group, sweep / 4, change.bar, &run)
      {
        throw failure
      }
      let rate = change.rate ?? known.flatMap { change.agrees(with: $0) ? $0 : nil }
      if let rate {
        goOn(group, rate / (1 - rate), change.bar, &run)
        known = max(known ?? 0, rate)
      }
    }
    throw failure(of: group, Self.mostTries, last * Change.nearlySettled, &run) ?? .tooSlow
  }

  /// The failure of a group that is proved to be endless, and `nil` of all others.
  ///
  /// It is looked for from equal amounts on, which prove it where each account keeps all, and from
  /// the last steps on, in the part of the group that is not nearly settled.
  private func failure(
    of group: Range<Int>, _ tries: Int, _ bar: Double, _ run: inout Run
  ) -> Failure? {
    for position in group { run.trial[Int(members[position])] = 1 }
    var isEndless = isEndless(group, tries: tries, from: &run.trial)
    if !isEndless {
      for position in group {
        let row = Int(members[position])
        let step = run.steps[row]
        run.trial[row] = step.isFinite && step > bar * run.amounts[row] ? step : 0
      }
      isEndless = self.isEndless(group, tries: tries, from: &run.trial)
    }
    return isEndless ? .endless(position: largestPayer(of: group, among: &run.trial)) : nil
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
    /// Steps that are less than this part of their amounts are left out of those three: what is
    /// nearly settled tells nothing of what is not.
    let bar: Double

    static let nearlySettled = 0x1p-4

    init(after last: Double) { bar = last.isFinite ? last * Self.nearlySettled : 0 }

    /// What part of each step the next one is at least, where that is known well enough.
    ///
    /// Known well is what tells the sum of all later steps up to a factor of 2: half of what is missing
    /// is then added at least.
    var rate: Double? {
      let most = self.most + 4 * GroupSweeps.unit * height
      guard least > 0, least <= self.most, most < 1, 1 - least <= 2 * (1 - most) else { return nil }
      return least
    }

    /// Whether the steps fade as they did when that could still be told from rounding.
    func agrees(with rate: Double) -> Bool { least >= 0.9 * rate && most <= 1.1 * rate }

    /// Notes a step.
    mutating func note(_ step: Double, after before: Double, to amount: Double) {
      relative = max(relative, abs(step) / max(amount, .leastNormalMagnitude))
      largest = max(largest, amount)
      if abs(before) > bar * amount {
        least = min(least, step / before)
        most = max(most, step / before)
        height = max(height, amount / abs(before))
      } else if abs(step) > bar * amount {
        most = .infinity
      }
    }
  }

  /// Goes once through a group, each account taking the newest amounts of the others.
  private func sweep(
    _ group: Range<Int>, _ injection: [Double], after last: Double, _ run: inout Run
  ) -> Change {
    var change = Change(after: last)
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

  /// Adds what all later steps are at least, to amounts that are not nearly settled.
  private func goOn(_ group: Range<Int>, _ factor: Double, _ bar: Double, _ run: inout Run) {
    for position in group {
      let row = Int(members[position])
      let (amount, step) = (run.amounts[row], run.steps[row])
      if abs(step) > bar * amount { run.amounts[row] = max(0, amount + factor * step) }
      // The next step has no step before it that it could be measured by.
      run.steps[row] = 0
    }
  }
}
