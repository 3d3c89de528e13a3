import ImpactModel
import TestSupport
import Testing
import Valuation

@Suite struct PropertyTests {
  let maps = RandomMaps.maps(300, seed: 20_251_231)

  @Test func `the engine agrees with a naive sum over all terms`() throws {
    for map in maps {
      let result = try map.valued()
      let naive = NaiveSums(map)
      #expect(abs(result.presentValue - naive.benefits) <= 1e-12 * naive.magnitude)
      #expect(abs(result.inputsPresentValue - naive.inputs) <= 1e-12 * naive.inputs)
      let ratio = try #require(result.ratio)
      #expect(abs(ratio - naive.benefits / naive.inputs) <= 1e-12 * naive.magnitude / naive.inputs)
    }
  }

  @Test func `the order of rows does not move the total`() throws {
    var generator = SeededGenerator(seed: 7)
    for map in maps {
      var other = map
      other.rows.shuffle(using: &generator)
      let difference = try map.valued().presentValue - other.valued().presentValue
      #expect(abs(difference) <= 2e-15 * NaiveSums(map).magnitude)
    }
  }

  @Test func `doubling every amount leaves the ratio as it is`() throws {
    for map in maps {
      var doubled = map
      for index in doubled.rows.indices { doubled.rows[index].proxy *= 2 }
      for index in doubled.inputs.indices { doubled.inputs[index].amount *= 2 }
      #expect(try doubled.valued().ratio == map.valued().ratio)
    }
  }

  @Test func `gross value and steps of the waterfall give the present value`() throws {
    for map in maps {
      let waterfall = try map.valued().waterfall
      let sum = waterfall.steps.reduce(waterfall.gross, +)
      let size = waterfall.steps.reduce(abs(waterfall.gross)) { $0 + abs($1) }
      #expect(abs(sum - waterfall.presentValue) <= 1e-14 * size)
    }
  }

  @Test func `gains alone only lose value on the way down the waterfall`() throws {
    for map in maps {
      var gains = map
      gains.rows.removeAll { $0.proxy < 0 }
      let waterfall = try gains.valued().waterfall
      #expect(waterfall.steps.allSatisfy { $0 <= 1e-12 * waterfall.gross })
    }
  }

  @Test func `without a discount rate the present value is the sum of all values`() throws {
    for map in maps {
      var flat = map
      flat.rate = 0
      let result = try flat.valued()
      #expect(result.benefitFactors.allSatisfy { $0 == 1 })
      let sum = result.benefitsPerPeriod.reduce(0, +)
      #expect(abs(result.presentValue - sum) <= 1e-12 * NaiveSums(flat).magnitude)
    }
  }

  @Test func `a benefit of one period knows no drop-off`() throws {
    for map in maps {
      var short = map
      for index in short.rows.indices { short.rows[index].benefitPeriods = 1 }
      var steep = short
      for index in steep.rows.indices { steep.rows[index].dropOff = 1 }
      #expect(try short.valued().presentValue == steep.valued().presentValue)
      #expect(abs(try short.valued().waterfall.dropOff) <= 1e-12 * NaiveSums(short).magnitude)
    }
  }

  @Test func `turning every gain into a loss turns the present value around`() throws {
    for map in maps {
      var losses = map
      for index in losses.rows.indices { losses.rows[index].proxy.negate() }
      #expect(try losses.valued().presentValue == -map.valued().presentValue)
    }
  }

  @Test func `the periods reach to the last benefit or input`() throws {
    for map in maps {
      let ends = map.rows.map { $0.firstPeriod + $0.benefitPeriods - 1 } + map.inputs.map(\.period)
      let result = try map.valued()
      #expect(result.periods == ends.max())
      #expect(result.benefitFactors.count == result.periods)
      #expect(result.rows.allSatisfy { $0.valuePerPeriod.count == result.periods })
    }
  }
}
