import Foundation
import Testing

@testable import Charts

/// What a test reads back from a picture.
struct Drawing {
  /// A bar.
  struct Bar: Equatable {
    let x: Double
    let width: Double
    let fill: String
  }

  /// A piece of text with the edges that it reaches by estimate.
  struct Lettered {
    let text: String
    let left: Double
    let right: Double
    let baseline: Double
  }

  let bars: [Bar]
  let texts: [Lettered]

  init(_ svg: Markup) throws {
    let source = svg.rendered
    bars = try source.matches(of: /<rect x="([^"]+)" y="[^"]+" width="([^"]+)"[^>]*fill="([^"]+)"/)
      .map { match in
        Bar(
          x: try #require(Double(match.1)), width: try #require(Double(match.2)),
          fill: String(match.3))
      }
    texts = try source.matches(of: /<text x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)</).map { match in
      let x = try #require(Double(match.1))
      return Lettered(
        text: String(match.3), left: x, right: x + Lettering.width(match.3),
        baseline: try #require(Double(match.2)))
    }
  }

  /// Whether all text and all bars lie on the sheet.
  var isUncut: Bool {
    texts.allSatisfy { $0.left >= 0 && $0.right <= Picture.width }
      && bars.allSatisfy { $0.x >= 0 && $0.x + $0.width <= Picture.width }
  }

  /// Whether no two pieces of text cover each other.
  var isLegible: Bool {
    texts.indices.allSatisfy { first in
      texts.indices.filter { $0 > first }.allSatisfy { second in
        let (one, other) = (texts[first], texts[second])
        return abs(one.baseline - other.baseline) >= Lettering.size - 1
          || one.right <= other.left || other.right <= one.left
      }
    }
  }
}
