import ExportKit
import Foundation
import TestSupport

/// A value map worked out in the plainest way, from powers, to hold the spreadsheet against.
struct SampleMap {
  struct Row {
    var id: String
    var stakeholder: String
    var quantity: Estimate?
    var proxy: Estimate
    var deadweight = Estimate(0)
    var displacement = Estimate(0)
    var attribution = Estimate(0)
    var dropOff = Estimate(0)
    var first = 1
    var periods = 1
    var lacksProxy = false

    var isKnown: Bool { quantity != nil && !lacksProxy }
  }

  struct Input {
    var id: String
    var stakeholder: String
    var kind: ReportInput.Kind
    var quantity: Double
    var rate: Double
    var period: Int
  }

  var rate = 0.035
  var benefitTiming = DiscountTiming.startOfPeriod
  var inputTiming = DiscountTiming.startOfPeriod
  var stakeholders: [(id: String, name: String, domain: Domain)]
  var rows: [Row]
  var inputs: [Input]

  static let unknown = Text(
    "the quantity could not be had", nl: "het aantal kon niet worden bepaald")

  var periods: Int {
    (rows.map { $0.first + $0.periods - 1 } + inputs.map(\.period)).max() ?? 1
  }

  func factor(_ period: Int, _ timing: DiscountTiming) -> Double {
    let offset: Double =
      switch timing {
      case .startOfPeriod: 0
      case .midPeriod: 0.5
      case .endOfPeriod: 1
      }
    return pow(1 + rate, -(Double(period) - 1 + offset))
  }

  func value(_ row: Row, in period: Int) -> Double {
    guard let quantity = row.quantity, period >= row.first, period < row.first + row.periods else {
      return 0
    }
    return quantity.value * row.proxy.value * (1 - row.deadweight.value)
      * (1 - row.displacement.value) * (1 - row.attribution.value)
      * pow(1 - row.dropOff.value, Double(period - row.first))
  }

  func presentValue(_ row: Row) -> Double {
    (1...periods).map { value(row, in: $0) * factor($0, benefitTiming) }.reduce(0, +)
  }

  var presentValue: Double { rows.map(presentValue).reduce(0, +) }

  var inputsPresentValue: Double {
    inputs.map { $0.quantity * $0.rate * factor($0.period, inputTiming) }.reduce(0, +)
  }

  var isComplete: Bool { rows.allSatisfy(\.isKnown) }
}

extension SampleMap {
  /// The Timebank of Ireland, 2023: the reference's complete and exact case.
  static var timebank: SampleMap {
    func row(_ id: String, _ quantity: Double, _ proxy: Double) -> Row {
      Row(
        id: id, stakeholder: "members", quantity: Estimate(quantity), proxy: Estimate(proxy),
        deadweight: Estimate(0.1), displacement: Estimate(0.1), attribution: Estimate(0.1),
        dropOff: Estimate(0.7), periods: 2)
    }
    return SampleMap(
      stakeholders: [("members", "Members", .citizens)],
      rows: [
        row("social", 95, 3432), row("health", 95, 600), row("independence", 90, 640),
        row("inclusion", 95, 4353),
      ],
      inputs: [
        Input(
          id: "grant", stakeholder: "members", kind: .cash, quantity: 50_000, rate: 1, period: 1)
      ])
  }

  /// Random rows: losses, shares of 0 and 1, late starts, and one of the timings for each side.
  static func random(seed: UInt64) -> SampleMap {
    var generator = SeededGenerator(seed: seed)
    func share() -> Estimate {
      let value = Double.random(in: -0.2...1.2, using: &generator)
      return Estimate(min(1, max(0, value)))
    }
    let people = ["residents", "municipality", "firms"]
    var map = SampleMap(
      rate: Double.random(in: -0.01...0.1, using: &generator),
      benefitTiming: DiscountTiming.allCases.randomElement(using: &generator) ?? .midPeriod,
      inputTiming: DiscountTiming.allCases.randomElement(using: &generator) ?? .midPeriod,
      stakeholders: [
        (people[0], "Residents", .citizens), (people[1], "Municipality", .government),
        (people[2], "Firms", .business),
      ],
      rows: [], inputs: [])
    for number in 0..<12 {
      map.rows.append(
        Row(
          id: "o\(number)", stakeholder: people[number % 3],
          quantity: Estimate(Double.random(in: 0...500, using: &generator)),
          proxy: Estimate(Double.random(in: -1000...9000, using: &generator)),
          deadweight: share(), displacement: share(), attribution: share(), dropOff: share(),
          first: Int.random(in: 1...4, using: &generator),
          periods: Int.random(in: 1...6, using: &generator)))
      map.inputs.append(
        Input(
          id: "i\(number)", stakeholder: people[number % 3], kind: .hours,
          quantity: Double.random(in: 1...900, using: &generator),
          rate: Double.random(in: 5...90, using: &generator),
          period: Int.random(in: 1...8, using: &generator)))
    }
    return map
  }

  /// Several stakeholders, a loss, uncertain inputs, a late start and inputs of several years.
  static var mixed: SampleMap {
    SampleMap(
      rate: 0.0225, benefitTiming: .midPeriod, inputTiming: .startOfPeriod,
      stakeholders: [
        ("participants", "Deelnemers", .citizens), ("neighbours", "Omwonenden", .citizens),
        ("municipality", "Gemeente", .government), ("school", "Hogeschool", .knowledge),
      ],
      rows: [
        Row(
          id: "o1", stakeholder: "participants", quantity: Estimate(24),
          proxy: Estimate(3500, low: 3000, high: 4200) ?? Estimate(3500),
          deadweight: Estimate(0.2, low: 0.1, high: 0.3) ?? Estimate(0.2),
          attribution: Estimate(0.25), dropOff: Estimate(0.3), periods: 3),
        Row(
          id: "o2", stakeholder: "neighbours", quantity: Estimate(40), proxy: Estimate(-125.5),
          displacement: Estimate(0.05), periods: 1),
        Row(
          id: "o3", stakeholder: "municipality", quantity: Estimate(7.5),
          proxy: Estimate(5210.33), deadweight: Estimate(0.35), displacement: Estimate(0.1),
          attribution: Estimate(0.5), dropOff: Estimate(1), first: 2, periods: 3),
      ],
      inputs: [
        Input(
          id: "i1", stakeholder: "municipality", kind: .cash, quantity: 40_000, rate: 1, period: 1),
        Input(
          id: "i2", stakeholder: "participants", kind: .hours, quantity: 512, rate: 15.25,
          period: 2),
      ])
  }
}
