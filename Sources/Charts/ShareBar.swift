import ImpactModel

/// One bar of a hundred percent, filled as far as a share goes, with its numbers below.
///
/// What could not be judged is in neither part and is no part of the bar; the line below counts it.
public struct ShareBar: Sendable {
  private let title: String
  private let share: Double
  private let caption: String
  private let style: NumberStyle

  /// Makes a bar, or gives `nil` where the share does not lie between nothing and the whole.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - numerator: the part, at least 0.
  ///   - denominator: the whole, above 0 and at least the part.
  ///   - caption: the numbers in words, as in “14 of 27”.
  ///   - style: how the share is written.
  public init?(
    title: String, numerator: Double, denominator: Double, caption: String, style: NumberStyle
  ) {
    guard numerator.isFinite, denominator.isFinite, numerator >= 0, denominator > 0,
      numerator <= denominator
    else { return nil }
    self.title = title
    share = numerator / denominator
    self.caption = caption
    self.style = style
  }

  /// The picture as an `svg` element, with its numbers in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    let text = "\(style.text(share)): \(caption)"
    let value = style.text(share)
    let right = Picture.width - Lettering.valueWidth(value) - 6 - Picture.margin
    picture.group(text) { picture in
      let end = Picture.margin + share * (right - Picture.margin)
      picture.bar(from: Picture.margin, to: right, look: .pale)
      if share > 0 { picture.bar(from: Picture.margin, to: end, look: .solid) }
      picture.value(value, x: right + 6)
      picture.advance(Picture.barHeight + 3)
      picture.label(caption)
    }
    return picture.svg(title: title, description: text + ".")
  }
}
