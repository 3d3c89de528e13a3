/// How much of the money that a neighbourhood pays goes round in loops.
public struct Circulation: Sendable, Hashable {
  /// What the accounts nearby paid in all.
  public let paid: Double
  /// What of it was paid to somebody from whom it can come back.
  public let inLoops: Double
  /// What of it came straight back: of each two accounts the lesser of what they paid each other.
  public let returned: Double

  /// The share of the money that is in loops, or `nil` where nothing was paid.
  ///
  /// It is 1 less the flow hierarchy (Luo and Magee, Detecting evolving patterns of self-organizing
  /// networks by flow hierarchy measurement, Complexity 16, 2011).
  public var loopShare: Double? { paid > 0 ? inLoops / paid : nil }
}

extension FlowMatrix {
  /// Finds the money in loops: payments between accounts of which each can reach the other.
  public var circulation: Circulation {
    let groups = StrongGroups(inner).groups
    let weights = order.inside(receipts)
    var (inside, inLoops) = (0.0, 0.0)
    for row in 0..<inner.rows {
      for entry in inner.range(of: row) {
        let payer = Int(inner.payers[entry])
        let amount = inner.shares[entry] * weights[payer]
        inside += amount
        if groups[payer] == groups[row] { inLoops += amount }
      }
    }
    let leaving = zip(outer.columnSums, weights).reduce(0.0) { $0 + $1.0 * $1.1 }
    return Circulation(paid: inside + leaving, inLoops: inLoops, returned: returned(weights))
  }

  /// Each pair of accounts that pay each other, both directions of the lesser amount.
  private func returned(_ weights: [Double]) -> Double {
    let forward = inner.transposed
    var sum = 0.0
    for account in 0..<inner.rows {
      // Both lists name the partners in ascending order, so that they are gone through side by side.
      var (paid, received) = (forward.range(of: account), inner.range(of: account))
      while let out = paid.first, let back = received.first {
        let partner = min(forward.payers[out], inner.payers[back])
        var (given, taken) = (0.0, 0.0)
        while let next = paid.first, forward.payers[next] == partner {
          given += forward.shares[next] * weights[account]
          paid = paid.dropFirst()
        }
        while let next = received.first, inner.payers[next] == partner {
          taken += inner.shares[next] * weights[Int(partner)]
          received = received.dropFirst()
        }
        sum += min(given, taken)
      }
    }
    return sum
  }
}
