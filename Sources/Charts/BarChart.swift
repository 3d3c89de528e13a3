import ImpactModel

/// Horizontal bars with a label above and the value at the right; losses run to the left of zero.
///
/// The value of a loss stands to the right of zero, where its bar leaves room.
public struct BarChart: Sendable {
  /// One bar.
  public struct Bar: Sendable, Hashable {
    /// What readers see.
    public let label: String
    /// How long it is; what is not finite is not drawn.
    public let value: Double

    /// Makes a bar.
    public init(label: String, value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// How many bars one picture holds; a foot line counts the others.
  public static let maximumBars = 20

  private let title: String
  private let bars: [Bar]
  private let omitted: Int
  private let style: NumberStyle

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - bars: the bars from top to bottom.
  ///   - style: how values are written.
  public init(title: String, bars: [Bar], style: NumberStyle) {
    let drawable = bars.filter(\.value.isFinite)
    self.title = title
    self.bars = Array(drawable.prefix(BarChart.maximumBars))
    omitted = drawable.count - self.bars.count
    self.style = style
  }

  /// The picture as an `svg` element, with its values in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    let scale = Scale(bars.map(\.value), left: Picture.margin, right: Picture.width - valueSpace)
    for bar in bars {
      picture.group(text(of: bar)) { $0.draw(bar, valueText: style.text(bar.value), scale) }
    }
    if omitted > 0 { picture.label(omission) }
    return picture.svg(title: title, description: description)
  }

  private var description: String {
    (bars.map(text(of:)) + (omitted > 0 ? [omission] : [])).joined(separator: "; ") + "."
  }

  private var omission: String {
    Text("and \(omitted) more, not drawn", nl: "en nog \(omitted), niet getekend")[style.language]
  }

  private func text(of bar: Bar) -> String { "\(bar.label): \(style.text(bar.value))" }

  /// The room that the widest value needs.
  private var valueSpace: Double {
    (bars.map { Lettering.valueWidth(style.text($0.value)) }.max() ?? 0) + 6 + Picture.margin
  }
}

extension Picture {
  fileprivate mutating func draw(_ bar: BarChart.Bar, valueText: String, _ scale: Scale) {
    label(bar.label)
    let zero = scale.place(0)
    let end = scale.place(bar.value)
    self.bar(from: zero, to: end, look: bar.value < 0 ? .outlined : .solid)
    line(x: zero, length: Picture.barHeight, isDashed: false)
    value(valueText, x: max(zero, end) + 6)
    advance(Picture.barHeight + Picture.gap)
  }
}
