/// Solves small dense systems, beside the program's own ways.
enum Elimination {
  /// Solves T·x = f by elimination with pivots (Gauss).
  static func solve(_ table: [[Double]], _ right: [Double]) -> [Double] {
    var lines = zip(table, right).map { $0 + [$1] }
    let count = right.count
    for step in 0..<count {
      let pivot = (step..<count).max { abs(lines[$0][step]) < abs(lines[$1][step]) } ?? step
      lines.swapAt(step, pivot)
      for row in step + 1..<max(count, step + 1) {
        let factor = lines[row][step] / lines[step][step]
        for column in step...count { lines[row][column] -= factor * lines[step][column] }
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      let known = (row + 1..<max(count, row + 1))
        .reduce(0.0) { $0 + lines[row][$1] * solution[$1] }
      solution[row] = (lines[row][count] - known) / lines[row][row]
    }
    return solution
  }
}
