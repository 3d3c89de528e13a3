extension GroupSweeps {
  /// Whether accounts of a group keep all that they receive, or more, so that the rounds never end.
  ///
  /// A vector s ≥ 0, not 0, with M·s ≥ s wherever s > 0 proves that the largest eigenvalue is at
  /// least 1 (Collatz, 1942; Wielandt, Unzerlegbare, nicht negative Matrizen, 1950). What no share
  /// could tell from 1, as its last bits are rounded, counts as 1.
  ///
  /// Whole steps follow a ring in one sweep; every other sweep takes half of each step, lest amounts
  /// swing to and fro for ever.
  ///
  /// - Parameters:
  ///   - group: its positions among the members.
  ///   - tries: how many vectors are tried at most.
  ///   - amounts: the first of them, at least 0 and finite; where it is 0 all others are.
  /// - Returns: `false` where it leaks, or where that was not found out.
  func isEndless(_ group: Range<Int>, tries: Int, from amounts: inout [Double]) -> Bool {
    for attempt in 0..<tries {
      let verdict = verdict(on: amounts, group)
      if verdict.isEndless || verdict.isEnding { return verdict.isEndless }
      var largest = 0.0
      for position in group {
        let row = Int(members[position])
        guard amounts[row] > 0 else { continue }
        let kept = kept(row, of: amounts)
        amounts[row] = attempt.isMultiple(of: 2) ? kept : (amounts[row] + kept) / 2
        largest = max(largest, amounts[row])
      }
      guard largest > 0, largest.isFinite else { return false }
      for position in group { amounts[Int(members[position])] /= largest }
    }
    return false
  }

  /// The account that pays most of what it receives to those that have an amount.
  ///
  /// Amounts above 0 become 1.
  func largestPayer(of group: Range<Int>, among amounts: inout [Double]) -> Int {
    for position in group {
      let row = Int(members[position])
      amounts[row] = amounts[row] > 0 ? 1 : 0
    }
    var (best, most) = (0, -1.0)
    for position in group {
      let row = Int(members[position])
      guard amounts[row] > 0 else { continue }
      let kept = kept(row, of: amounts)
      if kept > most || (kept == most && row < best) { (best, most) = (row, kept) }
    }
    return best
  }

  private func verdict(
    on amounts: [Double], _ group: Range<Int>
  ) -> (isEndless: Bool, isEnding: Bool) {
    var verdict = (isEndless: true, isEnding: true)
    var isZero = true
    for position in group {
      let row = Int(members[position])
      // Elsewhere there is nothing to keep, and nothing is proved of it.
      guard amounts[row] > 0 else {
        verdict.isEnding = false
        continue
      }
      isZero = false
      let kept = kept(row, of: amounts)
      let rounding = Self.unit * Double(shares.range(of: row).count + 4)
      if !(kept >= amounts[row] * (1 - rounding)) { verdict.isEndless = false }
      if !(kept < amounts[row] * (1 - rounding)) { verdict.isEnding = false }
    }
    if isZero { verdict.isEndless = false }
    return verdict
  }

  /// What a row takes of amounts in its own group.
  private func kept(_ row: Int, of amounts: [Double]) -> Double {
    shares.range(of: row).reduce(0.0) { sum, entry in
      let other = Int(shares.payers[entry])
      return groups[other] == groups[row] ? sum + shares.shares[entry] * amounts[other] : sum
    }
  }
}
