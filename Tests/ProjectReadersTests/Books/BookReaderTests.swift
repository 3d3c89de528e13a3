import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct BookReaderTests {
  @Test func `a file is known by what it holds and not by its name`() throws {
    let formats = try [
      AuditFiles.text(), Statements.month(version: 2), Invoices.text(), CodaFiles.text,
    ].map { try ReadBook($0).reading.format }
    #expect(
      formats == ["XAF 3.2", "CAMT.053 version 02", "UBL 2.1 invoice (NLCIUS)", "CODA version 2"])
  }

  @Test func `a statement without a namespace or with a new one is read by its words`() throws {
    let text = Statements.month(version: 8)
    let bare = try ReadBook(text.replacing(" xmlns=\"\(Statements.namespace(8))\"", with: ""))
    #expect(bare.reading.format == "CAMT.053")
    #expect(bare.sink.lines.count == 7)
    let new = try ReadBook(text.replacing("001.08", with: "001.21"))
    #expect(new.codes == ["ledger.unknown_version", "ledger.pending"])
    #expect(new.sink.lines.count == 7)
  }

  @Test(arguments: ["", "hello", "<html/>", "a,b\n1,2\n", "00000", "{}"])
  func `what is no book is one finding`(text: String) throws {
    let read = try ReadBook(text)
    #expect(read.codes == [text.isEmpty ? "ledger.empty" : "ledger.unknown_format"])
    #expect(read.reading.format == "")
  }

  @Test func `XML that cannot be read says why`() throws {
    #expect(try ReadBook("<!DOCTYPE a SYSTEM 'x'><a/>").codes == ["ledger.document_type"])
    #expect(try ReadBook("<").codes.count == 1)
  }

  @Test func `a summary ranks parties and finds transfers between own accounts`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "a")
    try Data(Statements.month(version: 8).utf8).write(to: url)
    let summary = BookSummary()
    _ = try BookReader().read(fileAt: url, file: "a", into: summary)
    #expect(summary.total.lines == 7)
    #expect(summary.total.debit == 25_000)
    #expect(summary.total.credit == 16_440)
    #expect(
      summary.partySums.map(\.party.name) == [
        "Klant & Zoon", "Supplies Inc", "Een", "Twee", "Buurtbakker (fictief)",
      ])
    #expect(summary.partySums.map(\.paid) == [0, 9_200, 3_500, 2_500, 0])
    #expect(summary.partySums.map(\.received) == [25_000, 0, 0, 0, 0])
    #expect(summary.transfers(within: summary.ownAccounts).lines == 0)
    let moved = summary.transfers(within: ["NL00WIJK0000000002"])
    #expect(moved.lines == 1)
    #expect(moved.debit == 25_000)
  }

  @Test func `of books only the costs and the income of a party count`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "a")
    try Data(AuditFiles.text().utf8).write(to: url)
    let summary = BookSummary()
    _ = try BookReader().read(fileAt: url, file: "a", into: summary)
    #expect(summary.partySums.map(\.party.id) == ["S002", "S001"])
    #expect(summary.partySums.map(\.paid) == [20_000, 8_000])
  }
}
