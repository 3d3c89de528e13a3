import ImpactModel
import Testing
import Valuation

@Suite struct RuleTests {
  @Test func `a loss lowers the ratio and stays out of the inputs`() throws {
    var map = try GoldenMaps.plain(quantity: 10, proxy: 100, periods: 1, inputs: 500)
    var loss = map.rows[0]
    loss.id = try #require(RowID("o2"))
    loss.proxy = -40
    map.rows.append(loss)
    let result = try map.valued()
    #expect(result.rows[1].presentValue == -400)
    #expect(result.inputsPresentValue == 500)
    #expect(result.ratio == 600.0 / 500)
  }

  @Test func `a later input is discounted by the timing of the inputs`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 100, periods: 1, inputs: 100)
    map.rate = 0.25
    map.inputs = [try GoldenMaps.input("i1", 100, period: 3)]
    #expect(try map.valued().inputsPresentValue == 64)
    map.inputTiming = .endOfPeriod
    #expect(abs(try map.valued().inputsPresentValue - 51.2) < 1e-12)
    #expect(try map.valued().presentValue == 100)
  }

  @Test func `the middle of a period lies half a power on`() throws {
    let factors = try DiscountTiming.midPeriod.factors(rate: 0.44, periods: 2)
    #expect(abs(factors[0] - 1 / 1.2) < 1e-15)
    #expect(abs(factors[1] - 1 / (1.2 * 1.44)) < 1e-15)
  }

  @Test func `without inputs there is no ratio but a reason`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 100, periods: 1, inputs: 0)
    for inputs in [map.inputs, []] {
      map.inputs = inputs
      let result = try map.valued()
      #expect(result.ratio == nil && result.netRatio == nil)
      #expect(result.ratioAbsence != nil)
      #expect(result.presentValue == 100)
    }
  }

  @Test func `an empty map has one period and no value`() throws {
    let map = ValueMap(
      rate: 0.03, benefitTiming: .endOfPeriod, inputTiming: .startOfPeriod, rows: [], inputs: [])
    let result = try map.valued()
    #expect(result.periods == 1)
    #expect(result.presentValue == 0)
    #expect(result.ratio == nil)
  }

  @Test(arguments: [-1, -2, Double.nan, .infinity])
  func `an impossible rate is refused`(rate: Double) throws {
    var map = try GoldenMaps.timeBank()
    map.rate = rate
    let error = #expect(throws: ValuationError.self) { try map.valued() }
    guard case .impossibleRate = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [-0.01, 1.01, Double.nan])
  func `a share outside nought to one is refused`(share: Double) throws {
    let setters: [WritableKeyPath<ValueMap.Row, Double>] = [
      \.deadweight, \.displacement, \.attribution, \.dropOff,
    ]
    for setter in setters {
      var map = try GoldenMaps.timeBank()
      map.rows[2][keyPath: setter] = share
      let error = #expect(throws: ValuationError.self) { try map.valued() }
      guard case .impossibleShare(_, let row) = error else {
        Issue.record("another error: \(String(describing: error))")
        continue
      }
      #expect(row.description == "independence")
    }
  }

  @Test func `periods below one or beyond all bounds are refused`() throws {
    for (first, count) in [(0, 1), (1, 0), (Int.max, Int.max), (1, Int.max), (1_000, 2)] {
      var map = try GoldenMaps.timeBank()
      map.rows[0].firstPeriod = first
      map.rows[0].benefitPeriods = count
      #expect(throws: ValuationError.impossiblePeriod(row: map.rows[0].id)) { try map.valued() }
    }
    var map = try GoldenMaps.timeBank()
    map.inputs[0].period = 0
    #expect(throws: ValuationError.impossiblePeriod(row: map.inputs[0].id)) { try map.valued() }
  }

  @Test func `what is not a finite number is refused, going in and coming out`() throws {
    var map = try GoldenMaps.timeBank()
    map.rows[0].quantity = .infinity
    #expect(throws: ValuationError.notFinite(row: map.rows[0].id)) { try map.valued() }
    map = try GoldenMaps.timeBank()
    map.rows[1].quantity = 1e200
    map.rows[1].proxy = 1e200
    #expect(throws: ValuationError.notFinite(row: map.rows[1].id)) { try map.valued() }
    map = try GoldenMaps.timeBank()
    map.inputs[0].amount = .nan
    #expect(throws: ValuationError.notFinite(row: map.inputs[0].id)) { try map.valued() }
    map = try GoldenMaps.timeBank()
    map.inputs[0].amount = Double.leastNonzeroMagnitude
    #expect(throws: ValuationError.totalNotFinite) { try map.valued() }
  }
}
