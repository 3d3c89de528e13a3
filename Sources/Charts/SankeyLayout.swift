import ImpactModel

/// Where the bars and bands of a Sankey chart lie.
struct SankeyLayout {
  /// A place where flows start or end.
  struct Node {
    let id: String
    let words: String
    let lines: [String]
    let x: Double
    let top: Double
    let size: Double

    /// Its bar.
    var bar: Markup {
      Markup(
        "rect",
        [
          "x": Picture.number(x), "y": Picture.number(top),
          "width": Picture.number(SankeyLayout.barWidth), "height": Picture.number(size),
          "fill": Palette.solid,
        ])
    }
  }

  /// A flow with its shape.
  struct Band {
    let flow: Flow
    let path: Markup
  }

  static let barWidth = 10.0
  /// How high the fullest column is drawn, without gaps and labels.
  private static let fullHeight = 220.0
  private static let mostColumns = 3

  private(set) var nodes: [Node] = []
  private(set) var bands: [Band] = []
  private(set) var omitted = 0
  private(set) var height = 0.0

  /// A place before it is laid out.
  private struct Place {
    let id: String
    let label: String
    var column = 0
    var into = 0.0
    var out = 0.0

    var amount: Double { max(into, out) }
  }

  /// Lays out flows.
  init(_ flows: [Flow], style: NumberStyle) {
    let drawable = flows.filter { $0.amount > 0 && $0.from != $0.to }
    var drawn = Array(drawable.prefix(SankeyChart.maximumFlows))
    var places = Self.places(drawn, language: style.language)
    drawn = drawn.filter { flow in
      guard let from = places.first(where: { $0.id == flow.from }),
        let to = places.first(where: { $0.id == flow.to })
      else { return false }
      return from.column < to.column
    }
    omitted = drawable.count - drawn.count
    for flow in drawn {
      for index in places.indices {
        if places[index].id == flow.from { places[index].out += flow.amount }
        if places[index].id == flow.to { places[index].into += flow.amount }
      }
    }
    places = places.filter { $0.amount > 0 && $0.amount.isFinite }
    place(places, style: style)
    draw(drawn, columns: places)
  }

  /// The places in order of appearance, each in the column after all that flow into it.
  private static func places(_ flows: [Flow], language: Language) -> [Place] {
    var places: [Place] = []
    for flow in flows {
      for (id, label) in [(flow.from, flow.fromLabel), (flow.to, flow.toLabel)]
      where !places.contains(where: { $0.id == id }) {
        places.append(Place(id: id, label: label[language]))
      }
    }
    // A loop would push its places on for ever; the last column stops them.
    for _ in 1..<mostColumns {
      let columns = Dictionary(places.map { ($0.id, $0.column) }) { first, _ in first }
      for index in places.indices {
        let before = flows.filter { $0.to == places[index].id }.compactMap { columns[$0.from] }
        places[index].column = min(mostColumns - 1, (before.max() ?? -1) + 1)
      }
    }
    return places
  }

  private mutating func place(_ places: [Place], style: NumberStyle) {
    let columns = (places.map(\.column).max() ?? 0) + 1
    let width = Picture.width / Double(columns)
    let sums = (0..<columns).map { column in
      places.filter { $0.column == column }.reduce(0) { $0 + $1.amount }
    }
    let scale = Self.fullHeight / max(sums.max() ?? 1, .leastNormalMagnitude)
    for column in 0..<columns {
      var top = Picture.margin
      for place in places where place.column == column {
        let amount = style.text(place.amount)
        let room = width - Self.barWidth - 8
        let label = Lettering.lines(place.label, width: room, atMost: 3)
        let lines = label + Lettering.lines(amount, width: room, atMost: 1)
        let size = max(1.5, place.amount * scale)
        nodes.append(
          Node(
            id: place.id, words: "\(place.label): \(amount)", lines: lines,
            x: Double(column) * width + Picture.margin, top: top, size: size))
        let lettering = Double(lines.count) * Lettering.lineHeight + 3
        top += max(size, lettering) + Picture.gap
      }
      height = max(height, top)
    }
  }

  private mutating func draw(_ flows: [Flow], columns places: [Place]) {
    let byID = Dictionary(nodes.map { ($0.id, $0) }) { first, _ in first }
    let amounts = Dictionary(places.map { ($0.id, $0.amount) }) { first, _ in first }
    var left: [String: Double] = [:]
    var right: [String: Double] = [:]
    for flow in flows {
      guard let from = byID[flow.from], let to = byID[flow.to],
        let out = amounts[flow.from], let into = amounts[flow.to]
      else { continue }
      let start = from.top + (left[flow.from] ?? 0)
      let end = to.top + (right[flow.to] ?? 0)
      let (leaving, arriving) = (from.size * flow.amount / out, to.size * flow.amount / into)
      left[flow.from, default: 0] += leaving
      right[flow.to, default: 0] += arriving
      bands.append(
        Band(
          flow: flow,
          path: Self.band(
            from: (from.x + Self.barWidth, start, leaving), to: (to.x, end, arriving))))
    }
  }

  /// A band from one bar to the other, as wide at either end as it takes of the bar.
  private static func band(
    from start: (x: Double, y: Double, size: Double), to end: (x: Double, y: Double, size: Double)
  ) -> Markup {
    let middle = Picture.number((start.x + end.x) / 2)
    func point(_ x: Double, _ y: Double) -> String { Picture.number(x) + " " + Picture.number(y) }
    func curve(_ from: Double, _ to: (x: Double, y: Double)) -> String {
      "C \(middle) \(Picture.number(from)) \(middle) \(Picture.number(to.y)) \(point(to.x, to.y))"
    }
    let path = [
      "M " + point(start.x, start.y), curve(start.y, (end.x, end.y)),
      "L " + point(end.x, end.y + end.size),
      curve(end.y + end.size, (start.x, start.y + start.size)), "Z",
    ].joined(separator: " ")
    return Markup(
      "path",
      ["d": path, "fill": Palette.pale, "stroke": Palette.solid, "stroke-width": "0.5"])
  }
}
