import LibXML2
import TestSupport
import Testing

/// Lists of tokens say the same as events, of the names that were asked for.
struct XMLTokenListTests {
  private struct Enough: Error {}

  private static let words = ["a", "b", "c", "v"]

  /// Writes down what it hears.
  private final class Listener: XMLTokenListHandler {
    var heard: [String] = []
    var largest = 0
    var limit = Int.max

    func open(_ root: XMLStreamElement, at position: XMLStreamPosition) throws {
      heard.append("root \(root.name) \(root.namespace ?? "-") \(position.line):\(position.byte)")
    }

    func take(_ tokens: XMLTokenList) throws {
      largest = max(largest, tokens.tokens.count)
      for token in tokens.tokens {
        let name = token.name < 0 ? "?" : XMLTokenListTests.words[Int(token.name)]
        let text = XMLToken.text(tokens.text(of: token))
        let place =
          token.name < 0 ? XMLStreamPosition(line: 0, byte: 0) : tokens.position(of: token)
        switch token.kind {
        case .start: heard.append("<\(name) \(place.line):\(place.byte)")
        case .attribute: heard.append("@\(name) \(text)")
        case .end: heard.append(">\(name) \(place.line):\(place.byte) \(text)")
        }
        if heard.count >= limit { throw Enough() }
      }
    }
  }

  /// What events say, in the same words.
  private func events(_ bytes: [UInt8], step: Int) throws -> [String] {
    var heard: [String] = []
    var path: [String] = []
    var text = ""
    func known(_ name: String) -> String { XMLTokenListTests.words.contains(name) ? name : "?" }
    let parser = XMLStreamParser { event, parser in
      let place = parser.position
      switch event {
      case .start(let element):
        if path.isEmpty {
          heard.append(
            "root \(element.name) \(element.namespace ?? "-") \(place.line):\(place.byte)")
        }
        path.append(element.name)
        let name = known(element.name)
        heard.append("<\(name) " + (name == "?" ? "0:0" : "\(place.line):\(place.byte)"))
        for attribute in element.attributes where name != "?" && known(attribute.name) != "?" {
          heard.append("@\(attribute.name) \(attribute.value)")
        }
        text = ""
      case .text(let part): text = part
      case .end(let end):
        path.removeLast()
        let name = known(end)
        heard.append(
          name == "?" ? ">? 0:0 " : ">\(name) \(place.line):\(place.byte) \(text)")
        text = ""
      }
    }
    try feed(bytes, to: parser, step: step)
    return heard
  }

  private func feed(_ bytes: [UInt8], to parser: XMLStreamParser, step: Int) throws {
    for start in stride(from: 0, to: bytes.count, by: step) {
      try Array(bytes[start..<min(start + step, bytes.count)]).withUnsafeBufferPointer {
        try parser.feed($0)
      }
    }
    try parser.finish()
  }

  private func list(_ bytes: [UInt8], step: Int, _ listener: Listener = Listener()) throws
    -> [String]
  {
    let parser = XMLStreamParser(words: XMLTokenListTests.words, list: listener)
    try feed(bytes, to: parser, step: step)
    return listener.heard
  }

  @Test func `a list names words in any namespace, with their texts and places`() throws {
    let xml = """
      <a xmlns="urn:1" v="x &amp; y"
        other="1"><b>t&#233;</b><x:c xmlns:x="urn:2"/>late<d v="2">no</d></a>
      """
    #expect(
      try list(Array(xml.utf8), step: 7) == [
        "root a urn:1 1:0", "<a 1:0", "@v x & y", "<b 2:43", ">b 2:57 té", "<c 2:57",
        ">c 2:79 ", "<? 0:0", ">? 0:0 ", ">a 2:102 ",
      ])
  }

  @Test(arguments: ["UTF-8", "ISO-8859-1"])
  func `random documents give lists as they give events, places included`(encoding: String) throws {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<40 {
      var xml = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<a xmlns=\"urn:x\">"
      var open = ["a"]
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0, 1:
          let name = ["a", "b", "c", "other"].randomElement(using: &generator) ?? "a"
          let value = ["", " v=\"é\"", "\n v='1 &lt; 2' w='3'"].randomElement(using: &generator)
          xml += "<\(name)\(value ?? "")>"
          open.append(name)
        case 2 where open.count > 1: xml += "</\(open.removeLast())>"
        case 3:
          xml += ["é", "\n", "<!-- - -->", "<![CDATA[<&]]>"].randomElement(using: &generator) ?? ""
        default: xml += "tekst &amp; "
        }
      }
      for name in open.reversed() { xml += "</\(name)>" }
      let bytes: [UInt8] =
        encoding == "UTF-8"
        ? Array(xml.utf8) : xml.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      let step = Int.random(in: 1...200, using: &generator)
      #expect(try list(bytes, step: step) == events(bytes, step: step), "\(xml)")
    }
  }

  @Test func `more elements than fit in one list come in several, none lost`() throws {
    let xml = "<a>" + String(repeating: "<b v=\"1\">2</b>", count: 20_000) + "</a>"
    let listener = Listener()
    let heard = try list(Array(xml.utf8), step: 1 << 20, listener)
    #expect(heard.count == 1 + 2 + 3 * 20_000)
    #expect(heard.count { $0 == "@v 1" } == 20_000)
    #expect(listener.largest < 5_000)
  }

  @Test func `what stands before a fault is heard before it`() throws {
    let listener = Listener()
    #expect(throws: XMLStreamError.self) {
      try list(Array("<a><b>1</b><b>2</c></a>".utf8), step: 100, listener)
    }
    #expect(listener.heard.count { $0.hasPrefix(">b") } >= 1)
    let early = Listener()
    early.limit = 4
    #expect(throws: Enough.self) {
      try list(Array("<a><b>1</b><b>2</c></a>".utf8), step: 100, early)
    }
    #expect(early.heard.count == 4)
  }

  @Test func `limits hold for lists too`() throws {
    let deep = String(repeating: "<b>", count: 101)
    #expect(throws: XMLStreamError.self) { try list(Array(deep.utf8), step: 50) }
    let long = "<a>" + String(repeating: "x", count: 1_000_001)
    #expect(throws: XMLStreamError.self) { try list(Array(long.utf8), step: 4_096) }
    #expect(throws: XMLStreamError.self) { try list(Array("<a><b>".utf8), step: 4) }
    #expect(throws: XMLStreamError.self) {
      try list(Array("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>".utf8), step: 4)
    }
  }
}
