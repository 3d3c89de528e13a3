import ImpactModel
import Testing
import Valuation

@Suite struct SensitivityNonsenseTests {
  /// Everything that can be asked of a map; all numbers in the answers must be finite.
  private func numbers(_ map: ValueMap) throws -> [Double] {
    let ranges = map.rows.prefix(3).map {
      PartRange(part: .row($0.id, .quantity), low: 0, high: 2)
    }
    let switching = try map.switchingValues()
    let swings = try map.swings(ranges)
    let conventions = try map.conventions()
    for convention in conventions {
      #expect((convention.ratio == nil) != (convention.absence == nil))
    }
    for value in switching { #expect(value.values.isEmpty == (value.absence != nil)) }
    return switching.flatMap { $0.values + [$0.current] }
      + swings.flatMap { [$0.ratioAtLow, $0.ratioAtHigh] }.compactMap { $0 }
      + conventions.compactMap(\.ratio)
  }

  @Test func `a deadweight of one everywhere can still be lowered`() throws {
    let map = try GoldenMaps.timeBank(deadweight: 1)
    #expect(try numbers(map).allSatisfy(\.isFinite))
    // 1 − 50,000 / (803,184.47 / 0.9) of the reference brings all rows to 1 together.
    let common = try #require(try map.switchingValues(of: .everyRow(.deadweight)))
    #expect(common.current == 1)
    #expect(agrees(common.values.first.map { $0 * 100 }, "94.3973"))
    let quantity = try map.switchingValues(of: .row(map.rows[0].id, .quantity))
    #expect(quantity?.values == [])
  }

  @Test func `inputs of zero have no ratio and nothing that switches but an input`() throws {
    let map = try GoldenMaps.plain(quantity: 3, proxy: 10, periods: 1, inputs: 0)
    #expect(try numbers(map).allSatisfy(\.isFinite))
    #expect(try map.switchingValues(of: .discountRate)?.values == [])
    #expect(try map.switchingValues(of: .input(map.inputs[0].id))?.values == [30])
    #expect(try map.switchingValues(of: .row(map.rows[0].id, .proxy))?.values == [])
    #expect(try map.conventions().allSatisfy { $0.ratio == nil })
  }

  @Test func `a map without rows, or with nothing at all, has answers`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 5)
    map.rows = []
    #expect(try numbers(map).allSatisfy(\.isFinite))
    #expect(try map.switchingValues(of: .everyRow(.deadweight)) == nil)
    map.inputs = []
    #expect(try numbers(map).allSatisfy(\.isFinite))
  }

  @Test func `a rate of minus one hundred per cent throws`() throws {
    let map = try GoldenMaps.timeBank(rate: -1)
    #expect(throws: ValuationError.impossibleRate(-1)) { try map.switchingValues() }
    #expect(throws: ValuationError.impossibleRate(-1)) { try map.conventions() }
    let sound = try GoldenMaps.timeBank()
    #expect(throws: ValuationError.impossibleRate(-1)) {
      try sound.swings([PartRange(part: .discountRate, low: -1, high: 0)])
    }
    let share = PartRange(part: .row(sound.rows[0].id, .deadweight), low: 0, high: 1.5)
    #expect(throws: ValuationError.impossibleShare(.deadweight, row: sound.rows[0].id)) {
      try sound.swings([share])
    }
  }

  @Test(arguments: [1e308, -1e308, Double.leastNonzeroMagnitude, 0])
  func `enormous and tiny numbers give finite answers or a typed error`(number: Double) throws {
    for part in MapPart.RowPart.allCases {
      let map = try GoldenMaps.timeBank(rate: -0.5)
      guard let odd = map.setting(.row(map.rows[0].id, part), to: number) else { continue }
      do {
        #expect(try numbers(odd).allSatisfy(\.isFinite))
      } catch is ValuationError {
        #expect(throws: ValuationError.self) { try odd.valued() }
      }
    }
    let map = try GoldenMaps.timeBank()
    let odd = try #require(map.setting(.input(map.inputs[0].id), to: number))
    do {
      #expect(try numbers(odd).allSatisfy(\.isFinite))
    } catch is ValuationError {
      #expect(throws: ValuationError.totalNotFinite) { try odd.valued() }
    }
  }

  @Test func `benefits of the furthest period at a negative rate give answers`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 2)
    map.rows[0].firstPeriod = ValueMap.maximumPeriods
    map.rate = -0.3
    #expect(try numbers(map).allSatisfy(\.isFinite))
    let rates = try #require(try map.switchingValues(of: .discountRate)).values
    // (1 + r)^999 = ½.
    #expect(rates.count == 1)
    #expect(abs(try #require(rates.first) + 0.000_693_6) < 1e-6)
  }

  @Test func `a hundred thousand rows are answered`() throws {
    let one = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 3, inputs: 150_000)
    var map = one
    map.rows = (0..<100_000).compactMap { index in
      RowID("o\(index)").map { id in
        var row = one.rows[0]
        row.id = id
        return row
      }
    }
    let last = map.rows[99_999].id
    let quantity = try #require(try map.switchingValues(of: .row(last, .quantity)))
    // 299,997 of the others are more than 150,000 already.
    #expect(quantity.values.isEmpty)
    let common = try #require(try map.switchingValues(of: .everyRow(.attribution)))
    #expect(abs(try #require(common.values.first) - 0.5) < 1e-12)
    let ranges = map.rows.prefix(10_000).map {
      PartRange(part: .row($0.id, .deadweight), low: 0, high: 1)
    }
    let swings = try map.swings(ranges)
    #expect(swings.count == 10_000)
    #expect(try map.conventions().allSatisfy { $0.ratio?.isFinite ?? false })
  }
}
