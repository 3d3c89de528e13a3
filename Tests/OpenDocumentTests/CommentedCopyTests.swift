import Foundation
import LibXML2
import OpenDocument
import TestSupport
import Testing

/// Comments are put into a copy of a document, and nothing else of it changes.
struct CommentedCopyTests {
  private func copied(_ data: Data, _ copy: CommentedCopy, ending: String) throws -> Data {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (
      folder.appending(path: "source.\(ending)"), folder.appending(path: "copy.\(ending)")
    )
    try data.write(to: source)
    try copy.write(from: source, to: target)
    return try Data(contentsOf: target)
  }

  private func sheet(_ rows: String) -> Data {
    HandMadePackage.flat("<table:table table:name=\"A &amp; B\">\(rows)</table:table>")
  }

  private func comment(_ text: String, on cells: String...) throws -> CommentedCopy {
    var copy = CommentedCopy(mark: "Tool: ")
    for cell in cells { copy.add(text, sheet: "A & B", cell: try #require(CellAddress(cell))) }
    return copy
  }

  @Test func `a comment goes to one of the cells and rows that are written once`() throws {
    let rows = """
      <table:table-row table:number-rows-repeated="3">\
      <table:table-cell office:value-type="float" office:value="7" \
      table:number-columns-repeated="4"><text:p>7</text:p></table:table-cell></table:table-row>
      """
    let copy = try copied(sheet(rows), comment("why?", on: "B2"), ending: "fods")
    let read = try ReadDocument(copy)
    let sheet = try #require(read.sheets.first)
    #expect(sheet.rows.count == 3)
    for row in sheet.rows {
      #expect(row.cells.map(\.value) == Array(repeating: .number(7), count: 4))
    }
    #expect(sheet["B2"]?.comment == "why?")
    let comments = sheet.rows.flatMap(\.cells).compactMap(\.comment)
    #expect(comments == ["why?"])
  }

  @Test func `an empty cell and one behind the last of its row get a comment too`() throws {
    let rows = """
      <table:table-row><table:table-cell/></table:table-row>\
      <table:table-row><table:table-cell table:number-columns-repeated="2"/>\
      <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>
      """
    let copy = try copied(sheet(rows), comment("here", on: "A1", "E1", "B2"), ending: "fods")
    let read = try #require(try ReadDocument(copy).sheets.first)
    #expect(read["A1"]?.comment == "here")
    #expect(read["E1"]?.comment == "here")
    #expect(read["B2"]?.comment == "here")
    #expect(read["C2"]?.text == "x")
    #expect(read["C2"]?.comment == nil)
  }

  @Test func `what a cell said before stays, but for what an earlier copy said`() throws {
    let rows = """
      <table:table-row><table:table-cell><office:annotation><dc:creator>An</dc:creator>\
      <text:p>mine</text:p></office:annotation><text:p>1</text:p></table:table-cell>\
      <table:table-cell><office:annotation><text:p>Tool: old</text:p><text:p>more</text:p>\
      </office:annotation><text:p>2</text:p></table:table-cell>\
      <table:table-cell><office:annotation><text:p>mine</text:p><text:p/>\
      <text:p><text:span>Tool</text:span>: old</text:p></office:annotation></table:table-cell>\
      </table:table-row>
      """
    let copy = try copied(sheet(rows), comment("Tool: new", on: "A1", "C1"), ending: "fods")
    let read = try #require(try ReadDocument(copy).sheets.first)
    #expect(read["A1"]?.comment == "mine\n\nTool: new")
    #expect(read["B1"]?.comment == nil)
    #expect(read["B1"]?.text == "2")
    #expect(read["C1"]?.comment == "mine\n\nTool: new")
    let again = try #require(
      try ReadDocument(
        try copied(copy, comment("Tool: newer", on: "C1"), ending: "fods")
      ).sheets.first)
    #expect(again["A1"]?.comment == "mine")
    #expect(again["C1"]?.comment == "mine\n\nTool: newer")
  }

  @Test func `tables inside shapes and deleted rows are not counted`() throws {
    let inner =
      "<table:table table:name=\"inner\"><table:table-row><table:table-cell/></table:table-row>"
      + "</table:table>"
    let rows = """
      <table:shapes><draw:frame>\(inner)</draw:frame></table:shapes>\
      <table:table-header-rows><table:table-row><table:table-cell><draw:frame>\(inner)\
      </draw:frame><text:p>head</text:p></table:table-cell></table:table-row>\
      </table:table-header-rows><!-- <table:table-row> -->\
      <table:table-row-group><table:table-row><table:table-cell><text:p>two</text:p>\
      </table:table-cell></table:table-row></table:table-row-group>
      """
    let copy = try copied(sheet(rows), comment("x", on: "A1", "A2"), ending: "fods")
    let read = try #require(try ReadDocument(copy).sheets.first)
    #expect(read["A1"]?.text == "head")
    #expect(read["A1"]?.comment == "x")
    #expect(read["A2"]?.text == "two")
    #expect(read["A2"]?.comment == "x")
  }

  @Test(arguments: [3, 14, 159, 2653] as [UInt64])
  func `random sheets keep every cell, whatever is repeated`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    var rows = ""
    for _ in 0..<12 {
      rows += "<table:table-row table:number-rows-repeated='\(1 + pick(4))'>"
      for _ in 0..<(1 + pick(5)) {
        let name = pick(5) == 0 ? "covered-table-cell" : "table-cell"
        let repeats = " table:number-columns-repeated=\"\(1 + pick(4))\""
        let old = "<office:annotation><text:p>o\(pick(9))</text:p></office:annotation>"
        let inside =
          (pick(4) == 0 ? old : "") + (pick(3) == 0 ? "" : "<text:p>v\(pick(99))</text:p>")
        rows +=
          inside.isEmpty
          ? "<table:\(name)\(repeats)/>"
          : "<table:\(name) office:value-type=\"string\"\(repeats)>\(inside)</table:\(name)>"
      }
      rows += "</table:table-row>\n"
    }
    let data = sheet(rows)
    var copy = CommentedCopy()
    var wanted: [CellAddress: String] = [:]
    for number in 0..<25 {
      let cell = CellAddress(column: 1 + pick(14), row: 1 + pick(20))
      wanted[cell] = "n\(number)"
      copy.add("n\(number)", sheet: "A & B", cell: cell)
    }
    let before = try #require(try ReadDocument(data).sheets.first)
    let after = try #require(try ReadDocument(try copied(data, copy, ending: "fods")).sheets.first)
    let last = try #require(after.rows.last?.number)
    for row in 1...60 {
      for column in 1...24 {
        let cell = CellAddress(column: column, row: row)
        let (old, new) = (before[cell.text], after[cell.text])
        #expect(old?.text ?? "" == new?.text ?? "", "\(cell.text)")
        let added = row <= last ? wanted[cell] : nil
        let comment = [old?.comment, added].compactMap(\.self).joined(separator: "\n\n")
        #expect(new?.comment ?? "" == comment, "\(cell.text)")
      }
    }
  }

  @Test func `a sheet stands before the others and takes the place of an earlier one`() throws {
    let data = sheet("<table:table-row><table:table-cell/></table:table-row>")
    func copy(_ word: String) -> CommentedCopy {
      CommentedCopy(
        added: AddedSheet(
          names: ["List", "Lijst"], columnWidths: [20, 30],
          rows: [
            [.text(word, .title)], [],
            [.link("go", to: LinkTarget(sheet: "A & B", cell: CellAddress(column: 1, row: 1)))],
          ]))
    }
    let once = try copied(data, copy("first"), ending: "fods")
    let twice = try ReadDocument(try copied(once, copy("second"), ending: "fods"))
    #expect(twice.sheets.map(\.sheet.name) == ["List", "A & B"])
    #expect(twice.sheets.first?["A1"]?.text == "second")
    #expect(twice.sheets.first?["A3"]?.text == "go")
  }

  @Test(arguments: ["ods", "fods"]) func `a document of ours stays valid and keeps its parts`(
    _ ending: String
  ) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sample.\(ending)")
    let sample = try Samples.rich()
    if ending == "ods" { try sample.write(to: file) } else { try sample.writeFlat(to: file) }
    let target = folder.appending(path: "copy.\(ending)")
    let first = try #require(sample.sheets.first)
    var copy = CommentedCopy(
      mark: "Tool: ", added: AddedSheet(names: ["List"], columnWidths: [40], rows: [[.text("a")]]))
    copy.add(
      "Tool: a < b & c\nsecond line", sheet: first.name, cell: CellAddress(column: 2, row: 3))
    try copy.write(from: file, to: target)
    if ending == "ods" { try keepsParts(file, target) }
    let read = try ReadDocument(SpreadsheetReader(file: target))
    let comment = try #require(read.sheets.dropFirst().first?["B3"]?.comment)
    #expect(comment.hasSuffix("Tool: a < b & c\nsecond line"))
    guard let schema = Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng") else { return }
    let content =
      ending == "ods"
      ? try #require(try PackageArchive(target).bytes(of: "content.xml", limit: 1 << 24))
      : Array(try Data(contentsOf: target))
    #expect(try XMLValidator(schema: schema).validate(Data(content)) == [])
  }

  private func keepsParts(_ file: URL, _ copy: URL) throws {
    let (one, other) = (try PackageArchive(file), try PackageArchive(copy))
    #expect(one.names == other.names)
    for name in one.names where name != "content.xml" {
      let (old, new) = (
        try one.bytes(of: name, limit: 1 << 26), try other.bytes(of: name, limit: 1 << 26)
      )
      #expect(old == new, "\(name)")
    }
  }

  @Test func `signed and unusual documents are refused`() throws {
    let rows =
      "<table:table table:name=\"A\"><table:table-row><table:table-cell/></table:table-row>"
    let content = HandMadePackage.content(rows + "</table:table>")
    var signed = HandMadePackage(content: content)
    signed.parts.append(.init("META-INF/documentsignatures.xml", "<x/>"))
    #expect(throws: CommentingError.signed) {
      try copied(signed.data, CommentedCopy(), ending: "ods")
    }
    let strange = content.replacing("xmlns:table", with: "xmlns:t").replacing(
      "<table:", with: "<t:"
    )
    .replacing("</table:", with: "</t:").replacing(" table:", with: " t:")
    #expect(throws: CommentingError.unusual("xmlns:table")) {
      try copied(HandMadePackage(content: strange).data, CommentedCopy(), ending: "ods")
    }
    let typed = content.replacing("?>", with: "?><!DOCTYPE office:document-content>")
    #expect(throws: CommentingError.unusual("DOCTYPE")) {
      try copied(HandMadePackage(content: typed).data, CommentedCopy(), ending: "ods")
    }
    #expect(throws: CommentingError.unusual("encoding")) {
      try copied(
        HandMadePackage(content: content.replacing("UTF-8", with: "ISO-8859-1")).data,
        CommentedCopy(), ending: "ods")
    }
    var locked = HandMadePackage(content: content)
    locked.parts[1].flags = 1
    #expect(throws: SpreadsheetReadError.self) {
      try copied(locked.data, CommentedCopy(), ending: "ods")
    }
  }

  @Test func `a comment that XML cannot hold is refused`() throws {
    let data = sheet("<table:table-row><table:table-cell/></table:table-row>")
    #expect(throws: SpreadsheetError.self) {
      try copied(data, comment("a\u{1}b", on: "A1"), ending: "fods")
    }
  }
}
