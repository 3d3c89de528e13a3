/// How unevenly something is spread.
enum Inequality {
  /// The Gini coefficient: Σ (2i − n − 1) x₍ᵢ₎ ÷ (n Σ x), values in rising order.
  ///
  /// Values that are the same come as one with their number. `nil` where they add up to nothing or
  /// one of them is negative.
  static func gini(_ groups: [(value: Double, count: Int)]) -> Double? {
    let groups = groups.filter { $0.count > 0 }.sorted { $0.value < $1.value }
    guard let least = groups.first?.value, least >= 0 else { return nil }
    let all = groups.reduce(0) { $0 + $1.count }
    var weighted = 0.0
    var sum = 0.0
    var before = 0
    for group in groups {
      // The ranks of the group are before + 1 … before + count; their sum has a closed form.
      let (count, first) = (Double(group.count), Double(before))
      let ranks = count * first + count * (count + 1) / 2
      weighted += group.value * (2 * ranks - count * Double(all + 1))
      sum += group.value * count
      before += group.count
    }
    return sum > 0 ? weighted / (Double(all) * sum) : nil
  }

  /// The Gini coefficient of few people, made comparable between groups: × n ÷ (n − 1).
  ///
  /// `nil` where there is no coefficient, or below two people.
  static func corrected(_ gini: Double?, people: Int) -> Double? {
    people < 2 ? nil : gini.map { $0 * Double(people) / Double(people - 1) }
  }
}
