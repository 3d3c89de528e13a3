import Foundation
import TestSupport
import Testing

@testable import OpenDocument

/// The scanner reads what libxml2 reads, and leaves to it what it does not know.
struct ScannerTests {
  /// All that a reading handed over, and the error that ended it.
  private struct Reading: Equatable {
    var events: [SpreadsheetReader.Event] = []
    var error: String?

    init(_ data: Data, scans: Bool) {
      do {
        try SpreadsheetReader(data).read(scans: scans) { events.append($0) }
      } catch {
        self.error = "\(error)"
      }
    }
  }

  /// How many tokens the scanner reads of a document, and whether it reads all of it.
  private func scan(_ xml: Data, pieces size: Int = 1 << 16) throws -> (tokens: Int, isWhole: Bool)
  {
    let content = ContentReader(limits: ReadingLimits()) { _ in }
    let scanner = MarkupScanner(content, depthLimit: 100, textLimit: 1_000_000)
    let bytes = [UInt8](xml)
    for start in stride(from: 0, to: bytes.count, by: size) {
      let isUsual = try bytes[start..<min(start + size, bytes.count)]
        .withUnsafeBufferPointer { try scanner.feed($0) }
      if !isUsual { return (scanner.handedOver, false) }
    }
    return (scanner.handedOver, scanner.isComplete)
  }

  private func row(_ inside: String) -> Data {
    HandMadePackage.flat(
      "<table:table table:name=\"One\"><table:table-row>\(inside)</table:table-row></table:table>")
  }

  @Test(arguments: [
    "<table:table-cell office:value-type=\"float\" office:value='1.5'/>",
    "<table:table-cell><text:p>a &amp; b &lt;c&gt; &quot;&apos; &#233;&#x1F3D8;</text:p></table:table-cell>",
    "<table:table-cell table:formula=\"of:=[.A1]&amp;&quot;x&quot;&#38;&#10;1\"/>",
    "<table:table-cell ><text:p >é 🏘️ ]] ></text:p\n></table:table-cell\t>",
    "<table:table-cell>\n <text:p>a<text:s text:c=\"2\"/>b<text:span>c</text:span></text:p></table:table-cell>",
    "<table:table-cell xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><text:p>a</text:p></table:table-cell>",
  ])
  func `plain markup is read without libxml2, however it is cut`(_ cell: String) throws {
    let xml = row(cell)
    let whole = try scan(xml)
    #expect(whole.isWhole)
    for size in [1, 2, 3, 7, 50] { #expect(try scan(xml, pieces: size) == whole) }
    #expect(Reading(xml, scans: true) == Reading(xml, scans: false))
  }

  @Test(arguments: [
    "<!-- a remark --><table:table-cell/>", "<?php 1 ?>", "<table:table-cell><![CDATA[x]]>",
    "<table:table-cell office:value-type=\"string\"><text:p>a]]>b</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"float\" office:value=\"1\" office:value=\"2\"/>",
    "<table:table-cell xmlns:q=\"urn:q\"/>", "<q:table-cell/>", "<table:table-cell q:x=\"1\"/>",
    "<table:table-cell><text:p>&nbsp;</text:p></table:table-cell>", "<text:p>&#0;</text:p>",
    "<text:p>&#xFFFE;</text:p>", "<text:p>\u{FFFE}</text:p>", "<text:p>a\rb</text:p>",
    "<text:p>a\u{1}b</text:p>", "<text:p>a\u{0}b</text:p>", "<text:p>a&b</text:p>",
    "<table:table-cell office:value-type=\"a\nb\"/>", "<table:table-cell a=\"<\"/>",
    "<table:table-cell a = \"1\"/>", "<table:table-cell a=1/>",
    "<table:table-cell a=\"1\"b=\"2\"/>",
    "<table:tablé-cell/>", "<:a/>", "<a:/>", "<a:b:c/>", "<1/>", "< a/>", "<a/ >", "</a>",
    "<a></b>",
    "<table:table-cell xml:id=\"a\"/>", "<table:table-cell xml:space=\"preserve\"/>",
    "<text:p>&#65</text:p>", "<text:p>&#x;</text:p>", "<text:p>&#X41;</text:p>",
    "<text:p>&#-1;</text:p>", "<text:p>&#1114112;</text:p>", "<text:p>&#xD800;</text:p>",
  ])
  func `other markup and mistakes are left to libxml2, from where they stand`(
    _ inside: String
  ) throws {
    let before = "<table:table-cell office:value-type=\"float\" office:value=\"7\"/>"
    let xml = row(before + inside)
    let scanned = try scan(xml)
    #expect(!scanned.isWhole)
    #expect(scanned.tokens > 0)
    #expect(Reading(xml, scans: true) == Reading(xml, scans: false))
  }

  @Test(arguments: [
    "<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "\u{FEFF}",
    "<?xml version=\"1.0'?>", "<?xml version=\"1.0\" standalone=\"maybe\"?>", "<?xml ?>", " x ",
    "<!DOCTYPE a>", "<!-- a -->", "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?>",
  ])
  func `unusual beginnings are left to libxml2`(_ start: String) throws {
    let whole = String(decoding: row("<table:table-cell/>"), as: UTF8.self)
    let root = try #require(whole.range(of: "<office:document"))
    for end in ["", "<a/>", "x", "<!-- b -->"] {
      let xml = Data((start + whole[root.lowerBound...] + end).utf8)
      #expect(try scan(xml).isWhole == false)
      #expect(Reading(xml, scans: true) == Reading(xml, scans: false))
    }
  }

  @Test(arguments: [
    "xmlns=\"urn:a\"", "xmlns:a=\"urn:a\" xmlns:b=\"urn:a\"", "xmlns:a=\"\"", "xmlns:xml=\"urn:a\"",
    "xmlns:a=\"urn:a\" xmlns:a=\"urn:a\"", "xmlns:a=\"urn:a\" xmlns:a=\"urn:b\"",
    "xmlns:=\"urn:a\"",
    "xmlns:a=\"urn:&amp;\"", "xmlns:a=\"urn:a b\"", "xmlns:a=\"]urn:a\"", "xmlns:a=\"b\"",
    "xmlns:xmlns=\"urn:a\"", "a=\"1\" a=\"1\"",
  ])
  func `namespaces that the root makes in unusual ways are left to libxml2`(
    _ declaration: String
  ) throws {
    let whole = String(decoding: row("<table:table-cell/>"), as: UTF8.self)
    let xml = Data(
      whole.replacing("<office:document ", with: "<office:document \(declaration) ").utf8)
    #expect(try scan(xml).isWhole == false)
    #expect(Reading(xml, scans: true) == Reading(xml, scans: false))
  }

  @Test func `random workbooks are read to the same events either way`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "random.fods")
    for seed in UInt64(1)...40 {
      try RandomWorkbook(seed: seed).workbook.writeFlat(to: file)
      let data = try Data(contentsOf: file)
      #expect(try scan(data).isWhole)
      let scanned = Reading(data, scans: true)
      #expect(scanned.error == nil)
      #expect(scanned == Reading(data, scans: false))
    }
  }

  @Test func `damaged markup gives the same rows and the same error either way`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "random.fods")
    var generator = SeededGenerator(seed: 31)
    let marks = Array("<>&;\"'=/: \n\r\t\u{0}\u{1}]!?-#xé".utf8) + [0xFF, 0xC0, 0xED, 0xF5]
    var refusals = 0
    for seed in UInt64(1)...20 {
      try RandomWorkbook(seed: seed).workbook.writeFlat(to: file)
      let data = try Data(contentsOf: file)
      for _ in 0..<30 {
        var changed = data
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
          let place = Int.random(in: 0..<data.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: changed[place] = marks.randomElement(using: &generator) ?? 0
          case 1: changed.remove(at: place)
          default: changed.insert(marks.randomElement(using: &generator) ?? 0, at: place)
          }
        }
        let scanned = Reading(changed, scans: true)
        if scanned.error != nil { refusals += 1 }
        let isSame = scanned == Reading(changed, scans: false)
        #expect(isSame, "\(seed): \(scanned.error ?? "read")")
      }
    }
    #expect(refusals > 200)
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `what LibreOffice saves is read without libxml2`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Samples.written(try Samples.everything()) { file in
      try OpenDocumentFile(file).convert(to: "fods", in: folder)
      let data = try Data(contentsOf: folder.appending(path: "sample.fods"))
      #expect(try scan(data).isWhole)
      #expect(Reading(data, scans: true) == Reading(data, scans: false))
    }
  }

  @Test func `texts longer than the window and deep elements are left to libxml2`() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let wide = row("<table:table-cell table:style-name=\"\(long)\"/>")
    #expect(try scan(wide).isWhole == false)
    #expect(Reading(wide, scans: true) == Reading(wide, scans: false))
    let text = row("<table:table-cell><text:p>\(long)</text:p></table:table-cell>")
    #expect(Reading(text, scans: true).error?.isEmpty == false)
    #expect(Reading(text, scans: true) == Reading(text, scans: false))
    let deep = row(String(repeating: "<text:span>", count: 200))
    #expect(Reading(deep, scans: true) == Reading(deep, scans: false))
  }
}
