import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Valuation

@Suite struct DoubtAnalysisTests {
  @Test func `a map without doubt has its ratio in every percentile`() throws {
    let map = try GoldenMaps.timeBank()
    let analysis = try DoubtfulMap(map, doubts: []).analysed(seed: 1)
    #expect(analysis.method == .certain && analysis.draws == 0)
    #expect(analysis.ratio?.low.value == (try map.valued().ratio))
    #expect(analysis.ratio?.high.value == (try map.valued().ratio))
    #expect(analysis.chanceBelowOne == 0 && analysis.shareWithDoubt == 0)
    #expect(!analysis.isInterval && analysis.remarks.isEmpty && analysis.drivers.isEmpty)
  }

  @Test func `an exact distribution takes the place of the map's number`() throws {
    let map = try GoldenMaps.employment(timing: .startOfPeriod)
    let doubtful = DoubtfulMap(
      map, doubts: [try DoubtfulMaps.doubt("work", .quantity, .exact(120))])
    let analysis = try doubtful.analysed(seed: 1)
    #expect(analysis.method == .certain)
    #expect(agrees(analysis.presentValue.mean, "718139.13"))  // twice 359,069.57 of 60 people
  }

  @Test func `the interval is the ratio's only where four fifths of the value have doubt`() throws {
    // Rows of 79 and 21, or 80 and 20: just below the threshold and just at it.
    for (size, isInterval) in [(79.0, false), (80, true)] {
      var map = try GoldenMaps.plain(quantity: size, proxy: 1, periods: 1, inputs: 50)
      var rest = map.rows[0]
      rest.id = try #require(RowID("o2"))
      rest.quantity = size - 100  // a loss counts by its size
      map.rows.append(rest)
      let doubtful = DoubtfulMap(
        map, doubts: [try DoubtfulMaps.doubt("o1", .proxy, .uniform(low: 0.9, high: 1.1))])
      let analysis = try doubtful.analysed(seed: 1)
      #expect(abs(analysis.shareWithDoubt - size / 100) < 1e-12)
      #expect(analysis.isInterval == isInterval)
      #expect(
        analysis.remarks.map(\.english)
          == (isInterval
            ? []
            : [
              "Only 79 % of the value has a range; below 80 % the percentiles are no interval of "
                + "the ratio."
            ]))
    }
  }

  @Test func `a row whose mean is not its value is named`() throws {
    // Triangular 0–10–50: mean 20, value 10. The second row is within 2 %.
    var map = try GoldenMaps.plain(quantity: 1, proxy: 10, periods: 1, inputs: 5)
    var other = map.rows[0]
    other.id = try #require(RowID("o2"))
    map.rows.append(other)
    let doubtful = DoubtfulMap(
      map,
      doubts: [
        try DoubtfulMaps.doubt("o1", .proxy, .triangular(low: 0, mode: 10, high: 50)),
        try DoubtfulMaps.doubt("o2", .proxy, .triangular(low: 9, mode: 10, high: 11.5)),
      ])
    let analysis = try doubtful.analysed(seed: 1)
    #expect(analysis.shiftedRows.map(\.row.description) == ["o1"])
    #expect(abs(try #require(analysis.shiftedRows.first?.shift) - 1) < 1e-12)
    #expect(
      analysis.remarks.map(\.english) == [
        "The mean of row o1 is 100 % above its value, because its ranges are lopsided."
      ])
    #expect(
      analysis.remarks.map(\.dutch) == [
        "Het gemiddelde van rij o1 ligt 100 % boven haar waarde, doordat haar bandbreedtes scheef "
          + "zijn."
      ])
  }

  @Test func `too few draws for two decimals are told in a sentence`() throws {
    var doubtful = try DoubtfulMaps.analytic()
    doubtful.doubts.append(
      try DoubtfulMaps.inputDoubt("i1", value: 1, .uniform(low: 0.5, high: 1.5)))
    let few = try doubtful.analysed(seed: 1, draws: 1_000)
    #expect(
      few.remarks.map(\.english) == [
        "With 1000 draws the percentiles of the ratio bear 1 decimal; make more draws for 2."
      ])
    #expect(try doubtful.analysed(seed: 1, draws: 200_000).remarks.isEmpty)
  }

  @Test(arguments: [
    (0.06, 0), (0.05, 1), (0.0051, 1), (0.005, 2), (0.0005, 3), (0, 15), (1e9, 0),
  ])
  func `a percentile bears a decimal where its error is at most half a unit of it`(
    error: Double, decimals: Int
  ) {
    #expect(Percentile(share: 0.05, value: 1, error: error).decimals == decimals)
  }

  @Test func `the chance of a ratio below one agrees with its formula`() throws {
    // Uniform costs 0.5–1.5 under a certain value of 1: the ratio is below 1 where costs exceed 1.
    let map = try GoldenMaps.plain(quantity: 1, proxy: 0.8, periods: 1, inputs: 1)
    let doubtful = DoubtfulMap(
      map, doubts: [try DoubtfulMaps.inputDoubt("i1", value: 10, .uniform(low: 5, high: 15))])
    let analysis = try doubtful.analysed(seed: 4, draws: 40_000)
    #expect(analysis.method == .drawing)
    #expect(abs(try #require(analysis.chanceBelowOne) - 0.7) < 5 * (0.21 / 40_000).squareRoot())
    #expect(abs(analysis.inputsPresentValue.mean - 1) < 1e-14)
    #expect(abs(analysis.inputsPresentValue.deviation - (1.0 / 12).squareRoot()) < 1e-14)
    // 0.8 / 1.45, 0.8 / 1 and 0.8 / 0.55.
    let ratio = try #require(analysis.ratio)
    for (found, value) in [
      (ratio.low, 0.8 / 1.45), (ratio.median, 0.8), (ratio.high, 0.8 / 0.55),
    ] {
      #expect(abs(found.value - value) < 5 * found.error)
    }
  }

  @Test func `inputs that may be nothing leave no ratio, and say so`() throws {
    let map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 1)
    let doubtful = DoubtfulMap(
      map, doubts: [try DoubtfulMaps.inputDoubt("i1", value: 1, .uniform(low: -1, high: 2))])
    let analysis = try doubtful.analysed(seed: 1, draws: 2_000)
    #expect(analysis.ratio == nil && analysis.chanceBelowOne == nil)
    #expect(
      analysis.remarks.map(\.english).contains(
        "There is no ratio: the inputs are not above zero in every draw."))
  }

  @Test func `a map compared with itself differs by nothing`() throws {
    for map in DoubtfulMaps.random(4, seed: 41, shares: true, costs: true) {
      let comparison = try map.compared(with: map, seed: 2, draws: 3_000)
      #expect(comparison.presentValue == Spread(certain: 0))
      #expect(comparison.ratioError ?? 0 == 0 && comparison.chanceHigher ?? 0 == 0)
    }
  }

  @Test func `a scenario on common draws differs with far less error than on fresh ones`() throws {
    // One of twelve proxies a tenth higher: the others cancel out draw by draw.
    let distribution = Distribution.pert(low: 50, mode: 100, high: 180)
    var map = try GoldenMaps.plain(quantity: 1, proxy: 100, periods: 1, inputs: 400)
    map.rows = try (1...12).map { index in
      var row = map.rows[0]
      row.id = try #require(RowID("o\(index)"))
      return row
    }
    let doubtful = DoubtfulMap(
      map, doubts: try (1...12).map { try DoubtfulMaps.doubt("o\($0)", .proxy, distribution) })
    var scenario = doubtful
    scenario.map.rows[3].quantity = 1.1
    let comparison = try doubtful.compared(with: scenario, seed: 8, draws: 10_000)
    let exact = try #require(distribution).mean * 0.1
    #expect(comparison.presentValue.agrees(mean: exact, draws: 10_000))
    #expect(comparison.presentValueError < 0.05)
    let fresh = try doubtful.drawn(seed: 8, draws: 10_000).presentValue.deviation * 2.0.squareRoot()
    #expect(comparison.presentValue.deviation < fresh / 20)
    #expect(comparison.chanceHigher == 1)
    #expect(abs(try #require(comparison.ratio?.mean) - comparison.presentValue.mean / 400) < 1e-9)
  }

  @Test func `doubts that cannot be are refused by name`() throws {
    let map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 0)
    func refusal(_ doubts: [Doubt]) -> ValuationError? {
      do {
        _ = try DoubtfulMap(map, doubts: doubts).analysed(seed: 1, draws: 10)
        return nil
      } catch {
        return error
      }
    }
    let one = try DoubtfulMaps.doubt("o1", .deadweight, .uniform(low: 0, high: 1))
    let missing = try DoubtfulMaps.doubt("o9", .deadweight, .uniform(low: 0, high: 1))
    let beyond = try DoubtfulMaps.doubt("o1", .dropOff, .uniform(low: 0.5, high: 1.5))
    let nothing = try DoubtfulMaps.inputDoubt("i1", value: 0, .uniform(low: 0, high: 1))
    let noInput = try DoubtfulMaps.inputDoubt("i9", value: 1, .uniform(low: 0, high: 1))
    #expect(refusal([one]) == nil)
    #expect(refusal([missing]) == .doubtWithoutPlace(missing.id))
    #expect(refusal([noInput]) == .doubtWithoutPlace(noInput.id))
    #expect(refusal([one, one]) == .doubtTwice(one.id))
    #expect(refusal([beyond]) == .impossibleDoubt(beyond.id))
    #expect(refusal([nothing]) == .impossibleDoubt(nothing.id))
    #expect(
      ValuationError.impossibleDoubt(beyond.id).message.english
        == "The range of outcome.o1.drop_off reaches beyond what this number can be.")
  }
}

@Suite struct DoubtNonsenseTests {
  /// All numbers of an analysis, none of which may be other than finite.
  private func isSound(_ analysis: DoubtAnalysis) -> Bool {
    let spreads: [Spread] =
      [analysis.presentValue, analysis.inputsPresentValue] + [analysis.ratio].compactMap { $0 }
    var others: [Double] = [analysis.shareWithDoubt, analysis.chanceBelowOne ?? 0]
    for driver in analysis.drivers { others += [driver.firstOrder, driver.totalEffect] }
    for row in analysis.shiftedRows { others += [row.mean, row.shift ?? 0] }
    return spreads.allSatisfy(\.isFinite) && others.allSatisfy(\.isFinite)
  }

  @Test func `a rate of minus a hundred percent is refused`() throws {
    var doubtful = try DoubtfulMaps.analytic()
    doubtful.map.rate = -1
    #expect(throws: ValuationError.impossibleRate(-1)) { try doubtful.analysed(seed: 1) }
  }

  @Test func `an empty map has nothing to doubt`() throws {
    let map = ValueMap(
      rate: 0.03, benefitTiming: .endOfPeriod, inputTiming: .startOfPeriod, rows: [], inputs: [])
    let analysis = try DoubtfulMap(map, doubts: []).analysed(seed: 1)
    #expect(isSound(analysis) && analysis.ratio == nil && analysis.presentValue.mean == 0)
  }

  @Test func `quantities beyond all measure are refused and never become NaN`() throws {
    for (low, high) in [(1e300, 1e308), (-1e307, 1e307), (0, 1e308), (1e-300, 1e300)] {
      for shape in [Estimate.Shape.uniform, .triangular, .pert, .lognormal, .normal] {
        guard
          let quantity = try? Distribution(
            value: low / 2 + high / 2, low: low, high: high, shape: shape),
          var map = try? GoldenMaps.plain(quantity: 1, proxy: 1e10, periods: 3, inputs: 10)
        else { continue }
        map.rate = 0.01
        let doubtful = DoubtfulMap(
          map, doubts: [try DoubtfulMaps.doubt("o1", .quantity, quantity)])
        do {
          #expect(isSound(try doubtful.analysed(seed: 1, draws: 3_000)))
        } catch {
          #expect(error == .totalNotFinite || error == .notFinite(row: map.rows[0].id))
        }
      }
    }
  }

  @Test func `large numbers that still fit are analysed`() throws {
    let map = try GoldenMaps.plain(quantity: 1e150, proxy: 1, periods: 1, inputs: 1e150)
    let doubtful = DoubtfulMap(
      map,
      doubts: [try DoubtfulMaps.doubt("o1", .quantity, .uniform(low: 0.5e150, high: 1.5e150))])
    let ratio = try #require(try doubtful.analysed(seed: 1, draws: 3_000).ratio)
    #expect(abs(ratio.mean - 1) < 1e-12 && abs(ratio.median.value - 1) < 1e-2)
  }

  @Test func `deadweight of the whole leaves nothing, surely`() throws {
    var doubtful = try DoubtfulMaps.analytic()
    doubtful.map.rows[0].displacement = 1
    let analysis = try doubtful.analysed(seed: 1, draws: 2_000)
    #expect(isSound(analysis))
    #expect(analysis.ratio?.high.value == 0 && analysis.chanceBelowOne == 1)
  }

  @Test func `one draw and no draw are analysed`() throws {
    var doubtful = try DoubtfulMaps.analytic()
    doubtful.doubts.append(
      try DoubtfulMaps.inputDoubt("i1", value: 1, .uniform(low: 0.5, high: 1.5)))
    for draws in [-5, 0, 1, 2] {
      let analysis = try doubtful.analysed(seed: .max, draws: draws)
      #expect(isSound(analysis) && analysis.draws == max(1, draws))
    }
  }

  @Test func `a benefit of a thousand periods with uncertain drop-off is analysed`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1_000, inputs: 3)
    map.rows[0].dropOff = 0.5
    let doubtful = DoubtfulMap(
      map, doubts: [try DoubtfulMaps.doubt("o1", .dropOff, .uniform(low: 0.2, high: 1))])
    let analysis = try doubtful.analysed(seed: 1, draws: 2_000)
    // Σ (1−g)^k = 1/g to 0.8^1000: mean ln 5 / 0.8.
    #expect(abs(analysis.presentValue.mean - log(5) / 0.8) < 1e-12)
  }

  @Test func `a hundred thousand rows are analysed`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 100, periods: 1, inputs: 1e6)
    let first = map.rows[0]
    map.rows = (0..<100_000).compactMap { index in
      RowID("o\(index)").map { id in
        var row = first
        row.id = id
        return row
      }
    }
    let range = Distribution.triangular(low: 50, mode: 100, high: 150)
    let doubtful = DoubtfulMap(
      map,
      doubts: try map.rows.map { try DoubtfulMaps.doubt($0.id.description, .proxy, range) })
    let analysis = try doubtful.analysed(seed: 1, draws: 100)
    #expect(isSound(analysis))
    #expect(abs(analysis.presentValue.mean - 1e7) < 1)
    let deviation = (1e5 * 2_500 / 6.0).squareRoot()  // width² / 24 a row
    #expect(abs(analysis.presentValue.deviation / deviation - 1) < 1e-9)
    #expect(abs(analysis.presentValue.median.value - 1e7) < 5 * deviation)
  }

  @Test func `a doubt that four hundred rows share moves them together`() throws {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 1)
    let first = map.rows[0]
    map.rows = (0..<400).compactMap { index in
      RowID("o\(index)").map { id in
        var row = first
        row.id = id
        return row
      }
    }
    let range = Distribution.uniform(low: 0, high: 2)
    let doubtful = DoubtfulMap(
      map,
      doubts: try map.rows.map {
        try DoubtfulMaps.doubt($0.id.description, .proxy, range, id: "proxy.p1.value")
      })
    let moments = try #require(try doubtful.exactMoments())
    #expect(abs(moments.mean - 400) < 1e-10)
    #expect(abs(moments.variance / (160_000 / 3.0) - 1) < 1e-12)
    #expect(moments.drivers.count == 1)
  }
}
