import ImpactModel
import TestSupport
import Testing

@testable import Charts

/// The picture of a network.
@Suite struct NetworkChartTests {
  private static let groups = ["citizens", "government", "business", "knowledge"].map {
    NetworkMap.Group(id: $0, label: Text(verbatim: "Group " + $0))
  }

  private func map(
    _ count: Int, name: String = "Organisation", ties: [NetworkMap.Tie] = []
  ) -> NetworkMap {
    NetworkMap(
      label: Text(verbatim: "Network"), groups: Self.groups,
      nodes: (0..<count).map { index in
        NetworkMap.Node(
          id: "n\(index)", label: Text(verbatim: "\(name) \(index)"),
          group: Self.groups[index % 4].id)
      }, ties: ties)
  }

  private func source(_ map: NetworkMap) -> String {
    NetworkChart(title: "Network", network: map, language: .english).svg.rendered
  }

  @Test func `every node is a shape of its group and every tie a line`() {
    let drawn = source(map(8, ties: [NetworkMap.Tie("n0", "n1"), NetworkMap.Tie("n2", "n7")]))
    #expect(drawn.matches(of: /<circle/).count == 2)
    #expect(drawn.matches(of: /<polygon/).count == 6)
    #expect(drawn.matches(of: /<line/).count == 2)
  }

  @Test func `a tie is wider the more there are, up to a limit`() throws {
    func width(_ count: Int) throws -> Double {
      let drawn = source(map(2, ties: [NetworkMap.Tie("n0", "n1", count: count)]))
      let match = try #require(drawn.firstMatch(of: /stroke-width="([0-9.]+)"><\/line>/))
      return try #require(Double(match.1))
    }
    #expect(try width(1) < width(4))
    #expect(try width(100) == width(10_000))
  }

  @Test func `ties of strangers, of a node with itself and of a doubled node are left out`() {
    let network = NetworkMap(
      label: Text(verbatim: "N"), groups: Self.groups,
      nodes: [
        NetworkMap.Node(id: "a", label: Text(verbatim: "A"), group: "business"),
        NetworkMap.Node(id: "a", label: Text(verbatim: "B"), group: "business"),
        NetworkMap.Node(id: "c", label: Text(verbatim: "C"), group: "nowhere"),
      ],
      ties: [NetworkMap.Tie("a", "a"), NetworkMap.Tie("a", "c"), NetworkMap.Tie("a", "zz")])
    #expect(network.nodes.count == 1 && network.ties.isEmpty)
  }

  @Test func `nodes lie on one circle, on the sheet, and none on another`() throws {
    for count in [1, 2, 3, 7, 9, 30, 60, 75] {
      let drawn = source(map(count))
      let circles = drawn.matches(of: /<circle cx="([^"]+)" cy="([^"]+)"/)
      let points = try circles.map {
        (x: try #require(Double($0.1)), y: try #require(Double($0.2)))
      }
      #expect(points.count == (min(count, NetworkChart.maximumNodes) + 3) / 4 || count > 60)
      for (index, point) in points.enumerated() {
        #expect((9...391).contains(point.x) && point.y >= 9)
        for other in points.dropFirst(index + 1) {
          let (dx, dy) = (point.x - other.x, point.y - other.y)
          #expect(dx * dx + dy * dy > 100, "\(count) nodes")
        }
      }
    }
  }

  @Test func `a few nodes have their names beside them, and more stand in a list`() {
    let few = source(map(6, name: "Org"))
    #expect(few.contains(">Org 3</text>") && !few.contains(">4</text>"))
    let many = source(map(20, name: "Org"))
    #expect(many.contains(">20</text>") && many.contains("Org 19</text>"))
  }

  @Test func `more nodes than fit are counted`() {
    #expect(source(map(75)).contains("and 15 more, not drawn"))
  }

  @Test func `the text alternative tells nodes, ties and ties inside`() {
    let network = NetworkMap(
      label: Text(verbatim: "N"), groups: Self.groups,
      nodes: [
        NetworkMap.Node(
          id: "a", label: Text(verbatim: "Business"), group: "business", members: 3, tiesInside: 2),
        NetworkMap.Node(id: "b", label: Text(verbatim: "School"), group: "knowledge"),
      ], ties: [NetworkMap.Tie("a", "b", count: 4)])
    let drawn = source(network)
    #expect(
      drawn.contains(
        "<desc>Business (3); School; Business – School: 4; Business – among each other: 2.</desc>"))
    #expect(drawn.contains("role=\"img\" aria-label=\"Network\""))
  }

  @Test func `the same network gives the same picture, and hostile names stay text`() {
    let hostile = map(5, name: "<script>\u{202E}&")
    #expect(source(hostile) == source(hostile))
    #expect(!source(hostile).contains("<script>"))
  }
}
