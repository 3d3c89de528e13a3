import Foundation
import ImpactModel
import Testing

@testable import Valuation

@Suite struct ConvolutionTests {
  /// A map of rows 1 · X with certain inputs.
  private func sum(_ distributions: [Distribution?], inputs: Double = 1) throws -> DoubtfulMap {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: inputs)
    map.rows = try distributions.indices.map { index in
      var row = map.rows[0]
      row.id = try #require(RowID("o\(index + 1)"))
      return row
    }
    return DoubtfulMap(
      map,
      doubts: try distributions.enumerated().map {
        try DoubtfulMaps.doubt("o\($0.offset + 1)", .proxy, $0.element)
      })
  }

  @Test func `one uniform number keeps its percentiles`() throws {
    let analysis = try sum([.uniform(low: 2, high: 6)], inputs: 4).analysed(seed: 1)
    #expect(analysis.method == .convolution && analysis.draws == 0)
    #expect(abs(analysis.presentValue.low.value - 2.2) < 1e-3)
    #expect(abs(analysis.presentValue.median.value - 4) < 1e-3)
    #expect(abs(analysis.presentValue.high.value - 5.8) < 1e-3)
    #expect(abs(try #require(analysis.chanceBelowOne) - 0.5) < 1e-3)
  }

  @Test func `two uniform numbers make a triangle`() throws {
    let analysis = try sum([.uniform(low: 0, high: 1), .uniform(low: 0, high: 1)]).analysed(seed: 1)
    #expect(analysis.method == .convolution)
    #expect(abs(analysis.presentValue.low.value - 0.1.squareRoot()) < 1e-4)  // F = x²/2
    #expect(abs(analysis.presentValue.median.value - 1) < 1e-6)
    #expect(abs(analysis.presentValue.high.value - (2 - 0.1.squareRoot())) < 1e-4)
    #expect(abs(try #require(analysis.chanceBelowOne) - 0.5) < 1e-6)
  }

  @Test func `normal numbers make a normal one`() throws {
    let numbers = (1...5).map { Distribution.normal(mean: Double($0), deviation: Double($0)) }
    let analysis = try sum(numbers, inputs: 15).analysed(seed: 1)
    #expect(analysis.method == .convolution)
    let deviation = 55.0.squareRoot()
    let reach = deviation * 1.644_853_626_951_472_7
    #expect(abs(analysis.presentValue.low.value - (15 - reach)) < 1e-4 * deviation)
    #expect(abs(analysis.presentValue.high.value - (15 + reach)) < 1e-4 * deviation)
    #expect(abs(analysis.presentValue.mean - 15) < 1e-12)
    #expect(abs(analysis.presentValue.deviation - deviation) < 1e-11)
  }

  @Test func `a product of two uniform numbers has its logarithmic distribution`() throws {
    // P(U·V < x) = x − x ln x: 5 % at 0.0087135…, half at 0.1866823…, both by Newton's method.
    var map = try sum([.uniform(low: 0, high: 1)])
    map.doubts.append(try DoubtfulMaps.doubt("o1", .quantity, .uniform(low: 0, high: 1)))
    let value = try map.analysed(seed: 1).presentValue
    func share(_ x: Double) -> Double { x - x * log(x) }
    #expect(abs(share(value.median.value) - 0.5) < 1e-3)
    #expect(abs(share(value.high.value) - 0.95) < 1e-3)
  }

  @Test func `convolution and drawing agree on random maps`() throws {
    var convolved = 0
    for map in DoubtfulMaps.random(5, seed: 31, shares: false, most: 3) {
      let exact = try map.analysed(seed: 7)
      guard exact.method == .convolution else { continue }
      convolved += 1
      let drawn = try map.drawn(seed: 7, draws: 40_000)
      #expect(exact.presentValue.mean == drawn.presentValue.mean)
      #expect(exact.presentValue.deviation == drawn.presentValue.deviation)
      for percentile in [\Spread.low, \Spread.median, \Spread.high] {
        let (one, two) = (
          exact.presentValue[keyPath: percentile], drawn.presentValue[keyPath: percentile]
        )
        #expect(abs(one.value - two.value) <= 5 * two.error + one.error)
      }
      let (chance, found) = (exact.chanceBelowOne ?? 0, drawn.chanceBelowOne ?? 0)
      #expect(abs(chance - found) <= 5 * (0.25 / 40_000).squareRoot())
    }
    #expect(convolved >= 2)
  }

  @Test func `a sum keeps mean and deviation whatever the steps of its parts`() throws {
    let tables = [
      Distribution.pert(low: 1, mode: 2, high: 9), .triangular(low: -3, mode: 0, high: 40),
    ].compactMap { $0 }.map {
      FactorTable(Factor(group: 0, parts: [FactorPart(distribution: $0, change: .times(1))]))
    }
    let one = try #require(GridDensity(tables[0], cells: 200))
    let other = try #require(GridDensity(tables[1], cells: 300))
    for sum in [one.resampled(other.step).plus(other), other.plus(one)] {
      #expect(abs(sum.mean - (one.mean + other.mean)) < 1e-9)
      let square = one.deviation * one.deviation + other.deviation * other.deviation
      #expect(abs(sum.deviation - square.squareRoot()) < 1e-9)
    }
    let turned = one.multiplied(by: -2)
    #expect(abs(turned.mean + 2 * one.mean) < 1e-12)
    #expect(abs(turned.deviation - 2 * one.deviation) < 1e-12)
  }

  @Test func `shared doubts and uncertain inputs are drawn instead`() throws {
    var map = try sum([.uniform(low: 0, high: 1), .uniform(low: 0, high: 2)])
    map.doubts = try map.doubts.map { doubt in
      guard case .row(let row, _) = doubt.place else { return doubt }
      return try DoubtfulMaps.doubt(
        row.description, .proxy, doubt.distribution, shared: "same source")
    }
    #expect(try map.analysed(seed: 1, draws: 3_000).method == .drawing)
    var costs = try sum([.uniform(low: 0, high: 1)])
    costs.doubts.append(
      try DoubtfulMaps.inputDoubt("i1", value: 10, .uniform(low: 5, high: 15)))
    #expect(try costs.analysed(seed: 1, draws: 3_000).method == .drawing)
  }

  @Test func `a tail too long for a grid is drawn instead`() throws {
    let map = try sum([.lognormal(low: 1, high: 10_000)])
    let analysis = try map.analysed(seed: 1, draws: 3_000)
    #expect(analysis.method == .drawing)
    // The median of a lognormal distribution is the geometric mean of its 5th and 95th percentile.
    let median = analysis.presentValue.median
    #expect(abs(median.value - 100) <= 5 * median.error)
  }
}
