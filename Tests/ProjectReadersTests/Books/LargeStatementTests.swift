import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import ProjectReaders

/// Statements that are too large to be read in one part, written in every way that XML allows.
struct LargeStatementTests {
  /// A line that must come out of a statement.
  private struct Expected: Equatable {
    var entry = ""
    var cents: Int64 = 0
    var name: String?
    var iban: String?
    var postcode: String?
    var text: String?
    var place = (line: 1, byte: 0)

    static func == (one: Expected, other: Expected) -> Bool {
      one.entry == other.entry && one.cents == other.cents && one.name == other.name
        && one.iban == other.iban && one.postcode == other.postcode && one.text == other.text
        && one.place == other.place
    }
  }

  /// Writes a statement, and what must come out of it.
  private struct Writer {
    let encode: (String) -> [UInt8]
    private(set) var bytes: [UInt8] = []
    private(set) var expected: [Expected] = []

    init(encoding: String, _ encode: @escaping (String) -> [UInt8]) {
      self.encode = encode
      write("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n")
      write("<Document xmlns=\"\(Statements.namespace(8))\"><BkToCstmrStmt>\n")
    }

    private mutating func write(_ text: String) { bytes += encode(text) }

    private var place: (line: Int, byte: Int) { (1 + bytes.count { $0 == 10 }, bytes.count) }

    /// Opens a statement of the one account.
    mutating func open(_ id: String) {
      write("<Stmt><Id>\(id)</Id><Acct><Id><IBAN>NL00WIJK0000000001</IBAN></Id></Acct>\n")
    }

    mutating func close() { write("</Stmt>\n") }

    mutating func finish() { write("</BkToCstmrStmt></Document>\n") }

    /// Writes an entry of one payment: the texts as they are written, and what they say.
    mutating func add(
      _ number: Int, name: (String, String), text: (String, String), between: String = ""
    ) {
      let iban = "NL00WIJK" + String(1_000_000_000 + number % 97)
      let entry = place
      write("<Ntry><NtryRef>E\(number)</NtryRef><Amt Ccy=\"EUR\">\(number).05</Amt>\(between)")
      write("<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>")
      write("<BookgDt><Dt>2025-02-\(10 + number % 18)</Dt></BookgDt>\(between)<NtryDtls>")
      let detail = place
      write("<TxDtls><RltdPties><Cdtr><Pty><Nm>\(name.0)</Nm>")
      write(
        "<PstlAdr>\(between)<AdrLine>Plein 1</AdrLine><AdrLine>9999 XB Dorp</AdrLine></PstlAdr>")
      write("</Pty></Cdtr><CdtrAcct><Id><IBAN>\(iban)</IBAN></Id></CdtrAcct></RltdPties>\(between)")
      write("<RmtInf><Ustrd>\(text.0)</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n")
      expected.append(
        Expected(
          entry: "E\(number)", cents: -Int64(number * 100 + 5), name: name.1, iban: iban,
          postcode: "9999XB", text: text.1, place: (entry.line, detail.byte)))
    }

    /// Writes an entry without a payment's details.
    mutating func addBare(_ number: Int) {
      let entry = place
      write("<Ntry><NtryRef>E\(number)</NtryRef>\n<Amt Ccy='EUR'>\(number)</Amt>")
      write("<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2025-02-01</Dt></ValDt></Ntry>")
      expected.append(Expected(entry: "E\(number)", cents: Int64(number * 100), place: entry))
    }
  }

  private func write(_ writer: inout Writer, _ number: Int) {
    let plain = (name: ("Bakker \(number % 50)", "Bakker \(number % 50)"), text: ("F-1", "F-1"))
    switch number % 12 {
    case 0: writer.add(number, name: ("A &amp; B &lt;x&gt;", "A & B <x>"), text: plain.text)
    case 1: writer.add(number, name: ("Caf&#233;", "Café"), text: plain.text)
    case 2: writer.add(number, name: plain.name, text: ("<![CDATA[a<b]]> &amp; c", "a<b & c"))
    case 3: writer.add(number, name: plain.name, text: ("12<!-- > -->34", "1234"))
    case 4: writer.add(number, name: ("Café Ünïqué é", "Café Ünïqué é"), text: ("naïef", "naïef"))
    case 5: writer.add(number, name: ("\u{A0} Zorg\u{A0}", "Zorg"), text: ("\n a\nb \t", "a\nb"))
    case 6: writer.addBare(number)
    case 7: writer.add(number, name: plain.name, text: plain.text, between: "<!-- <Amt> -->")
    case 8: writer.add(number, name: plain.name, text: plain.text, between: "\n  ")
    case 9: writer.add(number, name: plain.name, text: plain.text, between: "<Xtra a='1' b='2'/>")
    default: writer.add(number, name: plain.name, text: plain.text)
    }
  }

  @Test(arguments: ["UTF-8", "ISO-8859-1"])
  func `every entry comes out with its texts and its place, however it is written`(
    encoding: String
  ) throws {
    var writer = Writer(encoding: encoding) { text in
      encoding == "UTF-8"
        ? Array(text.utf8) : text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
    for statement in 0..<4 {
      writer.open("S\(statement)")
      for number in 1...150 { write(&writer, statement * 150 + number) }
      writer.close()
    }
    writer.finish()
    #expect(writer.bytes.count > 200_000)
    let book = try ReadBook(writer.bytes)
    #expect(book.reading.findings.allSatisfy { $0.severity == .note }, "\(book.codes)")
    let parties = book.parties
    let read = zip(book.sink.lines, parties).map { line, party in
      Expected(
        entry: line.transaction, cents: line.debit - line.credit, name: party?.name,
        iban: party?.iban, postcode: party?.postcode, text: line.text,
        place: (line.line ?? 0, line.byte))
    }
    #expect(read.count == 600)
    for (line, expected) in zip(read, writer.expected) {
      var expected = expected
      // Of a text in another encoding libxml2 tells the bytes roughly at the start of its parts.
      if encoding != "UTF-8" { expected.place.byte = line.place.byte }
      #expect(line == expected)
    }
    // One number for each party, in the order in which they come.
    #expect(book.sink.parties.map(\.id) == (1...book.sink.parties.count).map { String($0) })
  }

  @Test func `a large statement that is cut is refused at the cut`() throws {
    var writer = Writer(encoding: "UTF-8") { Array($0.utf8) }
    writer.open("S")
    for number in 1...400 { write(&writer, number) }
    let cut = writer.bytes.dropLast(20)
    let book = try ReadBook(Array(cut))
    let finding = try #require(book.reading.findings.first { $0.severity == .error })
    #expect(finding.address?.byte == cut.count)
    #expect(finding.address?.line == 1 + cut.count { $0 == 10 })
  }

  private func record(_ parts: [(StatementSideRecord.Part, String)]) -> StatementSideRecord {
    var record = StatementSideRecord()
    for (part, text) in parts { record.add(part, text) }
    return record
  }

  private func expectSame(
    _ place: Int?, _ other: Int?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(place == other, sourceLocation: sourceLocation)
  }

  @Test func `a side is the party of which its texts tell, the last of each`() throws {
    var sides = StatementSides()
    let found = sides.place(
      of: record([
        (.name, "x"), (.name, "Bakker"), (.account, "nl00 wijk 0000 0000 00"),
        (.otherAccount, "77"), (.address, "Plein 1"), (.address, "1234AB Dorp"),
        (.country, "NL"), (.dutchNumber, "12345678"),
      ]))
    let place = try #require(found)
    var expected = BankParty()
    expected.name = "Bakker"
    expected.iban = "NL00WIJK0000000000"
    expected.postcode = "1234AB"
    expected.country = "NL"
    (expected.commerceNumber, expected.registerCode) = ("12345678", "0106")
    #expect(sides.party(place) == expected)
    expectSame(sides.place(of: StatementSideRecord()), nil)
  }

  @Test func `the same bytes are one side, more bytes are another, and too many are forgotten`()
    throws
  {
    var sides = StatementSides()
    let one = record([(.name, "A")])
    let two = record([(.name, "A"), (.country, "NL")])
    let places = (sides.place(of: one), sides.place(of: two))
    let (place, other) = (try #require(places.0), try #require(places.1))
    sides.keep(7, at: place)
    #expect(other != place)
    #expect(sides.number(place) == 7 && sides.number(other) == nil)
    expectSame(sides.place(of: one), place)
    sides.forgetMany()
    expectSame(sides.place(of: one), place)
    for number in 0...70_000 { _ = sides.place(of: record([(.name, String(number))])) }
    sides.forgetMany()
    let later = sides.place(of: two)
    let again = try #require(later)
    #expect(again == 0 && sides.number(again) == nil)
    #expect(sides.party(again).country == "NL")
  }
}
