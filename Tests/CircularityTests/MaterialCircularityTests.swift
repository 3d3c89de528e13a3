import TestSupport
import Testing

@testable import Circularity

@Suite struct MaterialCircularityTests {
  typealias Feedstock = MaterialCircularity.Feedstock
  typealias Collection = MaterialCircularity.Collection

  func mixed(lifetime: Double = 1) throws -> MaterialCircularity {
    try #require(
      MaterialCircularity(
        mass: 10, feedstock: Feedstock(recycled: 0.5, efficiency: 0.8),
        collection: Collection(recycling: 0.6, efficiency: 0.75), lifetimeFactor: lifetime))
  }

  func linear(mass: Double = 1, lifetime: Double = 1) throws -> MaterialCircularity {
    try #require(
      MaterialCircularity(
        mass: mass, feedstock: Feedstock(), collection: Collection(), lifetimeFactor: lifetime))
  }

  @Test func `case A, a linear product, has 0,1`() throws {
    let product = try linear()
    #expect(product.linearFlowIndex == 1)
    #expect(abs(product.value - 0.1) < 1e-15)
  }

  @Test func `case B, full reuse, has 1`() throws {
    let product = try #require(
      MaterialCircularity(
        mass: 1, feedstock: Feedstock(reused: 1), collection: Collection(reuse: 1)))
    #expect(product.linearFlowIndex == 0)
    #expect(product.value == 1)
  }

  @Test func `case C, a mixed product, has every step of the reference`() throws {
    let product = try mixed()
    #expect(product.virgin == 5)
    #expect(abs(product.uncollected - 4) < 1e-12)
    #expect(abs(product.recyclingWaste - 1.5) < 1e-12)
    #expect(abs(product.feedstockWaste - 1.25) < 1e-12)
    #expect(abs(product.waste - 5.375) < 1e-12)
    #expect(abs(product.linearFlowIndex - 0.522013) < 5e-7)
    #expect(abs(product.value - 0.530189) < 5e-7)
  }

  @Test func `case D, half again the life, has 0,686792`() throws {
    #expect(abs(try mixed(lifetime: 1.5).value - 0.686792) < 5e-7)
  }

  @Test func `case E, half the life, is cut off at 0 and shows −0,8`() throws {
    let product = try linear(lifetime: 0.5)
    #expect(product.value == 0)
    #expect(abs(product.unclamped + 0.8) < 1e-15)
  }

  @Test func `case G tells the full linear flow index from the simple one`() throws {
    let product = try #require(
      MaterialCircularity(
        mass: 1, feedstock: Feedstock(recycled: 1, efficiency: 0.5),
        collection: Collection(recycling: 1, efficiency: 0.9)))
    #expect(abs(product.waste - 0.55) < 1e-12)
    #expect(abs(product.linearFlowIndex - 0.224490) < 5e-7)
    #expect(abs(product.value - 0.797959) < 5e-7)
  }

  @Test func `the usual wrong formulas give other numbers than case G and the public example`()
    throws
  {
    let product = try #require(
      MaterialCircularity(
        mass: 1, feedstock: Feedstock(recycled: 1, efficiency: 0.5),
        collection: Collection(recycling: 1, efficiency: 0.9)))
    // (V + W) / 2M, / (2M + W/2) and / (2M + WF − WC), the last as 0.55 / 2.9.
    for wrong in [0.275, 0.55 / 2.275, 0.55 / 2.9] {
      #expect(abs(product.linearFlowIndex - wrong) > 1e-3)
    }
    // 1 − LFI, without the utility factor.
    #expect(abs(product.value - (1 - product.linearFlowIndex)) > 1e-2)
    // V = 70, W = 50, M = 100 is 0.46, where a public calculator says 0.52.
    let published = try #require(
      MaterialCircularity(
        mass: 100, feedstock: Feedstock(reused: 0.3), collection: Collection(reuse: 0.5)))
    #expect(abs(published.virgin - 70) < 1e-12)
    #expect(abs(published.waste - 50) < 1e-12)
    #expect(abs(published.value - 0.46) < 1e-12)
  }

  @Test func `biological feedstock, composting and energy recovery count as those of 2019`() throws
  {
    let product = try #require(
      MaterialCircularity(
        mass: 4, feedstock: Feedstock(biological: 0.75),
        collection: Collection(composting: 0.5, energy: 0.25)))
    #expect(product.virgin == 1)
    #expect(product.uncollected == 1)
    #expect(product.linearFlowIndex == 0.25)
  }

  @Test func `the share of energy recovery is its efficiency times the biogenic share`() throws {
    // C_E = E_E · B_C = 0.6 × 0.5; the rest, 0.7, is not recovered: W0 = V = 0.7.
    var row = CircularityFixture.product(
      "m1", ["energy_recovery": nil, "energy_efficiency": 0.6, "biogenic_share": 0.5])
    let computed = try CircularityFixture(materials: [row]).measure("mci_unclamped")
    let given = try CircularityFixture(
      materials: [CircularityFixture.product("m1", ["energy_recovery": 0.3])]
    ).measure("mci_unclamped")
    #expect(abs(try #require(computed.value) - (1 - 0.9 * 1.7 / 2)) < 1e-12)
    #expect(abs(try #require(computed.value) - #require(given.value)) < 1e-12)
    row["energy_recovery"] = .number(0.3)
    #expect(try CircularityFixture(materials: [row]).measure("mci").notes == [], "both agree")
    row["energy_recovery"] = .number(0.2)
    let twice = try CircularityFixture(materials: [row]).measure("mci")
    #expect(twice.value == nil)
    #expect(twice.notes.first?.english.contains("leave one of the two ways empty") == true)
    let half = CircularityFixture.product("m1", ["energy_recovery": nil, "biogenic_share": 0.5])
    #expect(try CircularityFixture(materials: [half]).measure("mci").value == nil)
  }

  @Test func `numbers that cannot belong to a product give nothing`() {
    func product(
      mass: Double = 1, _ feedstock: Feedstock = Feedstock(),
      _ collection: Collection = Collection(), life: Double = 1, use: Double = 1
    ) -> MaterialCircularity? {
      MaterialCircularity(
        mass: mass, feedstock: feedstock, collection: collection, lifetimeFactor: life,
        useFactor: use)
    }
    #expect(product() != nil)
    #expect(product(mass: 0) == nil)
    #expect(product(mass: .nan) == nil)
    #expect(product(life: 0) == nil)
    #expect(product(use: -1) == nil)
    #expect(product(Feedstock(recycled: 0.6, reused: 0.5, efficiency: 1)) == nil)
    #expect(product(Feedstock(), Collection(reuse: 0.6, composting: 0.5)) == nil)
    #expect(product(Feedstock(recycled: 0.5, efficiency: 0)) == nil)
    #expect(product(Feedstock(recycled: 0.5)) == nil)
    #expect(product(Feedstock(), Collection(recycling: 0.5)) == nil)
    #expect(product(Feedstock(efficiency: 0)) != nil)
    // Three shares whose doubles add up to just above 1 are still a whole.
    #expect(product(Feedstock(), Collection(reuse: 0.33, composting: 0.56, energy: 0.11)) != nil)
    #expect(MaterialCircularity(whole: []) == nil)
  }

  @Test func `reuse and a longer life never lower the indicator, and mass never matters`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let recycled = Double.random(in: 0...0.5, using: &generator)
      let recycling = Double.random(in: 0...0.5, using: &generator)
      let reused = Double.random(in: 0...0.4, using: &generator)
      let reuse = Double.random(in: 0...0.4, using: &generator)
      let life = Double.random(in: 0.3...3, using: &generator)
      let before = Double.random(in: 0.3...1, using: &generator)
      let after = Double.random(in: 0...1, using: &generator)
      func value(mass: Double = 1, reused: Double, reuse: Double, life: Double) -> Double? {
        MaterialCircularity(
          mass: mass, feedstock: Feedstock(recycled: recycled, reused: reused, efficiency: before),
          collection: Collection(recycling: recycling, reuse: reuse, efficiency: after),
          lifetimeFactor: life)?.unclamped
      }
      guard let plain = value(reused: reused, reuse: reuse, life: life),
        let heavy = value(mass: 731, reused: reused, reuse: reuse, life: life),
        let moreReused = value(reused: reused + 0.1, reuse: reuse, life: life),
        let moreReuse = value(reused: reused, reuse: reuse + 0.1, life: life),
        let longer = value(reused: reused, reuse: reuse, life: life * 1.1)
      else {
        Issue.record("no indicator for possible numbers")
        continue
      }
      #expect(abs(plain - heavy) < 1e-12)
      #expect(moreReused > plain)
      #expect(moreReuse > plain)
      #expect(longer >= plain)
      #expect(plain <= 1)
    }
  }

  @Test func `like products together are as circular as each`() throws {
    let products = try [linear(mass: 2), linear(mass: 5)]
    #expect(try MaterialCircularity(whole: products)?.value == linear().value)
    let parts = try [mixed(), mixed(), mixed()]
    let whole = try #require(MaterialCircularity(whole: parts))
    #expect(whole.mass == 30)
    #expect(abs(try whole.value - mixed().value) < 1e-12)
  }

  @Test func `more intensive use never lowers the indicator, and counts as a longer life does`() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<100 {
      let reused = Double.random(in: 0...1, using: &generator)
      let (life, use) = (
        Double.random(in: 0.3...3, using: &generator), Double.random(in: 0.3...3, using: &generator)
      )
      func value(_ life: Double, _ use: Double) -> Double {
        MaterialCircularity(
          mass: 1, feedstock: Feedstock(reused: reused), collection: Collection(),
          lifetimeFactor: life, useFactor: use)?.unclamped ?? .nan
      }
      #expect(value(life, use * 1.1) > value(life, use))
      #expect(abs(value(life, use) - value(use, life)) < 1e-12)
    }
  }

  @Test func `where both recyclings lose as much the simple linear flow index is right`() throws {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<100 {
      let efficiency = Double.random(in: 0.5...1, using: &generator)
      let recycled = Double.random(in: 0...0.5, using: &generator)
      // W_F = F (1 − E) ÷ E is W_C = C (1 − E) where C = F ÷ E.
      let product = try #require(
        MaterialCircularity(
          mass: 3, feedstock: Feedstock(recycled: recycled, efficiency: efficiency),
          collection: Collection(recycling: recycled / efficiency, efficiency: efficiency)))
      #expect(abs(product.feedstockWaste - product.recyclingWaste) < 1e-12)
      let simple = (product.virgin + product.waste) / (2 * product.mass)
      #expect(abs(product.linearFlowIndex - simple) < 1e-12)
    }
  }
}
