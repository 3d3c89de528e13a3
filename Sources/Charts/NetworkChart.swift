import Foundation
import ImpactModel

/// A network as dots on a circle, group by group, with a line for each pair that is tied.
///
/// Groups differ in shape as well as in colour, so that they survive grey paper. A few dots have
/// their names beside them; of more the names stand in a list below, by number.
public struct NetworkChart: Sendable {
  /// How many nodes one picture holds; a foot line counts the others.
  public static let maximumNodes = 60
  /// Up to so many nodes have their names beside them.
  static let mostNamed = 8

  /// A tie in words.
  public struct TieInWords: Sendable, Hashable {
    /// One end.
    public let one: String
    /// The other end; a word for ties among the things that one node stands for.
    public let other: String
    /// How many ties there are.
    public let count: String
  }

  private let title: String
  private let network: NetworkMap
  private let language: Language
  private let layout: NetworkLayout

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, read aloud by screen readers.
  ///   - network: the network.
  ///   - language: the language of the names.
  public init(title: String, network: NetworkMap, language: Language) {
    self.title = title
    self.network = network
    self.language = language
    layout = NetworkLayout(network, language: language)
  }

  /// Every tie in words, then the ties inside nodes, in the order of the network.
  public static func words(_ network: NetworkMap, language: Language) -> [TieInWords] {
    let labels = Dictionary(network.nodes.map { ($0.id, $0.label[language]) }) { first, _ in first }
    let between = network.ties.map { tie in
      TieInWords(
        one: labels[tie.one] ?? tie.one, other: labels[tie.other] ?? tie.other,
        count: String(tie.count))
    }
    let inside = network.nodes.filter { $0.tiesInside > 0 }.map { node in
      TieInWords(
        one: node.label[language], other: Text("among each other", nl: "onderling")[language],
        count: String(node.tiesInside))
    }
    return between + inside
  }

  /// The picture as an `svg` element, with its ties in words as a text alternative.
  public var svg: Markup {
    var picture = Picture()
    for line in layout.lines { picture.group(line.words) { $0.shape(line.shape) } }
    for dot in layout.dots {
      picture.group(dot.words) { picture in
        picture.shape(dot.shape)
        for letters in dot.letters { picture.shape(letters) }
      }
    }
    picture.advance(layout.height)
    for entry in layout.legend { picture.label(entry) }
    if layout.omitted > 0 { picture.label(omission) }
    return picture.svg(title: title, description: description)
  }

  private var description: String {
    let dots = layout.dots.map(\.words)
    let ties = NetworkChart.words(network, language: language).map {
      "\($0.one) – \($0.other): \($0.count)"
    }
    return (dots + ties + (layout.omitted > 0 ? [omission] : [])).joined(separator: "; ") + "."
  }

  private var omission: String {
    Text(
      "and \(layout.omitted) more, not drawn", nl: "en nog \(layout.omitted), niet getekend")[
        language]
  }
}
