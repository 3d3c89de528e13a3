import Foundation
import OpenDocument
import TestSupport
import Testing

/// What is hostile or broken is refused at once, with a sentence that says why.
struct HostileFileTests {
  private static let sheet = """
    <table:table table:name="One"><table:table-row><table:table-cell office:value-type="float"
    office:value="1"/></table:table-row></table:table>
    """

  private func package() -> HandMadePackage {
    HandMadePackage(content: HandMadePackage.content(Self.sheet))
  }

  private func refused(
    _ change: (inout HandMadePackage) -> Void
  ) throws -> SpreadsheetReadError.Problem? {
    var package = package()
    change(&package)
    return try ReadDocument.problem(package.data)?.problem
  }

  @Test func `the package that the other tests break is fine`() throws {
    #expect(try ReadDocument.problem(package().data) == nil)
  }

  @Test(arguments: [
    "../content.xml", "/etc/passwd", "a/../../b", "a\\b", "C:x", "./x", "a\u{1}b", "",
  ])
  func `a part whose name leads out is refused`(_ name: String) throws {
    #expect(try refused { $0.parts.append(.init(name, "x")) } == .unsafeName(name))
  }

  @Test func `parts that lie about their place are refused`() throws {
    #expect(
      try refused { $0.parts.append(.init("content.xml", "")) } == .repeatedPart("content.xml"))
    #expect(try refused { $0.parts[1].offset = 0 } == .overlappingParts("content.xml"))
    #expect(
      try refused { $0.parts[1].offset = 1 << 30 }
        == .damaged("the place of the part “content.xml”"))
    #expect(
      try refused { $0.parts[1].localName = "content.xmL" }
        == .damaged("the header of the part “content.xml”"))
    #expect(
      try refused { $0.directoryOffset = 12 } == .damaged("its directory is not where it says"))
    #expect(try refused { $0.count = 3 } == .damaged("its directory"))
    #expect(try refused { $0.count = 1 } == .damaged("its directory"))
    #expect(try refused { $0.count = 0xFFFF } == .damaged("its ZIP64 directory"))
  }

  @Test func `parts that lie about their content are refused`() throws {
    #expect(try refused { $0.parts[1].checksum = 7 } == .checksum("content.xml"))
    #expect(
      try refused { $0.parts[1].size = 10 } == .damaged("the size of the part “content.xml”"))
    #expect(
      try refused { $0.parts[1].size = 0xFFFF_FFFF } == .damaged("its ZIP64 sizes"))
    #expect(
      try refused { $0.parts[1].method = 12 } == .compressionMethod("content.xml", 12))
    #expect(try refused { $0.parts[1].method = 8 } == .damaged("compressed data"))
    #expect(try refused { $0.parts[1].flags = 1 } == .encrypted)
  }

  @Test func `a zip bomb is refused by what its directory says`() throws {
    #expect(
      try refused {
        $0.parts[1].method = 8
        $0.parts[1].size = 0xF000_0000
      } == .ratio("content.xml", limit: 500))
    var limits = ReadingLimits()
    limits.contentBytes = 100
    #expect(
      try ReadDocument.problem(package().data, limits: limits)?.problem
        == .partBytes("content.xml", limit: 100))
    limits = ReadingLimits()
    limits.parts = 1
    #expect(try ReadDocument.problem(package().data, limits: limits)?.problem == .parts(limit: 1))
  }

  @Test func `a zip bomb of our own making is refused before it is inflated`() throws {
    let text = String(repeating: "a", count: 200_000)
    try Samples.written(Samples.single(.text(text))) { file in
      let bytes = try Data(contentsOf: file)
      var limits = ReadingLimits()
      #expect(try ReadDocument.problem(bytes, limits: limits) == nil)
      limits.anyRatioBytes = 100_000
      limits.ratio = 50
      #expect(
        try ReadDocument.problem(bytes, limits: limits)?.problem
          == .ratio("content.xml", limit: 50))
    }
  }

  @Test(arguments: [
    (
      #"table:number-rows-repeated="1048576""#, 16_384,
      SpreadsheetReadError.Problem.repeatedCells(limit: 20_000_000)
    ),
    (#"table:number-rows-repeated="1048577""#, 1, .rows(limit: 1_048_576)),
    (#"table:number-rows-repeated="99999999999999999999999""#, 1, .rows(limit: 1_048_576)),
    ("", 16_385, .columns(limit: 16_384)),
    ("", 9_223_372_036_854_775_807, .columns(limit: 16_384)),
  ])
  func `a repeat bomb is refused in an instant`(
    _ rows: String, _ columns: Int, _ problem: SpreadsheetReadError.Problem
  ) throws {
    let bomb = HandMadePackage.flat(
      """
      <table:table table:name="Bomb"><table:table-row \(rows)><table:table-cell
      table:number-columns-repeated="\(columns)" office:value-type="float" office:value="1"/>
      </table:table-row></table:table>
      """)
    let clock = ContinuousClock()
    let start = clock.now
    let error = try #require(try ReadDocument.problem(bomb))
    #expect(error.problem == problem)
    #expect(error.sheet == "Bomb")
    #expect(clock.now - start < .seconds(2))
  }

  @Test func `seventeen billion empty cells are an empty sheet`() throws {
    let rows = String(
      repeating: """
        <table:table-row table:number-rows-repeated="1048576"><table:table-cell
        table:number-columns-repeated="16384"/></table:table-row>
        """, count: 50)
    let document = try ReadDocument(
      HandMadePackage.flat("<table:table table:name=\"Wide\">\(rows)</table:table>"))
    #expect(document.sheets.map(\.rows.count) == [0])
  }

  @Test(arguments: ["0", "-1", "x", "1.5", ""])
  func `a count that is none is refused`(_ count: String) throws {
    let data = HandMadePackage.flat(
      """
      <table:table table:name="One"><table:table-row table:number-rows-repeated="\(count)"/>
      </table:table>
      """)
    #expect(try ReadDocument.problem(data)?.problem == .count(count))
  }

  @Test func `a document type declaration is refused in either form`() throws {
    let laughs = """
      <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;&lol;">]>
      <office:document>&l2;</office:document>
      """
    for data in [Data(laughs.utf8), HandMadePackage(content: laughs).data] {
      let error = try #require(try ReadDocument.problem(data))
      #expect(error.description.contains("document type declaration, which is refused"))
    }
  }

  @Test func `texts, rows and depths beyond their limits are refused with their place`() throws {
    var limits = ReadingLimits()
    limits.textBytes = 10
    limits.rowBytes = 15
    func problem(_ cells: String) throws -> SpreadsheetReadError? {
      let rows = "<table:table-row/><table:table-row>\(cells)</table:table-row>"
      return try ReadDocument.problem(
        HandMadePackage.flat("<table:table table:name=\"One\">\(rows)</table:table>"),
        limits: limits)
    }
    func cell(_ text: String) -> String {
      "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }
    #expect(try problem(cell("0123456789")) == nil)
    let long = try #require(try problem(cell("0123456789a")))
    #expect(long.description == "One A2: a cell has a text of more than 10 bytes")
    let blanks = try problem(cell("<text:s text:c=\"999999999\"/>"))
    #expect(blanks?.problem == .textBytes(limit: 10))
    let row = try #require(try problem(cell("01234567") + cell("01234567")))
    #expect(row.problem == .rowBytes(limit: 15))
    #expect(row.cell?.text == "B2")
    let deep = String(repeating: "<text:span>", count: 200)
    guard case .xml(_, let error) = try problem(cell(deep))?.problem else {
      Issue.record("200 spans in one another were read")
      return
    }
    #expect(error.reason == .tooDeep(limit: 100))
  }

  @Test func `files of other kinds are told from spreadsheets`() throws {
    #expect(try ReadDocument.problem(Data())?.problem == .empty)
    #expect(try ReadDocument.problem(Data("a;b\n1;2".utf8))?.problem == .notOpenDocument)
    #expect(try ReadDocument.problem(Data([0xD0, 0xCF, 0x11, 0xE0, 1]))?.problem == .excel)
    #expect(try ReadDocument.problem(Data("<a/>".utf8))?.problem == .notSpreadsheet("office:body"))
    #expect(
      try refused { $0.parts = [.init("[Content_Types].xml", "<a/>")] } == .excel)
    #expect(
      try refused { $0.parts.removeLast() } == .missingPart("content.xml"))
    let text = "application/vnd.oasis.opendocument.text"
    #expect(try refused { $0.parts[0] = .init("mimetype", text) } == .notSpreadsheet(text))
    #expect(
      try refused {
        $0.parts[1] = .init("encrypted-package", "?")
      } == .encrypted)
    #expect(
      try refused {
        $0.parts.append(
          .init(
            "META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>"))
      } == .encrypted)
  }

  @Test func `a folder and a missing file cannot be read`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: SpreadsheetReadError.self) { try SpreadsheetReader(file: folder) }
    #expect(throws: SpreadsheetReadError(.unreadable(ENOENT))) {
      try SpreadsheetReader(file: folder.appending(path: "missing.ods"))
    }
  }

  @Test func `a package that is cut off anywhere is refused`() throws {
    try Samples.written(try Samples.everything()) { file in
      let bytes = try Data(contentsOf: file)
      var generator = SeededGenerator(seed: 21)
      for _ in 0..<300 {
        let cut = Int.random(in: 0..<bytes.count, using: &generator)
        #expect(try ReadDocument.problem(bytes.prefix(cut)) != nil, "cut at \(cut)")
      }
    }
  }

  @Test func `a package with changed bytes is refused, or reads as it did`() throws {
    try Samples.written(try Samples.everything()) { file in
      let bytes = try Data(contentsOf: file)
      let whole = try ReadDocument(bytes)
      var generator = SeededGenerator(seed: 22)
      for _ in 0..<600 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          changed[place] = UInt8.random(in: 0...255, using: &generator)
        }
        if try ReadDocument.problem(changed) == nil { #expect(try ReadDocument(changed) == whole) }
      }
    }
  }

  @Test func `a single file with changed bytes is refused or read, in bounded time`() throws {
    let flat = HandMadePackage.flat(String(repeating: Self.sheet, count: 20))
    var generator = SeededGenerator(seed: 23)
    var refusals = 0
    for _ in 0..<600 {
      var changed = flat
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<flat.count, using: &generator)
        changed[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if try ReadDocument.problem(changed) != nil { refusals += 1 }
    }
    #expect(refusals > 100)
  }

  @Test func `an element with a flood of attributes is refused before they are compared`() throws {
    let names = (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    let cell = "<table:table-row><table:table-cell \(names)/></table:table-row>"
    let sheet = "<table:table table:name=\"One\">\(cell)</table:table>"
    let flat = HandMadePackage.flat(sheet)
    let plain = String(decoding: flat, as: UTF8.self)
    let remark = plain.replacing("<office:body>", with: "<!-- x --><office:body>")
    let wide = "\u{FEFF}" + plain.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    let utf16 = try #require(wide.data(using: .utf16LittleEndian))
    let package = HandMadePackage(content: HandMadePackage.content(sheet)).data
    let clock = ContinuousClock()
    let start = clock.now
    for data in [flat, Data(remark.utf8), utf16, package] {
      let error = try #require(try ReadDocument.problem(data))
      #expect(error.description.contains("an element has more than 2000 attributes"))
    }
    // libxml2 alone takes half a minute for each.
    #expect(clock.now - start < .seconds(20))
  }

  @Test func `a bomb of counted blanks is refused`() throws {
    let cell = "<table:table-cell><text:p><text:s text:c=\"999999\"/></text:p></table:table-cell>"
    let row = "<table:table-row>\(cell)</table:table-row>"
    func problem(_ count: Int) throws -> SpreadsheetReadError.Problem? {
      let rows = String(repeating: row, count: count)
      return try ReadDocument.problem(
        HandMadePackage.flat("<table:table table:name=\"One\">\(rows)</table:table>"))?.problem
    }
    #expect(try problem(16) == nil)
    #expect(try problem(17) == .countedBlanks(limit: 16 << 20))
  }

  @Test func `values that no cell shows count as texts of their row`() throws {
    let long = String(repeating: "x", count: 900_000)
    for attribute in [
      "office:value-type=\"string\" office:string-value",
      "office:value-type=\"date\" office:date-value",
      "office:value-type=\"currency\" office:value=\"1\" office:currency", "table:formula",
    ] {
      let cell = "<table:table-cell \(attribute)=\"\(long)\"/>"
      let row = "<table:table-row>\(String(repeating: cell, count: 30))</table:table-row>"
      let data = HandMadePackage.flat("<table:table table:name=\"One\">\(row)</table:table>")
      #expect(try ReadDocument.problem(data)?.problem == .rowBytes(limit: 16 << 20))
    }
  }

  @Test func `a large part whose end is damaged is refused, and the reading can be stopped`() throws
  {
    struct Enough: Error {}
    let sheet = Sheet(name: "One", columnWidths: [20]) { rows in
      var generator = SeededGenerator(seed: 24)
      for _ in 0..<30_000 {
        try rows.row { try $0.number(Double.random(in: 0...1, using: &generator)) }
      }
    }
    let workbook = Workbook(
      title: "Large", generator: "Tests/1", language: .english, sheets: [sheet])
    try Samples.written(workbook) { file in
      let bytes = try Data(contentsOf: file)
      var rows = 0
      try SpreadsheetReader(bytes).read { if case .row = $0 { rows += 1 } }
      #expect(rows == 30_000)
      for limit in [1, 20_000] {
        var seen = 0
        #expect(throws: Enough.self) {
          try SpreadsheetReader(bytes).read { event in
            guard case .row = event else { return }
            seen += 1
            if seen == limit { throw Enough() }
          }
        }
        #expect(seen == limit)
      }
      var generator = SeededGenerator(seed: 25)
      for _ in 0..<20 {
        var changed = bytes
        let place = Int.random(in: 200..<bytes.count / 2, using: &generator)
        changed[place] ^= UInt8.random(in: 1...255, using: &generator)
        #expect(try ReadDocument.problem(changed) != nil, "byte \(place)")
      }
    }
  }
}
