import IndicatorKit
import TestSupport
import Testing

@testable import Participation

/// The network as it leaves: organisations by name only where they may be named.
@Suite struct NetworkPictureTests {
  /// The network of the reference, with some organisations that may be named.
  private func fixture(
    named: Set<String> = [], ties: [(String, String)] = NetworkPictureTests.golden
  ) -> ParticipationFixture {
    let members = [
      ("g1", "government"), ("g2", "government"), ("b1", "business"), ("b2", "business"),
      ("k1", "knowledge"), ("k2", "knowledge"), ("c1", "citizens"), ("c2", "citizens"),
    ]
    return ParticipationFixture(
      network: members.map { id, domain in
        [
          "id": .text(id), "name": .text("Name of \(id)"), "domain": .text(domain),
          "is_named": .flag(named.contains(id)),
        ]
      },
      ties: ties.map { ["one": .text($0), "other": .text($1)] })
  }

  private static let golden = [
    ("g1", "g2"), ("g1", "c1"), ("c1", "c2"), ("c2", "b1"), ("b1", "b2"), ("k1", "c1"),
    ("k1", "g1"),
  ]

  /// The numbers of the reference.
  @Test(arguments: [
    ("network_density", 0.25), ("network_across", 0.571429), ("network_ei_index", 0.142857),
    ("network_linked_domains", 0.666667), ("network_centralisation", 0.238095),
  ])
  func `the figures are those of the reference`(id: String, value: Double) throws {
    #expect(abs(try #require(fixture().measure(id).value) - value) < 5e-7)
  }

  @Test func `density within and across domains is that of the reference`() throws {
    let entries = try #require(fixture().measure("network_density").breakdowns.first).entries
    #expect(entries.map(\.id) == ["within", "across"])
    #expect(abs(entries[0].value - 0.75) < 1e-12 && abs(entries[1].value - 0.166667) < 5e-7)
  }

  @Test func `without permission the picture has domains only, and every tie in them`() throws {
    let map = try #require(fixture().measure("network_density").network)
    #expect(
      map.nodes.map(\.id) == [
        "domain_citizens", "domain_government", "domain_business", "domain_knowledge",
      ])
    #expect(map.nodes.map(\.members) == [2, 2, 2, 2])
    #expect(map.nodes.map(\.tiesInside) == [1, 1, 1, 0])
    #expect(map.ties.reduce(0) { $0 + $1.count } == 4)
    #expect(!"\(map)".contains("Name of"))
  }

  @Test func `who may be named stands alone and the others of the domain together`() throws {
    let map = try #require(fixture(named: ["g1", "k1"]).measure("network_density").network)
    let government = map.nodes.filter { $0.group == "government" }
    #expect(government.map(\.label.english) == ["Name of g1", "Government, others"])
    #expect(government.map(\.members) == [1, 1])
    #expect(map.ties.contains(NetworkMap.Tie("member_g1", "member_k1")))
    #expect("\(map)".contains("Name of g1") && !"\(map)".contains("Name of g2"))
  }

  @Test func `whoever is named, members and ties add up to the network`() throws {
    var generator = SeededGenerator(seed: 12)
    let ids = ["g1", "g2", "b1", "b2", "k1", "k2", "c1", "c2"]
    for _ in 0..<60 {
      let named = Set(ids.filter { _ in Bool.random(using: &generator) })
      let ties = (0..<Int.random(in: 1...25, using: &generator)).compactMap { _ in
        ids.randomElement(using: &generator).flatMap { one in
          ids.randomElement(using: &generator).map { (one, $0) }
        }
      }
      let measure = try fixture(named: named, ties: ties).measure("network_density")
      let map = try #require(measure.network)
      guard case .measured(.share(let all, _, _)) = measure.result else { continue }
      #expect(map.nodes.reduce(0) { $0 + $1.members } == 8)
      #expect(
        map.ties.reduce(0) { $0 + $1.count } + map.nodes.reduce(0) { $0 + $1.tiesInside }
          == Int(all))
      let shuffled = fixture(named: named, ties: ties.shuffled(using: &generator))
      #expect(try shuffled.measure("network_density").network == map)
    }
  }
}
