import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// What repairs avoid, by the method and the factors of the Restart Project.
@Suite struct AvoidedEmissionsTests {
  typealias Fixture = CircularityFixture

  /// The factor per kilogram of a powered and of an unpowered thing, from the reference.
  static let powered = 32.06679233
  static let unpowered = 17.70147059

  func avoided(_ repairs: [[String: CellValue]]) throws -> Double {
    try #require(Fixture(repairs: repairs).measure("co2e_avoided").value)
  }

  @Test func `a medium laptop avoids half its footprint and its whole weight`() throws {
    let laptop = Fixture(repairs: [Fixture.repair("r1", "fixed", of: "Laptop medium")])
    #expect(abs(try #require(laptop.measure("co2e_avoided").value) - 132.66) < 1e-9)
    #expect(try laptop.measure("waste_prevented").value == 1.83)
  }

  @Test func `things of no known kind count by their weight, as the platform's own tests do`()
    throws
  {
    // The expected sums are those of restarters.net, EventStatsTest.
    let kinds = ParameterTable(
      [try Self.parameter("repair.footprint.toaster", 14.4)] + ParameterTable.shipped.all)
    var event = Fixture(repairs: [Fixture.repair("r1", "fixed", of: "Toaster")], parameters: kinds)
    #expect(abs(try #require(event.measure("co2e_avoided").value) - 14.4 * 0.5) < 1e-9)
    event.repairs?.append(
      Fixture.repair("r2", "fixed", of: "Misc", weight: 1.23, powered: true))
    let both = (14.4 + 1.23 * Self.powered) * 0.5
    #expect(abs(try #require(event.measure("co2e_avoided").value) - both) < 1e-9)
    let chair = ParameterTable(
      [try Self.parameter("repair.footprint.furniture", 15.5)] + ParameterTable.shipped.all)
    let unpowered = Fixture(
      repairs: [
        Fixture.repair("r1", "fixed", of: "Stoel"),
        Fixture.repair("r2", "fixed", of: "Misc", weight: 4.56, powered: false),
      ], parameters: chair)
    #expect(
      abs(
        try #require(unpowered.measure("co2e_avoided").value) - (15.5 + 4.56 * Self.unpowered) * 0.5
      ) < 1e-9)
  }

  @Test(arguments: ["repairable", "end_of_life", "unknown"])
  func `only things that were fixed avoid anything`(status: String) throws {
    let fixed = Fixture.repair("r1", "fixed", of: "Kettle")
    let other = Fixture.repair("r2", status, of: "Kettle")
    #expect(try avoided([fixed, other]) == avoided([fixed]))
    #expect(abs(try avoided([fixed]) - 44.32 / 2) < 1e-9)
  }

  @Test func `nothing fixed avoids 0, and things without a footprint are not 0`() throws {
    #expect(try avoided([Fixture.repair("r1", "end_of_life", of: "Kettle")]) == 0)
    let unknown = Fixture(repairs: [Fixture.repair("r1", "fixed", of: "Laptop")])
    for id in ["co2e_avoided", "co2e_value", "waste_prevented"] {
      let measure = try unknown.measure(id)
      #expect(measure.value == nil, "\(id)")
      #expect(measure.absence?.english.hasPrefix("of nothing that was fixed") == true, "\(id)")
    }
  }

  @Test func `things without a footprint are left out and counted, and the limits are said`() throws
  {
    let measure = try Fixture(repairs: [
      Fixture.repair("r1", "fixed", of: "Lamp"), Fixture.repair("r2", "fixed", of: "Laptop"),
      Fixture.repair("r3", "fixed", of: "Laptop", weight: 2),
    ]).measure("co2e_avoided")
    #expect(abs(try #require(measure.value) - 7.48) < 1e-9)
    #expect(measure.notes.first?.english.hasPrefix("Approximate") == true)
    #expect(measure.notes.last?.english.hasPrefix("Of 2 of the 3 things fixed") == true)
  }

  @Test func `a filled-in kind goes before the name, and a weight of its own before the mean`()
    throws
  {
    let project = Fixture(repairs: [
      Fixture.repair("r1", "fixed", of: "Laptop", weight: 1.7, kind: "laptop_small")
    ])
    #expect(abs(try #require(project.measure("co2e_avoided").value) - 221.15 / 2) < 1e-9)
    #expect(try project.measure("waste_prevented").value == 1.7)
  }

  @Test func `another displacement of the project's own is the one that counts`() throws {
    let quarter = ParameterTable(
      [try Self.parameter("repair.displacement", 0.25)] + ParameterTable.shipped.all)
    let project = Fixture(
      repairs: [Fixture.repair("r1", "fixed", of: "Bicycle")], parameters: quarter)
    #expect(abs(try #require(project.measure("co2e_avoided").value) - 37.4) < 1e-9)
    #expect(try project.measure("waste_prevented").value == 15.1)
    let none = Fixture(
      repairs: [Fixture.repair("r1", "fixed", of: "Bicycle")], parameters: ParameterTable([]))
    #expect(try none.measure("co2e_avoided").absence?.english.contains("share") == true)
  }

  @Test func `the breakdown by kind adds up to the whole, and its parameters are its origin`()
    throws
  {
    let measure = try Fixture(repairs: [
      Fixture.repair("r1", "fixed", of: "Lamp"), Fixture.repair("r2", "fixed", of: "Fiets"),
      Fixture.repair("r3", "fixed", of: "Fiets"),
      Fixture.repair("r4", "fixed", of: "Ding", weight: 3, powered: true),
    ]).measure("co2e_avoided")
    let kinds = try #require(measure.breakdowns.first)
    #expect(kinds.entries.map(\.id) == ["lamp", "bicycle", "by_weight"])
    let sum = kinds.entries.reduce(0) { $0 + $1.value }
    #expect(abs(sum - (try #require(measure.value))) < 1e-9)
    guard case .combined(let origins) = measure.origin else {
      Issue.record("the measure has one origin")
      return
    }
    let ids = origins.compactMap { origin -> String? in
      if case .parameter(let id, _, _) = origin { id } else { nil }
    }
    #expect(
      ids == [
        "repair.displacement", "repair.footprint.bicycle", "repair.footprint.lamp",
        "repair.footprint_per_kilogram.powered",
      ])
  }

  @Test func `a tonne of CO2e is worth 130 euros, 50 at least and 160 at most`() throws {
    // Two things of 1,000 kg, of which a repair prevents half.
    let heavy = ParameterTable(
      [try Self.parameter("repair.footprint.lamp", 1000)] + ParameterTable.shipped.all)
    let measure = try Fixture(
      repairs: [Fixture.repair("r1", "fixed"), Fixture.repair("r2", "fixed")], parameters: heavy
    ).measure("co2e_value")
    #expect(abs(try #require(measure.value) - 130) < 1e-9)
    let range = try #require(measure.range)
    #expect(abs(range.lowerBound - 50) < 1e-9)
    #expect(abs(range.upperBound - 160) < 1e-9)
    #expect(measure.card.unit.code == "EUR(2021)")
    #expect(!measure.card.feedsValueMap)
  }

  @Test func `shadow prices in another order, or lacking, give no value`() throws {
    let odd = ParameterTable(
      [try Self.parameter("co2_shadow_price.nl.high", 0.1)] + ParameterTable.shipped.all)
    let project = Fixture(repairs: [Fixture.repair("r1", "fixed")], parameters: odd)
    #expect(try project.measure("co2e_value").value == nil)
    #expect(try project.measure("co2e_avoided").value != nil)
  }

  @Test func `every kind has its two factors, and names that mean one kind alone`() throws {
    let day = try #require(Day(iso: "2025-12-31"))
    var owners: [String: RepairKind] = [:]
    for kind in RepairKind.allCases {
      for part in ["footprint", "weight"] {
        let id = "repair.\(part).\(kind.rawValue)"
        #expect(ParameterTable.shipped.value(id, on: day) != nil, "\(id)")
      }
      for name in [kind.label.english, kind.label.dutch] + kind.aliases {
        #expect(RepairKind(named: name) == kind, "\(name)")
        #expect(owners[name.lowercased()] ?? kind == kind, "\(name)")
        owners[name.lowercased()] = kind
      }
    }
    for name in ["Laptop", "Desktop computer", "Flat screen", "Misc", "", "Fietsbel"] {
      #expect(RepairKind(named: name) == nil, "\(name)")
    }
  }

  /// Footprint in kilograms of CO2-equivalent and weight in kilograms, from the reference.
  private static let factors = """
    desktop_small 190.91 3.32, desktop_medium 435.87 8.87, desktop_large 615.72 7.87
    flat_screen 343.49 5.23, laptop_large 414.70 2.53, laptop_medium 265.32 1.83
    laptop_small 221.15 1.39, paper_shredder 59.5 3.8, pc_accessory 15.94 0.435
    printer 100.69 12.47, battery_or_charger 0.55 0.07, compact_camera 29.73 0.48
    dslr_or_video_camera 16.03 0.585, headphones 3 0.4, mobile 50.51 0.151
    tablet 114.49 0.773, games_console 140.67 3.22, hi_fi_integrated 186.5 8.95
    hi_fi_separates 123.86 8.72, radio 54.65 2.06, projector 57.58 2.68
    air_conditioner 99.41 7.6, blender 49.8 3.07, coffee_maker 17.5 1.28
    fan 15.6 3.90, hair_and_beauty 10.28 0.67, iron 11 1.17
    kettle 44.32 1.25, lamp 14.96 2.68, power_tool 26.65 1.65
    sewing_machine 35 8.6, small_kitchen_item 30.9 2.95, toaster 8.13 1.47
    toy 10.4 0.93, vacuum 36.01 6.80, watch_or_clock 28.29 1.3
    bicycle 149.6 15.1, clothing_or_textile 20.32 0.75, furniture 67.13 29.81
    hand_tool 4.35 0.93
    """

  @Test func `the shipped factors are the forty of the reference`() throws {
    let day = try #require(Day(iso: "2025-12-31"))
    let rows = Self.factors.replacing("\n", with: ",").split(separator: ",")
    for row in rows {
      let cells = row.split(separator: " ")
      try #require(cells.count == 3)
      for (part, text) in zip(["footprint", "weight"], cells.dropFirst()) {
        let id = "repair.\(part).\(cells[0])"
        #expect(ParameterTable.shipped.value(id, on: day)?.value == Double(text), "\(id)")
      }
    }
    #expect(rows.count == RepairKind.allCases.count)
  }

  /// A row of the “interventiebibliotheek” of Meetstandaard: 21.34 kg of CO2e is 2.77 euros to
  /// society; what a household saves, 13.50, is apart.
  @Test func `the society's part of radiator foil is that of the public library of interventions`()
    throws
  {
    let foil = ParameterTable(
      [try Self.parameter("repair.footprint.lamp", 42.68)] + ParameterTable.shipped.all)
    let project = Fixture(repairs: [Fixture.repair("r1", "fixed")], parameters: foil)
    #expect(abs(try #require(project.measure("co2e_avoided").value) - 21.34) < 1e-9)
    let value = try #require(project.measure("co2e_value").value)
    #expect(DecimalText.rounded(value, decimals: 2, in: .english) == "2.77")
  }

  @Test func `one more thing fixed never avoids less`() throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<50 {
      let kinds = (0..<6).map { _ in RepairKind.allCases.randomElement(using: &generator) }
      let rows = kinds.enumerated().map { index, kind in
        Fixture.repair("r\(index)", "fixed", of: "Ding", kind: kind?.rawValue)
      }
      let all = try avoided(rows)
      #expect(try avoided(Array(rows.dropLast())) < all)
      #expect(try avoided(rows.reversed()) == all)
    }
  }

  /// A value of the project's own, which goes before the shipped one.
  static func parameter(_ id: String, _ value: Double) throws -> ParameterValue {
    ParameterValue(
      id: id, value: value, from: try #require(Day(iso: "2000-01-01")), until: nil,
      source: "Own", origin: .parameter(id: id, value: value, source: "Own"))
  }
}
