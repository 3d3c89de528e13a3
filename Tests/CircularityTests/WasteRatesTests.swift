import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// What counts as diverted, reused and recycled, and what does not.
@Suite struct WasteRatesTests {
  typealias Fixture = CircularityFixture

  @Test func `the reuse shop of Baarn keeps 76,6 percent of what it collects`() throws {
    // KC Baarn: 282,353 kg of 368,449 kg.
    let shop = Fixture(waste: [
      Fixture.stream(182_353, to: "reuse"), Fixture.stream(100_000, to: "recycling"),
      Fixture.stream(80_000, to: "energy"), Fixture.stream(6_096, to: "landfill"),
    ])
    #expect(abs(try #require(shop.measure("diversion_rate").value) - 0.766329) < 5e-7)
    #expect(try shop.measure("mass_diverted").value == 282_353)
  }

  @Test func `each rate has its own numerator over one denominator`() throws {
    let project = Fixture(waste: [
      Fixture.stream(10, to: "reuse"), Fixture.stream(20, to: "recycling"),
      Fixture.stream(30, to: "composting"), Fixture.stream(25, to: "energy"),
      Fixture.stream(15, to: "landfill"), Fixture.stream(50, to: nil),
    ])
    let parts = { (numerator: Double) in
      Measure.Result.measured(.share(numerator: numerator, denominator: 100, unknown: 50))
    }
    #expect(try project.measure("reuse_rate").result == parts(10))
    #expect(try project.measure("recycling_rate").result == parts(20))
    #expect(try project.measure("diversion_rate").result == parts(60))
    let diverted = try project.measure("mass_diverted")
    #expect(diverted.value == 60)
    #expect(
      diverted.notes.map(\.english) == [
        "Of 50.0 kg it is not known where they went; they are not in this figure."
      ])
  }

  @Test func `loads without a destination are no kilograms of 0`() throws {
    let project = Fixture(waste: [Fixture.stream(50, to: nil)])
    for id in ["diversion_rate", "reuse_rate", "recycling_rate", "mass_diverted"] {
      #expect(try project.measure(id).value == nil, "\(id)")
    }
    let burnt = Fixture(waste: [Fixture.stream(50, to: "energy")])
    #expect(try burnt.measure("mass_diverted").value == 0)
    #expect(try burnt.measure("diversion_rate").value == 0)
  }

  @Test func `reused and recycled together are never more than diverted`() throws {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<50 {
      let streams = (0..<8).map { _ in
        Fixture.stream(
          Double.random(in: 0.1...900, using: &generator),
          to: Destination.allCases.randomElement(using: &generator)?.rawValue)
      }
      let project = Fixture(waste: streams)
      let diversion = try #require(project.measure("diversion_rate").value)
      let reuse = try #require(project.measure("reuse_rate").value)
      let recycling = try #require(project.measure("recycling_rate").value)
      #expect(reuse + recycling <= diversion + 1e-12)
      #expect((0...1).contains(diversion))
    }
  }
}
