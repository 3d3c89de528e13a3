import ImpactModel
import Testing

@Suite struct PlaceTests {
  private func share(_ n: String, _ d: String, _ m: String) -> PlaceShare {
    PlaceShare(postcode: "5611AA", neighbourhood: n, district: d, municipality: m, addresses: 1)
  }

  @Test(arguments: [
    ("BU07721110", true), ("07721110", true), ("WK077211", true), ("077211", true),
    ("GM0772", true), ("0772", true), ("bu 07721110", true), ("BU07721111", false),
    ("WK077212", false), ("GM0773", false),
  ])
  func `Dutch codes count with and without their letters`(text: String, isInside: Bool) throws {
    let code = try #require(PlaceCode(text, country: .netherlands))
    #expect(code.contains(share("07721110", "077211", "0772")) == isInside)
    #expect(code.contains(share("07721110", "", "")) == isInside)
  }

  @Test func `codes with letters, as in Amsterdam, are no numbers`() throws {
    let code = try #require(PlaceCode("WK0363AF", country: .netherlands))
    #expect(code.contains(share("0363AF01", "0363AF", "0363")))
    #expect(
      PlaceCode.written("0363AF01", level: .neighbourhood, country: .netherlands) == "0363AF01")
  }

  @Test func `a number that lost its leading zeros has them again`() {
    #expect(
      PlaceCode.written("7721110", level: .neighbourhood, country: .netherlands) == "07721110")
    #expect(PlaceCode.written("GM772", level: .municipality, country: .netherlands) == "0772")
    #expect(PlaceCode.written("11002", level: .municipality, country: .belgium) == "11002")
  }

  @Test(arguments: ["BU0772", "GM07721110", "12345", "", "WK", "nonsense"])
  func `a code of another form is none`(text: String) {
    #expect(PlaceCode(text, country: .netherlands) == nil)
  }

  @Test func `a Belgian sector does not tell its municipality`() throws {
    let municipality = try #require(PlaceCode("11002", country: .belgium))
    #expect(!municipality.contains(share("11002A00-", "", "")))
    #expect(municipality.contains(share("11002A00-", "", "11002")))
    #expect(
      try #require(PlaceCode("11002A00-", country: .belgium)).contains(share("11002A00-", "", "")))
  }

  @Test func `an area judges by starts, then by tables, and what no table has is unknown`() throws {
    func code(_ text: String) throws -> Postcode {
      try #require(Postcode(text, country: .netherlands))
    }
    let places = PlacedPostcodes(
      codes: ["GM0772"], files: ["places/a.csv"],
      positions: [
        try code("5611AA"): .inside, try code("5611AB"): .outside, try code("9999"): .outside,
      ])
    let area = PostcodeArea(prefixes: ["9999A"], places: places)
    let found = try ["5611AA", "5611AB", "5611AC", "9999AB", "9999"].map {
      area.position(of: try code($0))
    }
    #expect(found == [.inside, .outside, .unknown, .inside, .unknown])
    #expect(!PostcodeArea(prefixes: [], places: places).isEmpty)
    #expect(PostcodeArea(prefixes: ["9999A"]).position(of: try code("5611AC")) == .outside)
  }
}
