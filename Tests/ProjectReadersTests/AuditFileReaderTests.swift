import Foundation
import ImpactModel
import LibXML2
import ProjectReaders
import TestSupport
import Testing

@Suite struct AuditFileReaderTests {
  private let file = "books/2025.xaf"

  private func read(_ bytes: [UInt8]) throws -> (sink: CollectingSink, findings: [Finding]) {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "2025.xaf")
    try Data(bytes).write(to: url)
    let sink = CollectingSink()
    return (sink, try AuditFileReader().read(fileAt: url, file: file, into: sink))
  }

  private func read(_ text: String) throws -> (sink: CollectingSink, findings: [Finding]) {
    try read(Array(text.utf8))
  }

  /// The byte of the nth occurrence of a text, counted by hand rather than by the reader.
  private func byte(of part: String, nth: Int = 1, in text: String) -> Int? {
    var rest = text.startIndex
    for _ in 1..<nth {
      guard let found = text.range(of: part, range: rest..<text.endIndex) else { return nil }
      rest = found.upperBound
    }
    guard let found = text.range(of: part, range: rest..<text.endIndex) else { return nil }
    return text[..<found.lowerBound].utf8.count
  }

  @Test(.enabled(if: Tool.isHere("xmllint") && Places.shared("schemas/xaf-3.2") != nil))
  func `the file of these tests is valid under the official schema`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "a.xaf")
    try Data(AuditFiles.text().utf8).write(to: url)
    let schema = try #require(Places.shared("schemas/xaf-3.2/XmlAuditfileFinancieel3.2.xsd"))
    let outcome = try #require(Tool("xmllint"))
      .run(["--nonet", "--noout", "--schema", schema.path, url.path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func `a sound file gives its book, accounts, parties and lines and no finding`() throws {
    let text = AuditFiles.text()
    let (sink, findings) = try read(text)
    #expect(findings == [])
    let first = try #require(Day(year: 2025, month: 1, day: 1))
    let last = try #require(Day(year: 2025, month: 12, day: 31))
    #expect(
      sink.books == [
        LedgerBook(
          file: file, company: "Buurtbedrijf (fictief)", currency: .euro, first: first, last: last,
          format: "XAF 3.2", taxNumber: "NL000000000B00")
      ])
    #expect(sink.accounts.map(\.id) == ["1100", "1600", "4400", "4500"])
    #expect(sink.accounts.map(\.kind.rawValue) == ["B", "B", "P", "P"])
    #expect(
      sink.parties == [
        LedgerParty(
          book: file, id: "S001", name: "Buurtbakker (fictief)", commerceNumber: "00000000",
          taxNumber: "NL000000000B00", postcode: "9999AB", country: "NL"),
        LedgerParty(
          book: file, id: "S002", name: "Drukker", commerceNumber: nil, taxNumber: nil,
          postcode: "9998AA", country: nil),
      ])
    #expect(sink.lines.count == 9)
    let line = try #require(sink.lines.first)
    #expect(
      line
        == LedgerLine(
          book: file, journal: "INK", kind: .purchase, transaction: "1", number: "1",
          account: "4400", party: "S001", project: "KANTINE",
          date: try #require(Day(year: 2025, month: 1, day: 15)), debit: 10_000, credit: 0,
          byte: try #require(byte(of: "<trLine>", in: text))))
    #expect(line.address.ledger == "INK/1/1")
  }

  @Test func `a credit note is a negative debit`() throws {
    let (sink, _) = try read(AuditFiles.text())
    let note = sink.lines.filter { $0.transaction == "2" }
    #expect(note.map(\.debit) == [-2_000, 0])
    #expect(note.map(\.credit) == [0, -2_000])
  }

  @Test func `a line without a party has the only party of its transaction, and none of two`()
    throws
  {
    let (sink, _) = try read(AuditFiles.text())
    #expect(
      sink.lines.map(\.party)
        == ["S001", "S001", "S001", "S001", nil, "S002", "S001", "S001", "S001"])
  }

  @Test func `ISO-8859-1 is read as declared`() throws {
    let text = AuditFiles.text(encoding: "ISO-8859-1")
      .replacing("<custSupName>Drukker", with: "<custSupName>Drukkerij Zoë")
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let (sink, findings) = try read(bytes)
    #expect(findings == [])
    #expect(sink.parties.last?.name == "Drukkerij Zoë")
    let expected = try #require(byte(of: "<trLine>", in: text)) - 1
    #expect(sink.lines.first?.byte == expected)
  }

  @Test func `a file that is cut off gives exactly one finding, wherever the cut is`() throws {
    let bytes = Array(AuditFiles.text().utf8)
    let end = try #require(byte(of: "</auditfile>", in: AuditFiles.text()))
    var generator = SeededGenerator(seed: 25)
    for _ in 0..<60 {
      let count = Int.random(in: 1..<(end + 11), using: &generator)
      let (_, findings) = try read(Array(bytes.prefix(count)))
      #expect(findings.map(\.code) == ["ledger.truncated"], "cut at \(count)")
      #expect(findings.first?.address?.byte == count)
      let lines = bytes.prefix(count).count { $0 == 10 } + 1
      #expect(findings.first?.address?.line == lines, "cut at \(count)")
    }
  }

  @Test func `the finding about a cut-off file is in both languages, with a remedy`() throws {
    let text = String(AuditFiles.text().prefix(3000))
    let (_, findings) = try read(text)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.severity == .error)
    #expect(
      finding.message
        == Text(
          "The audit file is cut off: it ends before its last element is closed.",
          nl: "De auditfile is afgebroken: die houdt op voordat het laatste element sluit."))
    #expect(
      finding.help
        == Text(
          "Export the audit file again, as one file, and copy it whole.",
          nl: "Exporteer de auditfile opnieuw, als één bestand, en kopieer die in zijn geheel."))
  }

  @Test func `wrong totals are one finding that names the first unbalanced transaction`() throws {
    let text = AuditFiles.text().replacing("<amnt>49.05</amnt>", with: "<amnt>59.05</amnt>")
    let (_, findings) = try read(text)
    let place = try #require(byte(of: "<transaction><nr>3</nr>", in: text))
    let line = text.utf8.prefix(place).count { $0 == 10 } + 1
    #expect(
      findings == [
        Finding(
          "ledger.totals", .error,
          Text(
            "The lines come to 9 lines, debit 419.05, credit 409.05; the audit file states "
              + "9 lines, debit 409.05, credit 409.05. The first transaction whose debit and "
              + "credit differ is INK/3.",
            nl: "De regels komen op 9 regels, debet 419,05, credit 409,05; de auditfile noemt "
              + "9 regels, debet 409,05, credit 409,05. De eerste boeking waarvan debet en "
              + "credit verschillen is INK/3."),
          help: Text(
            "Export the audit file again; if the totals differ again, tell the bookkeeper.",
            nl: "Exporteer de auditfile opnieuw; kloppen de totalen dan nog niet, meld het de "
              + "boekhouder."),
          at: Address(file: file, line: line, byte: place, ledger: "INK/3"))
      ])
  }

  @Test func `a misstated count of lines is one finding`() throws {
    let text = AuditFiles.text().replacing("<linesCount>9<", with: "<linesCount>8<")
    let (_, findings) = try read(text)
    #expect(findings.map(\.code) == ["ledger.totals"])
    #expect(findings.first?.address?.byte == byte(of: "<transactions>", in: text))
  }

  @Test(arguments: ["linesCount", "totalDebit", "totalCredit"])
  func `a total that the file leaves out is a warning, and lines that do not balance are an error`(
    name: String
  ) throws {
    let sound = AuditFiles.text()
    let start = try #require(sound.range(of: "<transactions>"))
    let open = try #require(sound.range(of: "<\(name)>", range: start.upperBound..<sound.endIndex))
    let close = try #require(
      sound.range(of: "</\(name)>", range: open.upperBound..<sound.endIndex))
    let text = sound.replacingCharacters(in: open.lowerBound..<close.upperBound, with: "")
    let (sink, findings) = try read(text)
    #expect(findings.map(\.code) == ["ledger.no_totals"])
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.message.english.hasSuffix(": \(name).") == true)
    #expect(findings.first?.address?.byte == byte(of: "<transactions>", in: text))
    #expect(sink.lines.count == 9)
    let torn = text.replacing("<amnt>49.05</amnt>", with: "<amnt>39.05</amnt>")
    #expect(try read(torn).findings.map(\.code) == ["ledger.totals"])
    let empty = sound.replacingCharacters(in: open.upperBound..<close.lowerBound, with: "")
    #expect(try read(empty).findings.map(\.code) == ["ledger.totals"])
  }

  @Test func `a one-legged transaction is allowed in 3.1 while the file balances`() throws {
    let moved = AuditFiles.text()
      .replacing("<amnt>49.05</amnt>", with: "<amnt>39.05</amnt>")
      .replacing("<amnt>80.00</amnt><amntTp>D", with: "<amnt>90.00</amnt><amntTp>D")
    #expect(try read(moved).findings.map(\.code) == ["ledger.totals"])
    let older = moved.replacing("XAF/3.2", with: "XAF/3.1")
    let findings = try read(older).findings
    #expect(findings.map(\.code) == ["ledger.one_legged"])
    #expect(findings.first?.severity == .note)
    #expect(findings.first?.address?.ledger == "INK/3")
  }

  // One side of transaction 3 moves to another journal; the whole stays in balance.
  @Test func `a one-legged transaction is a note where its journal names the other side`() throws {
    let moved = AuditFiles.text()
      .replacing("<amnt>49.05</amnt>", with: "<amnt>39.05</amnt>")
      .replacing("<amnt>80.00</amnt><amntTp>D", with: "<amnt>90.00</amnt><amntTp>D")
    let refused = try read(moved).findings
    #expect(refused.map(\.code) == ["ledger.totals"])
    #expect(refused.first?.message.english.hasPrefix("Debit and credit differ in 2") == true)
    let named = moved.replacing("</jrnTp>", with: "</jrnTp><offsetAccID>1600</offsetAccID>")
    let (sink, findings) = try read(named)
    #expect(findings.map(\.code) == ["ledger.one_legged"])
    #expect(findings.first?.message.english.hasSuffix(": 2.") == true)
    #expect(sink.lines.count == 9)
    let torn = named.replacing("<amnt>90.00</amnt><amntTp>D", with: "<amnt>91.00</amnt><amntTp>D")
    #expect(try read(torn).findings.map(\.code) == ["ledger.totals"])
  }

  @Test func `each unknown account and party is one finding at its first line`() throws {
    let text = AuditFiles.text()
      .replacing("<accID>4400</accID><docRef>", with: "<accID>4444</accID><docRef>")
      .replacing(
        "<amntTp>C</amntTp><custSupID>S001<", with: "<amntTp>C</amntTp><custSupID>S009<")
    let (_, findings) = try read(text)
    #expect(findings.map(\.code) == ["ledger.unknown_account", "ledger.unknown_party"])
    #expect(findings.map(\.address?.ledger) == ["INK/1/1", "INK/1/2"])
    #expect(
      findings.first?.message
        == Text(
          "A line names the account “4444”, which the audit file does not declare.",
          nl: "Een regel noemt rekening ‘4444’, die niet in de auditfile staat."))
  }

  @Test func `a former customer in the history is no party`() throws {
    #expect(try read(AuditFiles.text()).sink.parties.map(\.id) == ["S001", "S002"])
  }

  @Test(arguments: ["12,50", "1.005", "", "veel", "1e3", "99999999999999999999.00", "--1"])
  func `a malformed amount is one finding at its line`(amount: String) throws {
    let text = AuditFiles.text().replacing("<amnt>49.05<", with: "<amnt>\(amount)<")
    let (_, findings) = try read(text)
    #expect(findings.map(\.code) == ["ledger.malformed_amount"])
    #expect(findings.first?.address?.ledger == "INK/3/1")
  }

  @Test func `a day that does not exist is one finding at its transaction`() throws {
    let text = AuditFiles.text().replacing("<trDt>2025-02-03<", with: "<trDt>2025-02-31<")
    let (_, findings) = try read(text)
    #expect(findings.map(\.code) == ["ledger.malformed_date"])
    #expect(findings.first?.address?.ledger == "INK/3")
  }

  @Test(arguments: [
    ("http://www.auditfiles.nl/XAF/3.2/", ""), ("HTTP://WWW.AUDITFILES.NL/XAF/3.2", ""),
    (
      "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.0/structures/XmlAuditfileFinancieel3.2.1",
      ""
    ),
    (
      "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0",
      ""
    ),
    ("http://www.auditfiles.nl/XAF/4.0", "ledger.false_namespace"),
    ("http://www.odb.belastingdienst.nl/XAF/4.0", ""),
    ("", "ledger.not_yet_read"), ("urn:wijk", "ledger.unknown_format"),
  ])
  func `the namespace decides whether a file is read`(namespace: String, code: String) throws {
    let text = AuditFiles.text().replacing("http://www.auditfiles.nl/XAF/3.2", with: namespace)
    let (sink, findings) = try read(text)
    #expect(findings.map(\.code) == (code.isEmpty ? [] : [code]))
    #expect(sink.lines.count == (code.isEmpty ? 9 : 0))
  }

  @Test func `an empty file, a foreign file and a document type are one finding each`() throws {
    #expect(try read("").findings.map(\.code) == ["ledger.empty"])
    #expect(try read("<html/>").findings.map(\.code) == ["ledger.unknown_format"])
    let typed = "<!DOCTYPE auditfile SYSTEM 'x.dtd'><auditfile/>"
    #expect(try read(typed).findings.map(\.code) == ["ledger.document_type"])
    let crossed = AuditFiles.text().replacing("</journal>", with: "</jurnal>")
    #expect(try read(crossed).findings.map(\.code) == ["ledger.malformed"])
  }

  @Test func `a file without transactions is sound`() throws {
    let text = AuditFiles.text()
    let start = try #require(text.range(of: "<transactions>")?.lowerBound)
    let end = try #require(text.range(of: "</transactions>")?.upperBound)
    let (sink, findings) = try read(String(text[..<start] + text[end...]))
    #expect(findings == [] && sink.accounts.count == 4 && sink.lines.isEmpty)
  }

  @Test func `no changed byte stops the reading, and findings have their file and remedy`() throws {
    let bytes = Array(AuditFiles.text().utf8)
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<150 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<changed.count, using: &generator)
        changed[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      for finding in try read(changed).findings {
        #expect(finding.address?.file == file)
        #expect(!finding.help.english.isEmpty && !finding.help.dutch.isEmpty)
      }
    }
  }

  @Test func `a missing file throws`() {
    #expect(throws: XMLStreamError.self) {
      try AuditFileReader().read(
        fileAt: URL(filePath: "/nowhere/2025.xaf"), file: file, into: CollectingSink())
    }
  }
}
