import IndicatorKit
import Multiplier
import Testing

/// The views on the flow beside LM3, on the small organisation that `Fixture.golden` makes: income
/// 100,000; five neighbours' net pay 30,000 of 50,000; S1 nearby 10,000 (food); S2 elsewhere 15,000
/// (rent); bank costs 5,000 to nobody by name; R3 14,000.
struct FlowMeasureTests {
  private func scenario(
    _ fixture: inout Fixture, _ id: String, _ scenario: String, _ category: String?,
    _ share: Estimate, respending: Estimate? = nil
  ) {
    fixture.add(
      WhatIfRow.self,
      [
        "id": .text(id), "scenario": .text(scenario),
        "category": category.map { .text($0) } ?? .absent, "share": .number(share),
        "respending": respending.map { .number($0) } ?? .absent,
      ])
  }

  private func party(
    _ fixture: inout Fixture, _ id: String, _ cells: [String: CellValue]
  ) {
    fixture.add(
      Party.self, ["id": .text(id), "name": .text(id)].merging(cells) { $1 })
  }

  // Kept 14,000 ÷ 40,000 = 35 %: (140,000 + 14,000 ÷ 0.65) ÷ 100,000.
  @Test func `all rounds go on as the third does, and the first eight are shown`() throws {
    let measure = try #require(try Fixture.golden().measures()["all_rounds"])
    #expect(abs(try #require(measure.value) - 1.615384615384615) < 1e-9)
    #expect(measure.input("kept") == 0.35)
    let rounds = try #require(measure.breakdowns.first).entries.map(\.value)
    #expect(rounds.count == 8)
    #expect(Array(rounds.prefix(4)) == [100_000, 40_000, 14_000, 4_900])
    #expect(measure.notes.contains { $0.english.contains("postcode 9999") })
    #expect(measure.notes.contains { $0.english.contains("assumption") })
  }

  // LM2 140,000 ÷ 100,000; LM4 adds 4,900 to 154,000 and LM5 1,715 more. Suppliers alone: S1 keeps 20 %,
  // 100,000 + 10,000 + 2,000 ÷ 0.8.
  @Test func `fewer rounds and suppliers alone stand beside the figure of all rounds`() throws {
    let measure = try #require(try Fixture.golden().measures()["all_rounds"])
    for (id, expected) in [("lm2", 1.4), ("lm4", 1.589), ("lm5", 1.60615), ("type_one", 1.125)] {
      #expect(abs(try #require(measure.input(id)) - expected) < 1e-12, "\(id)")
    }
    #expect(measure.notes.contains { $0.english.hasPrefix("Type II over 2025") })
  }

  @Test func `with answers for less than half there is no figure for all rounds`() throws {
    var fixture = try Fixture.golden()
    fixture.tables["respending"] = nil
    fixture.respends("r1", .staff, nil, 0.4, .assumed)
    fixture.respends("r2", .party, "S1", 0.2, .surveyed)
    let measures = try fixture.measures()
    #expect(measures["lm3"]?.value == 1.54)
    #expect(measures["all_rounds"]?.absence?.english.contains("less than half") == true)
  }

  // Answers alone: R3 12,000. Answers free: R3 0 to 40,000; nothing is observed, so all free is the same.
  @Test func `LM3 stands beside the figure of answers alone and the wider ranges`() throws {
    let measure = try #require(try Fixture.golden().measures()["lm3"])
    #expect(measure.input("lm3_asked") == 1.52)
    #expect(measure.input("lm3_answers_free_low") == 1.4)
    #expect(measure.input("lm3_answers_free_high") == 1.8)
    #expect(measure.input("lm3_all_free_low") == 1.4)
    #expect(measure.input("lm3_all_free_high") == 1.8)
  }

  // A fifth of the rent of 15,000 is 3,000, of which 30 % is spent again: 3,900 more in two rounds.
  @Test func `a fifth of the rent paid nearby gives an LM3 of 1.579`() throws {
    var fixture = try Fixture.golden()
    scenario(&fixture, "w1", "rent", "4200", Estimate(0.2), respending: Estimate(0.3))
    scenario(&fixture, "w2", "less", "Rent", Estimate(0.1), respending: Estimate(0.3))
    let measure = try #require(try fixture.measures()["what_if"])
    #expect(abs(try #require(measure.value) - 1.579) < 1e-12)
    #expect(measure.input("lm3") == 1.54)
    #expect(measure.input("moved") == 3_000)
    #expect(abs(try #require(measure.input("kept")) - 3_900) < 1e-9)
    let scenarios = try #require(measure.breakdowns.first).entries
    #expect(scenarios.map(\.id) == ["less", "rent"])
    #expect(abs(scenarios[0].value - 1.5595) < 1e-12)
    #expect(measure.breakdowns.last?.unit.isMoney == true)
  }

  // Food is assumed to be re-spent for 20 %; all of S3's 1,000 moves.
  @Test func `a new supplier re-spends what its category does`() throws {
    var fixture = try Fixture.golden()
    fixture.supplier("S3", "1234 AB")
    try fixture.book("4400", .purchase, 1_000, party: "S3")
    scenario(&fixture, "w1", "food", "4400", Estimate(1))
    scenario(&fixture, "w2", "one", "S3", Estimate(1))
    let measure = try #require(try fixture.measures()["what_if"])
    #expect(abs(try #require(measure.input("kept")) - 1_200) < 1e-9)
    // By supplier its category is not known, so that anything from 0 to 100 % may be spent again.
    #expect(abs(try #require(measure.breakdowns.last?.entries.last).value - 1_000) < 1e-9)
  }

  @Test func `a scenario that cannot be is named and the others stand`() throws {
    var fixture = try Fixture.golden()
    scenario(&fixture, "w1", "rent", "4200", Estimate(0.2))
    scenario(&fixture, "w2", "nothing", "4999", Estimate(0.2))
    scenario(&fixture, "w3", "much", nil, Estimate(0.8))
    scenario(&fixture, "w4", "much", "4200", Estimate(0.8))
    let measure = try #require(try fixture.measures()["what_if"])
    #expect(measure.breakdowns.first?.entries.map(\.id) == ["rent"])
    #expect(measure.notes.contains { $0.english.contains("“nothing” names something") })
    #expect(measure.notes.contains { $0.english.contains("“much” moves more than all of 4200") })
  }

  @Test func `a neighbour who sells what is bought elsewhere is named by its row`() throws {
    var fixture = try Fixture.golden()
    party(&fixture, "barn", ["postcode": .text("9999AC"), "sells": .text("Rent; Food")])
    party(&fixture, "far", ["postcode": .text("1234AC"), "sells": .text("Rent")])
    let measures = try fixture.measures()
    let measure = try #require(measures["cross_pollination"])
    #expect(measure.value == 15_000)
    let entries = try #require(measure.rankings.first).entries
    #expect(entries.map(\.id) == ["4200"])
    #expect(entries.first?.label.english == "4200 Rent: barn")
    let notes = try #require(measures["lm3"]).notes
    #expect(!notes.contains { $0.english.contains("barn") })
    #expect(
      try Fixture.golden().measures()["cross_pollination"]?.absence?.english.contains("sells")
        == true)
  }

  @Test func `purchases divide by place, postcode, size and kind`() throws {
    var fixture = try Fixture.golden()
    party(&fixture, "baker", ["book_number": .text("S1"), "is_small": .flag(true)])
    let measures = try fixture.measures()
    #expect(measures["local_purchases_share"]?.shareParts == [10_000, 25_000, 5_000])
    let areas = try #require(measures["local_purchases_share"]?.breakdowns.first).entries
    #expect(areas.map(\.id) == ["1234", "9999"])
    #expect(areas.map(\.value) == [15_000, 10_000])
    #expect(measures["small_firms_share"]?.shareParts == [10_000, 10_000, 20_000])
    #expect(
      measures["social_enterprises_share"]?.absence?.english.contains("is_social") == true)
  }

  // Shares .4 and .6: HHI .52; under one owner everything is in one hand.
  @Test func `two suppliers of one owner are one hand`() throws {
    var fixture = try Fixture.golden()
    let apart = try #require(try fixture.measures()["effective_owners"])
    #expect(abs(try #require(apart.value) - 1 / 0.52) < 1e-12)
    #expect(abs(try #require(apart.input("gini")) - 0.1) < 1e-12)
    for (id, number) in [("a", "S1"), ("b", "S2")] {
      party(&fixture, id, ["book_number": .text(number), "owner": .text("Keten")])
    }
    let together = try #require(try fixture.measures()["effective_owners"])
    #expect(together.value == 1)
    #expect(abs(try #require(together.input("payees")) - 1 / 0.52) < 1e-12)
  }

  // S1 belongs to a shop, that to a holding, that to a group, which is S2 itself.
  @Test(arguments: [
    ([("shop", "De Winkel", "Holding"), ("holding", "HOLDING", "Groep B.V.")], 1.0),
    ([("shop", "De Winkel", "Holding"), ("holding", "HOLDING", "Somebody")], 1 / 0.52),
    // A ring of owners is one hand, and S2 is none of them.
    ([("shop", "De Winkel", "Holding"), ("holding", "HOLDING", "de winkel")], 1 / 0.52),
  ])
  func `a chain of owners ends in one hand, also where that hand is paid itself`(
    rows: [(id: String, name: String, owner: String)], expected: Double
  ) throws {
    var fixture = try Fixture.golden()
    party(&fixture, "a", ["book_number": .text("S1"), "owner": .text("de winkel")])
    party(&fixture, "b", ["book_number": .text("S2"), "name": .text("Groep BV")])
    for row in rows {
      party(&fixture, row.id, ["name": .text(row.name), "owner": .text(row.owner)])
    }
    let measure = try #require(try fixture.measures()["effective_owners"])
    #expect(abs(try #require(measure.value) - expected) < 1e-12)
    #expect(abs(try #require(measure.input("payees")) - 1 / 0.52) < 1e-12)
  }

  @Test func `the bucket leaks to whom the parties say`() throws {
    var fixture = try Fixture.golden()
    party(&fixture, "owner", ["book_number": .text("S2"), "kind": .text("landlord")])
    let measure = try #require(try fixture.measures()["leak"])
    let leaks = try #require(measure.breakdowns.first { $0.id == "destination" }).entries
    #expect(leaks.map(\.id) == ["landlord", "wages"])
    #expect(leaks.map(\.value) == [15_000, 20_000])
  }

  // A budget of 50,000: wages 30,000 of which 60 % to neighbours who spend 40 % again, rent elsewhere.
  @Test func `a plan has a multiplier without any books`() throws {
    var fixture = Fixture()
    fixture.hasBooks = false
    let rows: [(String, Double, Double, Double?)] = [
      ("Wages", 30_000, 0.6, 0.4), ("Rent", 20_000, 0, nil),
    ]
    for (index, row) in rows.enumerated() {
      fixture.add(
        Payment.self,
        [
          "id": .text("b\(index)"), "status": .text("planned"), "category": .text(row.0),
          "amount": .number(Estimate(row.1)), "local_share": .number(Estimate(row.2)),
          "respending": row.3.map { .number(Estimate($0)) } ?? .absent,
        ])
    }
    let measures = try fixture.measures()
    let measure = try #require(measures["forecast"])
    // (50,000 + 18,000 + 7,200) ÷ 50,000.
    #expect(abs(try #require(measure.value) - 1.504) < 1e-12)
    let leaks = try #require(measure.breakdowns.first).entries
    #expect(leaks.map(\.label.english) == ["Rent", "Wages"])
    #expect(leaks.map(\.value) == [20_000, 12_000])
    #expect(measures["lm3"]?.value == nil)
  }

  /// The golden organisation and a bakery of its neighbourhood whose books are here too.
  private func joined() throws -> ProjectData {
    var fixture = try Fixture.golden()
    fixture.supplier("S4", "9999 AD")
    try fixture.book("4400", .purchase, 4_000, party: "S4")
    let ledger = try fixture.ledger()
    let book = "books/b.xaf"
    func total(_ account: String, _ journal: JournalKind, _ cents: Int64) throws -> LedgerTotal {
      LedgerTotal(
        book: book, account: account, party: "G", project: nil, journal: journal,
        month: try #require(Day(year: 2025, month: 4, day: 1)), debit: max(0, cents),
        credit: max(0, -cents), lines: 1)
    }
    let both = Ledger(
      books: ledger.books + [
        LedgerBook(
          file: book, company: "Party S4", currency: .euro,
          first: try #require(Day(year: 2025, month: 1, day: 1)),
          last: try #require(Day(year: 2025, month: 12, day: 31)))
      ],
      accounts: ledger.accounts + [
        LedgerAccount(book: book, id: "8000", name: "Sales", kind: .profitAndLoss),
        LedgerAccount(book: book, id: "4700", name: "Events", kind: .profitAndLoss),
      ],
      parties: ledger.parties + [
        LedgerParty(
          book: book, id: "G", name: "Groenhof", commerceNumber: nil, taxNumber: nil,
          postcode: "9999 AE", country: nil)
      ],
      totals: ledger.totals + [
        try total("8000", .sales, -4_500_00), try total("4700", .purchase, 1_500_00),
      ])
    return ProjectData(
      project: try Fixture.project(areas: ["9999"]), card: MultiplierIndicator.card,
      contents: fixture.tables, ledger: both, parameters: ParameterTable([]))
  }

  // Income 100,000 − 1,500 from the bakery + 4,500 − 4,000 from Groenhof. What they pay each other,
  // 4,000 and 1,500, is no spending; both can come back. Paid in all: 84,000 and 1,500.
  @Test func `two organisations' books count what they pay each other once and inside`() throws {
    let all = try MultiplierIndicator().measure(try joined())
    let measures = Dictionary(all.map { ($0.card.id, $0) }) { first, _ in first }
    let multiplier = try #require(measures["lm3"])
    #expect(multiplier.input("r1") == 99_000)
    #expect(multiplier.input("r2") == 40_000)
    #expect(measures["in_loops"]?.shareParts?.prefix(2) == [5_500, 85_500])
    #expect(multiplier.notes.contains { $0.english.contains("€5,500") })
    #expect(
      multiplier.notes.contains {
        $0.english.contains("Groenhof say €4,000 was paid to Party S4")
          && $0.english.contains("say €4,500")
      })
    #expect(
      try Fixture.golden().measures()["in_loops"]?.absence?.english.contains("two or more") == true)
  }
}
