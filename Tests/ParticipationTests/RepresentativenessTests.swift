import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// How closely participants resemble a population.
@Suite struct RepresentativenessTests {
  /// The input and the numbers of the reference.
  private func golden() throws -> Representativeness {
    try #require(
      Representativeness(participants: [180, 310, 270, 240], population: [220, 280, 260, 240]))
  }

  @Test func `likeness, divergence and design effect are those of the reference`() throws {
    let golden = try golden()
    #expect(abs(golden.value - 0.96) < 1e-12)
    #expect(abs(golden.divergence - 0.002063583) < 5e-10)
    let effective = try #require(golden.effectiveShare)
    #expect(abs(1 / effective - 1.012162485) < 5e-10)
    // The reference divides by its rounded design effect, which moves its sixth decimal.
    #expect(abs(1000 * effective - 987.983664) < 1e-6)
  }

  @Test func `effect size, Kullback–Leibler and Hellinger are those of the reference`() throws {
    let golden = try golden()
    #expect(abs(try #require(golden.chiSquare) - 10.871628) < 5e-7)
    #expect(abs(try #require(golden.effectSize) - (10.871628 / 3000).squareRoot()) < 1e-8)
    #expect(abs(try #require(golden.divergenceFromPopulation) - 0.005621799) < 5e-10)
    #expect(abs(try #require(golden.divergenceOfPopulation) - 0.005835913) < 5e-10)
    #expect(abs(golden.hellinger - 0.037832385) < 5e-10)
    #expect(golden.diversity == 1 && golden.distance.rounded(to: 1e-12) == 0.04)
  }

  @Test func `what would be infinite or undefined is absent`() throws {
    let strange = try #require(Representativeness(participants: [5, 5], population: [10, 0]))
    #expect(strange.chiSquare == nil && strange.effectSize == nil)
    #expect(strange.divergenceFromPopulation == nil)
    let lacking = try #require(Representativeness(participants: [10, 0], population: [5, 5]))
    #expect(lacking.divergenceOfPopulation == nil)
    #expect(lacking.diversity == 0.5)
    // A group of less than 1 ÷ (2n) of the residents is not missed.
    let tiny = try #require(Representativeness(participants: [10, 0], population: [999, 1]))
    #expect(tiny.diversity == 1)
  }

  @Test func `the ratio of each group is that of the reference`() throws {
    let expected = [0.818182, 1.107143, 1.038462, 1]
    for (ratio, wanted) in zip(try golden().ratios, expected) {
      #expect(abs(try #require(ratio) - wanted) < 5e-7)
    }
  }

  @Test func `a group without participants has no weight that makes up for it`() throws {
    let lacking = try #require(Representativeness(participants: [10, 0], population: [5, 5]))
    #expect(lacking.effectiveShare == nil)
    #expect(lacking.divergence.isFinite && lacking.ratios == [2, 0])
    let strange = try #require(Representativeness(participants: [5, 5], population: [10, 0]))
    #expect(strange.ratios == [0.5, nil])
  }

  @Test func `divergence is symmetric and lies between nothing and one bit`() throws {
    var numbers = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let one = (0..<4).map { _ in Int.random(in: 0...50, using: &numbers) + 1 }
      let other = (0..<4).map { _ in Int.random(in: 0...50, using: &numbers) + 1 }
      let forth = try #require(Representativeness(participants: one, population: other))
      let back = try #require(Representativeness(participants: other, population: one))
      #expect(abs(forth.divergence - back.divergence) < 1e-12)
      #expect((-1e-12...1).contains(forth.divergence))
      #expect(try #require(forth.effectiveShare) <= 1 + 1e-12)
    }
  }
}

/// Small groups are put together before anything is compared.
@Suite struct GroupComparisonTests {
  private func cell(_ id: String, _ mine: Int, others: Int = 0) -> GroupComparison.Cell {
    GroupComparison.Cell(
      id: id, label: Text(verbatim: id), participants: mine, residents: 100, others: others)
  }

  @Test func `no cell has one to four participants, whatever the groups`() {
    var numbers = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let cells = (0..<5).map { cell("g\($0)", Int.random(in: 0...12, using: &numbers)) }
      let groups = GroupComparison(cells)
      let all = cells.reduce(0) { $0 + $1.participants }
      #expect(groups.people == all)
      #expect(groups.cells.reduce(0) { $0 + $1.residents } == 500)
      if all >= 5 {
        #expect(groups.cells.allSatisfy { $0.participants == 0 || $0.participants >= 5 })
      }
    }
  }

  @Test func `a few of a group from elsewhere are told by all participants beside it`() {
    #expect(!GroupComparison([cell("a", 20), cell("b", 15)]).tellsOfOthers)
    #expect(GroupComparison([cell("a", 20, others: 2), cell("b", 15)]).tellsOfOthers)
    #expect(!GroupComparison([cell("a", 20, others: 5), cell("b", 15)]).tellsOfOthers)
    #expect(GroupComparison([cell("a", 20, others: 2), cell("b", 15)]).ratios != nil)
  }

  @Test func `one group left is nothing to compare`() {
    #expect(GroupComparison([cell("a", 3), cell("b", 30)]).likeness == nil)
  }
}

extension Double {
  fileprivate func rounded(to step: Double) -> Double { (self / step).rounded() * step }
}
