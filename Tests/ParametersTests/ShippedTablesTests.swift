import ImpactModel
import Parameters
import Testing

@Suite struct `The shipped tables` {
  private func value(_ card: ParameterCard, on text: String) throws -> ParameterValue? {
    ParameterTable.shipped.value(card.id, on: try #require(Day(iso: text)))
  }

  @Test func `have no findings`() {
    #expect(ParameterTable.shippedReading.findings == [])
    #expect(!ParameterTable.shippedReading.values.isEmpty)
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
}
