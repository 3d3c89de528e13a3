import Foundation
import ImpactModel
import TestSupport
import Testing
import Valuation

/// The engine beside a program in another language that was written from the formulas alone.
///
/// Every number must be within 1e-12 of the sum of the absolute terms that it is made of.
@Suite struct IndependentTests {
  private static let allowed = 1e-12

  @Test(.enabled(if: Tool.isHere("python3")))
  func `a thousand random maps come out as an independent program says`() throws {
    var generator = SeededGenerator(seed: 20_091)
    let maps = RandomMaps.maps(1_000, seed: 20_090).enumerated().map { index, map in
      // Doubts on every fourth map: half of them alone, half of them shared.
      IndependentMap(map, doubts: index % 4 == 0, shares: index % 8 == 4, &generator)
    }
    let values = try IndependentValues.of(maps)
    try #require(values.count == maps.count)
    for (map, value) in zip(maps, values) {
      let doubtful = try map.doubtful()
      compare(try doubtful.map.valued(), value)
      try compareSwitching(doubtful.map, value)
      try compareMoments(doubtful, value)
    }
    // Nothing of this may hold because there was nothing to compare.
    #expect(values.count { $0.variance > 0 } > 200)
    #expect(values.count { $0.payback != nil } > 300)
    let switches = values.flatMap(\.switching.values)
    #expect(switches.count { $0.value != nil } > 5_000)
    #expect(switches.count { $0.value == nil } > 5_000)
  }

  private func compare(_ result: ValuationResult, _ value: IndependentValues) {
    let allowed = IndependentTests.allowed * value.scale
    #expect(abs(result.presentValue - value.presentValue) <= allowed)
    #expect(abs(result.inputsPresentValue - value.inputs) <= allowed)
    #expect(abs(result.netPresentValue - value.net) <= allowed)
    #expect((result.ratio == nil) == (value.ratio == nil))
    // A ratio is off by what its parts are off, over the inputs.
    let off = allowed * (1 + abs(value.ratio ?? 0)) / value.inputs
    #expect(abs((result.ratio ?? 0) - (value.ratio ?? 0)) <= off)
    #expect(result.rows.count == value.rows.count)
    for (row, expected) in zip(result.rows, value.rows) {
      #expect(abs(row.presentValue - expected) <= allowed)
    }
    let undiscounted = IndependentTests.allowed * value.undiscountedScale
    #expect(result.benefitsPerPeriod.count == value.years.count)
    for (year, expected) in zip(result.benefitsPerPeriod, value.years) {
      #expect(abs(year - expected) <= undiscounted)
    }
    for (row, expected) in zip(result.rows, value.rowYears) {
      #expect(row.valuePerPeriod.count == expected.count)
      for (year, number) in zip(row.valuePerPeriod, expected) {
        #expect(abs(year - number) <= undiscounted)
      }
    }
    comparePayback(
      result.paybackMonths(isDiscounted: false), value.payback, allowed: undiscounted)
    comparePayback(
      result.paybackMonths(isDiscounted: true), value.discountedPayback, allowed: allowed)
  }

  /// The inputs are covered at a time that is off by what they are off over the benefits then.
  private func comparePayback(_ months: Double?, _ expected: [Double]?, allowed: Double) {
    #expect((months == nil) == (expected == nil))
    guard let months, let expected, expected.count == 2 else { return }
    #expect(abs(months - expected[0]) / 12 * expected[1] <= allowed)
  }

  private func compareSwitching(_ map: ValueMap, _ value: IndependentValues) throws {
    let found = try map.switchingValues().filter { $0.part != .discountRate }
    #expect(Set(found.map(\.part.id.description)) == Set(value.switching.keys))
    for own in found {
      guard let expected = value.switching[own.part.id.description] else { continue }
      guard let number = expected.value else {
        #expect(own.values.isEmpty, "\(own.part.id)")
        continue
      }
      #expect(own.values.count == 1, "\(own.part.id)")
      // The total moves by this much between the two values.
      let moved = abs((own.values.first ?? .infinity) - number) * expected.slope
      #expect(moved <= IndependentTests.allowed * value.scale, "\(own.part.id)")
    }
  }

  private func compareMoments(_ map: DoubtfulMap, _ value: IndependentValues) throws {
    let moments = try #require(try map.exactMoments())
    let square = value.momentScale * value.momentScale
    #expect(abs(moments.mean - value.mean) <= IndependentTests.allowed * value.momentScale)
    #expect(abs(moments.variance - value.variance) <= IndependentTests.allowed * square)
    guard value.variance > 0 else {
      #expect(moments.drivers.isEmpty && map.doubts.isEmpty)
      return
    }
    #expect(Set(moments.drivers.map(\.group)) == Set(value.first.keys))
    for driver in moments.drivers {
      let first = try #require(value.first[driver.group])
      let total = try #require(value.total[driver.group])
      let allowed = IndependentTests.allowed * square
      #expect(abs(driver.firstOrder * moments.variance - first) <= allowed)
      #expect(abs(driver.totalEffect * moments.variance - total) <= allowed)
    }
  }
}
