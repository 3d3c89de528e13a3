import ImpactModel
import Parameters
import Testing

@Suite struct `The shipped tables` {
  private func value(_ card: ParameterCard, on text: String) throws -> ParameterValue? {
    ParameterTable.shipped.value(card.id, on: try #require(Day(iso: text)))
  }

  @Test func `have no findings`() {
    #expect(ParameterTable.shippedPack.findings == [])
    #expect(!ParameterTable.shippedPack.values.isEmpty)
  }

  // 2.25 % real for analyses that start from 1-1-2021: reference of the method, discount rates.
  @Test func `give the Dutch discount rate from 2021`() throws {
    let card = ParameterCard.discountRate(.netherlands)
    #expect(card.id == "discount_rate.nl")
    #expect(card.unit == .percent)
    #expect(try value(card, on: "2020-12-31") == nil)
    #expect(try value(card, on: "2021-01-01")?.value == 0.0225)
    #expect(try value(card, on: "2025-12-31")?.value == 0.0225)
    #expect(try value(card, on: "2025-12-31")?.source.contains("2.25 % real") == true)
  }

  // 3.5 % real for years 0 to 30: Green Book, social time preference rate.
  @Test func `give the British discount rate`() throws {
    let card = ParameterCard.discountRate(.unitedKingdom)
    #expect(try value(card, on: "2003-12-31") == nil)
    #expect(try value(card, on: "2025-12-31")?.value == 0.035)
  }

  @Test func `give no Belgian discount rate, because none is verified`() throws {
    #expect(try value(.discountRate(.belgium), on: "2025-12-31") == nil)
  }

  @Test func `stand behind a project's own values`() throws {
    let day = try #require(Day(iso: "2025-12-31"))
    let from = try #require(Day(iso: "2025-01-01"))
    let own = ParameterValue(
      id: "discount_rate.nl", value: 0.016, from: from, until: nil, source: "the funder",
      origin: .combined([]))
    let table = ParameterTable([own] + ParameterTable.shipped.all)
    #expect(table.value("discount_rate.nl", on: day)?.value == 0.016)
    let before = try #require(Day(iso: "2024-12-31"))
    #expect(table.value("discount_rate.nl", on: before)?.value == 0.0225)
  }

  private func shipped(_ id: String, on text: String) throws -> ParameterValue? {
    ParameterTable.shipped.value(id, on: try #require(Day(iso: text)))
  }

  // Handbook of environmental prices 2023, tables 1 and 2: 1000 kg is 130 euro (50 to 160).
  @Test func `give the shadow price of carbon dioxide`() throws {
    let prices = try ["low", "central", "high"].map {
      try shipped("co2_shadow_price.nl.\($0)", on: "2025-12-31")
    }
    #expect(prices.compactMap { $0.map { ($0.value * 1000).rounded() } } == [50, 130, 160])
    #expect(prices.compactMap { $0?.unit } == Array(repeating: "EUR(2021)/kg", count: 3))
  }

  @Test(arguments: [
    ("east_netherlands.participation_act", "2026-06-30", 45000.0),
    ("east_netherlands.student_higher", "2026-06-30", 5000),
    ("rijnmond.unemployment_benefit", "2024-06-30", 25000),
    ("rijnmond.social_activity", "2024-06-30", 150),
  ])
  func `give a tariff of social return in its year only`(
    name: String, day: String, tariff: Double
  ) throws {
    #expect(try shipped("social_return.\(name)", on: day)?.value == tariff)
    #expect(try shipped("social_return.\(name)", on: "2025-06-30") == nil)
  }

  @Test func `give the norms of the ladder, and none for sizes in between`() throws {
    #expect(try shipped("pso.step_1.employees_2", on: "2026-12-31")?.value == 0.214)
    #expect(try shipped("pso.step_3.employees_50", on: "2026-12-31")?.value == 0.068)
    #expect(try shipped("pso.step_2.employees_105_or_more", on: "2026-12-31")?.value == 0.019)
    #expect(try shipped("pso.step_2.employees_55", on: "2026-12-31") == nil)
  }

  // Restart Project: a medium laptop prevents 265.32 kg × 0.5 = 132.66 kg, and weighs 1.83 kg.
  /// The yearly changes that CBS prints beside the index, in the same table.
  @Test(arguments: [
    (2001, 4.6), (2002, 3.4), (2003, 2.1), (2004, 1.2), (2005, 1.7), (2006, 1.1), (2007, 1.6),
    (2008, 2.5), (2009, 1.2), (2010, 1.3), (2011, 2.3), (2012, 2.5), (2013, 2.5), (2014, 1.0),
    (2015, 0.6), (2016, 0.3), (2017, 1.4), (2018, 1.7), (2019, 2.6),
  ])
  func `give a Dutch price index that rises as its source says`(
    year: Int, change: Double
  ) throws {
    let before = try #require(Day(year: year - 1, month: 1, day: 1))
    let after = try #require(Day(year: year, month: 12, day: 31))
    let first = try #require(ParameterTable.shipped.value("price_index.nl", on: before)).value
    let second = try #require(ParameterTable.shipped.value("price_index.nl", on: after)).value
    // The source says that rounding may move its change by a tenth.
    #expect(abs((second / first - 1) * 100 - change) < 0.1001)
  }

  @Test func `give no price index for a year that was not read`() throws {
    for day in ["1999-12-31", "2020-01-01"] {
      let day = try #require(Day(iso: day))
      #expect(ParameterTable.shipped.value("price_index.nl", on: day) == nil)
    }
  }

  @Test func `give the factors of repair with the words that their licence asks`() throws {
    let footprint = try #require(try shipped("repair.footprint.laptop_medium", on: "2025-12-31"))
    let displacement = try #require(try shipped("repair.displacement", on: "2025-12-31"))
    #expect(footprint.value * displacement.value == 132.66)
    #expect(try shipped("repair.weight.laptop_medium", on: "2025-12-31")?.value == 1.83)
    #expect(footprint.source.contains("The Restart Project, CC BY-SA 4.0"))
    #expect(footprint.address?.file.contains("restart-project/") == true)
    let restart = ParameterTable.shipped.all.filter { $0.id.hasPrefix("repair.") }
    #expect(restart.count == 2 * 40 + 3)
  }
}
