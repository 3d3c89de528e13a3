import ImpactModel

/// How a total comes about step by step: a first total, what each step changes, the last total.
public struct WaterfallChart: Sendable {
  /// One line of the chart.
  public struct Step: Sendable, Hashable {
    /// What a line shows.
    public enum Kind: Sendable, Hashable {
      /// A total, drawn from zero.
      case total
      /// A change of the running total.
      case change
    }

    /// What readers see.
    public let label: String
    /// The total, or by how much the running total changes.
    public let value: Double
    /// Which of the two.
    public let kind: Kind

    /// Makes a line.
    public init(label: String, value: Double, kind: Kind) {
      self.label = label
      self.value = value
      self.kind = kind
    }
  }

  /// A line with the two ends of its bar.
  private struct Placed {
    let step: Step
    let start: Double
    let end: Double
  }

  private let title: String
  private let lines: [Placed]
  private let style: NumberStyle

  /// Makes a chart; steps whose value is not finite are left out.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - steps: totals and changes from top to bottom.
  ///   - style: how values are written.
  public init(title: String, steps: [Step], style: NumberStyle) {
    self.title = title
    self.style = style
    var running = 0.0
    lines = steps.filter(\.value.isFinite).map { step in
      let start = step.kind == .total ? 0 : running
      running = start + step.value
      return Placed(step: step, start: start, end: running)
    }
  }

  /// The picture as an `svg` element, with its values in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    let widest = lines.map { Lettering.valueWidth(text(of: $0.step)) }.max() ?? 0
    let scale = Scale(
      lines.flatMap { [$0.start, $0.end] }, left: Picture.margin,
      right: Picture.width - widest - 8)
    for (index, line) in lines.enumerated() {
      picture.group("\(line.step.label): \(text(of: line.step))") {
        draw(line, on: &$0, scale)
        if index + 1 < lines.count { connect(line, with: lines[index + 1], on: &$0, scale) }
        $0.advance(Picture.gap)
      }
    }
    let words = lines.map { "\($0.step.label): \(text(of: $0.step))" }
    return picture.svg(title: title, description: words.joined(separator: "; ") + ".")
  }

  private func draw(_ line: Placed, on picture: inout Picture, _ scale: Scale) {
    let (start, end) = (scale.place(line.start), scale.place(line.end))
    picture.label(line.step.label)
    picture.bar(from: start, to: end, look: look(of: line.step))
    if line.step.kind == .total {
      picture.line(x: scale.place(0), length: Picture.barHeight, isDashed: false)
    }
    picture.value(text(of: line.step), x: max(start, end) + 6)
    picture.advance(Picture.barHeight)
  }

  /// Leads the eye from the end of one bar to the next, where no label stands in between.
  private func connect(
    _ line: Placed, with next: Placed, on picture: inout Picture, _ scale: Scale
  ) {
    let label = Picture.size(ofLabel: next.step.label)
    let x = scale.place(line.end)
    guard x > label.width + 4 else { return }
    picture.line(x: x, length: Picture.gap + label.height, isDashed: true)
  }

  private func look(of step: Step) -> Picture.Look {
    if step.value < 0 { return .outlined }
    return step.kind == .total ? .solid : .pale
  }

  /// A change carries its sign, also where it adds.
  private func text(of step: Step) -> String {
    let text = style.text(step.value)
    return step.kind == .change && step.value > 0 ? "+" + text : text
  }
}
