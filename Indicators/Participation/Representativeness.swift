/// How closely people resemble the population they come from: 1 − ½ Σ |s − p|.
///
/// The second term is the total variation distance: the share of participants who would have to be
/// of another group. 1 is a perfect likeness.
struct Representativeness {
  /// The share of participants who would have to be of another group, 0 to 1.
  let distance: Double

  /// 1 less the distance.
  var value: Double { 1 - distance }

  /// Compares counts per group; both lists have the groups in the same order.
  ///
  /// Gives `nil` where one of the two sides is empty or the lists differ in length.
  init?(participants: [Int], population: [Int]) {
    let people = participants.reduce(0, +)
    let residents = population.reduce(0, +)
    guard people > 0, residents > 0, participants.count == population.count else { return nil }
    let differences = zip(participants, population).map { mine, theirs in
      (Double(mine) / Double(people) - Double(theirs) / Double(residents)).magnitude
    }
    distance = differences.reduce(0, +) / 2
  }
}
