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
