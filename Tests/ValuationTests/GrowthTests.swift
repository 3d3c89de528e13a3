import Foundation
import ImpactModel
import TestSupport
import Testing
import Valuation

/// Four times as many rows take about four times the work: nothing goes over all pairs of rows.
///
/// Work is the processor time of this thread, and only its growth is looked at: linear work grows
/// four times, quadratic work sixteen times.
@Suite(.serialized) struct GrowthTests {
  private static let (few, many) = (1_000, 4_000)
  private static let mostGrowth = 9.0

  /// A map of rows with doubt on two numbers each; neighbours share one of them.
  private func map(_ count: Int) throws -> DoubtfulMap {
    var generator = SeededGenerator(seed: 7)
    var rows: [ValueMap.Row] = []
    var doubts: [Doubt] = []
    for index in 0..<count {
      let id = try #require(RowID("o\(index)"))
      rows.append(
        ValueMap.Row(
          id: id, quantity: Double.random(in: 1...9, using: &generator), proxy: 100,
          deadweight: 0.2, displacement: 0.1, attribution: 0.2, dropOff: 0.3, firstPeriod: 1,
          benefitPeriods: 3))
      let shape = try #require(Distribution.uniform(low: 1, high: 9))
      doubts.append(
        Doubt(
          id: try #require(FigureID("outcome.o\(index).quantity")), place: .row(id, .quantity),
          distribution: shape, sharedWith: "s\(index / 2)"))
      doubts.append(
        Doubt(
          id: try #require(FigureID("proxy.p\(index / 2).value")), place: .row(id, .proxy),
          distribution: shape))
    }
    let map = ValueMap(
      rate: 0.03, benefitTiming: .midPeriod, inputTiming: .startOfPeriod, rows: rows,
      inputs: [try GoldenMaps.input("i1", Double(count) * 500)])
    return DoubtfulMap(map, doubts: doubts)
  }

  /// How many times the least of five measurements is larger with many rows than with few.
  private func growth(_ work: (DoubtfulMap) throws -> Void) throws -> Double {
    func least(_ count: Int) throws -> Double {
      let map = try map(count)
      var least = Double.infinity
      for _ in 0..<5 {
        let start = processorSeconds()
        try work(map)
        least = min(least, processorSeconds() - start)
      }
      return least
    }
    return try least(GrowthTests.many) / least(GrowthTests.few)
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  @Test func `swings of numbers that stand at two rows grow with the rows`() throws {
    let growth = try growth { doubtful in
      let whatIf = try WhatIf(doubtful.map)
      for index in 0..<(doubtful.map.rows.count / 2) {
        let changes = doubtful.map.rows[(2 * index)...(2 * index + 1)].map {
          PartChange(part: .row($0.id, .proxy), value: 90)
        }
        let ratio = try whatIf.ratio(with: changes)
        #expect(ratio != nil)
      }
    }
    #expect(growth < GrowthTests.mostGrowth)
  }

  @Test func `exact moments of pairs that share a doubt grow with the rows`() throws {
    let growth = try growth { doubtful in
      let moments = try doubtful.exactMoments()
      #expect(moments != nil)
    }
    #expect(growth < GrowthTests.mostGrowth)
  }

  @Test func `changes of several rows are valued as the whole map is`() throws {
    var generator = SeededGenerator(seed: 8)
    for map in RandomMaps.maps(60, seed: 9) {
      let whatIf = try WhatIf(map)
      let scale = NaiveSums(map).magnitude
      for _ in 0..<5 {
        var changes: [PartChange] = []
        for row in map.rows where Bool.random(using: &generator) {
          changes.append(PartChange(part: .row(row.id, .deadweight), value: 0.25))
          changes.append(
            PartChange(
              part: .row(row.id, .quantity), value: Double.random(in: 0...500, using: &generator)))
        }
        if let input = map.inputs.first {
          changes.append(PartChange(part: .input(input.id), value: 1_234))
        }
        let whole = try changes.reduce(map) { map, change in
          try #require(map.setting(change.part, to: change.value))
        }.valued()
        let ratio = try #require(try whatIf.ratio(with: changes))
        // The sum of the absolute terms before and after the changes, over the inputs.
        let terms = scale + whole.rows.reduce(0) { $0 + abs($1.presentValue) }
        let allowed = 1e-12 * (terms / whole.inputsPresentValue + abs(ratio))
        #expect(abs(ratio - (whole.ratio ?? .nan)) <= allowed)
      }
      let late = PartChange(part: .row(map.rows[0].id, .firstPeriod), value: 40)
      let moved = try #require(map.setting(late.part, to: late.value)).valued().ratio
      #expect(try whatIf.ratio(with: [late]) == moved)
      let unknown = MapPart.row(try #require(RowID("nowhere")), .proxy)
      #expect(try whatIf.ratio(with: [PartChange(part: unknown, value: 1)]) == nil)
    }
  }

  @Test func `a doubt of many different shapes is refused before it takes gigabytes`() throws {
    // Every triangle has a kink of its own: 1,500 of them would need 160,000 nodes each.
    var map = try map(1_500)
    map.doubts = try map.map.rows.enumerated().map { index, row in
      Doubt(
        id: try #require(FigureID("outcome.\(row.id).quantity")), place: .row(row.id, .quantity),
        distribution: try #require(
          .triangular(low: 1, mode: 2 + Double(index) * 1e-3, high: 9)), sharedWith: "s")
    }
    #expect(try map.exactMoments() == nil)
  }
}
