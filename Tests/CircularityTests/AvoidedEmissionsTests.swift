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
