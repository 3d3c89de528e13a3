import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

@Suite struct CircularityIndicatorTests {
  typealias Fixture = CircularityFixture

  let groenhof = Fixture(
    materials: [
      Fixture.product("m1", mass: 3),
      Fixture.product("m2", mass: 1, ["reused_feedstock": 1, "collected_for_reuse": 1]),
    ],
    waste: [
      Fixture.stream(0.1, to: "reuse"), Fixture.stream(0.2, to: "recycling"),
      Fixture.stream(0.3, to: "composting"), Fixture.stream(0.4, to: "energy"),
      Fixture.stream(1, to: "landfill"), Fixture.stream(7, to: nil),
    ],
    repairs: [
      Fixture.repair("r1", "fixed", weight: 2.5), Fixture.repair("r2", "fixed"),
      Fixture.repair("r3", "repairable", weight: 8), Fixture.repair("r4", "end_of_life"),
      Fixture.repair("r5", "unknown"), Fixture.repair("r6", "fixed", day: "2024-12-31"),
    ])

  @Test func `every declared measure comes back exactly once`() throws {
    let declared = CircularityIndicator.card.measures.map(\.id)
    #expect(Set(declared).count == declared.count)
    #expect(try groenhof.measures().map(\.card.id) == declared)
    #expect(try Fixture().measures().map(\.card.id) == declared)
  }

  @Test func `products together have one linear flow index`() throws {
    // Of 4 kg, 3 are virgin and lost: LFI = 6/8, MCI = 1 − 0.9 · 0.75.
    let measure = try groenhof.measure("mci")
    #expect(abs(try #require(measure.value) - 0.325) < 1e-12)
    let products = try #require(measure.breakdowns.first)
    #expect(products.entries.map(\.id) == ["m1", "m2"])
    #expect(zip(products.entries, [0.1, 1]).allSatisfy { abs($0.value - $1) < 1e-12 })
    #expect(measure.notes.isEmpty)
  }

  @Test func `an indicator below 0 keeps its uncut value as an input`() throws {
    let short = Fixture(materials: [Fixture.product("m1", ["lifetime_factor": 0.5])])
    let measure = try short.measure("mci")
    #expect(measure.value == 0)
    guard case .measured(.computed(_, let inputs, _)) = measure.result else {
      Issue.record("the measure keeps no inputs")
      return
    }
    #expect(abs(try #require(inputs.first { $0.id == "unclamped" }?.value) + 0.8) < 1e-12)
  }

  @Test(arguments: [
    ("recycled_feedstock", "Gerecycled materiaal"),
    ("biological_feedstock", "Biologisch materiaal"), ("energy_recovery", "Energieterugwinning"),
    ("lifetime_factor", "Levensduur t.o.v. gemiddeld"),
    ("use_factor", "Gebruik t.o.v. gemiddeld"),
    ("collected_for_reuse", "Ingezameld voor hergebruik"),
  ])
  func `a product that lacks a value is left out, and both are named`(
    column: String, label: String
  ) throws {
    var project = groenhof
    project.materials?.append(Fixture.product("m3", mass: 900, [column: nil]))
    let measure = try project.measure("mci")
    #expect(abs(try #require(measure.value) - 0.325) < 1e-12)
    #expect(
      measure.notes.map(\.dutch) == [
        "‘Product m3’ is niet gemeten, omdat een cel die nodig is leeg is: ‘\(label)’."
      ])
  }

  @Test func `an efficiency is needed only where something is recycled`() throws {
    let recycled = Fixture(materials: [Fixture.product("m1", ["recycled_feedstock": 0.5])])
    #expect(try recycled.measure("mci").value == nil)
    let efficient = Fixture(materials: [
      Fixture.product("m1", ["recycled_feedstock": 0.5, "feedstock_efficiency": 1])
    ])
    // V = 0.5, W = 1: LFI = 1.5/2.
    #expect(abs(try #require(efficient.measure("mci").value) - (1 - 0.9 * 0.75)) < 1e-12)
  }

  @Test func `impossible shares leave a product out and say why`() throws {
    let measure = try Fixture(materials: [
      Fixture.product("m1", ["reused_feedstock": 0.6, "biological_feedstock": 0.6])
    ]).measure("mci")
    #expect(measure.value == nil)
    #expect(measure.notes.first?.english.contains("at most 100 %") == true)
  }

  @Test func `recycled feedstock made with an efficiency of nothing is named as what it is`() throws
  {
    let measure = try Fixture(materials: [
      Fixture.product("m1", ["recycled_feedstock": 0.5, "feedstock_efficiency": 0]),
      Fixture.product("m2", ["feedstock_efficiency": 0]),
    ]).measure("mci")
    #expect(abs(try #require(measure.value) - 0.1) < 1e-12, "only the second product is measured")
    #expect(measure.notes.count == 1)
    #expect(measure.notes.first?.english.contains("“Product m1”") == true)
    #expect(measure.notes.first?.english.contains("efficiency of 0 %") == true)
  }

  @Test func `Kringloop Centrum Baarn keeps 76,6 percent`() throws {
    let baarn = Fixture(waste: [
      Fixture.stream(282_353, to: "reuse"), Fixture.stream(368_449 - 282_353, to: "landfill"),
    ])
    #expect(abs(try #require(baarn.measure("diversion_rate").value) - 0.766329) < 5e-7)
  }

  @Test func `energy recovery is no diversion, and an unknown destination is in neither part`()
    throws
  {
    let measure = try groenhof.measure("diversion_rate")
    guard case .measured(.share(let diverted, let known, let unknown)) = measure.result else {
      Issue.record("the measure keeps no parts")
      return
    }
    #expect(abs(diverted - 0.6) < 1e-12)
    #expect(abs(known - 2) < 1e-12)
    #expect(unknown == 7)
    #expect(
      measure.breakdowns.first?.entries.map(\.id)
        == ["reuse", "recycling", "composting", "energy", "landfill"])
  }

  @Test func `repairs of the period are counted and split by outcome`() throws {
    let measure = try groenhof.measure("repairs")
    #expect(measure.value == 5)
    #expect(measure.breakdowns.first?.entries.map(\.value) == [2, 1, 1, 1])
    #expect(try groenhof.measure("repairs_fixed").value == 2)
    #expect(try groenhof.measure("repair_success_rate").value == 0.4)
    #expect(
      try groenhof.measure("repair_success_rate_known").result
        == .measured(.share(numerator: 2, denominator: 4, unknown: 1)))
  }

  @Test func `where no outcome is known nothing says that nothing was fixed`() throws {
    let unknown = Fixture(repairs: [
      Fixture.repair("r1", "unknown", weight: 1), Fixture.repair("r2", "unknown"),
    ])
    #expect(try unknown.measure("repairs").value == 2)
    for id in ["repairs_fixed", "repair_success_rate", "repair_success_rate_known", "mass_kept"] {
      let measure = try unknown.measure(id)
      #expect(measure.value == nil, "\(id)")
      #expect(measure.absence?.english.contains("what came of it") == true, "\(id)")
    }
    let failed = Fixture(repairs: [
      Fixture.repair("r1", "end_of_life"), Fixture.repair("r2", "unknown"),
    ])
    #expect(try failed.measure("repairs_fixed").value == 0)
    let notes = try failed.measure("repairs_fixed").notes
    #expect(notes.first?.english.hasPrefix("Of 1 of the 2 things brought") == true)
  }

  @Test func `the kilograms kept are those known, and what lacks is said`() throws {
    let measure = try groenhof.measure("mass_kept")
    #expect(measure.result == .measured(.sum(2.5, rows: 1)))
    #expect(measure.notes.first?.english.hasPrefix("Of 1 of the 2 things fixed") == true)
    let weightless = Fixture(repairs: [Fixture.repair("r1", "fixed")])
    #expect(try weightless.measure("mass_kept").value == nil)
  }

  @Test func `an absent table is named and an empty one gives no number`() throws {
    var lacking = groenhof
    lacking.waste = nil
    #expect(
      try lacking.measure("diversion_rate").absence?.english
        == "the table “waste_streams” is missing")
    #expect(try lacking.measure("repairs").value == 5)
    let empty = Fixture(materials: [], waste: [], repairs: [])
    #expect(try empty.measures().allSatisfy { $0.value == nil && $0.absence != nil })
  }

  @Test func `two runs are equal and the order of rows does not matter`() throws {
    let expected = try groenhof.measures()
    #expect(try groenhof.measures() == expected)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      var shuffled = groenhof
      shuffled.materials?.shuffle(using: &generator)
      shuffled.waste?.shuffle(using: &generator)
      shuffled.repairs?.shuffle(using: &generator)
      let measures = try shuffled.measures()
      #expect(measures.map(\.result) == expected.map(\.result))
      #expect(measures.map(\.breakdowns) == expected.map(\.breakdowns))
    }
  }

  @Test func `the tables are declared without doubt and with help`() {
    #expect(
      DeclarationFaults.list(Product.self) + DeclarationFaults.list(WasteStream.self)
        + DeclarationFaults.list(Repair.self) + DeclarationFaults.list(CircularActivity.self)
        + DeclarationFaults.list(GoodsEntry.self) + DeclarationFaults.list(FoodSaved.self)
        + DeclarationFaults.list(EnergyReading.self) == [])
  }
}
