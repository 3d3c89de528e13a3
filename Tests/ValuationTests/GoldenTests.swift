import ImpactModel
import Testing
import Valuation

@Suite struct GoldenTests {
  @Test func `the time bank agrees with its publication at every step`() throws {
    let result = try GoldenMaps.timeBank().valued()
    #expect(result.periods == 2)
    #expect(result.rows.map(\.gross) == [326_040, 57_000, 57_600, 413_535])
    #expect(agrees(result.rows.reduce(0) { $0 + $1.gross }, "854175.00"))
    #expect(agrees(result.benefitsPerPeriod[0], "622693.58"))
    #expect(agrees(result.benefitsPerPeriod[1], "186808.07"))
    #expect(agrees(result.benefitsPerPeriod[1] * result.benefitFactors[1], "180490.89"))
    #expect(agrees(result.presentValue, "803184.47"))
    #expect(agrees(result.ratio, "16.063689"))
    #expect(agrees(result.netRatio, "15.063689"))
    #expect(agrees(result.netPresentValue, "753184.47"))
  }

  @Test func `the time bank's rows keep their published shares`() throws {
    let result = try GoldenMaps.timeBank().valued()
    let shares = ["38.1702", "6.6731", "6.7433", "48.4134"]
    for (row, share) in zip(result.rows, shares) {
      #expect(agrees(row.presentValue / result.presentValue * 100, share))
    }
  }

  @Test(arguments: [
    (DiscountTiming.startOfPeriod, "803184.47", "16.0637"),
    (.midPeriod, "789487.26", "15.7897"), (.endOfPeriod, "776023.64", "15.5205"),
  ])
  func `each timing gives the time bank's published value`(
    timing: DiscountTiming, presentValue: String, ratio: String
  ) throws {
    let result = try GoldenMaps.timeBank(timing: timing).valued()
    #expect(agrees(result.presentValue, presentValue))
    #expect(agrees(result.ratio, ratio))
  }

  @Test(arguments: [
    (0, "16.190"), (0.0225, "16.108"), (0.03, "16.081"), (0.035, "16.064"), (0.05, "16.012"),
  ])
  func `each discount rate gives the time bank's published ratio`(
    rate: Double, ratio: String
  ) throws {
    #expect(agrees(try GoldenMaps.timeBank(rate: rate).valued().ratio, ratio))
  }

  @Test func `ten points more or less of a deduction give the published ratios`() throws {
    #expect(agrees(try GoldenMaps.timeBank(deadweight: 0).valued().ratio, "17.8485"))
    #expect(agrees(try GoldenMaps.timeBank(deadweight: 0.2).valued().ratio, "14.2788"))
    #expect(agrees(try GoldenMaps.timeBank(displacement: 0).valued().ratio, "17.8485"))
    #expect(agrees(try GoldenMaps.timeBank(displacement: 0.2).valued().ratio, "14.2788"))
    #expect(agrees(try GoldenMaps.timeBank(attribution: 0).valued().ratio, "17.8485"))
    #expect(agrees(try GoldenMaps.timeBank(attribution: 0.2).valued().ratio, "14.2788"))
    #expect(agrees(try GoldenMaps.timeBank(dropOff: 0.6).valued().ratio, "17.2670"))
    #expect(agrees(try GoldenMaps.timeBank(dropOff: 0.8).valued().ratio, "14.8604"))
  }

  @Test func `the time bank breaks even at the published common deadweight`() throws {
    let ratio = try #require(try GoldenMaps.timeBank().valued().ratio)
    let breakEven = 1 - (1 - 0.1) / ratio
    #expect(agrees(breakEven * 100, "94.3973"))
    let there = try GoldenMaps.timeBank(deadweight: breakEven).valued()
    #expect(abs(try #require(there.ratio) - 1) < 1e-12)
  }

  @Test func `the employment programme agrees at every step`() throws {
    let result = try GoldenMaps.employment(timing: .startOfPeriod).valued()
    let row = try #require(result.rows.first)
    #expect(agrees(row.gross, "510000"))
    #expect(agrees(row.afterDeadweight, "306000"))
    #expect(agrees(row.afterDisplacement, "306000"))
    #expect(agrees(row.impact, "214200"))
    #expect(agrees(row.valuePerPeriod[1], "149940"))
    #expect(agrees(row.valuePerPeriod[1] * result.benefitFactors[1], "144869.57"))
    #expect(agrees(result.presentValue, "359069.57"))
    #expect(agrees(result.ratio, "1.4363"))
  }

  @Test func `the employment programme's waterfall follows from its steps`() throws {
    let waterfall = try GoldenMaps.employment(timing: .startOfPeriod).valued().waterfall
    #expect(agrees(waterfall.gross, "1020000"))  // 2 × 510,000
    #expect(agrees(waterfall.deadweight, "-408000"))  // 2 × (306,000 − 510,000)
    #expect(agrees(waterfall.displacement, "0"))
    #expect(agrees(waterfall.attribution, "-183600"))  // 2 × (214,200 − 306,000)
    #expect(agrees(waterfall.dropOff, "-64260"))  // 149,940 − 214,200
    #expect(agrees(waterfall.discount, "-5070.43"))  // 144,869.57 − 149,940
    #expect(agrees(waterfall.presentValue, "359069.57"))
  }

  @Test(arguments: [(DiscountTiming.endOfPeriod, "1.38771"), (.midPeriod, "1.41178")])
  func `each timing gives the employment programme's ratio`(
    timing: DiscountTiming, ratio: String
  ) throws {
    #expect(agrees(try GoldenMaps.employment(timing: timing).valued().ratio, ratio))
  }

  @Test func `the case that was published as six to one is 5·619`() throws {
    let map = try GoldenMaps.plain(quantity: 1, proxy: 4_760_250, periods: 1, inputs: 847_166)
    #expect(agrees(try map.valued().ratio, "5.619"))
  }

  @Test func `a fifth of a point of wellbeing over two years is 5200`() throws {
    let map = try GoldenMaps.plain(quantity: 0.2, proxy: 13_000, periods: 2, inputs: 1)
    let result = try map.valued()
    #expect(result.benefitsPerPeriod == [2_600, 2_600])
    #expect(result.presentValue == 5_200)
  }
}

/// The programme of an oil company, 2023 to 2025: benefits compounded forward to the last year.
@Suite struct OilCompanyTests {
  private struct Aspect {
    let gross: [Double]
    let declared: (deadweight: Double, displacement: Double, attribution: Double)
    let applied: Double
  }

  private static let aspects = [
    Aspect(
      gross: [20_675_510, 28_945_714, 40_524_000], declared: (0.2, 0.15, 0.1), applied: 0.54),
    Aspect(
      gross: [12_854_556, 17_996_378, 25_194_930], declared: (0.15, 0.08, 0.1), applied: 0.61),
    Aspect(
      gross: [245_000_000, 245_000_000, 280_000_000], declared: (0.2, 0, 0.15), applied: 0.55),
    Aspect(gross: [21_000_000, 21_000_000, 24_000_000], declared: (0.2, 0, 0.2), applied: 0.5),
  ]
  private static let factors = [1.1252, 1.0625, 1]
  private static let investments: [Double] = [128_108_409, 179_351_772, 195_000_000]

  /// A map of some years in which each row counts as often as its year is compounded.
  private func map(years: Range<Int>, isDeclared: Bool) throws -> ValueMap {
    var rows: [ValueMap.Row] = []
    for year in years {
      for (index, aspect) in Self.aspects.enumerated() {
        let (deadweight, displacement, attribution) =
          isDeclared ? aspect.declared : (1 - aspect.applied, 0, 0)
        rows.append(
          ValueMap.Row(
            id: try #require(RowID("a\(index)y\(year)")), quantity: Self.factors[year],
            proxy: aspect.gross[year], deadweight: deadweight, displacement: displacement,
            attribution: attribution, dropOff: 0, firstPeriod: year + 1, benefitPeriods: 1))
      }
    }
    return ValueMap(
      rate: 0, benefitTiming: .startOfPeriod, inputTiming: .startOfPeriod, rows: rows,
      inputs: try years.map { try GoldenMaps.input("i\($0)", Self.investments[$0], period: $0 + 1) }
    )
  }

  @Test func `the multipliers that were applied give the published values and ratios`() throws {
    let whole = try map(years: 0..<3, isDeclared: false).valued()
    #expect(agrees(whole.presentValue, "570672410.79"))
    #expect(agrees(whole.ratio, "1.1358"))
    let values = ["184820912.59", "182599630.90", "203251867.30"]
    let ratios = ["1.4427", "1.0181", "1.0423"]
    for year in 0..<3 {
      let own = try map(years: year..<(year + 1), isDeclared: false).valued()
      #expect(agrees(own.presentValue, values[year]))
      #expect(agrees(own.ratio, ratios[year]))
    }
  }

  @Test func `the deductions that were declared give another ratio`() throws {
    #expect(agrees(try map(years: 0..<3, isDeclared: true).valued().ratio, "1.3909"))
  }
}
