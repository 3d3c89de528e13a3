import IndicatorKit

/// The ballots of a voting as totals: how many choices, and how often voters got what they chose.
///
/// Of a ballot only the number of chosen projects that won is kept, as a count of voters.
struct BallotTally {
  /// How many projects stand on all ballots together.
  private(set) var choices = 0
  /// How many voters chose a number of projects that won, by that number.
  private(set) var votersByWins: [Int: Int] = [:]

  /// Adds one ballot: the projects on it, of which each counts once.
  mutating func add(_ projects: Set<String>, winners: Set<String>) {
    choices += projects.count
    votersByWins[projects.intersection(winners).count, default: 0] += 1
  }

  /// How many voters chose at least one project that won.
  var votersWithWinner: Int {
    votersByWins.reduce(0) { $0 + ($1.key > 0 ? $1.value : 0) }
  }

  /// The Gini coefficient of the number of winners on the ballots; `nil` where nobody has one.
  var inequality: Double? {
    Inequality.gini(votersByWins.map { (value: Double($0.key), count: $0.value) })
  }
}

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
}
