import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Charts

@Suite struct FlowChartTests {
  let style = NumberStyle(unit: .money, currency: .euro, language: .dutch)

  func flow(_ from: String, _ to: String, _ amount: Double) -> Flow {
    Flow(
      from: from, Text(verbatim: "Van " + from), to: to, Text(verbatim: "Naar " + to),
      amount: amount, unit: .money)
  }

  func sankey(_ flows: [Flow]) -> SankeyChart {
    SankeyChart(title: "Stromen", flows: flows, style: style)
  }

  /// The heights of the bars, from the picture.
  func heights(_ svg: Markup) throws -> [Double] {
    try svg.rendered.matches(of: /<rect [^>]*height="([^"]+)"/).map { try #require(Double($0.1)) }
  }

  @Test func `a place is as high as what flows through it`() throws {
    let svg = sankey([flow("a", "b", 75), flow("a", "c", 25)]).svg
    let heights = try heights(svg)
    #expect(heights.count == 3)
    #expect(abs(heights[0] - 220) < 0.1)
    #expect(abs(heights[1] - 165) < 0.1)
    #expect(abs(heights[2] - 55) < 0.1)
    #expect(svg.rendered.matches(of: /<path d/).count == 2)
  }

  @Test func `what flows on stands in the next column`() throws {
    let bars = try Drawing(sankey([flow("a", "b", 80), flow("b", "c", 30)]).svg).bars
    #expect(bars.map(\.x) == bars.map(\.x).sorted())
    #expect(Set(bars.map(\.x)).count == 3)
  }

  @Test func `flows that run back are counted and not drawn`() throws {
    let svg = sankey([flow("a", "b", 80), flow("b", "a", 30), flow("a", "a", 5)]).svg
    let drawn = svg.rendered.matches(of: /<path d/).count
    #expect(drawn <= 1)
    #expect(svg.rendered.contains("en nog \(2 - drawn), niet getekend"))
  }

  @Test func `more flows than fit are counted`() throws {
    let svg = sankey((0..<40).map { flow("a", "b\($0)", Double($0 + 1)) }).svg
    #expect(svg.rendered.matches(of: /<path d/).count == SankeyChart.maximumFlows)
    #expect(svg.rendered.contains("en nog 16, niet getekend"))
  }

  @Test func `the text alternative tells every flow`() {
    let source = sankey([flow("a", "b", 1_234.4)]).svg.rendered
    #expect(source.contains("role=\"img\" aria-label=\"Stromen\""))
    #expect(source.contains("<desc>Van a → Naar b: €\u{A0}1.234.</desc>"))
  }

  func bucket(_ kept: Double, _ leaks: [(String, Double)]) -> BucketChart {
    BucketChart(
      title: "De lekkende emmer", kept: .init(label: "Blijft in de buurt", amount: kept),
      leaks: leaks.map { .init(label: $0.0, amount: $0.1) }, style: style)
  }

  @Test func `the water stands as high as what stays, and streams are as thick as they leak`()
    throws
  {
    let svg = bucket(40, [("Overheid", 30), ("Energie", 15), ("Elders", 15)]).svg
    let heights = try heights(svg)
    #expect(abs(heights[0] - 2 * heights[1]) < 0.11)
    #expect(heights[1] == heights[2])
    let polygon = try #require(svg.rendered.firstMatch(of: /<polygon points="([^"]+)"/))
    let walls = try #require(svg.rendered.firstMatch(of: /<polyline points="([^"]+)"/))
    func depths(of points: Substring) -> [Double] {
      points.split(separator: " ").compactMap { $0.split(separator: ",").last }
        .compactMap { Double($0) }
    }
    let (water, rim) = (depths(of: polygon.1), depths(of: walls.1))
    let (top, bottom) = (try #require(rim.min()), try #require(rim.max()))
    let surface = try #require(water.min())
    #expect(abs((bottom - surface) / (bottom - top) - 0.4) < 0.01)
    #expect(svg.rendered.contains("Besteed: €\u{A0}100; Overheid: €\u{A0}30"))
    #expect(svg.rendered.contains("Blijft in de buurt: €\u{A0}40.</desc>"))
  }

  @Test func `leaks beyond the limit are counted`() {
    let source = bucket(1, (0..<20).map { ("lek \($0)", 1.0) }).svg.rendered
    #expect(source.contains("en nog 4, niet getekend"))
  }

  func rounds(_ amounts: [Double]) -> RoundsChart {
    RoundsChart(
      title: "Ronden",
      rounds: amounts.enumerated().map { .init(label: "Ronde \($0 + 1)", amount: $1) },
      style: style)
  }

  // nef's leaky bucket keeps 80 %: each step is four fifths of the one before.
  @Test func `each round is a step shorter, and what left is outlined beside it`() throws {
    let bars = try Drawing(rounds([10, 8, 6.4, 5.12]).svg).bars
    let solid = bars.filter { $0.fill == Palette.solid }
    #expect(solid.count == 4)
    for (step, next) in zip(solid, solid.dropFirst()) {
      #expect(abs(next.width / step.width - 0.8) < 0.005)
    }
    let lost = bars.filter { $0.fill == "#ffffff" }
    #expect(lost.count == 3)
    for (gone, left) in zip(lost, solid.dropFirst()) {
      #expect(abs(gone.x - left.x - left.width) < 0.11)
    }
  }

  @Test func `rounds beyond the limit are counted and impossible ones not drawn`() throws {
    let source = rounds((0..<15).map { Double(20 - $0) } + [.nan, -1]).svg.rendered
    #expect(source.contains("en nog 3, niet getekend"))
  }

  @Test func `nothing is cut and nothing overlaps, whatever the labels and amounts`() throws {
    var random = SeededGenerator(seed: 7)
    let words = ["Wijkbewoners", "de", "Überlandwerk", "W", "社区", "onderwijs-instelling", "i"]
    func label() -> String {
      (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: Bool.random(using: &random) ? " " : "")
    }
    for _ in 0..<150 {
      let names = (0..<6).map { _ in label() }
      let flows = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        let (from, to) = (
          Int.random(in: 0..<6, using: &random), Int.random(in: 0..<6, using: &random)
        )
        return Flow(
          from: "n\(from)", Text(verbatim: names[from]), to: "n\(to)", Text(verbatim: names[to]),
          amount: Double.random(in: 0...1e9, using: &random), unit: .money)
      }
      let leaks = flows.map { ($0.toLabel.english, $0.amount) }
      let pictures = [
        sankey(flows).svg, bucket(Double.random(in: 0...1e9, using: &random), leaks).svg,
        rounds(flows.map(\.amount)).svg,
      ]
      for svg in pictures {
        let drawing = try Drawing(svg)
        #expect(drawing.isUncut)
        #expect(drawing.isLegible)
      }
    }
  }

  @Test func `amounts without any size still give a picture`() throws {
    let vast = Double.greatestFiniteMagnitude
    #expect(try Drawing(sankey([flow("a", "b", vast), flow("a", "c", vast)]).svg).isUncut)
    #expect(try Drawing(sankey([]).svg).bars.isEmpty)
    #expect(try Drawing(bucket(0, []).svg).bars.isEmpty)
    #expect(try Drawing(bucket(vast, [("a", vast)]).svg).isUncut)
    #expect(try Drawing(rounds([0, 0]).svg).isUncut)
  }

  @Test(.enabled(if: Tool.isHere("xmllint")))
  func `the pictures are well-formed XML whatever their labels`() throws {
    let nasty = "<script>&\"'\u{0}]]>"
    let svgs = [
      sankey([
        Flow(
          from: "a", Text(verbatim: nasty), to: "b", Text(verbatim: nasty), amount: 1,
          unit: .money)
      ]).svg,
      bucket(1, [(nasty, 2)]).svg,
      RoundsChart(title: nasty, rounds: [.init(label: nasty, amount: 1)], style: style).svg,
    ]
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, svg) in svgs.enumerated() {
      let file = folder.appending(path: "\(index).svg")
      try Data(svg.rendered.utf8).write(to: file)
      let outcome = try #require(Tool("xmllint")).run(["--noout", file.path])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
  }
}
