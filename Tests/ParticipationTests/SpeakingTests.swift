import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// How evenly participants speak.
@Suite struct SpeakingTests {
  private func fixture(_ turns: [Int?], genders: [String?] = []) -> ParticipationFixture {
    ParticipationFixture(
      gatherings: [ParticipationFixture.gathering("g1"), ParticipationFixture.gathering("g2")],
      participants: turns.enumerated().map { index, turns in
        var row = ParticipationFixture.participant(
          "p\(index)", gender: genders.indices.contains(index) ? genders[index] : nil)
        row["turns"] = turns.map { .integer($0) } ?? .absent
        return row
      })
  }

  /// The numbers of the reference, with each participant ten times, so that nobody is few.
  @Test(arguments: [([10, 20, 30, 40], 0.25), ([0, 0, 0, 100], 0.75), ([7, 7, 7, 7], 0.0)])
  func `inequality is the Gini coefficient of the reference`(turns: [Int], gini: Double) throws {
    let many = turns.flatMap { Array(repeating: Optional($0), count: 10) }
    let measure = try fixture(many).measure("speaking_inequality")
    #expect(abs(try #require(measure.value) - gini) < 1e-12)
    #expect(measure.people == 40)
  }

  /// The corrected numbers of the reference: a third and one.
  @Test func `the correction for few people is that of the reference`() throws {
    func corrected(_ values: [Double]) -> Double? {
      Inequality.corrected(
        Inequality.gini(values.map { (value: $0, count: 1) }), people: values.count)
    }
    #expect(abs(try #require(corrected([10, 20, 30, 40])) - 0.333333) < 5e-7)
    #expect(corrected([0, 0, 0, 100]) == 1)
    #expect(corrected([0, 0, 0, 0]) == nil && corrected([5]) == nil)
  }

  @Test func `turns are added up per person over the gatherings at which they were counted`()
    throws
  {
    var six = fixture([1, 2, 3, 4, 5, nil])
    var again = ParticipationFixture.participant("p0", at: "g2")
    again["turns"] = .integer(6)
    six.participants?.append(again)
    #expect(try six.measure("speaking_turns").result == .measured(.sum(21, rows: 6)))
    #expect(
      try six.measure("speakers_share").result
        == .measured(.share(numerator: 5, denominator: 5, unknown: 1)))
    #expect(
      try six.measure("speaking_turns").notes.map(\.english)
        == ["Turns were counted at 2 of the 2 gatherings."])
  }

  @Test func `turns are split by gender with the people behind each`() throws {
    let measure = try fixture([4, 0, 2, 9], genders: ["woman", "woman", "man", nil])
      .measure("speaking_turns")
    #expect(measure.breakdowns.first?.entries.map(\.id) == ["woman", "man", "unknown"])
    #expect(measure.breakdowns.first?.entries.map(\.value) == [4, 2, 9])
    #expect(measure.breakdowns.first?.entries.map(\.people) == [2, 1, 1])
  }

  @Test func `a few speakers, or a few who were silent, do not follow from any figure`() throws {
    for turns in [[1, 0, 0, 0, 0, 0, 0], [3, 3, 3, 3, 3, 3, 0]] {
      let few = fixture(turns)
      #expect(try few.measure("speakers_share").value == nil)
      #expect(try few.measure("speaking_inequality").value == nil)
    }
  }

  @Test func `where nobody counted or nobody spoke there is no inequality`() throws {
    #expect(
      try fixture([nil, nil]).measure("speaking_turns").absence?.english.contains("empty") == true)
    let silent = fixture(Array(repeating: 0, count: 8))
    #expect(try silent.measure("speaking_inequality").absence?.english == "nobody spoke")
    #expect(try silent.measure("speaking_turns").value == 0)
  }
}
