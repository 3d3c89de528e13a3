import ImpactModel
import MoneyFlow
import TestSupport
import Testing

struct ScenarioTests {
  // Income 100,000; 20,000 nearby of which 30 % is spent again; catering elsewhere 10,000, rent 15,000.
  private func rounds() throws -> LocalMultiplier {
    try #require(
      LocalMultiplier(
        income: 100_000, local: [.init(amount: 20_000, respending: try share(0.3, .surveyed))]))
  }

  private let elsewhere = [
    Purchase(category: "4400", supplier: 1, amount: 6_000),
    Purchase(category: "4400", supplier: 2, amount: 4_000),
    Purchase(category: "4200", supplier: 3, amount: 15_000),
  ]

  private func share(
    _ share: Double, _ provenance: ReSpending.Provenance
  ) throws -> ReSpending { try #require(ReSpending(share, provenance)) }

  // 20 % of 10,000 moves: R2 22,000, R3 6,000 + 2,000 × 40 % = 6,800; LM3 = 1.288, it was 1.26.
  @Test func `a fifth of the catering bought here keeps 2800 in two rounds`() throws {
    let change = WhatIf.Change(
      .category("4400"), share: Estimate(0.2), respending: try share(0.4, .assumed))
    let result = try WhatIf([change], of: elsewhere, from: try rounds())
    #expect(abs(result.before.value - 1.26) < 1e-12)
    #expect(abs(result.after.value - 1.288) < 1e-12)
    #expect(abs(result.movedAmount - 2_000) < 1e-9)
    #expect(abs(result.keptAmount - 2_800) < 1e-9)
    #expect(abs(result.range.lowerBound - 1.288) < 1e-12)
    #expect(abs(result.range.upperBound - 1.288) < 1e-12)
  }

  // Of 10,000 between 10 and 30 % moves and nobody knows what is spent again: 1.26 + .01 … + .06.
  @Test func `what is not known widens the range`() throws {
    let share = try #require(Estimate(0.2, low: 0.1, high: 0.3))
    let change = WhatIf.Change(.category("4400"), share: share, respending: .absent)
    let result = try WhatIf([change], of: elsewhere, from: try rounds())
    #expect(abs(result.after.value - 1.28) < 1e-12)
    #expect(abs(result.range.lowerBound - 1.27) < 1e-12)
    #expect(abs(result.range.upperBound - 1.32) < 1e-12)
  }

  @Test func `one supplier and all that is bought elsewhere can be named`() throws {
    let one = WhatIf.Change(.supplier(2), share: Estimate(0.5), respending: .absent)
    #expect(try WhatIf([one], of: elsewhere, from: try rounds()).moved == [2_000])
    let all = WhatIf.Change(.everything, share: Estimate(1), respending: .absent)
    #expect(try WhatIf([all], of: elsewhere, from: try rounds()).moved == [25_000])
  }

  @Test func `nothing moves twice, and what is not bought elsewhere cannot move`() throws {
    let rounds = try rounds()
    func change(_ target: WhatIf.Target, _ share: Double) -> WhatIf.Change {
      WhatIf.Change(target, share: Estimate(share), respending: .absent)
    }
    #expect(throws: WhatIf.Refusal.movesMoreThanAll(category: "4400")) {
      try WhatIf(
        [change(.category("4400"), 0.7), change(.supplier(1), 0.4)], of: elsewhere, from: rounds)
    }
    #expect(throws: WhatIf.Refusal.nothingElsewhere(change: 1)) {
      try WhatIf(
        [change(.everything, 0.2), change(.category("4999"), 0.2)], of: elsewhere, from: rounds)
    }
    #expect(throws: WhatIf.Refusal.unusableNumber) {
      try WhatIf([change(.everything, 1.2)], of: elsewhere, from: rounds)
    }
  }

  @Test func `a scenario is the multiplier of money that had been spent so`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let income = Double.random(in: 1_000...90_000, using: &random)
      let known = try share(Double.random(in: 0...1, using: &random), .surveyed)
      let amount = Double.random(in: 0...1_000, using: &random)
      let moving = Double.random(in: 0...1, using: &random)
      let before = try #require(LocalMultiplier(income: income, local: []))
      let result = try WhatIf(
        [.init(.everything, share: Estimate(moving), respending: known)],
        of: [Purchase(category: "a", amount: amount)], from: before)
      let expected = try #require(
        LocalMultiplier(
          income: income, local: [.init(amount: amount * moving, respending: known)]))
      #expect(abs(result.after.value - expected.value) < 1e-12)
      #expect(result.range.contains(result.after.value))
      #expect(abs(result.keptAmount - (expected.value - 1) * income) < 1e-6)
    }
  }

  // A budget of 50,000: 30,000 wages of which 60 % to neighbours who spend 40 % here again; 10,000
  // catering, all nearby, re-spending unknown; 10,000 rent elsewhere. R2 = 28,000, R3 = 7,200.
  @Test func `the multiplier of a plan follows from its payments`() throws {
    let plan = [
      PlannedPayment(
        amount: Estimate(30_000), localShare: Estimate(0.6),
        respending: try share(0.4, .assumed)),
      PlannedPayment(
        amount: Estimate(10_000), localShare: Estimate(1), respending: .absent),
      PlannedPayment(amount: Estimate(10_000), localShare: Estimate(0), respending: .absent),
    ]
    let forecast = try #require(Forecast(budget: 50_000, payments: plan))
    #expect(abs(forecast.multiplier.value - 85_200.0 / 50_000) < 1e-12)
    // Of the catering nothing or all may be spent again.
    #expect(abs(forecast.range.lowerBound - 1.704) < 1e-12)
    #expect(abs(forecast.range.upperBound - 1.904) < 1e-12)
    #expect(Forecast(budget: 0, payments: plan) == nil)
    let wrong = PlannedPayment(
      amount: Estimate(1), localShare: Estimate(1.5), respending: .absent)
    #expect(Forecast(budget: 1, payments: [wrong]) == nil)
  }

  @Test func `leaks that a neighbour could supply come with the largest first`() {
    let leaks = [
      CrossPollination.Leak(category: "4400", name: "Catering", amount: 6_000),
      CrossPollination.Leak(category: "4300", name: "Drukwerk", amount: 9_000),
      CrossPollination.Leak(category: "4200", name: "Huur", amount: 15_000),
      CrossPollination.Leak(category: "4100", name: "Fietsen", amount: 0),
    ]
    let sellers = [
      Seller(id: "kitchen", sells: "catering; 4300"), Seller(id: "press", sells: "Druk-werk"),
      Seller(id: "bikes", sells: "Fietsen"),
    ]
    let found = CrossPollination(leaks, sellers: sellers)
    #expect(found.matches.map(\.leak.category) == ["4300", "4400"])
    #expect(found.matches.map(\.sellers) == [["kitchen", "press"], ["kitchen"]])
    #expect(found.amount == 15_000)
  }

  @Test func `an anchor's purchases divide by place, size and kind, and unknown stays unknown`()
    throws
  {
    let here = try #require(Postcode("9999 AB", country: .netherlands))
    let there = try #require(Postcode("1234 CD", country: .netherlands))
    let spending = AnchorSpending([
      AnchorPurchase(amount: 70, locality: .local, postcode: here, isSmall: true, isSocial: false),
      AnchorPurchase(amount: 20, locality: .elsewhere, postcode: there, isSmall: false),
      AnchorPurchase(amount: 10, locality: .unknown, isSocial: true),
    ])
    #expect(abs(try #require(spending.local.share) - 70.0 / 90) < 1e-12)
    #expect(spending.local.unknown == 10)
    #expect(abs(try #require(spending.small.share) - 70.0 / 90) < 1e-12)
    #expect(abs(try #require(spending.social.share) - 10.0 / 80) < 1e-12)
    #expect(spending.areas.map(\.postcode) == ["9999", "1234"])
    let hiring = AnchorSpending.hiring([.local, .local, .elsewhere, .unknown])
    #expect(abs(try #require(hiring.share) - 2.0 / 3) < 1e-12)
    #expect(PartlyKnown([]).share == nil)
  }

  @Test(arguments: [("M14 5RX", "M14"), ("SW1A 1AA", "SW1A"), ("M14", "M14")])
  func `the area of a British postcode is its outward code`(code: String, area: String) throws {
    #expect(try #require(Postcode(code, country: .unitedKingdom)).areaCode == area)
  }

  @Test func `later rounds keep what the third keeps of the second`() throws {
    let known = try share(0.8, .surveyed)
    let bucket = try #require(
      LocalMultiplier(income: 10, local: [.init(amount: 8, respending: known)]))
    // nef's leaky bucket: 10 + 8 + 6.4 + 5.12, and 50 in all.
    #expect(abs(try #require(bucket.value(rounds: 4)) - 2.952) < 1e-12)
    #expect(abs(try #require(bucket.valueOfAllRounds) - 5) < 1e-12)
    #expect(bucket.value(rounds: 3) == bucket.value)
    #expect(bucket.value(rounds: 0) == nil)
    let unknown = try #require(
      LocalMultiplier(income: 10, local: [.init(amount: 8, respending: .absent)]))
    #expect(unknown.valueOfAllRounds == nil)
    let whole = try share(1, .surveyed)
    let endless = try #require(
      LocalMultiplier(income: 10, local: [.init(amount: 8, respending: whole)]))
    #expect(endless.valueOfAllRounds == nil)
  }

  @Test func `all rounds are those of the matrix in which the neighbourhood keeps the same`()
    throws
  {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<100 {
      let paid = (0..<3).map { _ in Double.random(in: 1...30, using: &random) }
      let shares = (0..<3).map { _ in Double.random(in: 0...0.9, using: &random) }
      let multiplier = try #require(
        LocalMultiplier(
          income: 100,
          local: try zip(paid, shares).map {
            .init(amount: $0, respending: try share($1, .surveyed))
          }))
      let kept = try #require(multiplier.retention)
      let accounts =
        [FlowAccount("hub", .organisation)]
        + paid.indices.map { FlowAccount("p\($0)", .supplier) }
        + [FlowAccount("nearby", .neighbourhood)]
      var payments: [FlowPayment] = []
      for (index, (amount, share)) in zip(paid, shares).enumerated() {
        payments.append(FlowPayment(from: 0, to: index + 1, amount))
        payments.append(FlowPayment(from: index + 1, to: 4, amount * share))
      }
      payments.append(FlowPayment(from: 4, to: 4, kept))
      let matrix = try FlowMatrix(
        accounts: accounts, payments: payments, receipts: [0: 100, 4: 1])
      let all = try matrix.allRounds(of: [100, 0, 0, 0, 0]).amounts.reduce(0, +)
      #expect(abs(try #require(multiplier.valueOfAllRounds) - all / 100) < 1e-9)
    }
  }
}
