import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct AuditFileVersionTests {
  /// Books in version 4.0: its own words, an amount below zero, an opening balance without a day.
  private static let text = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <auditfile xmlns="http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0">
      <header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate>
        <endDate>2025-12-31</endDate><curCode>EUR</curCode><dateCreated>2026-01-10</dateCreated><softwareDesc>x</softwareDesc><softwareVersion>1</softwareVersion><RGSVersion>3.7</RGSVersion></header>
      <company><companyName>Buurtbedrijf (fictief)</companyName><Commercenr>00000001</Commercenr>
        <customersSuppliers><customerSupplier><custSupID>S1</custSupID><custSupName>Bakker</custSupName><commerceNr>00000003</commerceNr><custSupTp>S</custSupTp><opBalDesc>10.00</opBalDesc><opBalTp>C</opBalTp><streetAddress><postalCode>9999XB</postalCode><country>NL</country></streetAddress></customerSupplier></customersSuppliers>
        <generalLedger><ledgerAccount><accID>1600</accID><accDesc>Crediteuren</accDesc><accTp>B</accTp><RGScode>BSchCreHac</RGScode></ledgerAccount><ledgerAccount><accID>4400</accID><accDesc>Kantine</accDesc><accTp>P</accTp><RGScode>WBedAlk</RGScode></ledgerAccount></generalLedger>
        <openingBalance><linesCount>1</linesCount><totalDebit>0.00</totalDebit><totalCredit>10.00</totalCredit><obLine><nr>1</nr><accID>1600</accID><amnt>10.00</amnt><amntTp>C</amntTp></obLine></openingBalance>
        <transactions><linesCount>2</linesCount><totalDebit>-5.00</totalDebit><totalCredit>-5.00</totalCredit>
          <journal><jrnID>INK</jrnID><desc>Inkoop</desc><jrnTp>P</jrnTp><transaction><nr>1</nr><desc>x</desc><periodNumber>1</periodNumber><trDt>2025-01-15</trDt><Source>A</Source>
            <trLine><nr>1</nr><accID>4400</accID><docRef>F</docRef><effDate>2025-01-15</effDate><amnt>-5.00</amnt><amntTp>D</amntTp><project>KANTINE</project></trLine>
            <trLine><nr>2</nr><accID>1600</accID><docRef>F</docRef><effDate>2025-01-15</effDate><amnt>-5.00</amnt><amntTp>C</amntTp><custSupID>S1</custSupID></trLine>
          </transaction></journal></transactions>
      </company>
    </auditfile>

    """

  @Test func `version 4 is read by its own words`() throws {
    let read = try ReadBook(Self.text)
    #expect(read.codes == [])
    #expect(read.reading.format == "XAF 4.0")
    #expect(read.sink.accounts.map(\.rgs) == ["BSchCreHac", "WBedAlk"])
    #expect(read.sink.lines.map(\.debit) == [-500, 0])
    #expect(read.sink.lines.map(\.credit) == [0, -500])
    #expect(read.sink.lines.map(\.project) == ["KANTINE", nil])
    #expect(read.sink.lines.map(\.party) == ["S1", "S1"])
    #expect(read.sink.parties.map(\.commerceNumber) == ["00000003"])
    #expect(read.sink.books.map(\.format) == ["XAF 4.0"])
  }

  private static let namespace =
    "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0"

  @Test(arguments: [
    ("http://www.auditfiles.nl/XAF/3.0", "version 3.0"),
    ("http://www.auditfiles.nl/XAF/5.1/", "version 5.1"), ("", "no namespace"),
  ])
  func `an audit file of which no version is read says which it is`(
    namespace: String, words: String
  ) throws {
    let read = try ReadBook(Self.text.replacing(Self.namespace, with: namespace))
    #expect(read.codes == ["ledger.not_yet_read"])
    #expect(read.reading.findings.first?.message.english.contains(words) == true)
    #expect(read.reading.findings.first?.address?.line == 2)
  }

  @Test(arguments: ["http://www.auditfiles.nl/XAF/", "http://www.auditfiles.nl/XAF/x", "urn:x"])
  func `a namespace that names no version is no audit file`(namespace: String) throws {
    let read = try ReadBook(Self.text.replacing(Self.namespace, with: namespace))
    #expect(read.codes == ["ledger.unknown_format"])
  }

  @Test func `a reference code of two accounts is doubted`() throws {
    let read = try ReadBook(Self.text.replacing("WBedAlk", with: "BSchCreHac"))
    #expect(read.codes == ["ledger.doubled_rgs"])
    #expect(read.reading.isSound)
  }

  @Test func `a fault in the header is found at its own line`() throws {
    let date = try ReadBook(Self.text.replacing("2025-12-31", with: "31-12-2025"))
    #expect(date.codes == ["ledger.malformed_date"])
    #expect(date.reading.findings.first?.address?.line == 4)
    let currency = try ReadBook(Self.text.replacing(">EUR<", with: ">€<"))
    #expect(currency.reading.findings.first?.address?.line != 3)
  }

  @Test func `a supplier has the account that version 3 gives`() throws {
    let text = AuditFiles.text().replacing(
      "<customerSupplierHistory>",
      with: "<bankAccount><bankAccNr>NL00 WIJK 0000 0000 03</bankAccNr></bankAccount>"
        + "<customerSupplierHistory>")
    let read = try ReadBook(text)
    #expect(read.codes == [])
    #expect(read.sink.parties.map(\.iban) == ["NL00WIJK0000000003", nil])
  }

  // MARK: Split files

  /// Writes the parts of the file, cut where a bookkeeping program might.
  private func parts(_ names: [String], marks: [String]) throws -> [URL] {
    let text = Array(AuditFiles.text().utf8)
    let folder = try Places.temporaryFolder()
    let size = text.count / names.count + 1
    return try names.indices.map { index in
      let piece = text[(index * size)..<min(text.count, (index + 1) * size)]
      let url = folder.appending(path: names[index])
      try (Data(marks[index].utf8) + Data(piece)).write(to: url)
      return url
    }
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  @Test func `the parts of a split file are read as one`() throws {
    let urls = try parts(
      ["2025_0.xaf", "2025_1.xaf", "2025_2.xaf"],
      marks: [
        "", "<!-- Vervolgbestand 2 van 3 -->",
        Self.declaration + "<!-- Vervolgbestand 3 van 3 -->",
      ])
    defer { try? FileManager.default.removeItem(at: urls[0].deletingLastPathComponent()) }
    let read = try ReadBook(urls[0])
    #expect(read.codes == [])
    #expect(read.sink.lines.count == 9)
    #expect(
      BookReader().companions(of: urls[0]).map(\.lastPathComponent) == ["2025_1.xaf", "2025_2.xaf"])
    for url in urls.dropFirst() {
      let part = try ReadBook(url)
      #expect(part.codes == ["ledger.part"])
      #expect(part.sink.lines.isEmpty)
      #expect(BookReader().companions(of: url) == [])
    }
  }

  @Test func `bytes in addresses count through the parts with their marks`() throws {
    let marks = [
      "", "<!-- Vervolgbestand 2 van 3 -->", Self.declaration + "<!-- Vervolgbestand 3 van 3 -->",
    ]
    let urls = try parts(["2025_0.xaf", "2025_1.xaf", "2025_2.xaf"], marks: marks)
    defer { try? FileManager.default.removeItem(at: urls[0].deletingLastPathComponent()) }
    let text = AuditFiles.text()
    let size = text.utf8.count / 3 + 1
    let expected = try (1...9).map { number in
      let inText = try #require(byte(of: "<trLine>", nth: number, in: text))
      return inText + marks.prefix(inText / size + 1).reduce(0) { $0 + $1.utf8.count }
    }
    #expect(try ReadBook(urls[0]).sink.lines.map(\.byte) == expected)
    #expect(Set(expected.map { $0 / size }).count > 1, "some lines stand in a later part")
  }

  @Test(arguments: [("costID", "3.2"), ("cost", "4.0")])
  func `a line gives its cost centre, under the word of its version`(
    word: String, version: String
  ) throws {
    let text = AuditFiles.text().replacing(
      "<projID>KANTINE</projID>", with: "<\(word)>WIJK</\(word)>")
    let read = try ReadBook(text)
    #expect(read.sink.lines.prefix(3).map(\.costCentre) == ["WIJK", nil, "WIJK"])
    #expect(read.sink.books.first?.taxNumber == "NL000000000B00")
  }

  @Test func `a part that is missing is said at every other part`() throws {
    let urls = try parts(
      ["2025_0.xaf", "2025_1.xaf"], marks: ["", "<!-- Vervolgbestand 2 van 3 -->"])
    defer { try? FileManager.default.removeItem(at: urls[0].deletingLastPathComponent()) }
    #expect(try ReadBook(urls[0]).codes == ["ledger.truncated"])
    #expect(try ReadBook(urls[1]).codes == ["ledger.missing_part"])
  }

  @Test func `complete files of one year are no parts of each other`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["2025-1.xaf", "2025-2.xaf"] {
      let url = folder.appending(path: name)
      try Data(AuditFiles.text().utf8).write(to: url)
      #expect(BookReader().companions(of: url) == [])
      #expect(try ReadBook(url).codes == [])
    }
  }
}
