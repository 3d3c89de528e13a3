/// Which share of what each payer received goes to each payee, by rows of payees.
///
/// Rows hold their payers in ascending order, so that the same payments in any order give the same
/// sums to the last bit.
struct ShareMatrix: Sendable, Hashable {
  /// Where in `payers` and `shares` each row starts; one more entry than rows.
  let starts: [Int]
  /// The payers of all rows, one after the other.
  let payers: [Int32]
  /// The share that each of them pays to the row, at least 0.
  let shares: [Double]
  /// How many payers there are.
  let columns: Int

  /// How many payees there are.
  var rows: Int { starts.count - 1 }

  /// The positions of a row in `payers` and `shares`.
  func range(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The sum of the shares of each payer.
  var columnSums: [Double] {
    var sums = [Double](repeating: 0, count: columns)
    for (payer, share) in zip(payers, shares) { sums[Int(payer)] += share }
    return sums
  }

  /// What each payee receives in a round in which each payer spends from an amount.
  func received(from amounts: [Double]) -> [Double] {
    (0..<rows).map { row in
      range(of: row).reduce(0.0) { $0 + shares[$1] * amounts[Int(payers[$1])] }
    }
  }

  /// The same shares by rows of payers.
  var transposed: ShareMatrix {
    var counts = [Int](repeating: 0, count: columns + 1)
    for payer in payers { counts[Int(payer) + 1] += 1 }
    for column in 0..<columns { counts[column + 1] += counts[column] }
    var next = counts
    var others = [Int32](repeating: 0, count: payers.count)
    var values = [Double](repeating: 0, count: payers.count)
    for row in 0..<rows {
      for entry in range(of: row) {
        let target = next[Int(payers[entry])]
        next[Int(payers[entry])] += 1
        others[target] = Int32(row)
        values[target] = shares[entry]
      }
    }
    return ShareMatrix(starts: counts, payers: others, shares: values, columns: rows)
  }
}
