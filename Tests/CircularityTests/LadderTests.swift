import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// The R-ladder in both numberings.
@Suite struct LadderTests {
  typealias Fixture = CircularityFixture

  @Test(
    arguments: zip(
      Rung.allCases,
      [(0, 1), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 4), (7, 4), (8, 5), (9, 6)]))
  func `each of the ten rungs has its place among the six`(rung: Rung, numbers: (Int, Int)) {
    #expect(rung.number == numbers.0)
    #expect(rung.numberOfSix == numbers.1)
    #expect(rung.isAboveRecycling == (numbers.0 < 8))
  }

  @Test func `activities, kilograms and money are split by rung in both numberings`() throws {
    let project = Fixture(activities: [
      Fixture.activity("rethink", mass: 10, amount: 100), Fixture.activity("repair", mass: 30),
      Fixture.activity("refurbish", mass: 20), Fixture.activity("recycle", mass: 40, amount: 50),
      Fixture.activity("repair"),
    ])
    let activities = try project.measure("ladder_activities")
    #expect(activities.value == 5)
    #expect(activities.breakdowns.map(\.id) == ["rung_of_ten", "rung_of_six"])
    #expect(activities.breakdowns.first?.entries.map(\.value) == [0, 1, 0, 0, 2, 1, 0, 0, 1, 0])
    #expect(activities.breakdowns.last?.entries.map(\.value) == [1, 0, 0, 3, 1, 0])
    let mass = try project.measure("ladder_mass")
    #expect(mass.value == 100)
    #expect(mass.breakdowns.last?.entries.map(\.value) == [10, 0, 0, 50, 40, 0])
    #expect(mass.notes.first?.english.hasPrefix("Of 1 of the 5 activities") == true)
    #expect(try project.measure("ladder_money").result == .measured(.sum(150, rows: 2)))
    #expect(
      try project.measure("above_recycling_rate").result
        == .measured(.share(numerator: 60, denominator: 100, unknown: 0)))
    let shares = try project.measure("above_recycling_rate").breakdowns.last?.entries.map(\.value)
    #expect(shares == [0.1, 0, 0, 0.5, 0.4, 0])
  }

  @Test func `an unknown mass is no mass of 0`() throws {
    let project = Fixture(activities: [Fixture.activity("reuse"), Fixture.activity("recycle")])
    #expect(try project.measure("ladder_activities").value == 2)
    for id in ["ladder_mass", "ladder_money", "above_recycling_rate"] {
      #expect(try project.measure(id).value == nil, "\(id)")
    }
  }

  @Test func `a bare number is no name of a rung, because two ladders number differently`() {
    let names = Rung.allCases.flatMap {
      [$0.rawValue, $0.label.english, $0.label.dutch] + $0.aliases
    }
    #expect(!names.contains { $0.lowercased().contains { $0.isNumber } })
  }

  @Test func `the parts of both numberings add up to the whole`() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<30 {
      let rows = (0..<12).map { _ in
        Fixture.activity(
          Rung.allCases.randomElement(using: &generator)?.rawValue ?? "",
          mass: Double(Int.random(in: 0...500, using: &generator)))
      }
      let mass = try Fixture(activities: rows).measure("ladder_mass")
      for breakdown in mass.breakdowns {
        #expect(breakdown.entries.reduce(0) { $0 + $1.value } == mass.value)
      }
    }
  }

  @Test func `kilograms of 0 on every rung give no share`() throws {
    let project = Fixture(activities: [Fixture.activity("reuse", mass: 0)])
    let measure = try project.measure("above_recycling_rate")
    #expect(measure.value == nil)
    #expect(measure.breakdowns.isEmpty)
  }
}
