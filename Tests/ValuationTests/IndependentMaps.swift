import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Valuation

/// A value map as the independent program reads it.
struct IndependentMap: Codable {
  struct Row: Codable {
    var id: String
    var quantity: Double
    var proxy: Double
    var deadweight: Double
    var displacement: Double
    var attribution: Double
    var dropOff: Double
    var first: Int
    var periods: Int

    enum CodingKeys: String, CodingKey {
      case id, quantity, proxy, deadweight, displacement, attribution, first, periods
      case dropOff = "drop_off"
    }
  }

  struct Input: Codable {
    var id: String
    var amount: Double
    var period: Int
  }

  struct Doubt: Codable {
    var row: Int
    var part: String
    var group: String
    var shape: String
    var numbers: [Double]
  }

  var rate: Double
  var benefits: String
  var inputTiming: String
  var rows: [Row]
  var inputs: [Input]
  var doubts: [Doubt]

  enum CodingKeys: String, CodingKey {
    case rate, benefits, rows, inputs, doubts
    case inputTiming = "input_timing"
  }

  /// A map of random numbers, with doubt on some of them.
  ///
  /// - Parameters:
  ///   - map: the certain numbers.
  ///   - hasDoubts: whether there is any doubt.
  ///   - shares: whether some doubts are shared, between rows and within one.
  ///   - generator: where the random numbers come from.
  init(
    _ map: ValueMap, doubts hasDoubts: Bool, shares: Bool, _ generator: inout SeededGenerator
  ) {
    rate = map.rate
    benefits = IndependentMap.name(map.benefitTiming)
    inputTiming = IndependentMap.name(map.inputTiming)
    rows = map.rows.map { row in
      Row(
        id: row.id.description, quantity: row.quantity, proxy: row.proxy,
        deadweight: row.deadweight, displacement: row.displacement, attribution: row.attribution,
        dropOff: row.dropOff, first: row.firstPeriod, periods: row.benefitPeriods)
    }
    inputs = map.inputs.map {
      Input(id: $0.id.description, amount: $0.amount, period: $0.period)
    }
    doubts = []
    for index in rows.indices.prefix(hasDoubts ? 4 : 0) {
      for part in Valuation.Doubt.Part.allCases where Int.random(in: 0..<5, using: &generator) < 2 {
        doubts.append(IndependentMap.doubt(index, part, rows[index].id, shares, &generator))
      }
    }
  }

  /// The map for the engine.
  func doubtful() throws -> DoubtfulMap {
    let map = ValueMap(
      rate: rate, benefitTiming: try IndependentMap.timing(benefits),
      inputTiming: try IndependentMap.timing(inputTiming),
      rows: try rows.map { row in
        ValueMap.Row(
          id: try #require(RowID(row.id)), quantity: row.quantity, proxy: row.proxy,
          deadweight: row.deadweight, displacement: row.displacement,
          attribution: row.attribution, dropOff: row.dropOff, firstPeriod: row.first,
          benefitPeriods: row.periods)
      },
      inputs: try inputs.map {
        ValueMap.Input(id: try #require(RowID($0.id)), amount: $0.amount, period: $0.period)
      })
    return DoubtfulMap(
      map,
      doubts: try doubts.map { doubt in
        let part = try #require(MapPart.RowPart(rawValue: doubt.part))
        let place = try #require(Valuation.Doubt.Part.allCases.first { $0.mapName == part })
        let row = rows[doubt.row].id
        let id = try #require(FigureID("outcome.\(row).\(doubt.part)"))
        return Valuation.Doubt(
          id: id, place: .row(try #require(RowID(row)), place),
          distribution: try doubt.distribution(),
          sharedWith: doubt.group == id.description ? nil : doubt.group)
      })
  }

  private static func doubt(
    _ index: Int, _ part: Valuation.Doubt.Part, _ row: String, _ shares: Bool,
    _ generator: inout SeededGenerator
  ) -> Doubt {
    let scale = part.isShare ? 1 : Double.random(in: 10...1_000, using: &generator)
    let mode = Double.random(in: 0.2...0.7, using: &generator)
    let low = mode * Double.random(in: 0...0.9, using: &generator)
    let high = mode + (1 - mode) * Double.random(in: 0.1...1, using: &generator)
    let isShared = shares && Bool.random(using: &generator)
    let (shape, numbers): (String, [Double]) =
      switch Int.random(in: 0..<(isShared ? 2 : part.isShare ? 5 : 6), using: &generator) {
      case 0: ("uniform", [low * scale, high * scale])
      case 1: ("triangular", [low * scale, mode * scale, high * scale])
      case 2: ("pert", [low * scale, mode * scale, high * scale])
      case 3: ("normal", [mode * scale, 0.1 * scale, 0, scale])
      case 4: part.isShare ? ("beta", [1 + 9 * mode, 2 + low]) : ("uniform", [0, scale])
      default: ("lognormal", [max(low, 0.1) * scale, high * scale])
      }
    let group =
      isShared
      ? "s\(Int.random(in: 0..<3, using: &generator))" : "outcome.\(row).\(part.mapName.rawValue)"
    return Doubt(
      row: index, part: part.mapName.rawValue, group: group, shape: shape, numbers: numbers)
  }

  private static func name(_ timing: DiscountTiming) -> String {
    switch timing {
    case .startOfPeriod: "start"
    case .midPeriod: "middle"
    case .endOfPeriod: "end"
    }
  }

  private static func timing(_ name: String) throws -> DiscountTiming {
    try #require(DiscountTiming.allCases.first { IndependentMap.name($0) == name })
  }
}

extension IndependentMap.Doubt {
  fileprivate func distribution() throws -> Distribution {
    let n = numbers
    let made: Distribution? =
      switch shape {
      case "uniform": .uniform(low: n[0], high: n[1])
      case "triangular": .triangular(low: n[0], mode: n[1], high: n[2])
      case "pert": .pert(low: n[0], mode: n[1], high: n[2])
      case "normal": .normal(mean: n[0], deviation: n[1], low: n[2], high: n[3])
      case "beta": .beta(alpha: n[0], beta: n[1])
      case "lognormal": .lognormal(low: n[0], high: n[1])
      default: nil
      }
    return try #require(made)
  }
}

extension Doubt.Part {
  fileprivate var mapName: MapPart.RowPart {
    switch self {
    case .quantity: .quantity
    case .proxy: .proxy
    case .deadweight: .deadweight
    case .displacement: .displacement
    case .attribution: .attribution
    case .dropOff: .dropOff
    }
  }
}

/// What the independent program says of a map.
struct IndependentValues: Decodable {
  struct Switch: Decodable {
    let value: Double?
    let slope: Double
  }

  let scale: Double
  let undiscountedScale: Double
  let presentValue: Double
  let inputs: Double
  let net: Double
  let ratio: Double?
  /// The months, and the benefit of the period in which the inputs are covered.
  let payback: [Double]?
  let discountedPayback: [Double]?
  let rows: [Double]
  let years: [Double]
  let rowYears: [[Double]]
  let switching: [String: Switch]
  let mean: Double
  let variance: Double
  let momentScale: Double
  let first: [String: Double]
  let total: [String: Double]

  enum CodingKeys: String, CodingKey {
    case scale, inputs, net, ratio, payback, rows, years, switching, mean, variance, first, total
    case undiscountedScale = "undiscounted_scale"
    case presentValue = "present_value"
    case discountedPayback = "discounted_payback"
    case rowYears = "row_years"
    case momentScale = "moment_scale"
  }

  /// Runs the program on maps.
  static func of(_ maps: [IndependentMap]) throws -> [IndependentValues] {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try JSONEncoder().encode(maps).write(to: folder.appending(path: "maps.json"))
    let program = Places.repository.appending(path: "Tests/Independent/value_maps.py").path
    let shell = try #require(Tool("sh"))
    let run = try shell.run(
      ["-c", "python3 '\(program)' < maps.json > values.json"], in: folder,
      environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    try #require(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(
      [IndependentValues].self, from: Data(contentsOf: folder.appending(path: "values.json")))
  }
}
