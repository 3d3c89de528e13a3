import Foundation
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
        case .end: heard.append(end(token, name, place, text))
        case .leaf:
          heard.append("<\(name) \(place.line):\(place.byte)")
          let close = token.closing
          heard.append(end(close, name, tokens.position(of: close), text))
        }
        if heard.count >= limit { throw Enough() }
      }
    }

    private func end(
      _ token: XMLTokenList.Token, _ name: String, _ place: XMLStreamPosition, _ text: String
    ) -> String {
      (token.isLeaf ? ">" : "/") + "\(name) \(place.line):\(place.byte) \(text)"
    }
  }

  /// What events say, in the same words.
  private func events(_ bytes: [UInt8], step: Int) throws -> [String] {
    var heard: [String] = []
    var path: [String] = []
    var text = ""
    var isLeaf = false
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
        isLeaf = true
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
        let mark = isLeaf ? ">" : "/"
        heard.append(
          mark + (name == "?" ? "? 0:0 " : "\(name) \(place.line):\(place.byte) \(text)"))
        text = ""
        isLeaf = false
      }
    }
    try feed(bytes, to: parser, step: step)
    return heard
  }

  /// Has a parser read a document from a file.
  private func read(
    _ bytes: [UInt8], part: Int, _ listener: Listener, whenDone: () throws -> Void = {}
  ) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "document.xml")
    try Data(bytes).write(to: file)
    let parser = XMLStreamParser(words: XMLTokenListTests.words, list: listener)
    try parser.read(fileAt: file.path, partSize: part)
    try whenDone()
  }

  /// What was heard, but for elements of other names in which there is no word.
  private func withoutStrangers(_ heard: [String]) -> [String] {
    var kept: [String] = []
    for mark in heard {
      if mark.dropFirst().hasPrefix("?"), !mark.hasPrefix("<"), kept.last == "<? 0:0" {
        kept.removeLast()
      } else {
        kept.append(mark)
      }
    }
    return kept
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
      try withoutStrangers(list(Array(xml.utf8), step: 7)) == [
        "root a urn:1 1:0", "<a 1:0", "@v x & y", "<b 2:43", ">b 2:57 té", "<c 2:57",
        ">c 2:79 ", "/a 2:102 ",
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
      #expect(
        try withoutStrangers(list(bytes, step: step))
          == withoutStrangers(events(bytes, step: step)), "\(xml)")
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

  @Test func `of an element without words in it nothing is said, nor does it count as text`() throws
  {
    let xml = "<a>1<x v=\"1\"><y>2</y>3</x>4<x><b>5</b></x><c v=\"6\">7<x/>8</c><b>9<x/></b></a>"
    #expect(
      try list(Array(xml.utf8), step: 100).map { $0.replacing(#/ [0-9]+:[0-9]+/#, with: "") } == [
        "root a -", "<a", "<?", "<b", ">b 5", "/? ", "<c", "@v 6", "/c 8", "<b", "/b ", "/a ",
      ])
  }

  @Test(arguments: [1 << 10, 1 << 16])
  func `a large file is heard as it is in one part, whatever thread parses it`(part: Int) throws {
    var generator = SeededGenerator(seed: 5)
    var xml = "<a>"
    for _ in 0..<30_000 {
      let text = String(repeating: "é\n", count: Int.random(in: 0...9, using: &generator))
      xml +=
        ["<b>\(text)</b>", "<x>\(text)<c v='\(text)'/></x>", text, "<d>\(text)</d>"]
        .randomElement(using: &generator) ?? ""
    }
    xml += "</a>"
    let bytes = Array(xml.utf8)
    let listener = Listener()
    try read(bytes, part: part, listener)
    #expect(listener.heard.count > 30_000)
    #expect(try withoutStrangers(listener.heard) == withoutStrangers(events(bytes, step: 1 << 20)))
  }

  @Test func `what is parsed ahead ends at a fault, at the end of the file and where it is left`()
    throws
  {
    let start = "<a>" + String(repeating: "<b>1</b>", count: 100_000)
    for (end, heard) in [("<b>2</c></a>", 200_002), ("", 200_002), ("</a>", 200_003)] {
      let bytes = Array((start + end).utf8)
      let listener = Listener()
      let error = #expect(throws: (any Error).self) {
        try read(bytes, part: 1 << 12, listener) { throw Enough() }
      }
      #expect((error is Enough) == (end == "</a>"))
      #expect(listener.heard.count >= heard)
      let early = Listener()
      early.limit = 50_000
      #expect(throws: Enough.self) { try read(bytes, part: 1 << 12, early) }
      #expect(early.heard.count <= 50_001)
    }
  }

  @Test func `many files read at once are each heard whole`() async throws {
    let bytes = Array(("<a>" + String(repeating: "<b>1</b>", count: 1_000) + "</a>").utf8)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<60 {
        group.addTask {
          let listener = Listener()
          try read(bytes, part: 1 << 10, listener)
          return listener.heard.count
        }
      }
      for try await count in group { #expect(count == 2_003) }
    }
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
