import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// Products with parts, and ranges of products.
@Suite struct BillOfMaterialsTests {
  typealias Fixture = CircularityFixture

  /// Case C of the reference as a part: 0.522013 is its linear flow index.
  static let mixed: [String: Double?] = [
    "recycled_feedstock": 0.5, "collected_for_recycling": 0.6, "feedstock_efficiency": 0.8,
    "recycling_efficiency": 0.75,
  ]

  /// A row that only holds parts together.
  static func whole(
    _ id: String, mass: Double, life: Double? = 1, of parent: String? = nil
  ) -> [String: CellValue] {
    var row: [String: CellValue] = [
      "id": .text(id), "product": .text("Product \(id)"), "mass": .number(mass),
      "use_factor": .number(1), "lifetime_factor": life.map { .number($0) } ?? .absent,
    ]
    row["part_of"] = parent.map { .text($0) } ?? .absent
    return row
  }

  static func part(
    _ id: String, of parent: String, mass: Double = 1, _ cells: [String: Double?] = [:]
  ) -> [String: CellValue] {
    var row = Fixture.product(id, mass: mass, cells)
    row["part_of"] = .text(parent)
    return row
  }

  /// A linear part of 10 kg and a mixed one of 10 kg: V = 10 + 5, W = 10 + 5.375.
  let chair = [
    whole("chair", mass: 20, life: 1.5), part("seat", of: "chair", mass: 10),
    part("legs", of: "chair", mass: 10, mixed),
  ]

  @Test func `the parts' flows are added, and the life is the product's`() throws {
    // LFI = 30.375 / (40 + (1.25 − 1.5) / 2) = 30.375 / 39.875, F(X) = 0.9 / 1.5.
    let expected = 1 - 30.375 / 39.875 * 0.6
    let measure = try Fixture(materials: chair).measure("mci")
    #expect(abs(try #require(measure.value) - expected) < 1e-12)
    #expect(measure.breakdowns.first?.entries.map(\.id) == ["chair"])
    #expect(measure.notes.isEmpty)
  }

  @Test func `a mean of the parts' indicators would be another number`() throws {
    // The usual shortcut: half of 0.1 and half of 0.530189, by the mass.
    let value = try #require(Fixture(materials: chair).measure("mci").value)
    #expect(abs(value - (0.1 + 0.530189) / 2) > 0.1)
  }

  @Test func `an assembly of assemblies is the sum of its last parts`() throws {
    let nested = Fixture(materials: [
      Self.whole("chair", mass: 20, life: 1.5),
      Self.whole("frame", mass: 20, life: nil, of: "chair"),
      Self.part("seat", of: "frame", mass: 10),
      Self.part("legs", of: "frame", mass: 10, Self.mixed),
    ])
    #expect(
      try nested.measure("mci").value == Fixture(materials: chair).measure("mci").value)
  }

  @Test func `parts that share their fractions make the product that has them itself`() throws {
    var row = Fixture.product("table", mass: 30, Self.mixed)
    row["lifetime_factor"] = .number(1.2)
    let alone = try Fixture(materials: [row]).measure("mci").value
    let parts = Fixture(materials: [
      Self.whole("table", mass: 30, life: 1.2), Self.part("top", of: "table", mass: 12, Self.mixed),
      Self.part("legs", of: "table", mass: 18, Self.mixed),
    ])
    #expect(abs(try #require(parts.measure("mci").value) - (try #require(alone))) < 1e-12)
  }

  @Test(arguments: [(20.2, true), (19.85, true), (20.3, false), (19.0, false)])
  func `a product weighs what its parts weigh, but for rounding`(
    mass: Double, isMeasured: Bool
  ) throws {
    var rows = chair
    rows[0] = Self.whole("chair", mass: mass, life: 1.5)
    let measure = try Fixture(materials: rows).measure("mci")
    #expect((measure.value != nil) == isMeasured)
    #expect(
      measure.notes.contains { $0.english.contains("mass balance does not close") } == !isMeasured)
  }

  @Test func `a product with parts and shares of its own is not measured`() throws {
    var rows = chair
    rows[0]["reused_feedstock"] = .number(1)
    let measure = try Fixture(materials: rows).measure("mci")
    #expect(measure.value == nil)
    #expect(measure.notes.first?.english.contains("shares of its own") == true)
    let uncut = try Fixture(materials: rows).measure("mci_unclamped")
    #expect(
      uncut.notes.map(\.english) == [
        "Products and parts that are not measured, named beside the first figure: 1."
      ])
  }

  @Test func `one part that cannot be measured leaves its whole product out`() throws {
    var rows = chair + [Fixture.product("m1")]
    rows[1]["energy_recovery"] = .absent
    let measure = try Fixture(materials: rows).measure("mci")
    #expect(measure.breakdowns.first?.entries.map(\.id) == ["m1"])
    #expect(
      measure.notes.map(\.english) == [
        "“Product seat” is not measured, because a cell that it needs is empty: “Energy recovery”."
      ])
  }

  @Test func `rings of parts and parts of nothing are named and never followed for ever`() throws {
    let rows = [
      Self.part("a", of: "b"), Self.part("b", of: "a"), Self.part("c", of: "c"),
      Self.part("d", of: "nothing"), Fixture.product("m1"),
    ]
    let measure = try Fixture(materials: rows).measure("mci")
    #expect(measure.breakdowns.first?.entries.map(\.id) == ["m1"])
    #expect(measure.notes.count == 4)
    #expect(measure.notes.allSatisfy { $0.english.contains("part of") })
  }

  @Test func `parts deeper than the limit are said to be`() throws {
    func chain(_ depth: Int) -> Fixture {
      let wholes = (0..<depth).map { level in
        Self.whole("p\(level)", mass: 1, of: level == 0 ? nil : "p\(level - 1)")
      }
      return Fixture(materials: wholes + [Self.part("last", of: "p\(depth - 1)")])
    }
    #expect(try chain(20).measure("mci").value != nil)
    let deep = try chain(21).measure("mci")
    #expect(deep.value == nil)
    #expect(deep.notes.first?.english.contains("20 levels") == true)
  }

  @Test func `a short life shows below 0 beside the indicator that is cut off`() throws {
    // Case E of the reference: −0.8, cut off at 0.
    let short = Fixture(materials: [Fixture.product("m1", ["lifetime_factor": 0.5])])
    #expect(try short.measure("mci").value == 0)
    #expect(abs(try #require(short.measure("mci_unclamped").value) + 0.8) < 1e-12)
  }

  @Test func `a range is weighed by mass and by revenue, and each says by what`() throws {
    var reused = Fixture.product("m2", mass: 1, ["reused_feedstock": 1, "collected_for_reuse": 1])
    reused["revenue"] = .number(300)
    var linear = Fixture.product("m1", mass: 3)
    linear["revenue"] = .number(100)
    // m3 is case E: its own indicator is cut off before it is weighed.
    let short = Fixture.product("m3", mass: 4, ["lifetime_factor": 0.5])
    let range = Fixture(materials: [linear, reused, short])
    let byMass = try range.measure("mci_by_mass")
    // (3 · 0.1 + 1 · 1 + 4 · 0) / 8
    #expect(abs(try #require(byMass.value) - 0.1625) < 1e-12)
    let byRevenue = try range.measure("mci_by_revenue")
    // (100 · 0.1 + 300 · 1) / 400
    #expect(abs(try #require(byRevenue.value) - 0.775) < 1e-12)
    #expect(byRevenue.notes.first?.english.hasPrefix("Of 1 of the 3 measured products") == true)
    guard case .measured(.computed(_, let inputs, _)) = byRevenue.result else {
      Issue.record("the measure keeps no inputs")
      return
    }
    #expect(inputs.first { $0.id == "normaliser" }?.value == 400)
    #expect(inputs.first { $0.id == "normaliser" }?.unit.isMoney == true)
  }

  @Test func `without any revenue there is no figure by revenue`() throws {
    let range = Fixture(materials: [Fixture.product("m1")])
    #expect(try range.measure("mci_by_revenue").value == nil)
    #expect(try range.measure("mci_by_mass").value != nil)
  }
}
