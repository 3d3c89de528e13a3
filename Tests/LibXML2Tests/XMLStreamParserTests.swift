import Foundation
import LibXML2
import TestSupport
import Testing

@Suite struct XMLStreamParserTests {
  private struct Stop: Error {}

  private func events(
    _ bytes: [UInt8], step: Int = 4096, limits: XMLStreamParser.Limits = .init()
  ) throws -> [XMLStreamEvent] {
    var events: [XMLStreamEvent] = []
    let parser = XMLStreamParser(limits: limits) { event, _ in events.append(event) }
    for start in stride(from: 0, to: bytes.count, by: step) {
      let part = Array(bytes[start..<min(start + step, bytes.count)])
      try part.withUnsafeBufferPointer { try parser.feed($0) }
    }
    try parser.finish()
    return events
  }

  private func events(_ text: String, step: Int = 4096) throws -> [XMLStreamEvent] {
    try events(Array(text.utf8), step: step)
  }

  private func failure(_ text: String, limits: XMLStreamParser.Limits = .init()) -> XMLStreamError?
  {
    do {
      _ = try events(Array(text.utf8), limits: limits)
      return nil
    } catch {
      return error as? XMLStreamError
    }
  }

  @Test func `elements come with their namespace, attributes and whole text`() throws {
    let read = try events("<a xmlns='urn:x' p=\"1 &amp; 2\"><b/>één &lt; <![CDATA[<twee>]]></a>")
    let expected: [XMLStreamEvent] = [
      .start(
        XMLStreamElement(
          name: "a", namespace: "urn:x",
          attributes: [.init(name: "p", namespace: nil, value: "1 & 2")])),
      .start(XMLStreamElement(name: "b", namespace: "urn:x", attributes: [])),
      .end("b"), .text("één < <twee>"), .end("a"),
    ]
    #expect(read == expected)
  }

  @Test(arguments: 1...9) func `the size of the parts changes nothing`(step: Int) throws {
    let text =
      "<?xml version=\"1.0\"?><a xmlns=\"urn:x\">"
      + (0..<40).map { "<line nr=\"\($0)\">€ \($0),50 – café</line>\n" }.joined() + "</a>"
    #expect(try events(text, step: step) == events(text, step: text.utf8.count))
  }

  @Test(arguments: ["ISO-8859-1", "Windows-1252"])
  func `a declared encoding is read`(encoding: String) throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>caf".utf8)
    let read = try events(head + [0xE9] + Array("</a>".utf8))
    #expect(read.contains(.text("café")))
  }

  @Test func `the euro sign of Windows-1252 is read`() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"Windows-1252\"?><a>".utf8)
    #expect(try events(head + [0x80] + Array("</a>".utf8)).contains(.text("€")))
  }

  @Test func `a position is the line and the byte of the element's opening`() throws {
    let text = "<a>\n  <b\n   c='1'>é</b><d/></a>"
    var places: [XMLStreamPosition] = []
    let parser = XMLStreamParser { event, parser in
      if case .start = event { places.append(parser.position) }
    }
    try Array(text.utf8).withUnsafeBufferPointer { try parser.feed($0) }
    try parser.finish()
    #expect(
      places == [
        XMLStreamPosition(line: 1, byte: 0), XMLStreamPosition(line: 2, byte: 6),
        XMLStreamPosition(line: 3, byte: 24),
      ])
  }

  @Test func `in a converted file the byte is that of the file too`() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>".utf8)
    let bytes = head + [0xE9, 0xE9] + Array("<b/></a>".utf8)
    var places: [XMLStreamPosition] = []
    let parser = XMLStreamParser { event, parser in
      if case .start = event { places.append(parser.position) }
    }
    try bytes.withUnsafeBufferPointer { try parser.feed($0) }
    try parser.finish()
    #expect(places.last == XMLStreamPosition(line: 2, byte: head.count + 2))
  }

  @Test func `a document type declaration is refused before anything in it is read`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <a>&y;&f;</a>
      """
    #expect(failure(bomb)?.reason == .documentType)
    #expect(failure("<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>")?.reason == .documentType)
  }

  @Test func `what is not well formed has a reason and a line`() {
    let error = failure("<a>\n<b>x</a>\n</b>")
    #expect(error?.position.line == 2)
    guard case .malformed(let message)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("mismatch"))
  }

  @Test func `text behind the root and an unknown prefix are malformed, not truncated`() {
    for text in ["<a/>x", "<a/><b/>", "<x:a/>", "<a>&nbsp;</a>", "niets"] {
      switch failure(text)?.reason {
      case .malformed: continue
      case .truncated where text == "niets": continue
      default: Issue.record("\(text): \(String(describing: failure(text)))")
      }
    }
  }

  @Test func `every beginning of a document is truncated or, without a byte, empty`() throws {
    let text = "<?xml version=\"1.0\"?>\n<a xmlns=\"urn:x\"><b c=\"é\">&amp;é</b><!-- x --></a>"
    let bytes = Array(text.utf8)
    for count in 1..<bytes.count {
      do {
        _ = try events(Array(bytes.prefix(count)))
        Issue.record("\(count) bytes were taken for a whole document")
      } catch let error as XMLStreamError {
        #expect(error.reason == .truncated, "\(count) bytes")
      }
    }
    #expect(failure("")?.reason == .empty)
  }

  @Test func `bytes of another encoding are an error of encoding`() {
    let error = #expect(throws: XMLStreamError.self) {
      try events(Array("<a>caf".utf8) + [0xE9, 0x20] + Array("</a>".utf8))
    }
    guard case .encoding? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    let unknown = failure("<?xml version=\"1.0\" encoding=\"wijk-1\"?><a/>")
    guard case .encoding? = unknown?.reason else {
      Issue.record("\(String(describing: unknown))")
      return
    }
  }

  @Test func `depth and length of text have limits`() {
    let limits = XMLStreamParser.Limits(depth: 3, textBytes: 10)
    #expect(failure("<a><b><c/></b></a>", limits: limits) == nil)
    #expect(failure("<a><b><c><d/></c></b></a>", limits: limits)?.reason == .tooDeep(limit: 3))
    #expect(failure("<a>0123456789</a>", limits: limits) == nil)
    #expect(failure("<a>0123456789a</a>", limits: limits)?.reason == .textTooLong(limit: 10))
  }

  @Test(arguments: [7, 1 << 12, 1 << 20])
  func `an element may have two thousand attributes, however it is cut`(_ step: Int) throws {
    func element(_ count: Int) -> String {
      "<b " + (0..<count).map { "attribute\($0)='\"'" }.joined(separator: " ") + "/>"
    }
    // Quotation marks in texts and remarks are none of an attribute.
    let before = "<a>" + String(repeating: "x=\"1\" ", count: 5_000)
    for text in [element(2_000), "<!-- \(String(repeating: "\"' ", count: 5_000)) -->"] {
      #expect(throws: Never.self) { try events(Array((before + text + "</a>").utf8), step: step) }
    }
    let error = #expect(throws: XMLStreamError.self) {
      try events(Array((before + element(2_001) + "</a>").utf8), step: step)
    }
    #expect(error?.reason == .tooManyAttributes(limit: 2_000))
    let wide = "\u{FEFF}<a>∀㰀" + element(2_001).replacing("\"", with: "∀㰀<") + "</a>"
    let utf16 = try #require(wide.data(using: .utf16BigEndian))
    #expect(throws: XMLStreamError.self) { try events(Array(utf16), step: step) }
  }

  @Test func `a document may not have names without end`() {
    func elements(_ count: Int) -> String {
      "<a>" + (0..<count).map { "<n\($0)/>" }.joined() + "</a>"
    }
    #expect(failure(elements(10_000)) == nil)
    #expect(failure(elements(25_000))?.reason == .tooManyNames(limit: 20_000))
  }

  @Test func `a handler stops the reading by throwing its own error`() throws {
    var count = 0
    let parser = XMLStreamParser { _, _ in
      count += 1
      if count == 2 { throw Stop() }
    }
    #expect(throws: Stop.self) {
      try Array("<a><b/><c/><d/></a>".utf8).withUnsafeBufferPointer { try parser.feed($0) }
    }
    #expect(count == 2)
  }

  @Test func `a file is read in parts, and a missing one is unreadable`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.xml")
    try Data("<a><b>een</b></a>".utf8).write(to: file)
    var texts: [String] = []
    let parser = XMLStreamParser { event, _ in
      if case .text(let text) = event { texts.append(text) }
    }
    try parser.read(fileAt: file.path, partSize: 3)
    #expect(texts == ["een"])
    let error = #expect(throws: XMLStreamError.self) {
      try XMLStreamParser { _, _ in }.read(fileAt: file.path + ".absent")
    }
    #expect(error?.reason == .unreadable(2))
  }
}
