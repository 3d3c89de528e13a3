import ImpactModel

/// Rounds of money as steps: in each what is still there, and outlined what left since the last.
public struct RoundsChart: Sendable {
  /// One round.
  public struct Round: Sendable, Hashable {
    /// What readers see.
    public let label: String
    /// What is still there, at least 0; what is not is not drawn.
    public let amount: Double

    /// Makes a round.
    public init(label: String, amount: Double) {
      self.label = label
      self.amount = amount
    }
  }

  /// How many rounds one picture holds; a foot line counts the others.
  public static let maximumRounds = 12

  private let title: String
  private let rounds: [Round]
  private let omitted: Int
  private let style: NumberStyle

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - rounds: the rounds from the first on.
  ///   - style: how amounts are written.
  public init(title: String, rounds: [Round], style: NumberStyle) {
    let drawable = rounds.filter { $0.amount >= 0 && $0.amount.isFinite }
    self.title = title
    self.rounds = Array(drawable.prefix(RoundsChart.maximumRounds))
    omitted = drawable.count - self.rounds.count
    self.style = style
  }

  /// The picture as an `svg` element, with its amounts in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    let widest = rounds.map { Lettering.valueWidth(style.text($0.amount)) }.max() ?? 0
    let scale = Scale(
      rounds.map(\.amount), left: Picture.margin, right: Picture.width - widest - 10)
    var before = 0.0
    for round in rounds {
      picture.group(words(round)) { picture in
        picture.label(round.label)
        let end = scale.place(round.amount)
        if before > round.amount {
          picture.bar(from: end, to: scale.place(before), look: .outlined)
        }
        picture.bar(from: scale.place(0), to: end, look: .solid)
        picture.value(style.text(round.amount), x: max(end, scale.place(before)) + 6)
        picture.advance(Picture.barHeight + Picture.gap)
      }
      before = round.amount
    }
    if omitted > 0 { picture.label(omission) }
    let description = (rounds.map(words) + (omitted > 0 ? [omission] : [])).joined(separator: "; ")
    return picture.svg(title: title, description: description + ".")
  }

  private var omission: String {
    Text(
      "and \(omitted) more, not drawn", nl: "en nog \(omitted), niet getekend"
    )[style.language]
  }

  private func words(_ round: Round) -> String { "\(round.label): \(style.text(round.amount))" }
}
