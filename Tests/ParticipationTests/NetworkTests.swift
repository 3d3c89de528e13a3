import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// How organisations are tied.
@Suite struct NetworkTests {
  private static func network(_ ties: [(String, String)]) -> Network {
    let domains: [(String, Domain)] = [
      ("g1", .government), ("g2", .government), ("b1", .business), ("b2", .business),
      ("k1", .knowledge), ("k2", .knowledge), ("c1", .citizens), ("c2", .citizens),
    ]
    return Network(
      domains: Dictionary(
        domains.compactMap { id, domain in RowID(id).map { ($0, domain) } },
        uniquingKeysWith: { one, _ in one }),
      ties: ties.compactMap { one, other in
        RowID(one).flatMap { first in RowID(other).map { (first, $0) } }
      })
  }

  private static let golden = [
    ("g1", "g2"), ("g1", "c1"), ("c1", "c2"), ("c2", "b1"), ("b1", "b2"), ("k1", "c1"),
    ("k1", "g1"),
  ]

  /// The numbers of the reference: eight organisations, seven ties.
  @Test func `the network of the reference has its numbers`() throws {
    let network = Self.network(Self.golden)
    #expect(network.ties == 7 && network.possible == 28)
    #expect(network.tiesAcross == 4 && network.tiesWithin == 3)
    #expect(network.possibleWithin == 4)
    #expect(network.linkedPairs == 4)
    #expect(abs(try #require(network.externalInternalIndex) - 0.142857) < 5e-7)
    #expect(abs(try #require(network.centralisation) - 0.238095) < 5e-7)
  }

  @Test func `a tie counts once in either direction, and none with itself or a stranger`() {
    let doubled = Self.golden + Self.golden.map { ($1, $0) } + [("g1", "g1"), ("g1", "zz")]
    #expect(Self.network(doubled).ties == 7)
  }

  @Test func `without ties there is no index`() {
    #expect(Self.network([]).externalInternalIndex == nil)
    #expect(Self.network([]).centralisation == 0)
  }

  @Test func `a star is wholly centralised and a ring not at all`() {
    let others = ["g2", "b1", "b2", "k1", "k2", "c1", "c2"]
    #expect(Self.network(others.map { ("g1", $0) }).centralisation == 1)
    let ring = ["g1"] + others
    let ties = ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
    #expect(Self.network(ties).centralisation == 0)
  }

  @Test func `ties within and across make up all, in any order`() {
    var generator = SeededGenerator(seed: 3)
    let ids = ["g1", "g2", "b1", "b2", "k1", "k2", "c1", "c2"]
    for _ in 0..<100 {
      let ties = (0..<Int.random(in: 1...20, using: &generator)).compactMap { _ in
        ids.randomElement(using: &generator).flatMap { one in
          ids.randomElement(using: &generator).map { (one, $0) }
        }
      }
      let network = Self.network(ties)
      let shuffled = Self.network(ties.shuffled(using: &generator))
      #expect(network.tiesByPair.values.reduce(0, +) == network.ties)
      #expect(network.degrees.reduce(0, +) == 2 * network.ties)
      #expect(shuffled.degrees == network.degrees && shuffled.tiesByPair == network.tiesByPair)
      if let index = network.externalInternalIndex { #expect((-1...1).contains(index)) }
    }
  }
}
