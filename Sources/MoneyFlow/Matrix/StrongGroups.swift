/// Groups of accounts each of which can reach all others (Tarjan, Depth-first search and linear graph
/// algorithms, SIAM Journal on Computing 1, 1972), without recursion.
///
/// Accounts reach those that their rows name. Groups are numbered so that all that a group reaches
/// has a lower number than itself.
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
  /// All accounts, group by group; in a group those that were met last, which others rest on, first.
  private(set) var members: [Int32] = []
  /// Where in `members` each group starts; one more entry than groups.
  private(set) var starts = [0]

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
      members.append(Int32(member))
      if member == account { break }
    }
    found += 1
    starts.append(members.count)
  }
}
