import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Charts

@Suite struct ChartTests {
  let style = NumberStyle(unit: .money, currency: .euro, language: .dutch)

  func bars(_ values: [(String, Double)]) -> BarChart {
    BarChart(
      title: "Waarde", bars: values.map { BarChart.Bar(label: $0.0, value: $0.1) }, style: style)
  }

  @Test func `bars are as long as their values are large`() throws {
    let drawing = try Drawing(bars([("a", 100), ("b", 50), ("c", 25)]).svg)
    let widths = drawing.bars.map(\.width)
    #expect(abs(widths[1] * 2 - widths[0]) < 0.3)
    #expect(abs(widths[2] * 4 - widths[0]) < 0.5)
    #expect(Set(drawing.bars.map(\.x)).count == 1)
  }

  @Test func `a loss runs to the left of zero and looks different`() throws {
    let drawing = try Drawing(bars([("winst", 100), ("verlies", -50)]).svg)
    let (gain, loss) = (drawing.bars[0], drawing.bars[1])
    #expect(abs(loss.x + loss.width - gain.x) < 0.11)
    #expect(gain.fill != loss.fill)
    #expect(drawing.texts.contains { $0.text == "−€\u{A0}50" })
  }

  @Test func `nothing is cut and nothing overlaps, whatever the labels and values`() throws {
    var generator = SeededGenerator(seed: 42)
    let words = [
      "Wijkbewoners", "de", "gemeente", "Überlandwerk", "W", "社区", "onderwijs-instelling",
    ]
    for _ in 0..<200 {
      let values = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        let count = Int.random(in: 1...30, using: &generator)
        let separator = Bool.random(using: &generator) ? " " : ""
        let label = (0..<count).compactMap { _ in words.randomElement(using: &generator) }
          .joined(separator: separator)
        return (label, Double.random(in: -1e9...1e9, using: &generator))
      }
      for svg in [bars(values).svg, waterfall(values).svg] {
        let drawing = try Drawing(svg)
        #expect(drawing.isUncut)
        #expect(drawing.isLegible)
      }
    }
  }

  @Test func `a label that is cut keeps its full text in the title`() {
    let label = String(repeating: "Bewoners van de wijk ", count: 20) + "slot"
    let source = bars([(label, 1)]).svg.rendered
    #expect(source.contains("…</text>"))
    #expect(source.contains("<title>\(label): €\u{A0}1</title>"))
  }

  @Test func `the text alternative tells every value`() {
    let source = bars([("Bewoners", 1_234.4), ("Gemeente", -5)]).svg.rendered
    #expect(source.contains("role=\"img\" aria-label=\"Waarde\""))
    #expect(source.contains("<desc>Bewoners: €\u{A0}1.234; Gemeente: −€\u{A0}5.</desc>"))
  }

  @Test func `bars beyond the limit are counted, not dropped in silence`() throws {
    let svg = bars((0..<42).map { ("groep \($0)", Double($0)) }).svg
    #expect(try Drawing(svg).bars.count == BarChart.maximumBars)
    #expect(svg.rendered.contains("en nog \(42 - BarChart.maximumBars), niet"))
  }

  func tornado(_ bars: [(String, Double, Double)], base: Double) -> TornadoChart {
    TornadoChart(
      title: "Van laag naar hoog", base: base,
      bars: bars.map { TornadoChart.Bar(label: $0.0, atLow: $0.1, atHigh: $0.2) },
      style: NumberStyle(unit: .ratio, currency: .euro, language: .dutch))
  }

  @Test func `a bar of a tornado reaches from the low to the high end through the base`() throws {
    let drawing = try Drawing(tornado([("aantal", 1.5, 2.5), ("aftrek", 2.25, 1.75)], base: 2).svg)
    try #require(drawing.bars.count == 4)
    let (low, high) = (drawing.bars[0], drawing.bars[1])
    #expect(abs(low.x + low.width - high.x) < 0.11)
    #expect(abs(low.width - high.width) < 0.11)
    #expect(low.fill != high.fill)
    #expect(abs(drawing.bars[2].width * 2 - low.width) < 0.3)
    #expect(abs(drawing.bars[2].x - high.x) < 0.11, "the low end of a deduction lies higher")
    #expect(drawing.texts.contains { $0.text == "2,25\u{A0}→\u{A0}1,75" })
  }

  @Test func `a tornado is never cut, tells all values and counts what it leaves out`() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<100 {
      let bars = (0..<Int.random(in: 0...20, using: &generator)).map { number in
        (
          String(repeating: "invoer \(number) ", count: Int.random(in: 1...9, using: &generator)),
          Double.random(in: -1e6...1e6, using: &generator),
          Double.random(in: -1e6...1e6, using: &generator)
        )
      }
      let svg = tornado(bars, base: Double.random(in: -5...5, using: &generator)).svg
      let drawing = try Drawing(svg)
      #expect(drawing.isUncut && drawing.isLegible)
      let omitted = bars.count - TornadoChart.maximumBars
      #expect(svg.rendered.contains("en nog \(omitted), niet getekend") == (omitted > 0))
    }
    let words = tornado([("aantal", 1.5, 2.5)], base: 2).svg.rendered
    #expect(words.contains("aantal: 1,50 aan de lage kant, 2,50 aan de hoge kant"))
  }

  @Test func `a tornado of what is not finite is an empty picture`() throws {
    #expect(try Drawing(tornado([("a", .nan, 1), ("b", 1, .infinity)], base: 1).svg).bars.isEmpty)
    #expect(try Drawing(tornado([("a", 1, 2)], base: .nan).svg).bars.isEmpty)
  }

  func waterfall(_ values: [(String, Double)]) -> WaterfallChart {
    WaterfallChart(
      title: "Van bruto naar netto",
      steps: values.enumerated().map { index, value in
        WaterfallChart.Step(label: value.0, value: value.1, kind: index == 0 ? .total : .change)
      }, style: style)
  }

  @Test func `each step of a waterfall starts where the one before ended`() throws {
    let chart = WaterfallChart(
      title: "Van bruto naar netto",
      steps: [
        .init(label: "bruto", value: 100, kind: .total),
        .init(label: "eraf", value: -40, kind: .change),
        .init(label: "erbij", value: 20, kind: .change),
        .init(label: "netto", value: 80, kind: .total),
      ], style: style)
    let bars = try Drawing(chart.svg).bars
    let ends = bars.map { $0.x + $0.width }
    #expect(abs(ends[1] - ends[0]) < 0.11)
    #expect(abs(bars[2].x - bars[1].x) < 0.11)
    #expect(abs(ends[2] - ends[3]) < 0.11)
    #expect(bars[3].x == bars[0].x)
    #expect(abs(bars[3].width / bars[0].width - 0.8) < 0.01)
    #expect(chart.svg.rendered.contains(">+€\u{A0}20</text>"))
  }

  @Test func `values without any difference still give a picture`() throws {
    #expect(try Drawing(bars([("a", 0), ("b", 0)]).svg).isUncut)
    #expect(try Drawing(bars([]).svg).bars.isEmpty)
    let extreme = bars([("a", Double.greatestFiniteMagnitude), ("b", -1e300), ("c", .nan)])
    #expect(try Drawing(extreme.svg).bars.count == 2)
  }

  private func share(_ part: Double, of whole: Double, caption: String = "c") -> ShareBar? {
    ShareBar(
      title: "Aandeel", numerator: part, denominator: whole, caption: caption,
      style: NumberStyle(unit: .percent, currency: .euro, language: .dutch))
  }

  @Test func `a share fills its part of one whole bar`() throws {
    for part in [0.25, 0.5, 1] {
      let bars = try Drawing(try #require(share(part * 8, of: 8)).svg).bars
      #expect(bars.count == 2 && bars[0].x == bars[1].x)
      #expect(abs(bars[1].width - part * bars[0].width) < 0.11)
      #expect(bars[0].fill != bars[1].fill)
    }
    let none = try Drawing(try #require(share(0, of: 8)).svg)
    #expect(none.bars.count == 1 && none.texts.contains { $0.text == "0,0%" })
  }

  @Test func `what is no part of a whole has no bar`() {
    for (part, whole) in [(3.0, 2.0), (-1, 2), (0, 0), (1, .infinity), (.nan, 2)] {
      #expect(share(part, of: whole) == nil)
    }
  }

  @Test func `a share tells its numbers, whatever its caption, and nothing is cut`() throws {
    let captions = [
      "14 van 27 bekend; 6 onbekend", "", "<b> & \"x\"",
      String(repeating: "lang woord ", count: 40),
    ]
    for caption in captions {
      let svg = try #require(share(14, of: 27, caption: caption)).svg
      let drawing = try Drawing(svg)
      #expect(drawing.isUncut && drawing.isLegible)
      #expect(drawing.texts.contains { $0.text == "51,9%" })
    }
    #expect(
      try #require(share(14, of: 27, caption: captions[0])).svg.rendered
        .contains("<desc>51,9%: 14 van 27 bekend; 6 onbekend.</desc>"))
  }

  @Test func `a title cannot leave its attribute`() {
    let chart = BarChart(title: "\" onload=\"x()<&\n", bars: [], style: style)
    #expect(chart.svg.rendered.contains("aria-label=\"&quot; onload=&quot;x()&lt;&amp;&#10;\""))
  }

  @Test(.enabled(if: Tool.isHere("xmllint")))
  func `a picture is well-formed XML whatever its labels`() throws {
    let svg = bars([("<script>&\"'\u{0}\u{1B}\u{FFFF}]]>", 1), ("\u{202E}om", -2)]).svg
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "picture.svg")
    try Data(svg.rendered.utf8).write(to: file)
    let outcome = try #require(Tool("xmllint")).run(["--noout", file.path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(!svg.rendered.contains("<script"))
    #expect(svg.rendered.contains("\u{FFFD}om"))
  }
}

/// The room that is kept free for values, whose width no font tells.
@Suite struct ValueWidthTests {
  /// Advance widths of DejaVu Sans Bold, a wide font, in thousandths of its size.
  private static let advances: [Character: Double] = [
    ".": 380, ",": 380, "k": 665, "g": 716, "W": 1103, "h": 712, "C": 734, "O": 850, "e": 678,
    "%": 1002, "€": 696, "−": 838, "\u{A0}": 348,
  ]

  @Test(arguments: [
    "5.150,0\u{A0}kg", "€\u{A0}1.500", "−48,1%", "2.920\u{A0}kWh", "265,3\u{A0}kg\u{A0}CO2e",
  ])
  func `a value in bold letters has room beside its bar`(text: String) {
    let bold = text.reduce(0) { $0 + (Self.advances[$1] ?? 696) } / 1000 * Lettering.size
    #expect(bold <= Lettering.valueWidth(text))
  }
}
