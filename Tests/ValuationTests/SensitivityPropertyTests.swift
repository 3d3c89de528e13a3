import ImpactModel
import TestSupport
import Testing
import Valuation

@Suite struct SensitivityPropertyTests {
  private let maps = RandomMaps.maps(60, seed: 20_260_101)

  @Test func `at a switching value the ratio is the target`() throws {
    var found = 0
    for map in maps {
      for target in [1.0, 2.5] {
        for switching in try map.switchingValues(target: target) where !switching.part.isWhole {
          for value in switching.values {
            let there = try #require(map.setting(switching.part, to: value))
            let ratio = try #require(try there.valued().ratio)
            let naive = NaiveSums(there)
            let size = naive.magnitude / naive.inputs + target
            #expect(abs(ratio - target) <= 1e-9 * size, "\(switching.part.id) \(value)")
            found += 1
          }
        }
      }
    }
    #expect(found > 1_000)
  }

  @Test func `where no share switches, none on a grid does`() throws {
    for map in maps {
      for switching in try map.switchingValues() where switching.part.isShare {
        let ratios = try [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].compactMap {
          try map.setting(switching.part, to: $0)?.valued().ratio
        }
        let crosses = ratios.contains { $0 > 1 + 1e-9 } && ratios.contains { $0 < 1 - 1e-9 }
        #expect(crosses == !switching.values.isEmpty || ratios.allSatisfy { $0 == 1 })
        #expect((switching.absence == nil) == !switching.values.isEmpty)
      }
    }
  }

  @Test func `a number of periods switches exactly where the ratio passes the target`() throws {
    var found = 0
    for map in maps {
      for row in map.rows {
        for part in [MapPart.RowPart.benefitPeriods, .firstPeriod] {
          let switching = try #require(try map.switchingValues(of: .row(row.id, part)))
          func isAbove(_ periods: Double) throws -> Bool? {
            try map.setting(.row(row.id, part), to: periods)?.valued().ratio.map { $0 >= 1 }
          }
          guard let value = switching.values.first else {
            #expect(try isAbove(1) == isAbove(300))
            continue
          }
          found += 1
          #expect(try isAbove(1) == isAbove(value - 1))
          #expect(try isAbove(value) != isAbove(value - 1))
        }
      }
    }
    #expect(found > 10)
  }

  @Test func `no crossing of the discount rate is missed on a fine grid`() throws {
    for map in maps {
      let found = try #require(try map.switchingValues(of: .discountRate)).values
      var above: Bool?
      var crossings = 0
      for step in 0..<500 {
        // A rate that no root of a random map meets, from −0.98 to 10.
        let rate = -0.98 + 10.979_3 * Double(step) / 499
        var there = map
        there.rate = rate
        let isAbove = try #require(try there.valued().ratio) > 1
        if let above, above != isAbove { crossings += 1 }
        above = isAbove
      }
      #expect(found.count >= crossings)
      #expect(found == found.sorted())
    }
  }

  @Test func `a swing is that of the whole map valued at both ends`() throws {
    for map in maps {
      let ranges =
        map.rows.flatMap { row in
          [
            PartRange(part: .row(row.id, .deadweight), low: 0, high: 1),
            PartRange(part: .row(row.id, .benefitPeriods), low: 1, high: 20),
          ]
        } + [PartRange(part: .discountRate, low: 0, high: 0.2)]
      let swings = try map.swings(ranges)
      #expect(swings.count == ranges.count)
      let sizes = swings.compactMap { $0.swing?.magnitude }
      #expect(sizes == sizes.sorted(by: >))
      let magnitude = NaiveSums(map).magnitude / NaiveSums(map).inputs
      for swing in swings {
        let low = try map.setting(swing.range.part, to: swing.range.low)?.valued().ratio
        let high = try map.setting(swing.range.part, to: swing.range.high)?.valued().ratio
        let ends = [(swing.ratioAtLow, low), (swing.ratioAtHigh, high)]
        for (found, whole) in ends {
          let difference = try abs(#require(found) - #require(whole))
          #expect(difference <= 3e-11 * (magnitude + 1))
        }
      }
    }
  }

  @Test func `every map names itself among its conventions`() throws {
    for map in maps {
      let own = try map.conventions().filter(\.isOwn)
      #expect(own.count == 1)
      #expect(try own.first?.ratio == map.valued().ratio)
    }
  }
}

extension MapPart {
  fileprivate var isWhole: Bool {
    if case .row(_, let part) = self { part.isWhole } else { false }
  }

  fileprivate var isShare: Bool {
    switch self {
    case .row(_, let part): [.deadweight, .displacement, .attribution, .dropOff].contains(part)
    case .everyRow: true
    case .input, .discountRate: false
    }
  }
}
