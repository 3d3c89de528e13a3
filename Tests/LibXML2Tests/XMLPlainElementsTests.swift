import Foundation
import TestSupport
import Testing

@testable import LibXML2

/// What is recorded without libxml2 is what libxml2 would have said, damage included.
struct XMLPlainElementsTests {
  private static let words = ["a", "b", "c", "v"]

  /// Writes down what it hears.
  private final class Listener: XMLTokenListHandler {
    var heard: [String] = []

    func open(_ root: XMLStreamElement, at position: XMLStreamPosition) throws {
      heard.append("root \(root.name) \(position.line):\(position.byte)")
    }

    func take(_ tokens: XMLTokenList) throws {
      for token in tokens.tokens {
        switch token.kind {
        case .start: start(token, tokens)
        case .attribute: heard.append("@\(token.name) \(XMLToken.text(tokens.text(of: token)))")
        case .end: end(token, tokens)
        // Where a list ends between them, its start and its end are two tokens.
        case .leaf:
          start(token, tokens)
          end(token.closing, tokens)
        }
      }
    }

    private func start(_ token: XMLTokenList.Token, _ tokens: XMLTokenList) {
      heard.append("<\(token.name) " + place(token, tokens))
    }

    private func end(_ token: XMLTokenList.Token, _ tokens: XMLTokenList) {
      // Of an element without words in it nothing need be said.
      guard token.name >= 0 || heard.last?.hasPrefix("<-1 ") != true else {
        heard.removeLast()
        return
      }
      let text = token.name < 0 ? "" : XMLToken.text(tokens.text(of: token))
      heard.append("\(token.isLeaf ? ">" : "/")\(token.name) \(text) " + place(token, tokens))
    }

    private func place(_ token: XMLTokenList.Token, _ tokens: XMLTokenList) -> String {
      guard token.name >= 0 else { return "" }
      let place = tokens.position(of: token)
      return "\(place.line):\(place.byte)"
    }
  }

  /// What is heard of a document, and how its reading ends.
  private struct Reading {
    var heard: [String] = []
    var error: XMLStreamError?
  }

  private func reading(_ read: (XMLStreamParser) throws -> Void) throws -> Reading {
    let listener = Listener()
    let parser = XMLStreamParser(words: Self.words, list: listener)
    var error: XMLStreamError?
    do { try read(parser) } catch let found as XMLStreamError { error = found }
    return Reading(heard: listener.heard, error: error)
  }

  /// What libxml2 says of a document alone.
  private func parsed(_ bytes: [UInt8]) throws -> Reading {
    try reading { parser in
      try bytes.withUnsafeBufferPointer { try parser.feed($0) }
      try parser.finish()
    }
  }

  /// What is said of it where plain elements are recorded.
  private func read(_ bytes: [UInt8], part: Int, in folder: URL) throws -> Reading {
    let file = folder.appending(path: "document.xml")
    try Data(bytes).write(to: file)
    return try reading { try $0.read(fileAt: file.path, partSize: part) }
  }

  /// Compares two readings, and shows where they part.
  private func expect(
    _ reading: Reading, is other: Reading, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(reading.error == other.error, sourceLocation: sourceLocation)
    let parting = zip(reading.heard, other.heard).first { $0 != $1 }
    #expect(parting == nil, sourceLocation: sourceLocation)
    #expect(reading.heard.count == other.heard.count, sourceLocation: sourceLocation)
  }

  private func inFolder(_ work: (URL) throws -> Void) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  /// How many bytes are recorded at the start of a text, and why no more.
  private func recorded(
    _ text: [UInt8], depth: Int = 90, textLimit: Int = 10_000, prefixes: Set<String> = []
  ) throws -> (count: Int, end: XMLPlainElements.End?) {
    let parser = XMLStreamParser(words: Self.words, list: Listener())
    var elements = XMLPlainElements(
      names: XMLPlainNames(
        try #require(parser.words), prefixes: prefixes,
        dictionary: try #require(parser.context).pointee.dict),
      textLimit: textLimit)
    var recorder = XMLTokenRecorder()
    defer {
      elements.free()
      recorder.free()
    }
    let window = text + [UInt8](repeating: 0, count: XMLPlainElements.slack)
    return window.withUnsafeBufferPointer { window in
      elements.record(
        UnsafeBufferPointer(rebasing: window.prefix(text.count)), at: XMLTokenList.Place(),
        depth: depth, into: &recorder)
    }
  }

  private static let far = String(repeating: " ", count: 200)

  @Test(arguments: [
    "<a/>", "<a></a>", "<a />", "\n\t <b v=\"x\">é € 𝄞</b>", "<x w=\"it's\"/>",
    "<a>1<b/>2<x>3</x></a> <c>&amp;&lt;&gt;&quot;&apos;</c>", "<a-b.c_1>x</a-b.c_1>",
    "\r\n <a>1\r\n<b/>\r\n</a>\r\n<c/>",
  ])
  func `plain elements are recorded whole`(text: String) throws {
    let found = try recorded(Array((text + Self.far).utf8))
    #expect(found.count == text.utf8.count)
  }

  @Test(arguments: [
    ("<n:a/>", true), ("<n:b n:v=\"x\">1<c/></n:b>", true), ("<m:a/>", false), ("<n:/>", false),
    ("<:a/>", false), ("<n:1/>", false), ("<n:a:b/>", false), ("<n:a></a>", false),
    ("<a></n:a>", false), ("<a m:v=\"x\"/>", false), ("<xml:a/>", false),
    ("<a xmlns:n=\"urn:z\"/>", false),
  ])
  func `names with a prefix that the root declares are plain`(text: String, isPlain: Bool) throws {
    let found = try recorded(Array((text + Self.far).utf8), prefixes: ["n"])
    #expect(found.count == (isPlain ? text.utf8.count : 0))
  }

  @Test(arguments: [
    "<n:a/>", "<a v=\"1\" w=\"2\"/>", "<a v='1'/>", "<a v=\"&amp;\"/>", "<a v=\"<\"/>",
    "<a v=\"\n\"/>", "<a xmlns=\"x\"/>", "<a xml:lang=\"nl\"/>", "<xmla/>", "<1/>", "<-a/>",
    "<a >1</a>",
    "<a>&#65;</a>", "<a>&e;</a>", "<a>]]></a>", "<a>></a>", "<a>\r</a>", "\r<a/>", "<a>\r\r\n</a>",
    "<a>\u{1}</a>",
    "<a>\u{7F}</a>", "<a>\u{FFFE}</a>", "<a><!-- --></a>", "<a><![CDATA[x]]></a>", "<a><?p?></a>",
    "<a></b>", "<a></a >", "<a\n/>", "<é/>", "</a>", "text<a/>", "<!-- --><a/>", "<a><b></a></b>",
  ])
  func `of what is not plain nothing is recorded`(text: String) throws {
    let found = try recorded(Array((text + Self.far).utf8))
    #expect(found.count == 0)
    #expect(found.end == .unusual)
  }

  @Test func `characters that are none, depth and long texts are left to libxml2`() throws {
    for bytes: [UInt8] in [
      [0xFF], [0xC3], [0xC0, 0x80], [0xC1, 0x81], [0xE0, 0x81, 0x81], [0xED, 0xA0, 0x80],
      [0xEF, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0x80], [0],
    ] {
      let text = Array("<a>x".utf8) + bytes + Array("</a>\(Self.far)".utf8)
      #expect(try recorded(text).count == 0, "\(bytes)")
    }
    let nested = Array("<a><b><c></c></b></a>\(Self.far)".utf8)
    #expect(try recorded(nested, depth: 3).count == nested.count - Self.far.count)
    #expect(try recorded(nested, depth: 2).count == 0)
    let long = Array("<a>12345</a>\(Self.far)".utf8)
    #expect(try recorded(long, textLimit: 5).count == long.count - Self.far.count)
    #expect(try recorded(long, textLimit: 4).count == 0)
  }

  @Test func `wherever a window ends, what is not whole waits for more`() throws {
    let text = Array("<a v=\"1\">é<b>&amp;</b></a>".utf8)
    for count in 0..<text.count {
      let found = try recorded(Array(text.prefix(count)))
      #expect(found.count == 0)
      #expect(found.end == .more)
    }
  }

  /// A document of elements that are mostly plain.
  ///
  /// - Parameter prefix: what stands before most names, which the root declares.
  private func document(
    _ generator: inout SeededGenerator, size: Int, prefix: String = ""
  ) -> String {
    var xml = "<\(prefix)a xmlns=\"urn:x\" xmlns:n=\"urn:y\">"
    var open = [prefix + "a"]
    while xml.utf8.count < size {
      switch Int.random(in: 0..<40, using: &generator) {
      case 0..<12:
        let name =
          prefix + (["a", "b", "c", "other", "b1"].randomElement(using: &generator) ?? "a")
        let value =
          ["", "", " v=\"x\"", " w=\"y\"", " n:v=\"z\""].randomElement(using: &generator) ?? ""
        let text =
          ["", "1", "é\n", "x &amp; y", "\n  ", "\r\n"].randomElement(using: &generator) ?? ""
        xml += "<\(name)\(value)>\(text)</\(name)>"
      case 12..<18 where open.count < 20:
        let name = prefix + (["a", "b", "other"].randomElement(using: &generator) ?? "a")
        xml += "<\(name)>"
        open.append(name)
      case 18..<25 where open.count > 1: xml += "</\(open.removeLast())>"
      case 25..<33:
        xml += ["\n", "\r\n", "tekst", " ", "<c/>"].randomElement(using: &generator) ?? ""
      case 33:
        xml +=
          [
            "<!-- <b> > -->", "<![CDATA[<&]]>", "<?p >?>", "&#233;", "<n:b>1</n:b>", "a > b",
            "<b v='1' w=\"2\"/>", "<c xmlns=\"urn:z\"/>", "\r",
            "<n:c xmlns:n=\"urn:z\"><n:b/></n:c>", "<b\n>2</b\n>",
          ].randomElement(using: &generator) ?? ""
      default: break
      }
    }
    return xml + open.reversed().map { "</\($0)>" }.joined()
  }

  @Test(arguments: ["", "n:"])
  func `random documents are heard as libxml2 alone says them, places included`(
    prefix: String
  ) throws {
    var generator = SeededGenerator(seed: 4_711)
    try inFolder { folder in
      for _ in 0..<40 {
        let size = Int.random(in: 100...40_000, using: &generator)
        let bytes = Array(document(&generator, size: size, prefix: prefix).utf8)
        let part = Int.random(in: 1...2_000, using: &generator)
        let reading = try read(bytes, part: part, in: folder)
        #expect(reading.error == nil)
        let alone = try parsed(bytes)
        expect(reading, is: alone)
      }
    }
  }

  @Test(arguments: ["", "n:"])
  func `damaged documents end as with libxml2 alone, at the same place`(prefix: String) throws {
    var generator = SeededGenerator(seed: 77)
    try inFolder { folder in
      for _ in 0..<200 {
        let size = Int.random(in: 2_000...6_000, using: &generator)
        var bytes = Array(document(&generator, size: size, prefix: prefix).utf8)
        let place = Int.random(in: 200..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(ascii: "<"), at: place)
        default: bytes.removeSubrange(place...)
        }
        let part = Int.random(in: 20...150, using: &generator)
        let (reading, alone) = (try read(bytes, part: part, in: folder), try parsed(bytes))
        expect(reading, is: alone)
      }
    }
  }

  @Test func `an element that is longer than a window is heard all the same`() throws {
    let long = String(repeating: "x\n", count: 3_000)
    let nested = String(repeating: "<b>", count: 40) + long + String(repeating: "</b>", count: 40)
    let xml = "<a><c>1</c>" + String(repeating: nested + "<c>2</c>", count: 5) + "</a>"
    try inFolder { folder in
      let (reading, alone) = (
        try read(Array(xml.utf8), part: 10, in: folder), try parsed(Array(xml.utf8))
      )
      expect(reading, is: alone)
    }
  }

  @Test func `thousands of elements in one, and names without end, are heard all the same`() throws
  {
    let many = "<b>" + String(repeating: "<c/>", count: 9_000) + "</b>"
    let names = (0..<2_000).map { "<n\($0)><b>\($0)</b></n\($0)>" }.joined()
    let xml = "<a>\(Self.far)\(many)\(names)\(many)</a>"
    try inFolder { folder in
      let (heard, alone) = (
        try read(Array(xml.utf8), part: 32_768, in: folder), try parsed(Array(xml.utf8))
      )
      expect(heard, is: alone)
      let endless = "<a>" + (0..<30_000).map { "<n\($0)>1</n\($0)>\n" }.joined() + "</a>"
      let reading = try read(Array(endless.utf8), part: 4_096, in: folder)
      #expect(reading.error?.reason == .tooManyNames(limit: 20_000))
    }
  }
}
