/// The rows of a matrix of shares while they are filled, in any order, each of a known length.
struct ShareRows {
  private let starts: [Int]
  private let columns: Int
  private var next: [Int]
  private var payers: [Int32]
  private var shares: [Double]
  private var count = 0

  init(lengths: ArraySlice<Int>, columns: Int) {
    var starts = [0]
    starts.reserveCapacity(lengths.count + 1)
    var sum = 0
    for length in lengths {
      sum += length
      starts.append(sum)
    }
    self.starts = starts
    self.columns = columns
    next = starts
    payers = [Int32](repeating: 0, count: sum)
    shares = [Double](repeating: 0, count: sum)
  }

  /// Whether every row has as many shares as were counted.
  var isFull: Bool { count == shares.count }

  /// Adds a share to a row; gives false where the row has no room for it.
  mutating func add(_ payer: Int32, _ share: Double, to row: Int) -> Bool {
    let target = next[row]
    guard target < starts[row + 1] else { return false }
    next[row] = target + 1
    payers[target] = payer
    shares[target] = share
    count += 1
    return true
  }

  /// Ends filling: sorts each row by payer and share, and hands the rows over.
  mutating func matrix() -> ShareMatrix {
    next = []
    for row in starts.indices.dropLast() { sort(starts[row]..<starts[row + 1]) }
    defer { (payers, shares) = ([], []) }
    return ShareMatrix(starts: starts, payers: payers, shares: shares, columns: columns)
  }

  private mutating func sort(_ row: Range<Int>) {
    // Most rows are short; an insertion sort needs no memory for them.
    guard row.count > 32 else {
      for end in row.dropFirst() { sink(from: end, notBelow: row.lowerBound) }
      return
    }
    let sorted = row.map { (payers[$0], shares[$0]) }.sorted { $0 < $1 }
    for (entry, position) in zip(sorted, row) { (payers[position], shares[position]) = entry }
  }

  private mutating func sink(from end: Int, notBelow first: Int) {
    let (payer, share) = (payers[end], shares[end])
    var place = end
    while place > first, (payer, share) < (payers[place - 1], shares[place - 1]) {
      payers[place] = payers[place - 1]
      shares[place] = shares[place - 1]
      place -= 1
    }
    payers[place] = payer
    shares[place] = share
  }
}
