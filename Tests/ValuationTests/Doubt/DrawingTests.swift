import ImpactModel
import TestSupport
import Testing

@testable import Valuation

@Suite struct DrawingTests {
  /// Known answers of Random123 1.14 (`kat_vectors`, philox4x64 with 10 rounds).
  @Test func `Philox gives the known answers of its authors`() {
    let zeros = Philox.block((0, 0, 0, 0), key: (0, 0))
    #expect(zeros.0 == 0x1655_4D9E_CA36_314C && zeros.1 == 0xDB20_FE9D_672D_0FDC)
    #expect(zeros.2 == 0xD7E7_72CE_E186_176B && zeros.3 == 0x7E68_B68A_EC7B_A23B)
    let all = UInt64.max
    let ones = Philox.block((all, all, all, all), key: (all, all))
    #expect(ones.0 == 0x87B0_92C3_013F_E90B && ones.1 == 0x438C_3C67_BE8D_0224)
    #expect(ones.2 == 0x9CC7_D7C6_9CD7_77B6 && ones.3 == 0xA09C_AEBF_594F_0BA0)
    let digits = Philox.block(
      (0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89),
      key: (0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C))
    #expect(digits.0 == 0xA528_F454_03E6_1D95 && digits.1 == 0x38C7_2DBD_566E_9788)
    #expect(digits.2 == 0xA5A1_610E_72FD_18B5 && digits.3 == 0x57BD_43B5_E52B_7FE6)
  }

  /// Known answers of the draft "The FNV Non-Cryptographic Hash Algorithm".
  @Test func `the hash of a name gives the known answers of its authors`() {
    #expect(DrawStream.hash("") == 0xCBF2_9CE4_8422_2325)
    #expect(DrawStream.hash("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(DrawStream.hash("foobar") == 0x8594_4171_F739_67E8)
  }

  @Test func `a block of a stream is the counters that belong to it`() {
    let stream = DrawStream("outcome.o1.proxy", seed: 42)
    let draws = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: DrawStream.blockSize)
    defer { draws.deallocate() }
    stream.fill(draws, block: 3, count: DrawStream.blockSize)
    let last = Philox.block(
      (3 * 1_024 + 1_023, 0, 0, 0), key: (DrawStream.hash("outcome.o1.proxy"), 42))
    #expect(draws[8_190] == UInt32(truncatingIfNeeded: last.3))
    #expect(draws[8_191] == UInt32(truncatingIfNeeded: last.3 >> 32))
  }

  @Test(arguments: manyDistributions)
  func `a table follows its quantiles within the bound that it states`(
    distribution: Distribution
  ) {
    let part = FactorPart(distribution: distribution, change: .times(1))
    let table = FactorTable(Factor(group: 0, parts: [part]))
    let deviation = distribution.variance.squareRoot()
    // At the places and halfway, where lines are worst; the mean at the quarters between them.
    var sum = 0.0
    let cells = 1 << 12
    func error(_ x: UInt32) -> Double {
      let share = (Double(x) + 0.5) * 0x1p-32
      let upper = (Double(~x) + 0.5) * 0x1p-32
      let exact = distribution.quantile(lower: share, upper: upper)
      let error = table.value(x) - exact
      #expect(abs(error) <= max(2e-3 * deviation, 1e-3 * abs(exact)))
      return error
    }
    for index in 0..<cells {
      _ = error(UInt32(index) << 20)
      sum += error(UInt32(index) << 20 | 0x8_0000) / Double(cells)
    }
    #expect(abs(sum) <= 1e-5 * deviation)
  }

  @Test(arguments: manyDistributions)
  func `the outermost draws of a table are exact quantiles`(distribution: Distribution) {
    let part = FactorPart(distribution: distribution, change: .times(1))
    let table = FactorTable(Factor(group: 0, parts: [part]))
    #expect(table.value(0) == distribution.quantile(lower: 0x1p-33, upper: 1 - 0x1p-33))
    #expect(table.value(.max) == distribution.quantile(lower: 1 - 0x1p-33, upper: 0x1p-33))
  }

  @Test func `the number of threads changes no bit`() throws {
    for map in DoubtfulMaps.random(6, seed: 21, shares: true, costs: true) {
      let one = try map.drawn(seed: 9, draws: 20_000, workers: 1)
      #expect(try map.drawn(seed: 9, draws: 20_000, workers: 2) == one)
      #expect(try map.drawn(seed: 9, draws: 20_000, workers: 3) == one)
      #expect(try map.drawn(seed: 9, draws: 20_000, workers: 64) == one)
      #expect(try map.drawn(seed: 10, draws: 20_000, workers: 1).presentValue != one.presentValue)
    }
  }

  private func draws(_ map: DoubtfulMap, seed: UInt64 = 5, _ count: Int = 5_000) throws -> DrawnMap
  {
    try DrawnMap(DoubtModel(map), Drawing(seed: seed, count: count))
  }

  @Test func `another row leaves the draws of the rows that were there`() throws {
    for map in DoubtfulMaps.random(10, seed: 22, shares: true) {
      var more = map
      var row = try #require(map.map.rows.first)
      row.id = try #require(RowID("a_new_row"))
      row.quantity = 0
      more.map.rows.insert(row, at: 0)
      more.doubts.insert(
        try DoubtfulMaps.doubt("a_new_row", .deadweight, .uniform(low: 0, high: 1)), at: 0)
      #expect(try draws(more).benefits == draws(map).benefits)
    }
  }

  @Test func `more draws begin with the same draws`() throws {
    for map in DoubtfulMaps.random(5, seed: 23, shares: true) {
      #expect(try Array(draws(map, 6_000).benefits.prefix(3_000)) == draws(map, 3_000).benefits)
    }
  }

  @Test(arguments: [false, true])
  func `drawn means and deviations agree with the exact ones`(shares: Bool) throws {
    for map in DoubtfulMaps.random(15, seed: 24, shares: shares) {
      guard let exact = try map.exactMoments(), exact.variance > 0 else { continue }
      let values = try draws(map, 20_000).benefits
      let summary = Spread.summary(values)
      let deviation = exact.variance.squareRoot()
      #expect(abs(summary.mean - exact.mean) <= 5 * deviation / 20_000.0.squareRoot())
      // The fourth moment bounds the error of a deviation; ten times that of a bell is ample here.
      #expect(abs(summary.deviation / deviation - 1) <= 10 / (2 * 20_000.0).squareRoot())
    }
  }

  @Test func `the mean and deviation of uncertain inputs are exact too`() throws {
    for map in DoubtfulMaps.random(10, seed: 25, shares: true, costs: true) {
      let analysis = try map.drawn(seed: 3, draws: 20_000)
      let summary = Spread.summary(try draws(map, seed: 3, 20_000).costs)
      let inputs = analysis.inputsPresentValue
      #expect(inputs.deviation > 0)
      #expect(abs(summary.mean - inputs.mean) <= 5 * inputs.deviation / 20_000.0.squareRoot())
    }
  }

  @Test func `an input that shares the doubt of the only outcome leaves the ratio certain`() throws
  {
    var map = try GoldenMaps.plain(quantity: 8, proxy: 10, periods: 1, inputs: 40)
    map.rate = 0
    let range = Distribution.pert(low: 4, mode: 8, high: 20)
    let doubtful = DoubtfulMap(
      map,
      doubts: [
        try DoubtfulMaps.doubt("o1", .quantity, range, shared: "attendance"),
        try DoubtfulMaps.inputDoubt("i1", value: 8, range, shared: "attendance"),
      ])
    let analysis = try doubtful.analysed(seed: 1, draws: 5_000)
    let ratio = try #require(analysis.ratio)
    #expect(abs(ratio.low.value - 2) < 1e-12 && abs(ratio.high.value - 2) < 1e-12)
    #expect(ratio.deviation < 1e-12)
    #expect(analysis.presentValue.deviation > 10)
  }

  @Test func `chosen ranks are those of the sorted list`() {
    var generator = SeededGenerator(seed: 4)
    for size in [1, 2, 3, 50, 5_000] {
      for kind in 0..<3 {
        let values = (0..<size).map { _ in
          let value = Double.random(in: -1...1, using: &generator)
          return kind == 0 ? value : kind == 1 ? (value * 3).rounded() : 1 / (value * value * value)
        }
        let sorted = values.sorted()
        let ranks = [0, size / 20, size / 2, size - 1]
        let order = OrderStatistics(values, ranks: ranks)
        for rank in ranks { #expect(order.value(rank) == sorted[rank]) }
      }
    }
    #expect(OrderStatistics([], ranks: [0]).value(0) == nil)
    #expect(OrderStatistics([1e308, -1e308, 0], ranks: [1]).value(1) == 0)
  }

  @Test func `the standard error of a percentile is what repeated draws show`() throws {
    let map = try DoubtfulMaps.analytic()
    let runs = try (0..<60).map { try map.drawn(seed: UInt64($0), draws: 4_000).presentValue }
    for percentile in [\Spread.low, \Spread.median, \Spread.high] {
      let values = runs.map { $0[keyPath: percentile].value }
      let stated = runs.reduce(0) { $0 + $1[keyPath: percentile].error } / 60
      // A deviation of 60 runs is itself known to a tenth.
      #expect(abs(Spread.summary(values).deviation / stated - 1) < 0.35)
    }
  }
}
