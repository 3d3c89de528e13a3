import Foundation
import TestSupport

/// Documents that somebody made to break a reader, each from a report that is right.
enum HostileDocument {
  /// How many a test makes; `Tests/portfolio-hostile` makes thousands, and far larger ones.
  static let count = 72

  /// Makes the document of a number; kinds come in turn.
  static func make(
    _ number: Int, from base: [UInt8], using generator: inout SeededGenerator
  ) -> Data {
    let text = String(decoding: base, as: UTF8.self)
    func random(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &generator) }
    switch number % 12 {
    case 0: return Data(base.prefix(1 + random(base.count - 2)))
    case 1: return flipped(base, at: 60 + random(base.count - 60), by: UInt8(1 + random(254)))
    case 2: return afterDeclaration(text, bombs)
    case 3: return afterDeclaration(text, "<!DOCTYPE report SYSTEM \"file:///etc/passwd\">")
    case 4: return into(text, deep(50 + random(100_000)))
    case 5: return into(text, "<x>" + String(repeating: "y", count: 1_000_001) + "</x>")
    case 6: return Data(text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").utf8)
    case 7: return Data(text.replacing(":report:1\"", with: ":report:\(random(1_000) + 2)\"").utf8)
    case 8: return swapped(text, random)
    case 9: return into(text, "<stakeholder id=\"a\" domain=\"citizens\"/>")
    case 10: return Data(text.replacing("<project ", with: "<project x=\"&lol;\" ").utf8)
    default:
      let attributes = (0..<(1 + random(3_000))).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
      return Data(text.replacing("<conventions>", with: "<conventions \(attributes)>").utf8)
    }
  }

  private static func flipped(_ base: [UInt8], at place: Int, by mask: UInt8) -> Data {
    var bytes = base
    if bytes.indices.contains(place) { bytes[place] ^= mask }
    return Data(bytes)
  }

  private static let bombs = """
    <!DOCTYPE report [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
    <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
    """

  private static func afterDeclaration(_ text: String, _ words: String) -> Data {
    Data(text.replacing("?>\n", with: "?>\n\(words)\n", maxReplacements: 1).utf8)
  }

  private static func into(_ text: String, _ words: String) -> Data {
    Data(text.replacing("<conventions>", with: words + "<conventions>", maxReplacements: 1).utf8)
  }

  private static func deep(_ depth: Int) -> String {
    String(repeating: "<d>", count: depth) + String(repeating: "</d>", count: depth)
  }

  /// Two lines of the document change places, where that is a change.
  private static func swapped(_ text: String, _ random: (Int) -> Int) -> Data {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let (one, other) = (3 + random(lines.count - 5), 3 + random(lines.count - 5))
    if lines[one] == lines[other] {
      lines.remove(at: one)
    } else {
      lines.swapAt(one, other)
    }
    return Data(lines.joined(separator: "\n").utf8)
  }
}
