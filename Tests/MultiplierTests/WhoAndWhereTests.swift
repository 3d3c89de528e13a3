import IndicatorKit
import MoneyFlow
import Multiplier
import Testing

/// By which place suppliers count, to whom money leaks, and when too little is known for a figure.
@Suite struct WhoAndWhereTests {
  /// S1 delivers nearby, has its seat elsewhere and its owner abroad; S2 is nearby by its seat alone.
  private func places() throws -> Fixture {
    var fixture = try Fixture.golden()
    fixture.add(
      Party.self,
      [
        "id": .text("bakery"), "name": .text("Bakery"), "book_number": .text("S1"),
        "seat_postcode": .text("1234AB"), "owner_country": .text("US"),
        "owner": .text("Group"),
      ])
    fixture.add(
      Party.self,
      [
        "id": .text("mill"), "name": .text("Mill"), "book_number": .text("S2"),
        "seat_postcode": .text("9999AC"), "owner": .text("Group"),
      ])
    return fixture
  }

  @Test func `the same supplier is local by one place and not by another`() throws {
    var fixture = try places()
    #expect(try fixture.measures()["lm3"]?.input("local_suppliers") == 10_000)
    fixture.basis = .invoice
    #expect(try fixture.measures()["lm3"]?.input("local_suppliers") == 10_000)
    fixture.basis = .seat
    #expect(try fixture.measures()["lm3"]?.input("local_suppliers") == 15_000)
    fixture.basis = .owner
    let measures = try fixture.measures()
    // S1 belongs to owners abroad; where those of S2 live nobody knows.
    #expect(measures["local_purchases_share"]?.shareParts == [0, 10_000, 20_000])
  }

  @Test(arguments: [
    (LocalityBasis.delivery, "delivery address"), (.invoice, "invoice address"),
    (.seat, "registered seat"), (.owner, "owner’s home"),
  ])
  func `every output of the multiplier names its basis`(
    basis: LocalityBasis, words: String
  ) throws {
    var fixture = try places()
    fixture.basis = basis
    let measures = try fixture.measures()
    for id in ["lm3", "all_rounds", "local_spending_share", "local_purchases_share"] {
      let measure = try #require(measures[id])
      guard measure.value != nil else { continue }
      #expect(measure.notes.contains { $0.english.contains(words) }, "\(id)")
    }
    #expect(measures["local_spending_share"]?.value != nil)
  }

  @Test func `the share bought nearby stands beside itself by each place that is known`() throws {
    let measure = try #require(try places().measures()["local_purchases_share"])
    let breakdown = try #require(measure.breakdowns.first { $0.id == "basis" })
    let shares = Dictionary(breakdown.entries.map { ($0.id, $0.value) }) { first, _ in first }
    // Of 10,000 to S1 and 15,000 to S2.
    #expect(shares["delivery"] == 0.4)
    #expect(shares["invoice"] == 0.4)
    #expect(shares["seat"] == 0.6)
    #expect(shares["owner"] == 0)
    #expect(breakdown.entries.last?.label.english.contains("known of 40 %") == true)
    let plain = try #require(try Fixture.golden().measures()["local_purchases_share"])
    #expect(!plain.breakdowns.contains { $0.id == "basis" })
  }

  @Test func `funnels and umbrellas stand side by side, by payee and by owner`() throws {
    let measure = try #require(try places().measures()["effective_owners"])
    #expect(measure.value == 1)
    #expect(measure.input("hhi") == 1)
    #expect(measure.input("payees_top1") == 0.6)
    // 0.4² + 0.6².
    #expect(abs((measure.input("payees_hhi") ?? 0) - 0.52) < 1e-12)
    #expect(measure.input("owned_elsewhere") == 10_000)
    #expect(measure.input("owned_nearby") == 0)
  }

  @Test func `an address of the books that stands in for a place of delivery is said`() throws {
    let notes = try #require(try Fixture.golden().measures()["lm3"]).notes
    #expect(notes.contains { $0.english.contains("€25,000 in all, the address in the books") })
  }

  @Test func `rows of the table join accounts to categories, and name where costs leak to`() throws
  {
    var fixture = try Fixture.golden()
    func row(_ id: String, _ account: String, _ category: String, _ kind: String?) {
      fixture.add(
        CostCategoryRow.self,
        [
          "id": .text(id), "account": .text(account), "category": .text(category),
          "destination": kind.map { .text($0) } ?? .absent,
        ])
    }
    row("k1", "42*", "Premises", "landlord")
    row("k2", "Bank costs", "Money", "bank")
    row("k3", "4*", "Rest", nil)
    let measures = try fixture.measures()
    let leak = try #require(measures["leak"])
    let categories = try #require(leak.breakdowns.first { $0.id == "category" })
    #expect(categories.entries.map(\.id) == ["Premises", "Money", "wages"])
    #expect(categories.entries.map(\.value) == [15_000, 5_000, 20_000])
    let destinations = try #require(leak.breakdowns.first { $0.id == "destination" })
    #expect(destinations.entries.first { $0.id == "landlord" }?.value == 15_000)
    // Bank costs have no supplier; the project says that they go to the bank.
    #expect(destinations.entries.first { $0.id == "bank" }?.value == 5_000)
    #expect(leak.value == 40_000)
    #expect(measures["known_place_share"]?.value == 1)
  }

  @Test func `RGS codes join accounts to categories where the project says nothing`() throws {
    var fixture = try Fixture.golden()
    fixture.codes = ["4200": "WBedHuiBeh", "4400": "WKprInh", "4540": "WFbeKbaKba"]
    let leak = try #require(try fixture.measures()["leak"])
    let categories = try #require(leak.breakdowns.first { $0.id == "category" })
    #expect(categories.entries.first?.id == "WBedHuiBeh")
    #expect(categories.entries.first?.label.dutch == "Betaalde huur")
    let destinations = try #require(leak.breakdowns.first { $0.id == "destination" })
    #expect(destinations.entries.first { $0.id == "landlord" }?.value == 15_000)
    // A code alone does not say where a cost without a supplier goes.
    #expect(leak.value == 35_000)
  }

  @Test func `what the table of parties says of a supplier wins over its category`() throws {
    var fixture = try Fixture.golden()
    fixture.codes = ["4200": "WBedHuiBeh"]
    fixture.add(
      Party.self,
      [
        "id": .text("chain"), "name": .text("Chain"), "book_number": .text("S2"),
        "kind": .text("chain"),
      ])
    let leak = try #require(try fixture.measures()["leak"])
    let destinations = try #require(leak.breakdowns.first { $0.id == "destination" })
    #expect(destinations.entries.first?.id == "chain")
  }

  @Test func `the bucket holds what stays, and its leaks with it come to all spending`() throws {
    let measure = try #require(try Fixture.golden().measures()["local_spending_share"])
    let bucket = try #require(measure.breakdowns.first { $0.id == "bucket" })
    #expect(bucket.picture == .bucket(keeping: "stays"))
    #expect(bucket.entries.first?.value == 40_000)
    #expect(bucket.entries.reduce(0) { $0 + $1.value } == 80_000)
  }

  @Test func `rounds are drawn as steps`() throws {
    let measures = try Fixture.golden().measures()
    for id in ["lm3", "all_rounds"] {
      let rounds = measures[id]?.breakdowns.first { $0.id == "rounds" }
      #expect(rounds?.picture == .rounds)
      #expect(rounds?.entries.prefix(3).map(\.value) == [100_000, 40_000, 14_000])
    }
  }

  @Test func `with the re-spending of less than half known there is no multiplier`() throws {
    var fixture = try Fixture.golden()
    fixture.tables["respending"] = nil
    let absence = try #require(try fixture.measures()["lm3"]?.absence)
    #expect(absence.english.contains("less than half"))
    #expect(absence.english.contains("(0 %)"))
    #expect(absence.english.contains("“respending”"))
  }

  @Test func `with assumptions alone there is no multiplier, and a tenth that was asked is enough`()
    throws
  {
    var fixture = try Fixture.golden()
    fixture.tables["respending"] = nil
    fixture.respends("r1", .staff, nil, 0.4, .assumed)
    fixture.respends("r2", .category, "4400", 0.2, .assumed)
    let absence = try #require(try fixture.measures()["lm3"]?.absence)
    #expect(absence.english.contains("less than 10 %"))
    #expect(absence.english.contains("the rest is assumed"))
    // 4,000 of 40,000 are paid to a supplier that answered.
    fixture.supplier("S3", "9999 AD")
    try fixture.book("4400", .purchase, -6_000, party: "S1")
    try fixture.book("4400", .purchase, 6_000, party: "S3")
    fixture.respends("r3", .party, "S1", 0.5, .surveyed)
    #expect(try fixture.measures()["lm3"]?.value == 1.552)
  }

  @Test func `where nothing is paid nearby no re-spending is missing`() throws {
    var fixture = try Fixture.golden()
    fixture.tables["respending"] = nil
    fixture.areas = ["8888"]
    #expect(try fixture.measures()["lm3"]?.value == 1)
  }
}
