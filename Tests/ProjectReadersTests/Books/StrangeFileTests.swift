import ImpactModel
import ProjectReaders
import Testing

/// Files that are mistaken for books: each is refused with what to do instead.
@Suite struct StrangeFileTests {
  private static let camt = "urn:iso:std:iso:20022:tech:xsd:camt."

  @Test(arguments: [
    ("PK\u{3}\u{4}rest", "ZIP", "Unpack"),
    ("%PDF-1.7\n", "PDF", "CAMT.053"),
    (
      "<Document xmlns=\"\(camt)052.001.02\"><BkToCstmrAcctRpt/></Document>", "CAMT.052",
      "CAMT.053"
    ),
    (
      "<Document xmlns=\"\(camt)054.001.02\"><BkToCstmrDbtCdtNtfctn/></Document>", "CAMT.054",
      "CAMT.053"
    ),
    (":20:X\r\n:25:NL00WIJK0000000001\r\n:28C:1\r\n", "MT940", "CAMT.053"),
    ("<AuditFile xmlns=\"urn:StandardAuditFile-Taxation-Financial:NO\"/>", "SAF-T", "XAF"),
    ("<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:x\"/>", "CII", "UBL"),
    ("<StandardBusinessDocument xmlns=\"urn:x\"/>", "Peppol", "file of its own"),
    ("a;b;c;d;e\n1;2;3;4;5\n", "no profile", "books/profiles"),
    ("1,2,3,4,5,6,7,8,9\r\n", "no profile", "books/profiles"),
    ("\na;b;c;d;e;f;g;h;i", "no profile", "books/profiles"),
    ("1,2,3,4,5,6,7,8", "no kind", "XAF"),
    ("[1,2,3,4,5,6,7,8,9]\n", "no kind", "XAF"),
    (
      "<BizMsgEnvlp xmlns=\"urn:x\"><AppHdr xmlns=\"urn:y\"/><Document/></BizMsgEnvlp>",
      "between banks", "CAMT.053"
    ),
  ])
  func `a file that is no book says what it is and what to do`(
    text: String, name: String, help: String
  ) throws {
    let read = try ReadBook(text)
    #expect(read.codes == ["ledger.unknown_format"])
    let finding = try #require(read.reading.findings.first)
    #expect(finding.message.english.contains(name))
    #expect(finding.help.english.contains(help))
    #expect(read.sink.books.isEmpty && read.sink.lines.isEmpty)
  }
}
