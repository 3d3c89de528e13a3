extension GroupSweeps {
  /// Whether a group keeps all that it receives, or more, so that its rounds never end.
  ///
  /// A vector s ≥ 0, not 0, with M·s ≥ s in the group proves that the largest eigenvalue is at least
  /// 1 (Collatz, 1942; Wielandt, Unzerlegbare, nicht negative Matrizen, 1950). What no share could
  /// tell from 1, as its last bits are rounded, counts as 1. It is looked for from equal amounts on,
  /// which prove it where every account keeps all, by sweeps that take half of each step.
  ///
  /// - Parameters:
  ///   - group: its positions among the members.
  ///   - tries: how many vectors are tried at most.
  ///   - amounts: room for them, one for each account.
  /// - Returns: `false` where it leaks, or where that was not found out.
  func isEndless(_ group: Range<Int>, tries: Int, _ amounts: inout [Double]) -> Bool {
    for position in group { amounts[Int(members[position])] = 1 }
    for _ in 0..<tries {
      let verdict = verdict(on: amounts, group)
      if verdict.isEndless || verdict.isEnding { return verdict.isEndless }
      var largest = 0.0
      for position in group {
        let row = Int(members[position])
        amounts[row] = (amounts[row] + kept(row, of: amounts)) / 2
        largest = max(largest, amounts[row])
      }
      guard largest > 0, largest.isFinite else { return false }
      for position in group { amounts[Int(members[position])] /= largest }
    }
    return false
  }

  /// The account of a group of which most stays in the group.
  func largestPayer(of group: Range<Int>) -> Int {
    let ones = [Double](repeating: 1, count: shares.rows)
    var (best, most) = (0, -1.0)
    for position in group {
      let row = Int(members[position])
      let kept = kept(row, of: ones)
      if kept > most || (kept == most && row < best) { (best, most) = (row, kept) }
    }
    return best
  }

  private func verdict(
    on amounts: [Double], _ group: Range<Int>
  ) -> (isEndless: Bool, isEnding: Bool) {
    var verdict = (isEndless: true, isEnding: true)
    for position in group {
      let row = Int(members[position])
      let kept = kept(row, of: amounts)
      let rounding = Self.unit * Double(shares.range(of: row).count + 4)
      if !(kept >= amounts[row] * (1 - rounding)) { verdict.isEndless = false }
      if !(kept < amounts[row] * (1 - rounding)) { verdict.isEnding = false }
    }
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
