import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Valuation

@Suite struct ExactMomentsTests {
  private func index(_ moments: ExactMoments, _ group: String) throws -> (String, String) {
    let driver = try #require(moments.drivers.first { $0.group == group })
    return (
      DecimalText.rounded(driver.firstOrder, decimals: 6, in: .english),
      DecimalText.rounded(driver.totalEffect, decimals: 6, in: .english)
    )
  }

  @Test func `the analytic case of the reference comes out to all digits given`() throws {
    let moments = try #require(try DoubtfulMaps.analytic().exactMoments())
    #expect(agrees(moments.mean, "0.765"))
    #expect(abs(moments.mean - 0.765) < 1e-15)
    #expect(agrees(moments.variance.squareRoot(), "0.128159"))
    #expect(try index(moments, "outcome.o1.proxy") == ("0.475075", "0.481982"))
    #expect(try index(moments, "outcome.o1.deadweight") == ("0.146628", "0.150125"))
    #expect(try index(moments, "outcome.o1.attribution") == ("0.369868", "0.376342"))
    #expect(
      moments.drivers.map(\.group) == [
        "outcome.o1.proxy", "outcome.o1.attribution", "outcome.o1.deadweight",
      ])
  }

  @Test func `two numbers of a row that share their doubt are at the same quantile`() throws {
    // u · (1 − u): mean 1/6, variance 1/30 − 1/36.
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 1)
    map.rows[0].deadweight = 0.5
    let doubtful = DoubtfulMap(
      map,
      doubts: [
        try DoubtfulMaps.doubt("o1", .proxy, .uniform(low: 0, high: 1), shared: "survey"),
        try DoubtfulMaps.doubt("o1", .deadweight, .uniform(low: 0, high: 1), shared: "survey"),
      ])
    let moments = try #require(try doubtful.exactMoments())
    #expect(abs(moments.mean - 1.0 / 6) < 1e-14)
    #expect(abs(moments.variance - (1.0 / 30 - 1.0 / 36)) < 1e-14)
    #expect(moments.drivers.count == 1)
    #expect(abs(moments.drivers[0].firstOrder - 1) < 1e-12)
    #expect(abs(moments.drivers[0].totalEffect - 1) < 1e-12)
    #expect(moments.drivers[0].members.count == 2)
  }

  @Test func `different shapes that share a doubt agree with an independent quadrature`() throws {
    // PERT(1, 2, 5) at u times 1 − triangular(0.1, 0.2, 0.5) at u; SciPy 1.17, quad over the PERT.
    var map = try GoldenMaps.plain(quantity: 1, proxy: 2, periods: 1, inputs: 1)
    map.rows[0].deadweight = 0.2
    let doubtful = DoubtfulMap(
      map,
      doubts: [
        try DoubtfulMaps.doubt("o1", .proxy, .pert(low: 1, mode: 2, high: 5), shared: "s"),
        try DoubtfulMaps.doubt(
          "o1", .deadweight, .triangular(low: 0.1, mode: 0.2, high: 0.5), shared: "s"),
      ])
    let moments = try #require(try doubtful.exactMoments())
    #expect(abs(moments.mean - 1.6505986692148356) < 1e-12)
    #expect(abs(moments.variance - 0.09286523176751604) < 1e-12)
  }

  @Test func `one proxy of two rows is one doubt`() throws {
    var map = try GoldenMaps.plain(quantity: 3, proxy: 10, periods: 1, inputs: 1)
    var second = map.rows[0]
    second.id = try #require(RowID("o2"))
    second.quantity = -5
    map.rows.append(second)
    let proxy = Distribution.uniform(low: 4, high: 16)
    let doubtful = DoubtfulMap(
      map,
      doubts: [
        try DoubtfulMaps.doubt("o1", .proxy, proxy, id: "proxy.p1.value"),
        try DoubtfulMaps.doubt("o2", .proxy, proxy, id: "proxy.p1.value"),
      ])
    let moments = try #require(try doubtful.exactMoments())
    // (3 − 5) · X with variance 12²/12.
    #expect(abs(moments.mean + 20) < 1e-12)
    #expect(abs(moments.variance - 4 * 12) < 1e-11)
    #expect(moments.drivers.map(\.group) == ["proxy.p1.value"])
    #expect(abs(moments.drivers[0].totalEffect - 1) < 1e-12)
  }

  @Test func `uncertain drop-off over many periods agrees with a sum of its moments`() throws {
    // 1 − g uniform on 0.5…1: E[(1−g)^n] = (1 − 0.5^(n+1)) / (0.5 (n + 1)).
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 40, inputs: 1)
    map.rate = 0.04
    map.rows[0].dropOff = 0.2
    let doubtful = DoubtfulMap(
      map, doubts: [try DoubtfulMaps.doubt("o1", .dropOff, .uniform(low: 0, high: 0.5))])
    func moment(_ power: Int) -> Double {
      (1 - pow(0.5, Double(power + 1))) / (0.5 * Double(power + 1))
    }
    func factor(_ period: Int) -> Double { pow(1.04, -Double(period)) }
    let mean = (0..<40).reduce(0) { $0 + factor($1) * moment($1) }
    var square = 0.0
    for one in 0..<40 {
      for other in 0..<40 { square += factor(one) * factor(other) * moment(one + other) }
    }
    let moments = try #require(try doubtful.exactMoments())
    #expect(abs(moments.mean - mean) < 1e-12 * mean)
    #expect(abs(moments.variance - (square - mean * mean)) < 1e-12 * square)
  }

  @Test(arguments: [false, true])
  func `mean, variance and indices agree with sums over a lattice of quantiles`(
    shares: Bool
  ) throws {
    // Two rows, up to three groups, each on 56 middles of quantiles: brute force.
    var map = try GoldenMaps.plain(quantity: 2, proxy: 5, periods: 3, inputs: 1)
    map.rate = 0.03
    var second = map.rows[0]
    second.id = try #require(RowID("o2"))
    second.proxy = -3
    map.rows.append(second)
    let wide = Distribution.triangular(low: 2, mode: 5, high: 12)
    let doubtful = DoubtfulMap(
      map,
      doubts: [
        try DoubtfulMaps.doubt("o1", .proxy, wide, shared: shares ? "a" : nil),
        try DoubtfulMaps.doubt("o1", .dropOff, .pert(low: 0.1, mode: 0.3, high: 0.9)),
        try DoubtfulMaps.doubt(
          "o2", .deadweight, .uniform(low: 0.2, high: 0.9), shared: shares ? "a" : nil),
      ])
    let moments = try #require(try doubtful.exactMoments())
    let brute = try BruteForce(doubtful, points: 56)
    #expect(abs(moments.mean - brute.mean) <= 1e-3 * abs(brute.mean))
    #expect(abs(moments.variance - brute.variance) <= 1e-2 * brute.variance)
    for driver in moments.drivers {
      let (first, total) = try #require(brute.indices[driver.group])
      #expect(abs(driver.firstOrder - first) < 5e-3)
      #expect(abs(driver.totalEffect - total) < 5e-3)
    }
  }

  @Test func `indices of independent doubts add up to at most and at least one`() throws {
    for map in DoubtfulMaps.random(40, seed: 11, shares: false) {
      guard let moments = try map.exactMoments(), moments.variance > 0 else { continue }
      #expect(moments.drivers.reduce(0) { $0 + $1.firstOrder } <= 1 + 1e-12)
      #expect(moments.drivers.reduce(0) { $0 + $1.totalEffect } >= 1 - 1e-12)
      for driver in moments.drivers {
        #expect(driver.firstOrder >= -1e-12 && driver.totalEffect >= driver.firstOrder - 1e-12)
      }
    }
  }

  @Test func `the order of doubts and rows moves nothing`() throws {
    var generator = SeededGenerator(seed: 3)
    for map in DoubtfulMaps.random(20, seed: 12, shares: true) {
      var other = map
      other.doubts.shuffle(using: &generator)
      #expect(try other.exactMoments() == map.exactMoments())
      other.map.rows.shuffle(using: &generator)
      let (one, two) = (try map.exactMoments(), try other.exactMoments())
      let scale = one?.variance ?? 0
      #expect(abs((one?.variance ?? 0) - (two?.variance ?? 0)) <= 1e-12 * scale)
    }
  }

  @Test func `a map without doubt has the present value as its mean and no variance`() throws {
    for map in RandomMaps.maps(20, seed: 5) {
      let moments = try #require(try DoubtfulMap(map, doubts: []).exactMoments())
      #expect(moments.mean == (try map.valued().presentValue))
      #expect(moments.variance == 0 && moments.drivers.isEmpty)
    }
  }
}

/// Moments and Sobol indices of a map with up to three groups by valuing it at every point of a
/// lattice of quantiles.
private struct BruteForce {
  var mean = 0.0
  var variance = 0.0
  var indices: [String: (first: Double, total: Double)] = [:]

  init(_ doubtful: DoubtfulMap, points: Int) throws {
    let groups = Set(doubtful.doubts.map(\.group)).sorted()
    let shares = (0..<points).map { (Double($0) + 0.5) / Double(points) }
    let sizes = groups.map { _ in points }
    let count = sizes.reduce(1, *)
    let columns = doubtful.doubts.map { doubt in shares.map { doubt.distribution.quantile($0) } }
    var row = doubtful.map
    let places = doubtful.doubts.compactMap { doubt -> (Int, Doubt.Part, Int)? in
      guard case .row(let id, let part) = doubt.place,
        let index = row.rows.firstIndex(where: { $0.id == id }),
        let group = groups.firstIndex(of: doubt.group)
      else { return nil }
      return (index, part, group)
    }
    var values = [Double](repeating: 0, count: count)
    for point in 0..<count {
      var rest = point
      var position: [Int] = []
      for _ in groups {
        position.append(rest % points)
        rest /= points
      }
      for (place, column) in zip(places, columns) {
        row.rows[place.0][place.1] = column[position[place.2]]
      }
      values[point] = BruteForce.value(row)
    }
    mean = values.reduce(0, +) / Double(count)
    let centre = mean
    variance = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(count)
    for (place, group) in groups.enumerated() {
      let stride = (0..<place).reduce(1) { product, _ in product * points }
      var alone = [Double](repeating: 0, count: points)
      var others = [Double](repeating: 0, count: count / points)
      for point in 0..<count {
        let own = point / stride % points
        alone[own] += values[point] * Double(points) / Double(count)
        others[point % stride + point / (stride * points) * stride] +=
          values[point] / Double(points)
      }
      let first = alone.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(points)
      let rest = others.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(others.count)
      indices[group] = (first / variance, 1 - rest / variance)
    }
  }

  private static func value(_ map: ValueMap) -> Double {
    var sum = 0.0
    for row in map.rows {
      var term = row.quantity * row.proxy * (1 - row.deadweight) * (1 - row.displacement)
      term *= 1 - row.attribution
      for _ in 0..<row.benefitPeriods {
        sum += term
        term *= (1 - row.dropOff) / (1 + map.rate)
      }
    }
    return sum
  }
}
