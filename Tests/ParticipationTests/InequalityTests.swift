import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// The Gini coefficient, and the totals of ballots.
@Suite struct InequalityTests {
  private func gini(_ values: [Double]) -> Double? {
    Inequality.gini(values.map { (value: $0, count: 1) })
  }

  /// The numbers of the reference.
  @Test func `the coefficients are those of the reference`() throws {
    #expect(abs(try #require(gini([10, 20, 30, 40])) - 0.25) < 1e-12)
    #expect(gini([0, 0, 0, 100]) == 0.75)
    #expect(gini([7, 7, 7]) == 0)
    #expect(gini([0, 0]) == nil && gini([]) == nil && gini([-1, 2]) == nil)
  }

  @Test func `equal values as one group are the same as one by one`() throws {
    var numbers = SeededGenerator(seed: 21)
    for _ in 0..<100 {
      let values = (0..<30).map { _ in Double(Int.random(in: 0...4, using: &numbers)) }
      let groups = (0...4).map { value in
        (value: Double(value), count: values.count { $0 == Double(value) })
      }
      let (one, other) = (gini(values), Inequality.gini(groups))
      if let one, let other { #expect(abs(one - other) < 1e-12) }
      #expect((one == nil) == (other == nil))
    }
  }

  @Test func `a ballot that names a project twice has it once`() {
    var tally = BallotTally()
    tally.add(["1", "2"], winners: ["1"])
    tally.add(["2"], winners: ["1"])
    #expect(tally.choices == 3 && tally.votersWithWinner == 1)
    #expect(tally.inequality == 0.5)
  }
}
