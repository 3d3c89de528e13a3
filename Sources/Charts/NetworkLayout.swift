import Foundation
import ImpactModel

/// Where the dots and lines of a network chart lie: the dots on a circle, in the order of the network.
struct NetworkLayout {
  /// A node with its shape.
  struct Dot {
    let words: String
    let shape: Markup
    let letters: [Markup]
  }

  /// A tie with its shape.
  struct Line {
    let words: String
    let shape: Markup
  }

  /// A place on the sheet.
  private struct Point {
    let x: Double
    let y: Double
  }

  private(set) var dots: [Dot] = []
  private(set) var lines: [Line] = []
  private(set) var legend: [String] = []
  /// How many nodes are not drawn.
  let omitted: Int
  /// How high the picture is, without the list of names.
  let height: Double

  private static let dotSize = 9.0
  /// How far a name stands from the middle of its dot.
  private static let distance = 16.0
  private let radius: Double
  private let center: Point
  private let language: Language
  private let hasNamesBeside: Bool

  /// Lays out a network.
  init(_ network: NetworkMap, language: Language) {
    let nodes = Array(network.nodes.prefix(NetworkChart.maximumNodes))
    omitted = network.nodes.count - nodes.count
    hasNamesBeside = nodes.count <= NetworkChart.mostNamed
    // Names need room at both sides and above; numbers do not.
    radius = hasNamesBeside ? 90 : 165
    let margin = hasNamesBeside ? 3 * Lettering.lineHeight + Self.distance : 2 * Self.dotSize
    center = Point(x: Picture.width / 2, y: Picture.margin + margin + radius)
    height = 2 * (margin + radius)
    self.language = language
    draw(nodes, of: network)
  }

  private mutating func draw(_ nodes: [NetworkMap.Node], of network: NetworkMap) {
    let places = Dictionary(
      nodes.enumerated().map { ($1.id, place($0, of: nodes.count)) }
    ) { first, _ in first }
    let labels = Dictionary(nodes.map { ($0.id, $0.label[language]) }) { first, _ in first }
    for tie in network.ties {
      guard let one = places[tie.one], let other = places[tie.other] else { continue }
      lines.append(
        Line(
          words: "\(labels[tie.one] ?? "") – \(labels[tie.other] ?? ""): \(tie.count)",
          shape: Self.line(one, other, count: tie.count)))
    }
    for (index, node) in nodes.enumerated() {
      guard let place = places[node.id] else { continue }
      let group = network.groups.firstIndex { $0.id == node.group } ?? 0
      let letters =
        hasNamesBeside ? names(of: node, at: place) : [Self.number(index + 1, at: place, group)]
      dots.append(
        Dot(words: words(node), shape: Self.shape(group, at: place), letters: letters))
    }
    writeLegend(nodes, network)
  }

  private mutating func writeLegend(_ nodes: [NetworkMap.Node], _ network: NetworkMap) {
    for (index, group) in network.groups.enumerated() {
      let members = nodes.enumerated().filter { $1.group == group.id }
      guard !members.isEmpty else { continue }
      let sign = Self.signs[index % Self.signs.count]
      let title = "\(sign) \(group.label[language])"
      guard !hasNamesBeside else {
        legend.append(title)
        continue
      }
      legend.append(title + ":")
      legend += members.map { "\($0 + 1) \(words($1))" }
    }
  }

  /// A node in words: its name, and how many it stands for where that is more than one.
  private func words(_ node: NetworkMap.Node) -> String {
    node.members == 1 ? node.label[language] : "\(node.label[language]) (\(node.members))"
  }

  /// A place on the circle, from the top on clockwise.
  private func place(_ index: Int, of count: Int) -> Point {
    let angle = 2 * Double.pi * Double(index) / Double(max(1, count)) - Double.pi / 2
    return Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
  }

  /// The name of a node, outside the circle.
  private func names(of node: NetworkMap.Node, at place: Point) -> [Markup] {
    let (dx, dy) = ((place.x - center.x) / radius, (place.y - center.y) / radius)
    let isBeside = abs(dx) > 0.2
    let x = place.x + (isBeside ? (dx > 0 ? 1 : -1) * Self.distance : 0)
    let room =
      isBeside
      ? (dx > 0 ? Picture.width - Picture.margin - x : x - Picture.margin)
      : Picture.width / 2
    let lines = Lettering.lines(words(node), width: room, atMost: 3)
    let size = Double(lines.count) * Lettering.lineHeight
    // Beside a dot the lines stand around its middle, above and below it they stand free of it.
    let top =
      isBeside
      ? place.y - size / 2 : dy < 0 ? place.y - Self.distance - size : place.y + Self.distance
    let anchor = !isBeside ? "middle" : dx > 0 ? "start" : "end"
    return lines.enumerated().map { index, line in
      Markup(
        "text",
        [
          "x": Picture.number(x),
          "y": Picture.number(top + Lettering.size + Double(index) * Lettering.lineHeight),
          "text-anchor": anchor,
        ], text: line)
    }
  }

  private static func number(_ number: Int, at place: Point, _ group: Int) -> Markup {
    Markup(
      "text",
      [
        "x": Picture.number(place.x), "y": Picture.number(place.y + 4), "text-anchor": "middle",
        "font-size": "11", "font-weight": "600",
        "fill": group % signs.count == 0 ? "#ffffff" : Palette.ink,
      ], text: String(number))
  }

  private static func line(_ one: Point, _ other: Point, count: Int) -> Markup {
    // Wider for more ties, and never so wide that lines hide each other.
    let width = min(8, 1 + 0.75 * Double(count))
    return Markup(
      "line",
      [
        "x1": Picture.number(one.x), "y1": Picture.number(one.y), "x2": Picture.number(other.x),
        "y2": Picture.number(other.y), "stroke": Palette.solid, "stroke-opacity": "0.55",
        "stroke-width": Picture.number(width),
      ])
  }

  /// The signs of the shapes, in the order of the groups.
  private static let signs = ["●", "■", "◆", "▲"]

  /// The shape of a group’s dots: circle, square, diamond, triangle.
  private static func shape(_ group: Int, at place: Point) -> Markup {
    let size = dotSize
    func corners(_ offsets: [(Double, Double)]) -> String {
      offsets.map { "\(Picture.number(place.x + $0.0)),\(Picture.number(place.y + $0.1))" }
        .joined(separator: " ")
    }
    switch group % signs.count {
    case 0:
      return Markup(
        "circle",
        [
          "cx": Picture.number(place.x), "cy": Picture.number(place.y),
          "r": Picture.number(size), "fill": Palette.solid,
        ])
    case 1:
      return polygon(
        corners([(-size, -size), (size, -size), (size, size), (-size, size)]), Palette.pale)
    case 2:
      let reach = size * 1.3
      return polygon(corners([(0, -reach), (reach, 0), (0, reach), (-reach, 0)]), "#ffffff")
    default:
      let reach = size * 1.5
      return polygon(
        corners([(0, -reach), (reach * 0.9, reach * 0.6), (-reach * 0.9, reach * 0.6)]), "#f2c14e")
    }
  }

  private static func polygon(_ points: String, _ fill: String) -> Markup {
    Markup(
      "polygon",
      ["points": points, "fill": fill, "stroke": Palette.ink, "stroke-width": "1.5"])
  }
}
