import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// Food that was saved, and energy that was made and used.
@Suite struct FoodAndEnergyTests {
  typealias Fixture = CircularityFixture

  static func food(_ mass: Double, to destination: String?) -> [String: CellValue] {
    [
      "date": .day(iso: "2025-06-30"), "food": .text("Groente"), "mass": .number(mass),
      "destination": destination.map { .text($0) } ?? .absent,
    ]
  }

  static func energy(_ amount: Double, _ flow: String) -> [String: CellValue] {
    [
      "date": .day(iso: "2025-06-30"), "source": .text("Dak"), "amount": .number(amount),
      "flow": .text(flow),
    ]
  }

  @Test func `only what people ate counts as eaten`() throws {
    let project = Fixture(food: [
      Self.food(30, to: "people"), Self.food(10, to: "animals"), Self.food(5, to: "composting"),
      Self.food(5, to: "material"), Self.food(8, to: nil),
    ])
    let eaten = try project.measure("food_eaten")
    #expect(eaten.value == 30)
    #expect(eaten.breakdowns.first?.entries.map(\.value) == [30, 10, 5, 5])
    #expect(eaten.notes.first?.english.hasPrefix("Of 8.0 kg") == true)
    #expect(
      try project.measure("food_eaten_rate").result
        == .measured(.share(numerator: 30, denominator: 50, unknown: 8)))
    #expect(try Fixture(food: [Self.food(8, to: nil)]).measure("food_eaten").value == nil)
  }

  @Test func `energy that is delivered is made and not used`() throws {
    let project = Fixture(energy: [
      Self.energy(400, "own_used"), Self.energy(600, "own_fed_in"),
      Self.energy(100, "bought_renewable"), Self.energy(300, "bought_other"),
    ])
    #expect(try project.measure("energy_generated").value == 1000)
    #expect(
      try project.measure("renewable_energy_rate").result
        == .measured(.share(numerator: 500, denominator: 800, unknown: 0)))
    let seller = Fixture(energy: [Self.energy(600, "own_fed_in")])
    #expect(try seller.measure("renewable_energy_rate").value == nil)
    let buyer = Fixture(energy: [Self.energy(300, "bought_other")])
    #expect(try buyer.measure("energy_generated").value == 0)
    #expect(try buyer.measure("renewable_energy_rate").value == 0)
  }
}
