import ImpactModel

/// What a result does from the low to the high end of each input, around its present value.
///
/// A dashed line marks the present value, which every bar reaches. The pale part of a bar is what
/// the low end of the input does, the dark part what the high end does.
public struct TornadoChart: Sendable {
  /// The bar of one input.
  public struct Bar: Sendable, Hashable {
    /// What readers see.
    public let label: String
    /// The result at the low end of the input.
    public let atLow: Double
    /// The result at the high end of the input.
    public let atHigh: Double

    /// Makes a bar.
    public init(label: String, atLow: Double, atHigh: Double) {
      self.label = label
      self.atLow = atLow
      self.atHigh = atHigh
    }
  }

  /// How many bars one picture holds; a foot line counts the others.
  public static let maximumBars = 12

  private let title: String
  private let base: Double
  private let bars: [Bar]
  private let omitted: Int
  private let style: NumberStyle

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - base: the result as it is.
  ///   - bars: the bars from top to bottom; what is not finite is not drawn.
  ///   - style: how results are written.
  public init(title: String, base: Double, bars: [Bar], style: NumberStyle) {
    let drawable = base.isFinite ? bars.filter { $0.atLow.isFinite && $0.atHigh.isFinite } : []
    self.title = title
    self.base = base
    self.bars = Array(drawable.prefix(TornadoChart.maximumBars))
    omitted = drawable.count - self.bars.count
    self.style = style
  }

  /// The picture as an `svg` element, with its values in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    let widest = bars.map { Lettering.valueWidth(text(of: $0)) }.max() ?? 0
    let scale = Scale(
      spanning: [base] + bars.flatMap { [$0.atLow, $0.atHigh] }, left: Picture.margin,
      right: Picture.width - widest - 8)
    for bar in bars {
      picture.group("\(bar.label): \(text(of: bar))") { draw(bar, on: &$0, scale) }
    }
    picture.label(legend)
    if omitted > 0 { picture.label(omission) }
    return picture.svg(title: title, description: description)
  }

  private func draw(_ bar: Bar, on picture: inout Picture, _ scale: Scale) {
    let (middle, low, high) = (scale.place(base), scale.place(bar.atLow), scale.place(bar.atHigh))
    picture.label(bar.label)
    if bar.atLow != base { picture.bar(from: middle, to: low, look: .pale) }
    if bar.atHigh != base { picture.bar(from: middle, to: high, look: .solid) }
    picture.line(x: middle, length: Picture.barHeight, isDashed: true)
    picture.value(text(of: bar), x: max(middle, low, high) + 6)
    picture.advance(Picture.barHeight + Picture.gap)
  }

  private func text(of bar: Bar) -> String {
    "\(style.text(bar.atLow))\u{A0}→\u{A0}\(style.text(bar.atHigh))"
  }

  private var legend: String {
    Text(
      "Dashed: \(style.text(base)), as it is. Pale: low end; dark: high end of the input.",
      nl: "Streep: \(style.text(base)), zoals het is. Licht: lage kant; donker: hoge kant."
    )[style.language]
  }

  private var omission: String {
    Text("and \(omitted) more, not drawn", nl: "en nog \(omitted), niet getekend")[style.language]
  }

  private var description: String {
    let words = bars.map { bar in
      Text(
        "\(bar.label): \(style.text(bar.atLow)) at the low end, \(style.text(bar.atHigh)) at the "
          + "high end",
        nl: "\(bar.label): \(style.text(bar.atLow)) aan de lage kant, \(style.text(bar.atHigh)) "
          + "aan de hoge kant")[style.language]
    }
    return (words + (omitted > 0 ? [omission] : []) + [legend]).joined(separator: "; ")
  }
}
