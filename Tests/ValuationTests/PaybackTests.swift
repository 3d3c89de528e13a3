import ImpactModel
import Testing
import Valuation

@Suite struct PaybackTests {
  @Test func `a level value pays back after inputs over value per month`() throws {
    let map = try GoldenMaps.plain(quantity: 10, proxy: 600, periods: 3, inputs: 4_500)
    // 6,000 a year is 500 a month.
    #expect(try map.valued().paybackMonths(isDiscounted: false) == 9)
  }

  @Test func `the time bank pays back within its first month`() throws {
    let months = try GoldenMaps.timeBank().valued().paybackMonths(isDiscounted: false)
    // 622,693.575 in the first year (the reference: 622,693.58), undiscounted.
    #expect(abs(try #require(months) - 50_000 / (622_693.575 / 12)) < 1e-9)
  }

  @Test func `an employment programme pays back in its second year, later when discounted`() throws
  {
    let result = try GoldenMaps.employment(timing: .startOfPeriod).valued()
    let plain = try #require(result.paybackMonths(isDiscounted: false))
    #expect(abs(plain - (12 + 12 * (250_000 - 214_200) / 149_940)) < 1e-9)
    let discounted = try #require(result.paybackMonths(isDiscounted: true))
    // The reference: year 2 is worth 144,869.57 now.
    #expect(abs(discounted - (12 + 12 * (250_000 - 214_200) / 144_869.57)) < 1e-6)
  }

  @Test func `what never covers the inputs, or has none, has no payback`() throws {
    let poor = try GoldenMaps.plain(quantity: 10, proxy: 100, periods: 2, inputs: 2_000.01).valued()
    #expect(poor.paybackMonths(isDiscounted: false) == nil)
    let exact = try GoldenMaps.plain(quantity: 10, proxy: 100, periods: 2, inputs: 2_000).valued()
    #expect(exact.paybackMonths(isDiscounted: false) == 24)
    let free = try GoldenMaps.plain(quantity: 10, proxy: 100, periods: 2, inputs: 0).valued()
    #expect(free.paybackMonths(isDiscounted: false) == nil)
  }

  @Test func `up to the payback the benefits are the inputs, in any map`() throws {
    var reached = 0
    for map in RandomMaps.maps(300, seed: 7) {
      let result = try map.valued()
      for isDiscounted in [false, true] {
        let values = zip(result.benefitsPerPeriod, result.benefitFactors)
          .map { isDiscounted ? $0 * $1 : $0 }
        let inputs =
          isDiscounted ? result.inputsPresentValue : map.inputs.reduce(0) { $0 + $1.amount }
        guard let months = result.paybackMonths(isDiscounted: isDiscounted) else {
          var covered = 0.0
          #expect(
            values.allSatisfy { value in
              covered += value
              return covered < inputs
            })
          continue
        }
        reached += 1
        let whole = min(Int(months / 12), values.count - 1)
        let covered =
          values.prefix(whole).reduce(0, +) + values[whole] * (months / 12 - Double(whole))
        let size = values.reduce(0) { $0 + abs($1) } + inputs
        #expect(abs(covered - inputs) < 1e-9 * size)
      }
    }
    #expect(reached > 50, "maps that pay back are among them")
  }
}
