/// A piece of SVG or HTML: an element with attributes and children, or text.
///
/// It is the one place where text is escaped for pictures and pages. What it writes is well-formed
/// XML that HTML parsers read alike: void elements close themselves, all others have an end tag.
public struct Markup: Sendable, Hashable {
  private indirect enum Node: Sendable, Hashable {
    case element(name: String, attributes: [String], children: [Markup])
    case text(String)
    case sequence([Markup])
  }

  private let node: Node

  /// Makes an element; attributes without a value are left out.
  ///
  /// - Parameters:
  ///   - name: the element's name, from the program and never from a user.
  ///   - attributes: names from the program, values from anywhere.
  ///   - children: what stands inside.
  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Markup] = []
  ) {
    let written = attributes.compactMap { key, value in
      value.map { "\(key)=\"\(Markup.escaped($0, inAttribute: true))\"" }
    }
    node = .element(name: name, attributes: written, children: children)
  }

  /// Makes an element that holds text.
  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
  ) {
    self.init(name, attributes, [Markup(text: text)])
  }

  /// Makes text, which is escaped.
  public init(text: String) { node = .text(text) }

  /// Puts pieces one after the other.
  public init(_ pieces: [Markup]) { node = .sequence(pieces) }

  /// The markup as text.
  public var rendered: String {
    var output = ""
    write(into: &output)
    return output
  }

  private static let voidElements: Set = ["br", "hr", "img", "link", "meta", "col"]

  private func write(into output: inout String) {
    switch node {
    case .text(let text): output += Markup.escaped(text, inAttribute: false)
    case .sequence(let pieces): for piece in pieces { piece.write(into: &output) }
    case .element(let name, let attributes, let children):
      output += "<" + name
      for attribute in attributes { output += " " + attribute }
      if Markup.voidElements.contains(name) {
        output += "/>"
        return
      }
      output += ">"
      for child in children { child.write(into: &output) }
      output += "</" + name + ">"
    }
  }

  /// Escapes text; what no page can hold, or what turns reading order around, shows as U+FFFD.
  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"" where inAttribute: output += "&quot;"
      case "\n" where inAttribute: output += "&#10;"
      case "\t", "\n": output.unicodeScalars.append(scalar)
      case _ where isRefused(scalar): output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
