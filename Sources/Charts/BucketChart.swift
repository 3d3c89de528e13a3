import ImpactModel

/// A bucket with its leaks: what comes in, what stays, and through which holes the rest runs out.
///
/// The leaky bucket (Ward and Lewis, Plugging the Leaks, nef, 2002). The water stands as high as the
/// share that stays; each stream is as thick as its share.
public struct BucketChart: Sendable {
  /// One hole.
  public struct Leak: Sendable, Hashable {
    /// What readers see.
    public let label: String
    /// How much runs out; 0 or less is not drawn.
    public let amount: Double

    /// Makes a leak.
    public init(label: String, amount: Double) {
      self.label = label
      self.amount = amount
    }
  }

  /// How many leaks one picture holds; a foot line counts the others.
  public static let maximumLeaks = 16

  private let title: String
  private let kept: Leak
  private let leaks: [Leak]
  private let omitted: Int
  private let style: NumberStyle

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - kept: what stays, with its label; below 0 counts as nothing.
  ///   - leaks: where the rest goes, from top to bottom.
  ///   - style: how amounts are written.
  public init(title: String, kept: Leak, leaks: [Leak], style: NumberStyle) {
    let drawable = leaks.filter { $0.amount > 0 && $0.amount.isFinite }
    self.title = title
    self.kept = Leak(
      label: kept.label, amount: kept.amount.isFinite ? max(0, kept.amount) : 0)
    self.leaks = Array(drawable.prefix(BucketChart.maximumLeaks))
    omitted = drawable.count - self.leaks.count
    self.style = style
  }

  private static let left = 8.0
  private static let right = 150.0
  private static let slant = 18.0
  private static let labels = 192.0

  /// The picture as an `svg` element, with its amounts in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    picture.label(words(incoming))
    let top = picture.height
    let slots = leaks.map { slot(for: $0) }
    let height = max(130, slots.reduce(0) { $0 + $1.height })
    draw(on: &picture, top: top, height: height)
    var y = top
    for (leak, slot) in zip(leaks, slots) {
      let wall = Self.wall(at: y + 2 - top, of: height)
      picture.group(words(leak)) { picture in
        picture.shape(Self.stream(from: wall, y: y + 2, size: slot.size))
        picture.lines(slot.lines, x: Self.labels, top: y)
      }
      y += slot.height
    }
    picture.advance(height + 6)
    picture.label(words(kept))
    if omitted > 0 { picture.label(omission) }
    let all = [incoming] + leaks + [kept]
    let description = (all.map(words) + (omitted > 0 ? [omission] : [])).joined(separator: "; ")
    return picture.svg(title: title, description: description + ".")
  }

  /// All that came in: what stays and what leaks, those not drawn left out.
  private var incoming: Leak {
    Leak(
      label: Text("Spent", nl: "Besteed")[style.language],
      amount: leaks.reduce(kept.amount) { $0 + $1.amount })
  }

  private var omission: String {
    Text(
      "and \(omitted) more, not drawn", nl: "en nog \(omitted), niet getekend"
    )[style.language]
  }

  private func words(_ leak: Leak) -> String { "\(leak.label): \(style.text(leak.amount))" }

  private func slot(for leak: Leak) -> (lines: [String], size: Double, height: Double) {
    let room = Picture.width - Self.labels - Picture.margin
    let lines =
      Lettering.lines(leak.label, width: room, atMost: 2)
      + Lettering.lines(style.text(leak.amount), width: room, atMost: 1)
    let size = max(1.5, incoming.amount > 0 ? 120 * leak.amount / incoming.amount : 0)
    let height = max(Double(lines.count) * Lettering.lineHeight + 3, size + 4) + 4
    return (lines, size, height)
  }

  /// The right wall of the bucket at a depth below its rim.
  private static func wall(at depth: Double, of height: Double) -> Double {
    right - slant * depth / height
  }

  /// The water, and the walls over it.
  private func draw(on picture: inout Picture, top: Double, height: Double) {
    let share = incoming.amount > 0 ? kept.amount / incoming.amount : 0
    let depth = height * (1 - share)
    let bottom = (left: Self.left + Self.slant, right: Self.right - Self.slant)
    let surface = (
      left: Self.left + Self.slant * (1 - share), right: Self.wall(at: depth, of: height)
    )
    let water = [
      (surface.left, top + depth), (surface.right, top + depth), (bottom.right, top + height),
      (bottom.left, top + height),
    ]
    picture.shape(Markup("polygon", ["points": Self.points(water), "fill": Palette.pale]))
    let walls = [
      (Self.left, top), (bottom.left, top + height), (bottom.right, top + height),
      (Self.right, top),
    ]
    picture.shape(
      Markup(
        "polyline",
        [
          "points": Self.points(walls), "fill": "none", "stroke": Palette.ink,
          "stroke-width": "3", "stroke-linejoin": "round",
        ]))
  }

  private static func stream(from wall: Double, y: Double, size: Double) -> Markup {
    Markup(
      "rect",
      [
        "x": Picture.number(wall), "y": Picture.number(y),
        "width": Picture.number(labels - 8 - wall), "height": Picture.number(size),
        "fill": "#ffffff", "stroke": Palette.loss, "stroke-width": "1.5",
      ])
  }

  private static func points(_ points: [(Double, Double)]) -> String {
    points.map { Picture.number($0.0) + "," + Picture.number($0.1) }.joined(separator: " ")
  }
}
