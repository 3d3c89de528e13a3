import ImpactModel

/// The sheet on which a chart is drawn from the top down: labels, bars and values.
///
/// It is as wide as a phone, so that its text stays legible there; a page lets it grow. Kinds of
/// bars differ in fill and outline as well as in colour, so that they survive grey paper.
struct Picture {
  /// How a bar looks.
  enum Look {
    /// A value above zero, or a total.
    case solid
    /// A value below zero, or what a step takes off.
    case outlined
    /// What a step adds.
    case pale
  }

  static let width = 400.0
  static let barHeight = 20.0
  static let gap = 12.0
  /// The space that the line at zero and the outlines need at both sides.
  static let margin = 2.0

  private(set) var height = margin
  private var nodes: [Markup] = []

  /// Draws a label over the whole width and moves below it.
  mutating func label(_ text: String) {
    for line in Picture.lines(of: text) {
      write(line, x: Picture.margin, y: height + Lettering.size)
      height += Lettering.lineHeight
    }
    height += 3
  }

  /// How high and how wide a label is drawn.
  static func size(ofLabel text: String) -> (height: Double, width: Double) {
    let lines = lines(of: text)
    return (
      Double(lines.count) * Lettering.lineHeight + 3,
      (lines.map { Lettering.width($0) }.max() ?? 0) + margin
    )
  }

  private static func lines(of label: String) -> [String] {
    Lettering.lines(label, width: width - 2 * margin, atMost: 3)
  }

  /// Draws a bar at the present height.
  mutating func bar(from start: Double, to end: Double, look: Look) {
    let width = max(abs(end - start), 1)
    nodes.append(
      Markup(
        "rect",
        [
          "x": Picture.number(min(start, end)), "y": Picture.number(height),
          "width": Picture.number(width), "height": Picture.number(Picture.barHeight),
          "fill": look.fill, "stroke": look.stroke, "stroke-width": "1.5",
        ]))
  }

  /// Writes a value to the right of a place, at the present height.
  mutating func value(_ text: String, x: Double) {
    write(text, x: x, y: height + Picture.barHeight - 5, weight: "600")
  }

  /// Draws a vertical line from the present height, `length` downwards.
  mutating func line(x: Double, length: Double, isDashed: Bool) {
    nodes.append(
      Markup(
        "line",
        [
          "x1": Picture.number(x), "x2": Picture.number(x), "y1": Picture.number(height),
          "y2": Picture.number(height + length), "stroke": Palette.ink, "stroke-width": "1",
          "stroke-dasharray": isDashed ? "3 3" : nil,
        ]))
  }

  /// Groups what a closure draws under a title with its full text.
  mutating func group(_ title: String, _ draw: (inout Picture) -> Void) {
    let before = nodes
    nodes = []
    draw(&self)
    nodes = before + [Markup("g", [:], [Markup("title", text: title)] + nodes)]
  }

  /// Draws a shape that no other method draws.
  mutating func shape(_ shape: Markup) { nodes.append(shape) }

  /// Writes lines of text to the right of a place, from a height downwards, over what lies there.
  mutating func lines(_ lines: [String], x: Double, top: Double, weight: String? = nil) {
    for (index, line) in lines.enumerated() {
      let baseline = top + Lettering.size + Double(index) * Lettering.lineHeight
      nodes.append(
        Markup(
          "text",
          [
            "x": Picture.number(x), "y": Picture.number(baseline), "font-weight": weight,
            "stroke": "#ffffff", "stroke-width": "3", "stroke-linejoin": "round",
            "paint-order": "stroke",
          ], text: line))
    }
  }

  /// Moves down.
  mutating func advance(_ distance: Double) { height += distance }

  /// The finished picture with its text alternative.
  func svg(title: String, description: String) -> Markup {
    Markup(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": title,
        "viewBox": "0 0 \(Picture.number(Picture.width)) \(Picture.number(height))",
        "font-family": "system-ui, Helvetica, Arial, sans-serif",
        "font-size": Picture.number(Lettering.size), "fill": Palette.ink,
      ],
      [Markup("title", text: title), Markup("desc", text: description)] + nodes)
  }

  private mutating func write(
    _ text: String, x: Double, y: Double, weight: String? = nil
  ) {
    nodes.append(
      Markup(
        "text",
        [
          "x": Picture.number(x), "y": Picture.number(y), "font-weight": weight,
        ], text: text))
  }

  /// A coordinate with one decimal at most.
  static func number(_ value: Double) -> String {
    DecimalText.exact(DecimalText.round(value, decimals: 1))
  }
}

/// Colours that differ for colour-blind readers and in grey (Okabe and Ito, 2008, darkened).
enum Palette {
  static let ink = "#1c2b33"
  static let solid = "#0b5c85"
  static let loss = "#b04a00"
  static let pale = "#a8d0e6"
}

extension Picture.Look {
  fileprivate var fill: String {
    switch self {
    case .solid: Palette.solid
    case .outlined: "#ffffff"
    case .pale: Palette.pale
    }
  }

  fileprivate var stroke: String {
    switch self {
    case .solid, .pale: Palette.solid
    case .outlined: Palette.loss
    }
  }
}
