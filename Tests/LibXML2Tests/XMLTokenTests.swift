import LibXML2
import Testing

/// Tokens name only what was asked for, and say the same as events.
struct XMLTokenTests {
  private struct Enough: Error {}

  /// Writes down what it hears.
  private final class Listener: XMLTokenHandler {
    var heard: [String] = []
    var limit = Int.max

    func start(_ token: XMLToken) throws {
      var line = "<\(token.name.map(String.init) ?? "?")"
      token.forEachAttribute { line += " \($0)=\(XMLToken.text($1))" }
      try hear(line)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
      try hear(String(decoding: bytes, as: UTF8.self))
    }

    func end() throws { try hear(">") }

    private func hear(_ line: String) throws {
      heard.append(line)
      if heard.count >= limit { throw Enough() }
    }
  }

  private func parse(_ xml: String, names: [XMLName], _ listener: Listener) throws {
    let parser = XMLStreamParser(names: names, tokens: listener)
    let bytes = Array(xml.utf8)
    // In parts of three bytes, so that every token is cut somewhere.
    for start in stride(from: 0, to: bytes.count, by: 3) {
      try Array(bytes[start..<min(start + 3, bytes.count)]).withUnsafeBufferPointer {
        try parser.feed($0)
      }
    }
    try parser.finish()
  }

  @Test func `a name is its place in the list, whatever its prefix`() throws {
    let listener = Listener()
    let names = [
      XMLName("cell", in: "urn:a"), XMLName("cell", in: "urn:b"), XMLName("value", in: "urn:a"),
      XMLName("plain", in: nil),
    ]
    try parse(
      """
      <x:cell xmlns:x="urn:a" xmlns="urn:b" x:value="a &amp; &lt;b&gt;" plain="1" other="2"
      ><cell>t &#233; &amp; u</cell><more x:value="3"/></x:cell>
      """, names: names, listener)
    #expect(
      listener.heard == [
        "<0 2=a & <b> 3=1", "<1", "t é & u", ">", "<? 2=3", ">", ">",
      ])
  }

  @Test func `a thousand other names do not hide those of the list`() throws {
    let listener = Listener()
    let others = (0..<1_000).map { "<other\($0)/>" }.joined()
    try parse(
      "<a>\(others)<wanted/>\(others)<wanted/></a>", names: [XMLName("wanted", in: nil)], listener)
    #expect(listener.heard.filter { $0 == "<0" }.count == 2)
    #expect(listener.heard.filter { $0 == "<?" }.count == 2_001)
  }

  @Test func `what a handler throws is thrown on, and nothing is heard after it`() throws {
    let listener = Listener()
    listener.limit = 2
    #expect(throws: Enough.self) { try parse("<a>b<c/>d</a>", names: [], listener) }
    #expect(listener.heard == ["<?", "b"])
  }
}
