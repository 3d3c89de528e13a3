import ImpactModel

/// Flows as bands that are as wide as their amounts, from left to right in at most three columns.
///
/// After Sankey (The thermal efficiency of steam engines, 1898). Flows that would run back or stay in
/// a column, and those beyond the limit, are not drawn; a foot line counts them.
public struct SankeyChart: Sendable {
  /// How many flows one picture holds.
  public static let maximumFlows = 24

  private let title: String
  private let style: NumberStyle
  private let layout: SankeyLayout

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - flows: the flows; amounts of 0 or less are not drawn and not counted.
  ///   - style: how amounts are written.
  public init(title: String, flows: [Flow], style: NumberStyle) {
    self.title = title
    self.style = style
    layout = SankeyLayout(flows, style: style)
  }

  /// The picture as an `svg` element, with its amounts in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    for band in layout.bands {
      picture.group(words(band.flow)) { $0.shape(band.path) }
    }
    for node in layout.nodes {
      picture.group(node.words) { picture in
        picture.shape(node.bar)
        picture.lines(node.lines, x: node.x + SankeyLayout.barWidth + 4, top: node.top)
      }
    }
    picture.advance(layout.height)
    if layout.omitted > 0 { picture.label(omission) }
    let words = layout.bands.map { self.words($0.flow) } + (layout.omitted > 0 ? [omission] : [])
    return picture.svg(title: title, description: words.joined(separator: "; ") + ".")
  }

  private var omission: String {
    Text(
      "and \(layout.omitted) more, not drawn",
      nl: "en nog \(layout.omitted), niet getekend")[style.language]
  }

  private func words(_ flow: Flow) -> String {
    let language = style.language
    return "\(flow.fromLabel[language]) → \(flow.toLabel[language]): \(style.text(flow.amount))"
  }
}
