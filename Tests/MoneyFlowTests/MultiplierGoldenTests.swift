import MoneyFlow
import TestSupport
import Testing

/// Published and constructed cases; the letters are those of the method's reference page.
struct MultiplierGoldenTests {
  private func surveyed(_ share: Double) throws -> ReSpending {
    try #require(ReSpending(share, .surveyed))
  }

  @Test func `the leaky bucket of nef keeps 8, 6.4 and 5.12 of 10`() throws {
    let bucket = try #require(LeakyBucket(retention: 0.8))
    let published = [10, 8, 6.4, 5.12]
    for (round, expected) in zip(bucket.rounds(of: 10, count: 4), published) {
      #expect(abs(round - expected) < 1e-12)
    }
    #expect(abs(bucket.allRounds * 10 - 50) < 1e-12)
    #expect(abs(bucket.threeRounds - 2.44) < 1e-12)
    #expect(abs(bucket.capturedByThreeRounds - 0.488) < 1e-12)
  }

  @Test func `the multiplier of a uniform bucket is that of its first three rounds`() throws {
    let multiplier = try #require(
      LocalMultiplier(income: 10, local: [.init(amount: 8, respending: try surveyed(0.8))]))
    #expect(abs(multiplier.value - 2.44) < 1e-12)
  }

  @Test func `an amount of 200000 re-spent for 40 percent gives a third round of 80000`() throws {
    let multiplier = try #require(
      LocalMultiplier(
        income: 500_000, local: [.init(amount: 200_000, respending: try surveyed(0.4))]))
    #expect(multiplier.thirdRound == 80_000)
  }

  @Test func `in Northumberland a local supplier gives 2.76 and another 1.36`() throws {
    let local = try #require(
      LocalMultiplier(income: 1, local: [.init(amount: 1, respending: try surveyed(0.76))]))
    let other = try #require(
      LocalMultiplier(
        income: 1, local: [], elsewhere: [.init(amount: 1, respending: try surveyed(0.36))]))
    #expect(abs(local.value - 2.76) < 1e-12)
    #expect(abs(other.value - 1.36) < 1e-12)
    // £1.76 against £0.36: “almost 400 % more”.
    #expect(abs((local.value - 1) / (other.value - 1) - 4.889) < 0.0005)
  }

  @Test func `the first round counts where a blog leaves it out`() throws {
    let multiplier = try #require(
      LocalMultiplier(
        income: 100_000, local: [.init(amount: 50_000, respending: try surveyed(1))]))
    #expect(multiplier.value == 2)
  }

  @Test func `three rounds are the first three terms of a money-flow matrix`() throws {
    // Organisation, supplier, household: .3 to either, of which .1 + .3 and .05 + .35 stay.
    let multiplier = try #require(
      LocalMultiplier(
        income: 1,
        local: [
          .init(amount: 0.3, respending: try surveyed(0.35)),
          .init(amount: 0.3, respending: try surveyed(0.4)),
        ]))
    #expect(abs(multiplier.value - 1.825) < 1e-12)
  }

  @Test func `without income there is no multiplier`() {
    #expect(LocalMultiplier(income: 0, local: []) == nil)
    #expect(LocalMultiplier(income: -1, local: []) == nil)
    #expect(LocalMultiplier(income: .nan, local: []) == nil)
    #expect(LocalMultiplier(income: .infinity, local: []) == nil)
  }

  @Test func `shares of a half, three tenths and a fifth are as concentrated as 2.63 equals`()
    throws
  {
    let shares = try #require(Concentration([0.5, 0.3, 0.2]))
    #expect(abs(shares.herfindahlIndex - 0.38) < 1e-12)
    #expect(abs(shares.effectiveNumber - 2.6316) < 0.00005)
    #expect(abs(shares.share(ofLargest: 2) - 0.8) < 1e-12)
    let values = try #require(Concentration([5, 2, 3]))
    #expect(abs(values.gini - 0.2) < 1e-12)
    #expect(Concentration([]) == nil)
    #expect(Concentration([1, -1]) == nil)
  }

  @Test func `the ranges hold the value and lie in one another`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let recipients = try (0..<Int.random(in: 0...8, using: &random)).map { _ in
        let kind = try #require(ReSpending.Provenance.allCases.randomElement(using: &random))
        let share = Double.random(in: 0...1, using: &random)
        let known = try #require(ReSpending(share, kind))
        return LocalMultiplier.Recipient(
          amount: Double.random(in: -1_000...50_000, using: &random),
          respending: kind == .absent ? .absent : known)
      }
      let multiplier = try #require(LocalMultiplier(income: 90_000, local: recipients))
      let ranges = LocalMultiplier.Freedom.allCases.map { multiplier.range(freeing: $0) }
      #expect(ranges[0].contains(multiplier.value))
      #expect(ranges[1].lowerBound <= ranges[0].lowerBound + 1e-9)
      #expect(ranges[1].upperBound >= ranges[0].upperBound - 1e-9)
      #expect(ranges[2].lowerBound <= ranges[1].lowerBound + 1e-9)
      #expect(ranges[2].upperBound >= ranges[1].upperBound - 1e-9)
      let parts = ReSpending.Provenance.allCases.map { multiplier.thirdRound($0) }
      #expect(abs(parts.reduce(0, +) - multiplier.thirdRound) < 1e-6)
    }
  }
}
