extension ShareMatrix {
  /// Takes the payments that go to some rows and come from the first columns.
  ///
  /// - Parameters:
  ///   - payments: payments between accounts that are all in `positions`.
  ///   - positions: where each account stands.
  ///   - targets: the positions that are rows.
  ///   - columns: how many positions, from the first, are columns.
  ///   - receipts: what each position received, above 0 where it pays.
  init(
    _ payments: [FlowPayment], positions: [Int32], targets: Range<Int>, columns: Int,
    receipts: [Double]
  ) {
    var starts = [Int](repeating: 0, count: targets.count + 1)
    for payment in payments {
      let row = Int(positions[Int(payment.payee)])
      if targets.contains(row), Int(positions[Int(payment.payer)]) < columns {
        starts[row - targets.lowerBound + 1] += 1
      }
    }
    for row in targets.indices {
      starts[row - targets.lowerBound + 1] += starts[row - targets.lowerBound]
    }
    var next = starts
    var payers = [Int32](repeating: 0, count: starts[targets.count])
    var shares = [Double](repeating: 0, count: starts[targets.count])
    for payment in payments {
      let (row, payer) = (Int(positions[Int(payment.payee)]), positions[Int(payment.payer)])
      guard targets.contains(row), Int(payer) < columns else { continue }
      let target = next[row - targets.lowerBound]
      next[row - targets.lowerBound] += 1
      payers[target] = payer
      shares[target] = payment.amount / receipts[Int(payer)]
    }
    for row in targets.indices {
      let offset = row - targets.lowerBound
      Self.sort(&payers, &shares, starts[offset]..<starts[offset + 1])
    }
    self.init(starts: starts, payers: payers, shares: shares, columns: columns)
  }

  /// Sorts a row by payer and share.
  private static func sort(
    _ payers: inout [Int32], _ shares: inout [Double], _ row: Range<Int>
  ) {
    // Most rows are short; an insertion sort needs no memory for them.
    guard row.count > 32 else {
      for end in row.dropFirst() { sink(&payers, &shares, from: end, notBelow: row.lowerBound) }
      return
    }
    let sorted = row.map { (payers[$0], shares[$0]) }.sorted { $0 < $1 }
    for (entry, position) in zip(sorted, row) { (payers[position], shares[position]) = entry }
  }

  private static func sink(
    _ payers: inout [Int32], _ shares: inout [Double], from end: Int, notBelow first: Int
  ) {
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
