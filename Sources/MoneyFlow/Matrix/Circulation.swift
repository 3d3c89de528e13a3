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

/// Groups of accounts each of which can reach all others (Tarjan, Depth-first search and linear graph
/// algorithms, SIAM Journal on Computing 1, 1972), without recursion.
struct StrongGroups {
  private struct Visit {
    let account: Int
    var entry: Int
  }

  private let matrix: ShareMatrix
  private var number: [Int]
  private var low: [Int]
  private var stack: [Int] = []
  private var visits: [Visit] = []
  private var count = 0
  private var found = 0

  /// The number of the group of each account.
  private(set) var groups: [Int]

  /// Finds the groups of a square matrix.
  init(_ matrix: ShareMatrix) {
    self.matrix = matrix
    number = [Int](repeating: 0, count: matrix.rows)
    low = number
    groups = [Int](repeating: -1, count: matrix.rows)
    for account in 0..<matrix.rows where number[account] == 0 { explore(account) }
  }

  private mutating func explore(_ root: Int) {
    open(root)
    while let visit = visits.last {
      if visit.entry < matrix.starts[visit.account + 1] {
        visits[visits.count - 1].entry += 1
        guard matrix.shares[visit.entry] > 0 else { continue }
        look(from: visit.account, at: Int(matrix.payers[visit.entry]))
      } else {
        visits.removeLast()
        close(visit.account)
      }
    }
  }

  private mutating func open(_ account: Int) {
    count += 1
    number[account] = count
    low[account] = count
    stack.append(account)
    visits.append(Visit(account: account, entry: matrix.starts[account]))
  }

  private mutating func look(from account: Int, at other: Int) {
    if number[other] == 0 {
      open(other)
    } else if groups[other] < 0 {
      low[account] = min(low[account], number[other])
    }
  }

  private mutating func close(_ account: Int) {
    if let parent = visits.last { low[parent.account] = min(low[parent.account], low[account]) }
    guard low[account] == number[account] else { return }
    while let member = stack.popLast() {
      groups[member] = found
      if member == account { break }
    }
    found += 1
  }
}
