import IndicatorKit
import Multiplier
import TestSupport
import Testing

/// Pay of fewer than five people can be derived from no two numbers that a reader is shown.
struct PrivacyTests {
  /// How the wage costs of the books lie to the net pay of the staff table.
  private enum Books: CaseIterable {
    case complete
    case tooLow
    case somebodyMissing
  }

  /// A project with people here, elsewhere and nobody knows where, and amounts that occur once.
  private func fixture(
    here: Int, elsewhere: Int, unplaced: Int, books: Books = .complete,
    using random: inout SeededGenerator
  ) throws -> (fixture: Fixture, pay: [Double]) {
    var fixture = Fixture()
    fixture.supplier("S1", "9999 AB")
    fixture.supplier("S2", "1234 AB")
    func amount(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &random)) + 0.37
    }
    try fixture.book("8000", .sales, -amount(300_000...400_000))
    try fixture.book("4400", .purchase, amount(20_000...40_000), party: "S1")
    try fixture.book("4200", .purchase, amount(10_000...30_000), party: "S2")
    try fixture.book("4540", .bank, amount(100...900))
    var pay: [Double] = []
    for (group, (count, postcode)) in [(here, "9999"), (elsewhere, "1234"), (unplaced, nil)]
      .enumerated()
    {
      var sum = 0.0
      for number in 0..<count {
        let net = amount(8_000...20_000)
        sum += net
        try fixture.staff("c\(group)_\(number)", postcode, netPay: net)
      }
      pay.append(sum)
    }
    let wages = pay.reduce(0, +)
    let costs = books == .tooLow ? wages * 0.9 : wages + amount(20_000...60_000)
    try fixture.book("4000", .payroll, costs)
    if books == .somebodyMissing { try fixture.staff("c_missing", "9999", netPay: nil) }
    fixture.respends("r1", .staff, nil, 0.4, .assumed)
    fixture.respends("r2", .party, "S1", 0.3, .surveyed)
    fixture.add(
      WhatIfRow.self,
      [
        "id": .text("w1"), "scenario": .text("rent"), "category": .text("4200"),
        "share": .number(Estimate(1)), "respending": .number(Estimate(0)),
      ])
    fixture.add(
      Party.self,
      [
        "id": .text("barn"), "name": .text("Barn"), "postcode": .text("9999AC"),
        "sells": .text("4200"), "book_number": .text("S1"), "is_small": .flag(true),
      ])
    return (fixture, pay)
  }

  @Test func `no number, sum or difference tells the pay of a few`() throws {
    var random = SeededGenerator(seed: 17)
    for round in 0..<400 {
      let counts = (0..<3).map { _ in Int.random(in: 0...6, using: &random) }
      let (fixture, pay) = try fixture(
        here: counts[0], elsewhere: counts[1], unplaced: counts[2],
        books: try #require(Books.allCases.randomElement(using: &random)), using: &random)
      let measures = try fixture.measures()
      let income = try #require(measures["lm3"]?.input("r1") ?? 1)
      var shown = measures.values.flatMap(\.numbers)
      for range in [measures["lm3"]?.range, measures["what_if"]?.range].compactMap(\.self) {
        shown += [range.lowerBound * income, range.upperBound * income]
      }
      shown = Set(shown).sorted()
      let others = shown + [0]
      for (count, sum) in zip(counts, pay) where (1...4).contains(count) {
        for first in shown {
          for second in others {
            let isTold = abs(first - second - sum) < 0.005 || abs(first + second - sum) < 0.005
            if isTold {
              Issue.record("round \(round) \(counts): \(first) and \(second) tell \(sum)")
            }
            // Whoever knows the wage costs of the books takes both from them.
            let rest = fixture.wageCosts - first - second
            if abs(rest - sum) < 0.005 {
              Issue.record("round \(round) \(counts): wage costs tell \(sum)")
            }
          }
        }
      }
    }
  }

  @Test func `three neighbours' pay stands together with suppliers`() throws {
    var random = SeededGenerator(seed: 1)
    let (fixture, _) = try fixture(here: 3, elsewhere: 0, unplaced: 0, using: &random)
    let measures = try fixture.measures()
    let multiplier = try #require(measures["lm3"])
    #expect(multiplier.input("local_staff") == nil)
    #expect(multiplier.flows.map(\.to) == ["local", "elsewhere", "place_unknown"])
    #expect(multiplier.notes.contains { $0.english.contains("fewer than five people") })
    #expect(measures["local_wages_share"]?.absence?.english.contains("fewer than five") == true)
    #expect(measures["leak"]?.breakdowns.isEmpty == true)
  }

  @Test func `four neighbours' pay does not follow from the wage costs and what leaves`() throws {
    var random = SeededGenerator(seed: 3)
    let (fixture, pay) = try fixture(here: 4, elsewhere: 3, unplaced: 0, using: &random)
    let measures = try fixture.measures()
    let leak = try #require(measures["leak"])
    #expect(leak.input("wages_elsewhere") == nil)
    #expect(leak.breakdowns.isEmpty)
    #expect(leak.numbers.allSatisfy { abs(fixture.wageCosts - $0 - pay[0]) > 0.005 })
    #expect(measures["lm3"]?.flows.map(\.to) == ["local", "elsewhere", "place_unknown"])
  }

  @Test(arguments: [(3, 0, 0), (0, 2, 0), (0, 6, 3), (3, 6, 0)])
  func `without suppliers to stand together with, pay of a few gives no figure at all`(
    here: Int, elsewhere: Int, unplaced: Int
  ) throws {
    var fixture = Fixture()
    try fixture.book("8000", .sales, -300_000)
    try fixture.book("4000", .payroll, 200_000)
    for (count, postcode) in [(here, "9999"), (elsewhere, "1234"), (unplaced, nil)] {
      for number in 0..<count {
        try fixture.staff("c\(postcode ?? "_")_\(number)", postcode, netPay: 10_000)
      }
    }
    let measures = try fixture.measures()
    #expect(measures.values.allSatisfy { $0.value == nil })
    #expect(measures["leak"]?.absence?.english.contains("fewer than five people") == true)
  }

  @Test func `two commuters' pay stands together with the state`() throws {
    var random = SeededGenerator(seed: 2)
    let (fixture, _) = try fixture(here: 5, elsewhere: 2, unplaced: 0, using: &random)
    let multiplier = try #require(try fixture.measures()["lm3"])
    #expect(multiplier.input("local_staff") != nil)
    let state = try #require(multiplier.flows.first { $0.to == "state_and_pension" })
    #expect(state.toLabel.english == "State, pension and staff elsewhere")
    #expect(!multiplier.flows.contains { $0.to == "staff_elsewhere" })
  }

  @Test func `one person with five contracts is one person`() throws {
    var fixture = try Fixture.golden()
    fixture.tables["staff"] = nil
    for number in 1...5 {
      fixture.add(
        StaffMember.self,
        [
          "id": .text("c\(number)"), "person": .person(PersonKey(hash: "same")),
          "start": .day(try #require(Day(year: 2025, month: 1, day: 1))),
          "hours_per_week": .number(Estimate(8)), "target_group": .text("none"),
          "postcode": .text("9999"), "net_pay": .number(Estimate(6_000)),
        ])
    }
    #expect(try fixture.measures()["lm3"]?.input("local_staff") == nil)
  }
}
