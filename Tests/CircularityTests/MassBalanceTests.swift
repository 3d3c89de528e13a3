import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// What came in is what went out, or the difference is said.
@Suite struct MassBalanceTests {
  typealias Fixture = CircularityFixture

  @Test func `what is received and not found again is said in kilograms`() throws {
    let shop = Fixture(
      waste: [Fixture.stream(700, to: "reuse"), Fixture.stream(150, to: nil)],
      goods: [
        Fixture.goods("received", 600), Fixture.goods("received", 400),
        Fixture.goods("stock_at_start", 50), Fixture.goods("stock_at_end", 120),
      ])
    // 1000 + 50 − 850 − 120; a load without a destination went out all the same.
    #expect(try shop.measure("mass_unaccounted").value == 80)
  }

  @Test func `more out than in is below 0, and a balance that closes is 0`() throws {
    var shop = Fixture(
      waste: [Fixture.stream(100, to: "reuse")], goods: [Fixture.goods("received", 100)])
    #expect(try shop.measure("mass_unaccounted").value == 0)
    shop.waste?.append(Fixture.stream(1, to: "landfill"))
    #expect(try shop.measure("mass_unaccounted").value == -1)
  }

  @Test func `a balance that is off by more than 1 percent is said, with its share`() throws {
    var shop = Fixture(
      waste: [Fixture.stream(990, to: "reuse")], goods: [Fixture.goods("received", 1000)])
    #expect(try shop.measure("mass_unaccounted").notes == [], "10 kg of 1000 are within 1 %")
    shop.waste?[0] = Fixture.stream(980, to: "reuse")
    let notes = try shop.measure("mass_unaccounted").notes
    #expect(notes.count == 1)
    #expect(notes.first?.english.contains("does not close: of 2.0 %") == true)
    #expect(notes.first?.dutch.contains("van 2,0 %") == true)
    shop.waste?[0] = Fixture.stream(1020, to: "reuse")
    #expect(
      try shop.measure("mass_unaccounted").notes.first?.english.contains("more went out") == true)
  }

  @Test func `without streams, goods or anything received there is no balance`() throws {
    let goods = [Fixture.goods("received", 5)]
    #expect(
      try Fixture(goods: goods).measure("mass_unaccounted").absence?.english
        == "the table “waste_streams” is missing")
    #expect(
      try Fixture(waste: []).measure("mass_unaccounted").absence?.english
        == "the table “goods_in” is missing")
    let stock = Fixture(waste: [], goods: [Fixture.goods("stock_at_end", 5)])
    #expect(try stock.measure("mass_unaccounted").value == nil)
    #expect(try Fixture(waste: [], goods: goods).measure("mass_unaccounted").value == 5)
  }
}
