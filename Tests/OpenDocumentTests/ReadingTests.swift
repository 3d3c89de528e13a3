import Foundation
import OpenDocument
import TestSupport
import Testing

/// What other programs write is read as they mean it.
struct ReadingTests {
  private func sheet(_ rows: String) throws -> ReadDocument.SheetContent {
    let table = "<table:table table:name=\"One\">\(rows)</table:table>"
    let document = try ReadDocument(HandMadePackage.flat(table))
    return try #require(document.sheets.first)
  }

  private func cell(_ element: String) throws -> ReadCell? {
    try sheet("<table:table-row>\(element)</table:table-row>")["A1"]
  }

  @Test(arguments: [
    (#"office:value-type="float" office:value="1e-05""#, ReadValue.number(0.00001)),
    (#"office:value-type="float" office:value="-12.50""#, .number(-12.5)),
    (#"office:value-type="float" office:value="0.1""#, .number(0.1)),
    (#"office:value-type="float" office:value="123456789.123456789""#, .number(123456789.12345679)),
    (#"office:value-type="percentage" office:value="0.25""#, .percentage(0.25)),
    (
      #"office:value-type="currency" office:value="7" office:currency="EUR""#,
      .currency(7, code: "EUR")
    ),
    (#"office:value-type="currency" office:value="7""#, .currency(7, code: nil)),
    (
      #"office:value-type="date" office:date-value="2024-02-29""#,
      .date(ReadDate(year: 2024, month: 2, day: 29))
    ),
    (
      #"office:value-type="date" office:date-value="2025-12-31T08:30:01.5""#,
      .date(ReadDate(year: 2025, month: 12, day: 31, seconds: 30_601.5))
    ),
    (#"office:value-type="time" office:time-value="PT27H30M00S""#, .time(99_000)),
    (#"office:value-type="time" office:time-value="-P1DT0.5S""#, .time(-86_400.5)),
    (#"office:value-type="boolean" office:boolean-value="true""#, .boolean(true)),
    (#"office:value-type="string" office:string-value="x &amp; y""#, .text("x & y")),
  ])
  func `each type of value is read, whatever the language`(
    _ attributes: String, _ value: ReadValue
  ) throws {
    #expect(try cell("<table:table-cell \(attributes)/>")?.value == value)
  }

  @Test(arguments: [
    #"office:value-type="float" office:value="INF""#,
    #"office:value-type="float" office:value="NaN""#,
    #"office:value-type="float" office:value="0x10""#,
    #"office:value-type="float" office:value="1,5""#,
    #"office:value-type="percentage" office:value="1e999""#,
    #"office:value-type="date" office:date-value="2025-02-30""#,
    #"office:value-type="date" office:date-value="31-12-2025""#,
    #"office:value-type="time" office:time-value="27:30""#,
    #"office:value-type="time" office:time-value="PT1M1H""#,
    #"office:value-type="boolean" office:boolean-value="yes""#,
    #"office:value-type="integer" office:value="1""#,
  ])
  func `a value that does not follow its type is unreadable, never a guess`(
    _ attributes: String
  ) throws {
    let cell = try cell("<table:table-cell \(attributes)><text:p>shown</text:p></table:table-cell>")
    guard case .unreadable = cell?.value else {
      Issue.record("\(attributes) was read as \(String(describing: cell?.value))")
      return
    }
    #expect(cell?.text == "shown")
  }

  @Test(arguments: ["1.234,56", "1,234.56", "1.234"])
  func `a number in a text stays a text, whatever its form`(_ text: String) throws {
    let element =
      "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    #expect(try cell(element)?.value == .text(text))
    let bare = "<table:table-cell><text:p>\(text)</text:p></table:table-cell>"
    #expect(try cell(bare)?.value == .text(text))
  }

  @Test func `rich text in a cell is its letters, with paragraphs as lines`() throws {
    let cell = try cell(
      """
      <table:table-cell office:value-type="string"><text:p>
         <text:span>a</text:span> <text:a><text:span>b</text:span></text:a><text:s text:c="2"/>c
         d<text:tab/>e<text:line-break/>f</text:p><text:p/><text:p>g<text:s text:c="0"/></text:p>
      </table:table-cell>
      """)
    #expect(cell?.text == "a b  c d\te\nf\n\ng")
    #expect(cell?.value == .text("a b  c d\te\nf\n\ng"))
  }

  @Test func `a comment is no part of the text of its cell`() throws {
    let commented = try cell(
      """
      <table:table-cell office:value-type="float" office:value="1"><office:annotation>
      <dc:creator>Somebody</dc:creator><dc:date>2025-01-01T00:00:00</dc:date>
      <text:p>first <text:span>line</text:span></text:p><text:p>second</text:p>
      </office:annotation><text:p>1</text:p></table:table-cell>
      """)
    #expect(commented?.comment == "first line\nsecond")
    #expect(commented?.text == "1")
    let bare = try cell(
      "<table:table-cell><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>"
    )
    #expect(bare?.value == .empty)
    #expect(bare?.comment == "x")
  }

  @Test func `a formula keeps its result, its errors and its language`() throws {
    let sheet = try sheet(
      """
      <table:table-row><table:table-cell table:formula="of:=SUM([.B1:.B2])"
        office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>
      <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""
        calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
      <table:table-cell table:formula="msoxl:=A1" office:value-type="float" office:value="0">
        <text:p>#REF!</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>#REF!</text:p></table:table-cell>
      <table:table-cell table:formula="of:=[.A9]"/></table:table-row>
      """)
    #expect(sheet["A1"]?.formula == "SUM([.B1:.B2])")
    #expect(sheet["A1"]?.value == .number(3))
    #expect(sheet["B1"]?.value == .error("#DIV/0!"))
    #expect(sheet["C1"]?.value == .error("#REF!"))
    #expect(sheet["C1"]?.formula == "msoxl:=A1")
    #expect(sheet["D1"]?.value == .text("#REF!"), "a text is not an error for its letters")
    #expect(sheet["E1"]?.value == .empty)
    #expect(sheet["E1"]?.formula == "[.A9]")
  }

  @Test func `repeated rows and cells are laid out, and empty ones are left out`() throws {
    let sheet = try sheet(
      """
      <table:table-column table:number-columns-repeated="1024"/>
      <table:table-header-rows><table:table-row table:number-rows-repeated="3"/>
      </table:table-header-rows>
      <table:table-row-group><table:table-row table:number-rows-repeated="2">
      <table:table-cell table:number-columns-repeated="2"/>
      <table:table-cell table:number-columns-repeated="2" office:value-type="float"
        office:value="5"><text:p>5</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="16380"/></table:table-row>
      </table:table-row-group>
      <table:table-row table:number-rows-repeated="1048571">
      <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      """)
    #expect(sheet.rows.map(\.number) == [4, 5])
    #expect(sheet.rows.map { $0.cells.map(\.column) } == [[3, 4], [3, 4]])
    #expect(sheet["D5"]?.value == .number(5))
    #expect(sheet["B5"] == nil)
  }

  @Test func `covered cells keep their place and say that they are covered`() throws {
    let sheet = try sheet(
      """
      <table:table-row><table:table-cell table:number-columns-spanned="2"
        office:value-type="string"><text:p>a</text:p></table:table-cell>
      <table:covered-table-cell office:value-type="string"><text:p>under</text:p>
      </table:covered-table-cell><table:table-cell office:value-type="string"><text:p>c</text:p>
      </table:table-cell></table:table-row>
      """)
    #expect(sheet["B1"]?.isCovered == true)
    #expect(sheet["B1"]?.value == .text("under"))
    #expect(sheet["C1"]?.value == .text("c"))
    #expect(sheet["C1"]?.isCovered == false)
  }

  @Test func `hidden sheets, rows and columns are told apart`() throws {
    let styles = """
      <style:style style:name="ta1" style:family="table"><style:table-properties
        xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" t:display="false"/></style:style>
      <style:style style:name="ta2" style:family="table"><style:table-properties/></style:style>
      """
    let row = """
      <table:table-cell office:value-type="float" office:value="1"/></table:table-row>
      """
    let document = try ReadDocument(
      HandMadePackage.flat(
        """
        <table:table table:name="Open" table:style-name="ta2">
        <table:table-column/><table:table-column table:visibility="collapse"/>
        <table:table-column table:visibility="filter" table:number-columns-repeated="2"/>
        <table:table-column/><table:table-column table:visibility="collapse"/>
        <table:table-row table:visibility="collapse">\(row)<table:table-row>\(row)
        <table:table-row table:visibility="filter">\(row)</table:table>
        <table:table table:name="Shut" table:style-name="ta1"><table:table-row>\(row)</table:table>
        """, styles: styles))
    #expect(document.sheets.map(\.sheet.name) == ["Open", "Shut"])
    #expect(document.sheets.map(\.sheet.isHidden) == [false, true])
    #expect(document.sheets.first?.sheet.hiddenColumns == [2...4, 6...6])
    #expect(document.sheets.first?.sheet.hidesColumn(3) == true)
    #expect(document.sheets.first?.rows.map(\.isHidden) == [true, false, true])
  }

  @Test func `tables in shapes, cells and the history are no sheets`() throws {
    let inner = """
      <table:table table:name="Inner"><table:table-row><table:table-cell
      office:value-type="float" office:value="9"/></table:table-row></table:table>
      """
    let document = try ReadDocument(
      HandMadePackage.flat(
        """
        <table:tracked-changes><table:deletion><table:cell-content-deletion>
        <table:table-cell office:value-type="float" office:value="8"/>
        </table:cell-content-deletion></table:deletion></table:tracked-changes>
        <table:table table:name="One"><table:shapes><draw:frame>\(inner)</draw:frame></table:shapes>
        <table:table-row><table:table-cell><draw:frame>\(inner)<text:p>caption</text:p></draw:frame>
        <text:p>own</text:p></table:table-cell></table:table-row></table:table>
        """))
    #expect(document.sheets.count == 1)
    #expect(document.sheets.first?.rows.count == 1)
    #expect(document.sheets.first?["A1"]?.value == .text("own"))
  }

  @Test func `names keep their sheet and their range`() throws {
    func name(_ name: String, _ address: String) -> String {
      "<table:named-range table:name=\"\(name)\" table:cell-range-address=\"\(address)\"/>"
    }
    let document = try ReadDocument(
      HandMadePackage.flat(
        """
        <table:table table:name="It's"><table:table-row/><table:named-expressions>
        \(name("local", "$One.$A$1"))</table:named-expressions></table:table>
        <table:named-expressions>\(name("sroi.ratio", "$'It''s.x'.$B$7"))
        \(name("block", "$One.$A$1:.$C$9"))\(name("odd", "$One.$A$1:$Two.$C$9"))
        </table:named-expressions>
        """))
    let first = CellAddress(column: 1, row: 1)
    let ratio = CellAddress(column: 2, row: 7)
    #expect(
      document.names == [
        ReadName(
          name: "local", scope: "It's", range: ReadRange(sheet: "One", first: first, last: first)),
        ReadName(
          name: "sroi.ratio", range: ReadRange(sheet: "It's.x", first: ratio, last: ratio)),
        ReadName(
          name: "block",
          range: ReadRange(sheet: "One", first: first, last: CellAddress(column: 3, row: 9))),
        ReadName(name: "odd", range: nil),
      ])
  }

  @Test func `a package reads as the single file does`() throws {
    let table = """
      <table:table table:name="One"><table:table-row><table:table-cell office:value-type="float"
      office:value="1"/></table:table-row></table:table>
      """
    let package = HandMadePackage(content: HandMadePackage.content(table))
    let flat = try ReadDocument(HandMadePackage.flat(table))
    #expect(try ReadDocument(package) == flat)
    #expect(flat.sheets.first?["A1"]?.value == .number(1))
  }

  @Test func `reading stops where the visitor throws, with its error`() throws {
    struct Enough: Error {}
    try Samples.written(try Samples.everything()) { file in
      var rows = 0
      #expect(throws: Enough.self) {
        try SpreadsheetReader(file: file).read { event in
          guard case .row = event else { return }
          rows += 1
          if rows == 2 { throw Enough() }
        }
      }
      #expect(rows == 2)
    }
  }

  @Test func `an address is read from the letters that it is written in`() {
    for column in [1, 26, 27, 703, 16_384] {
      let address = CellAddress(column: column, row: column)
      #expect(CellAddress(address.text) == address)
    }
    for text in ["", "B", "2", "B0", "B-1", "2B", "B1x", "ABCDEFGH1", "B1234567890"] {
      #expect(CellAddress(text) == nil)
    }
  }
}
