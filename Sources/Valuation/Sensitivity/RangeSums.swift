/// Sums of neighbouring numbers, each from a few partial sums that were added up before.
///
/// Nothing is ever subtracted, so that small numbers keep their digits beside large ones. The
/// partial sums are a binary tree in one list: those of place i stand at 2i and 2i + 1.
struct RangeSums: Sendable {
  private let tree: [Double]
  private let count: Int

  init(_ values: [Double]) {
    count = values.count
    var tree = [Double](repeating: 0, count: count) + values
    for place in stride(from: count - 1, to: 0, by: -1) {
      tree[place] = tree[2 * place] + tree[2 * place + 1]
    }
    self.tree = tree
  }

  /// The sum of all numbers but those at some places, which ascend.
  func sum(without places: [Int]) -> Double {
    var (sum, start) = (0.0, 0)
    for place in places {
      sum += self.sum(start..<place)
      start = place + 1
    }
    return sum + self.sum(start..<max(start, count))
  }

  private func sum(_ range: Range<Int>) -> Double {
    var (left, right) = (range.lowerBound + count, range.upperBound + count)
    var (before, after) = (0.0, 0.0)
    while left < right {
      if left % 2 == 1 {
        before += tree[left]
        left += 1
      }
      if right % 2 == 1 {
        right -= 1
        after += tree[right]
      }
      left /= 2
      right /= 2
    }
    return before + after
  }
}
