import IndicatorKit
import Multiplier
import TestSupport
import Testing

struct MultiplierIndicatorTests {
  // By hand: income 100,000. Net pay of five neighbours 30,000 of 50,000 wage costs, so 20,000 goes
  // to state and pension. Supplier S1 nearby 11,000 less a credit note of 1,000; S2 elsewhere 15,000;
  // bank costs 5,000 to nobody by name; depreciation 2,000 is no payment.
  // R2 = 30,000 + 10,000; R3 = 30,000 × 40 % + 10,000 × 20 % = 14,000; LM3 = 154,000 ÷ 100,000.
  @Test func `a small organisation comes to what a calculation by hand gives`() throws {
    let measures = try Fixture.golden().measures()
    let multiplier = try #require(measures["lm3"])
    #expect(multiplier.value == 1.54)
    #expect(multiplier.input("r1") == 100_000)
    #expect(multiplier.input("r2") == 40_000)
    #expect(multiplier.input("r3") == 14_000)
    #expect(multiplier.input("local_staff") == 30_000)
    #expect(multiplier.input("local_suppliers") == 10_000)
    // Only the 20 % is assumed: freed to 0 R3 is 12,000, freed to 1 it is 22,000.
    #expect(multiplier.range == 1.52...1.62)
    #expect(measures["local_spending_share"]?.shareParts == [40_000, 75_000, 5_000])
    #expect(measures["known_place_share"]?.shareParts == [75_000, 80_000, 0])
    #expect(measures["local_wages_share"]?.shareParts == [30_000, 50_000, 0])
    #expect(measures["answered_share"]?.shareParts == [30_000, 40_000, 0])
    let leak = try #require(measures["leak"])
    #expect(leak.value == 35_000)
    let categories = try #require(leak.breakdowns.first).entries
    #expect(categories.map(\.id) == ["4200", "wages"])
    #expect(categories.map(\.value) == [15_000, 20_000])
  }

  @Test func `the flows add up to all spending`() throws {
    let multiplier = try #require(try Fixture.golden().measures()["lm3"])
    let flows = Dictionary(multiplier.flows.map { ($0.to, $0.amount) }) { first, _ in first }
    #expect(
      flows == [
        "local_staff": 30_000, "local_suppliers": 10_000, "suppliers_elsewhere": 15_000,
        "state_and_pension": 20_000, "place_unknown": 5_000,
      ])
  }

  @Test func `notes name the boundary and the depreciation that is left out`() throws {
    let multiplier = try #require(try Fixture.golden().measures()["lm3"])
    #expect(multiplier.notes.contains { $0.english.contains("postcode 9999") })
    #expect(multiplier.notes.contains { $0.english.contains("€2,000") })
    #expect(multiplier.notes.contains { $0.dutch.contains("€ 2.000") })
  }

  @Test func `the origin names the books and the rows of every table`() throws {
    let multiplier = try #require(try Fixture.golden().measures()["lm3"])
    guard case .combined(let origins) = multiplier.origin else {
      Issue.record("the origin is not combined")
      return
    }
    #expect(
      origins.contains(
        .ledger(
          LedgerSelection(
            files: ["books/a.xaf"], accounts: ["4000", "4200", "4400", "4540", "4900", "8000"],
            lines: 7))))
    #expect(origins.count == 3)
  }

  @Test func `without books nothing is measured and the reason says so`() throws {
    var fixture = try Fixture.golden()
    fixture.hasBooks = false
    for measure in try fixture.measures().values {
      #expect(measure.value == nil)
      // A plan needs no books, and this project has none either.
      let reason = measure.card.id == "forecast" ? "planned amounts" : "no books"
      #expect(measure.absence?.english.contains(reason) == true)
    }
  }

  @Test func `where no place is known, what leaves is unknown and not zero`() throws {
    var fixture = Fixture()
    fixture.supplier("S1", nil)
    try fixture.book("8000", .sales, -10_000)
    try fixture.book("4400", .purchase, 4_000, party: "S1")
    let measures = try fixture.measures()
    #expect(measures["leak"]?.value == nil)
    #expect(measures["leak"]?.absence?.english.contains("place is known") == true)
    #expect(measures["known_place_share"]?.value == 0)
  }

  @Test func `without postcodes of the neighbourhood nothing can be local`() throws {
    var fixture = try Fixture.golden()
    fixture.areas = []
    #expect(try fixture.measures().values.allSatisfy { $0.value == nil })
  }

  @Test func `books in another currency are not added up`() throws {
    var fixture = try Fixture.golden()
    fixture.currency = .pound
    let absence = try fixture.measures()["lm3"]?.absence
    #expect(absence?.english.contains("currency") == true)
  }

  @Test func `without income there is no multiplier but still a share of spending`() throws {
    var fixture = try Fixture.golden()
    fixture.totals.removeAll { $0.account == "8000" }
    let measures = try fixture.measures()
    #expect(measures["lm3"]?.absence?.english.contains("no income") == true)
    #expect(measures["local_spending_share"]?.shareParts == [40_000, 75_000, 5_000])
  }

  @Test func `with the place of less than half of spending known there is no multiplier`() throws {
    var fixture = try Fixture.golden()
    fixture.parties = []
    fixture.tables = [:]
    let measures = try fixture.measures()
    #expect(measures["lm3"]?.absence?.english.contains("less than half") == true)
    #expect(measures["known_place_share"]?.value == 0)
    #expect(measures["local_spending_share"]?.value == nil)
  }

  @Test func `exactly half with a known place is enough`() throws {
    var fixture = try Fixture.golden()
    // 75,000 known; 5,000 and 70,000 more unknown.
    try fixture.book("4540", .bank, 70_000)
    #expect(try fixture.measures()["lm3"]?.value == 1.54)
    try fixture.book("4540", .bank, 0.01)
    #expect(try fixture.measures()["lm3"]?.value == nil)
  }

  @Test func `a party of the table wins over the postcode of the books`() throws {
    var fixture = try Fixture.golden()
    fixture.add(
      Party.self,
      [
        "id": .text("mill"), "name": .text("Mill"), "book_number": .text("S2"),
        "postcode": .text("9999AC"),
      ])
    let measures = try fixture.measures()
    #expect(measures["lm3"]?.input("local_suppliers") == 25_000)
    #expect(measures["leak"]?.value == 20_000)
  }

  @Test func `a supplier's own answer wins over the assumption for its category`() throws {
    var fixture = try Fixture.golden()
    fixture.respends("r3", .party, "S1", 0.5, .surveyed)
    // R3 = 12,000 + 10,000 × 50 %; nothing is assumed any more, so that the range is a point.
    let multiplier = try #require(try fixture.measures()["lm3"])
    #expect(multiplier.input("r3") == 17_000)
    #expect(multiplier.range == 1.57...1.57)
  }

  @Test func `what nobody knows of re-spending adds nothing and is said`() throws {
    var fixture = try Fixture.golden()
    fixture.tables["respending"] = nil
    fixture.respends("r1", .staff, nil, 0.4, .surveyed, answers: 5)
    let multiplier = try #require(try fixture.measures()["lm3"])
    // R3 = 30,000 × 40 %; of the other 10,000 nothing is known.
    #expect(multiplier.value == 1.52)
    #expect(multiplier.range == 1.52...1.62)
    #expect(multiplier.notes.contains { $0.english.contains("Of €10,000") })
  }

  @Test func `credit notes beyond a supplier's invoices lower what was paid nearby`() throws {
    var fixture = try Fixture.golden()
    fixture.supplier("S3", "9999 AD")
    try fixture.book("4400", .purchase, -4_000, party: "S3")
    let multiplier = try #require(try fixture.measures()["lm3"])
    #expect(multiplier.input("r2") == 36_000)
    // R3 = 12,000 + (10,000 − 4,000) × 20 %.
    #expect(multiplier.input("r3") == 13_200)
  }

  @Test func `credit notes beyond all purchases on an account are no income`() throws {
    var fixture = try Fixture.golden()
    try fixture.book("4400", .purchase, -12_000, party: "S1")
    let measures = try fixture.measures()
    // The food account is 10,000 − 12,000 over the year: 2,000 came back from a supplier nearby.
    #expect(measures["lm3"]?.input("r1") == 100_000)
    #expect(measures["lm3"]?.input("local_suppliers") == -2_000)
  }

  @Test func `net pay beyond the wage costs of the books is said`() throws {
    var fixture = try Fixture.golden()
    try fixture.book("4000", .payroll, -25_000)
    let multiplier = try #require(try fixture.measures()["lm3"])
    #expect(multiplier.input("local_staff") == 30_000)
    #expect(multiplier.notes.contains { $0.english.contains("is more than the wage costs") })
    #expect(!multiplier.flows.contains { $0.to == "state_and_pension" })
  }

  @Test func `wage costs without net pay go nobody knows where`() throws {
    var fixture = try Fixture.golden()
    try fixture.staff("c6", "9999", netPay: nil)
    let measures = try fixture.measures()
    // The 20,000 may be c6's pay as well as taxes.
    #expect(measures["known_place_share"]?.shareParts == [55_000, 80_000, 0])
    #expect(measures["leak"]?.value == 15_000)
    #expect(
      measures["lm3"]?.notes.contains { $0.english.contains("net pay of some or all") } == true)
  }

  @Test func `staff without a home postcode are of unknown place`() throws {
    var fixture = try Fixture.golden()
    for number in 6...10 { try fixture.staff("c\(number)", nil, netPay: 1_000) }
    #expect(try fixture.measures()["local_wages_share"]?.shareParts == [30_000, 45_000, 5_000])
  }

  @Test func `rows that nobody answers to are named`() throws {
    var fixture = try Fixture.golden()
    fixture.respends("r9", .party, "S77", 0.5, .surveyed)
    let notes = try #require(try fixture.measures()["lm3"]).notes
    #expect(notes.contains { $0.english.contains("respending") && $0.english.contains("r9") })
  }

  @Test func `two runs give the same`() throws {
    let fixture = try Fixture.golden()
    let data = try fixture.data()
    #expect(try MultiplierIndicator().measure(data) == MultiplierIndicator().measure(data))
  }

  @Test func `reading what the card does not declare throws`() throws {
    let card = IndicatorCard(
      id: "multiplier", title: Text(verbatim: ""), summary: Text(verbatim: ""),
      tables: [Party.self, StaffMember.self, ReSpendingRow.self], measures: [], references: [])
    let data = try Fixture.golden().data(card: card)
    let error = #expect(throws: NotMeasurable.self) { try MultiplierIndicator().measure(data) }
    #expect(error?.cause == .undeclared)
  }

  @Test func `no measure feeds the value map`() {
    #expect(MultiplierIndicator.card.measures.allSatisfy { !$0.feedsValueMap })
  }
}
