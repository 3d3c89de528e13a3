import ImpactModel
import TestSupport
import Testing
import Valuation

@Suite struct SensitivityTests {
  private func part(_ id: String) throws -> MapPart {
    let figure = try #require(FigureID(id))
    return try #require(MapPart(figure))
  }

  private func switching(_ map: ValueMap, _ id: String) throws -> SwitchingValues {
    let part = try part(id)
    return try #require(try map.switchingValues(of: part))
  }

  @Test func `a part and its identifier lead to each other`() throws {
    let ids =
      MapPart.RowPart.allCases.map { "outcome.o1.\($0.rawValue)" } + [
        "input.i1.value", "sroi.discount_rate", "every_outcome.deadweight",
      ]
    for id in ids { #expect(try part(id).id.description == id) }
    for id in ["outcome.o1.impact", "sroi.ratio", "input.i1", "input.i1.present_value"] {
      let figure = try #require(FigureID(id))
      #expect(MapPart(figure) == nil)
    }
  }

  @Test func `what a map does not have cannot be set`() throws {
    let map = try GoldenMaps.timeBank()
    #expect(map.setting(try part("outcome.nobody.quantity"), to: 1) == nil)
    #expect(map.setting(try part("input.nobody.value"), to: 1) == nil)
    #expect(map.setting(try part("outcome.health.benefit_periods"), to: 1.5) == nil)
    #expect(map.setting(.discountRate, to: .nan) == nil)
    #expect(try map.switchingValues(of: try part("outcome.nobody.quantity")) == nil)
    #expect(try map.switchingValues(of: try part("input.nobody.value")) == nil)
  }

  @Test func `a part that is set is the only change`() throws {
    let map = try GoldenMaps.timeBank()
    var expected = map
    expected.rows[1].dropOff = 0.4
    #expect(map.setting(try part("outcome.health.drop_off"), to: 0.4) == expected)
    let all = map.setting(.everyRow(.deadweight), to: 0.2)
    #expect(all == (try GoldenMaps.timeBank(deadweight: 0.2)))
  }

  @Test(arguments: MapPart.CommonShare.allCases)
  func `the time bank breaks even at the published common deduction`(
    share: MapPart.CommonShare
  ) throws {
    let found = try #require(try GoldenMaps.timeBank().switchingValues(of: .everyRow(share)))
    #expect(found.values.count == 1)
    #expect(agrees(found.values.first.map { $0 * 100 }, "94.3973"))
    #expect(abs(found.current - 0.1) < 1e-12)
  }

  @Test func `no single deduction of the time bank brings it to one`() throws {
    let found = try switching(try GoldenMaps.timeBank(), "outcome.inclusion.deadweight")
    #expect(found.values.isEmpty)
    #expect(
      found.absence?.english == "no value of this input alone brings the ratio to 1")
  }

  @Test func `the employment programme switches where its formula says`() throws {
    let map = try GoldenMaps.employment(timing: .startOfPeriod)
    // 1 − x* = (1 − x) · 250,000 / 359,069.57 of the reference.
    let left = 250_000 / 359_069.57
    let quantity = try #require(try switching(map, "outcome.work.quantity").values.first)
    let proxy = try #require(try switching(map, "outcome.work.proxy").values.first)
    let deadweight = try switching(map, "outcome.work.deadweight").values
    #expect(abs(try #require(deadweight.first) - (1 - 0.6 * left)) < 1e-7)
    let attribution = try switching(map, "outcome.work.attribution").values
    #expect(abs(try #require(attribution.first) - (1 - 0.7 * left)) < 1e-7)
    let displacement = try switching(map, "outcome.work.displacement").values
    #expect(abs(try #require(displacement.first) - (1 - left)) < 1e-7)
    #expect(
      abs(quantity - 60 * left)
        < 1e-5)
    #expect(
      abs(proxy - 8_500 * left)
        < 1e-3)
    #expect(agrees(try switching(map, "input.investment.value").values.first, "359069.57"))
    // Year 2 must bring 250,000 − 214,200 = 35,800 of 214,200 / 1.035 · (1 − g).
    let dropOff = try #require(try switching(map, "outcome.work.drop_off").values.first)
    #expect(abs(dropOff - (1 - 35_800 * 1.035 / 214_200)) < 1e-12)
    // One year gives 214,200 and two give more than 250,000.
    #expect(try switching(map, "outcome.work.benefit_periods").values == [2])
  }

  @Test func `a discount rate may have two switching values`() throws {
    // −100 + 230/(1+r) − 132/(1+r)² is zero at 10 % and at 20 %; gains 230 in period 2.
    var map = try GoldenMaps.plain(quantity: 1, proxy: 230, periods: 1, inputs: 100)
    map.rows[0].firstPeriod = 2
    map.inputs.append(try GoldenMaps.input("i2", 132, period: 3))
    let rates = try switching(map, "sroi.discount_rate").values
    #expect(rates.count == 2)
    #expect(zip(rates, [0.1, 0.2]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `three switching rates are all found with different timings`() throws {
    // (y − a)(y − b)(y − c) with y = 1/√(1+r): powers 0 to 3 need a half period between.
    let places = [0.02, 0.3, 1.5].map { 1 / (1 + $0).squareRoot() }
    let (a, b, c) = (places[0], places[1], places[2])
    // y³ − (a+b+c) y² + (ab+bc+ca) y − abc, turned so that inputs are positive.
    var map = try GoldenMaps.plain(
      quantity: 1, proxy: a * b + b * c + c * a, periods: 1, inputs: a * b * c)
    map.benefitTiming = .midPeriod
    map.inputs.append(try GoldenMaps.input("i2", a + b + c, period: 2))
    var late = map.rows[0]
    late.id = try #require(RowID("o2"))
    late.proxy = 1
    late.firstPeriod = 2
    map.rows.append(late)
    let rates = try switching(map, "sroi.discount_rate").values
    #expect(rates.count == 3)
    #expect(zip(rates, [0.02, 0.3, 1.5]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `ten points of a deduction swing the time bank by the published ratios`() throws {
    let map = try GoldenMaps.timeBank()
    let golden: [(MapPart.CommonShare, String, String)] = [
      (.deadweight, "17.8485", "14.2788"), (.displacement, "17.8485", "14.2788"),
      (.attribution, "17.8485", "14.2788"),
    ]
    for (share, low, high) in golden {
      let swing = try #require(
        try map.swings([PartRange(part: .everyRow(share), low: 0, high: 0.2)]).first)
      #expect(agrees(swing.ratioAtLow, low))
      #expect(agrees(swing.ratioAtHigh, high))
    }
  }

  @Test func `ten points of drop-off swing the time bank by the published ratios`() throws {
    // All rows have the same shape, so that each row's swing is its share of the published one.
    let map = try GoldenMaps.timeBank()
    let ranges = map.rows.map { PartRange(part: .row($0.id, .dropOff), low: 0.6, high: 0.8) }
    let swings = try map.swings(ranges)
    #expect(
      swings.map { $0.range.part.id.description } == [
        "outcome.inclusion.drop_off", "outcome.socialisation.drop_off",
        "outcome.independence.drop_off", "outcome.health.drop_off",
      ])
    let ratio = try #require(try map.valued().ratio)
    let low = swings.compactMap(\.ratioAtLow).reduce(ratio) { $0 + $1 - ratio }
    let high = swings.compactMap(\.ratioAtHigh).reduce(ratio) { $0 + $1 - ratio }
    #expect(agrees(low, "17.2670"))
    #expect(agrees(high, "14.8604"))
  }

  @Test func `the time bank has its published ratio under each timing`() throws {
    let conventions = try GoldenMaps.timeBank().conventions()
    let ratios = Dictionary(uniqueKeysWithValues: conventions.map { ($0.id, $0) })
    #expect(agrees(ratios["benefits_at_start"]?.ratio, "16.0637"))
    #expect(agrees(ratios["benefits_at_middle"]?.ratio, "15.7897"))
    #expect(agrees(ratios["benefits_at_end"]?.ratio, "15.5205"))
    #expect(agrees(ratios["undiscounted"]?.ratio, "16.190"))
    #expect(conventions.filter(\.isOwn).map(\.id) == ["benefits_at_start"])
    // 622,693.58 / 50,000; 0.7 / 0.729 of the ratio; 0.3 of it.
    #expect(agrees(ratios["one_benefit_period"]?.ratio, "12.4539"))
    let own = try #require(ratios["benefits_at_start"]?.ratio)
    let additive = try #require(ratios["additive_deductions"]?.ratio)
    #expect(abs(additive - own * 0.7 / 0.729) < 1e-12)
    let early = try #require(ratios["first_period_drop_off"]?.ratio)
    #expect(abs(early - own * 0.3) < 1e-12)
    #expect(ratios["five_benefit_periods"] == nil)
    #expect(ratios["inputs_as_benefits"] == nil)
  }

  @Test func `added deductions above the whole give a negative ratio`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 100, periods: 1, inputs: 100)
    map.rows[0].deadweight = 0.6
    map.rows[0].attribution = 0.5
    let additive = try map.conventions().first { $0.id == "additive_deductions" }
    #expect(abs(try #require(additive?.ratio) + 0.1) < 1e-12)
  }
}
