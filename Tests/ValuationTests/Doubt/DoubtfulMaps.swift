import ImpactModel
import TestSupport
import Testing

@testable import Valuation

/// Uncertain value maps for the tests.
enum DoubtfulMaps {
  /// The analytic case of the reference: X · (1 − w) · (1 − a), all uniform.
  static func analytic() throws -> DoubtfulMap {
    var map = try GoldenMaps.plain(quantity: 1, proxy: 1, periods: 1, inputs: 1)
    map.rows[0].deadweight = 0.1
    map.rows[0].attribution = 0.15
    return DoubtfulMap(
      map,
      doubts: [
        try doubt("o1", .proxy, .uniform(low: 0.8, high: 1.2)),
        try doubt("o1", .deadweight, .uniform(low: 0, high: 0.2)),
        try doubt("o1", .attribution, .uniform(low: 0, high: 0.3)),
      ])
  }

  static func doubt(
    _ row: String, _ part: Doubt.Part, _ distribution: Distribution?, shared: String? = nil,
    id: String? = nil
  ) throws -> Doubt {
    let name = part == .dropOff ? "drop_off" : part.rawValue
    return Doubt(
      id: try #require(FigureID(id ?? "outcome.\(row).\(name)")),
      place: .row(try #require(RowID(row)), part), distribution: try #require(distribution),
      sharedWith: shared)
  }

  /// A doubt of the hours of an input.
  static func inputDoubt(
    _ row: String, value: Double, _ distribution: Distribution?, shared: String? = nil
  ) throws -> Doubt {
    Doubt(
      id: try #require(FigureID("input.\(row).quantity")),
      place: .input(try #require(RowID(row)), value: value),
      distribution: try #require(distribution), sharedWith: shared)
  }

  /// Random maps of `most` rows at most, with doubt on half of the numbers; where `shares`, some
  /// doubts are shared.
  static func random(
    _ count: Int, seed: UInt64, shares: Bool, costs: Bool = false, most: Int = 5
  ) -> [DoubtfulMap] {
    var generator = SeededGenerator(seed: seed)
    return RandomMaps.maps(count, seed: seed &+ 1).map { map in
      var doubts: [Doubt] = []
      var settled = map
      settled.rows = Array(settled.rows.prefix(most))
      for (index, row) in settled.rows.enumerated() {
        for part in Doubt.Part.allCases where Bool.random(using: &generator) {
          guard let made = distribution(of: part, &generator),
            let id = FigureID("outcome.\(row.id).p\(part.rawValue.lowercased())")
          else { continue }
          settled.rows[index][part] = made.quantile(0.5)
          let label = shares && Int.random(in: 0..<3, using: &generator) == 0
          doubts.append(
            Doubt(
              id: id, place: .row(row.id, part), distribution: made,
              sharedWith: label ? "s\(Int.random(in: 0..<3, using: &generator))" : nil))
        }
      }
      if costs { doubts += costDoubts(map, shares, &generator) }
      return DoubtfulMap(settled, doubts: doubts)
    }
  }

  private static func costDoubts(
    _ map: ValueMap, _ shares: Bool, _ generator: inout SeededGenerator
  ) -> [Doubt] {
    map.inputs.compactMap { input in
      guard let id = FigureID("input.\(input.id).quantity"),
        let made = Distribution.pert(
          low: 5, mode: 10, high: Double.random(in: 11...20, using: &generator))
      else { return nil }
      return Doubt(
        id: id, place: .input(input.id, value: 10), distribution: made,
        sharedWith: shares ? "s0" : nil)
    }
  }

  private static func distribution(
    of part: Doubt.Part, _ generator: inout SeededGenerator
  ) -> Distribution? {
    let mode = Double.random(in: 0.2...0.7, using: &generator)
    let low = mode * Double.random(in: 0...0.9, using: &generator)
    let high = mode + (1 - mode) * Double.random(in: 0.1...1, using: &generator)
    let scale = part.isShare ? 1 : Double.random(in: 10...1_000, using: &generator)
    switch Int.random(in: 0..<(part.isShare ? 5 : 6), using: &generator) {
    case 0: return .uniform(low: low * scale, high: high * scale)
    case 1: return .triangular(low: low * scale, mode: mode * scale, high: high * scale)
    case 2: return .pert(low: low * scale, mode: mode * scale, high: high * scale)
    case 3:
      return .normal(mean: mode * scale, deviation: 0.1 * scale, low: 0, high: scale)
    case 4:
      return part.isShare
        ? .beta(alpha: 1 + 9 * mode, beta: 2 + low) : .uniform(low: 0, high: scale)
    default: return .lognormal(low: max(low, 0.1) * scale, high: high * scale)
    }
  }
}

extension Spread {
  /// Whether a mean is this one's, within six standard errors.
  func agrees(mean: Double, draws: Int) -> Bool {
    abs(self.mean - mean) <= 6 * deviation / Double(draws).squareRoot() + 1e-12 * abs(mean)
  }
}
