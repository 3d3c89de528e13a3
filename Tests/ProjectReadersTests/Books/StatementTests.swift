import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

@Suite struct StatementTests {
  @Test(arguments: 2...14)
  func `every version of one statement gives the same lines`(version: Int) throws {
    let read = try ReadBook(Statements.month(version: version))
    #expect(read.codes == ["ledger.pending"])
    #expect(read.reading.pendingEntries == 1)
    #expect(read.reading.format == "CAMT.053 version " + (version < 10 ? "0" : "") + "\(version)")
    #expect(read.sink.lines.map(\.debit) == [25_000, 0, 0, 0, 0, 0, 0])
    #expect(read.sink.lines.map(\.credit) == [0, 10_900, -10_900, 9_200, 3_500, 2_500, 1_240])
    #expect(read.net == 108_560 - 100_000)
    #expect(
      read.parties.map { $0?.name } == [
        "Klant & Zoon", "Buurtbakker (fictief)", "Buurtbakker (fictief)", "Supplies Inc", "Een",
        "Twee", nil,
      ])
    #expect(
      read.sink.lines.map(\.date.description) == [
        "2025-02-03", "2025-02-10", "2025-02-11", "2025-02-12", "2025-02-20", "2025-02-20",
        "2025-02-28",
      ])
  }

  @Test func `a statement gives its account, holder, period and currency`() throws {
    let read = try ReadBook(Statements.month(version: 2))
    let book = try #require(read.sink.books.first)
    #expect(book.form == .bank)
    #expect(book.company == "Buurtbedrijf (fictief)")
    #expect(book.currency == .euro)
    #expect(book.first == Day(year: 2025, month: 2, day: 1))
    #expect(book.last == Day(year: 2025, month: 2, day: 28))
    #expect(read.sink.accounts.map(\.iban) == ["NL00WIJK0000000001"])
    #expect(read.sink.accounts.map(\.id) == ["1"])
  }

  @Test func `a payment gives its party, description, ordered amount and address`() throws {
    let text = Statements.month(version: 8)
    let read = try ReadBook(text)
    let baker = try #require(read.parties[1])
    #expect(baker.iban == "NL00WIJK0000000003")
    #expect(baker.postcode == "9999XB")
    let line = read.sink.lines[1]
    #expect(line.text == "F-17 dank")
    #expect(line.address.byte == byte(of: "<TxDtls>", nth: 2, in: text))
    #expect(line.address.ledger == "1/R2/1")
    #expect(read.sink.lines[6].address.byte == byte(of: "<Ntry>", nth: 6, in: text))
    #expect(read.sink.lines[6].text == "Kosten")
    let dollar = try #require(Currency("USD"))
    #expect(read.sink.lines[3].ordered == Money(minorUnits: 10_000, currency: dollar))
    #expect(read.sink.lines.count { $0.ordered != nil } == 1)
  }

  @Test func `a reversal is the party of the payment that it undoes`() throws {
    let read = try ReadBook(Statements.month(version: 4))
    #expect(read.sink.lines[1].party == read.sink.lines[2].party)
    #expect(read.sink.lines[1].credit + read.sink.lines[2].credit == 0)
  }

  @Test func `for whom somebody is paid counts where the file does not say who is paid`() throws {
    func text(_ parties: String) -> String {
      """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>
      <Acct><Id><IBAN>NL00WIJK0000000001</IBAN></Id></Acct>
      <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-02-03</Dt></BookgDt>
      <NtryDtls><TxDtls><RltdPties>\(parties)</RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
      """
    }
    let ours = "<UltmtDbtr><Nm>Buurtbedrijf</Nm></UltmtDbtr>"
    let ultimate =
      "<UltmtCdtr><Nm>Bakker</Nm><PstlAdr><AdrLine>9999 XB Stad</AdrLine></PstlAdr></UltmtCdtr>"
    let alone = try ReadBook(text(ours + ultimate))
    #expect(alone.parties.map { $0?.name } == ["Bakker"])
    #expect(alone.parties[0]?.postcode == "9999XB")
    let payee =
      "<Cdtr><Nm>Betaaldienst</Nm></Cdtr><CdtrAcct><Id><IBAN>NL00WIJK0000000009</IBAN></Id></CdtrAcct>"
    let both = try ReadBook(text(ours + payee + ultimate))
    #expect(both.parties.map { $0?.name } == ["Betaaldienst"])
    #expect(both.parties[0]?.iban == "NL00WIJK0000000009")
    #expect(both.parties[0]?.postcode == nil)
  }

  @Test func `a batch whose transactions do not add up stays one amount without a party`() throws {
    let text = Statements.month(version: 8).replacing(">25.00<", with: ">24.00<")
    let read = try ReadBook(text)
    #expect(read.codes == ["ledger.pending", "ledger.lump"])
    #expect(read.sink.lines.map(\.credit) == [0, 10_900, -10_900, 9_200, 6_000, 1_240])
    #expect(read.parties[4] == nil)
    #expect(
      read.reading.findings[1].address?.byte == byte(of: "<Ntry>", nth: 5, in: text))
  }

  @Test func `what was ordered splits a batch where it comes to what was booked`() throws {
    let booked = "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">"
    let ordered = "<AmtDtls><InstdAmt><Amt Ccy=\"EUR\">"
    let text = Statements.month(version: 2).replacing(booked, with: ordered)
      .replacing("</Amt></TxAmt>", with: "</Amt></InstdAmt>")
    let read = try ReadBook(text)
    #expect(read.codes == ["ledger.pending"])
    #expect(read.sink.lines.map(\.credit) == [0, 10_900, -10_900, 9_200, 3_500, 2_500, 1_240])
    let short = try ReadBook(text.replacing(">25.00<", with: ">24.00<"))
    #expect(short.codes == ["ledger.pending", "ledger.lump"])
  }

  /// A statement that the bank cut into pages: 1000.00 − 100.00 on the first, − 50.00 on the second.
  private func pages(_ numbers: [String], interim: String = "900.00") -> String {
    func balance(_ code: String, _ amount: String) -> String {
      "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">\(amount)</Amt>"
        + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-02-01</Dt></Dt></Bal>"
    }
    func page(_ number: String, _ balances: String, _ amount: String) -> String {
      "<Stmt><Id>S</Id><StmtPgntn><PgNb>\(number)</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>"
        + "<Acct><Id><IBAN>NL00WIJK0000000001</IBAN></Id></Acct>\(balances)<Ntry>"
        + "<Amt Ccy=\"EUR\">\(amount)</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt>"
        + "<Dt>2025-02-10</Dt></BookgDt></Ntry></Stmt>"
    }
    return "<Document xmlns=\"\(Statements.namespace(2))\"><BkToCstmrStmt>"
      + page(numbers[0], balance("OPBD", "1000.00") + balance("ITBD", "900.00"), "100.00")
      + page(numbers[1], balance("ITBD", interim) + balance("CLBD", "850.00"), "50.00")
      + "</BkToCstmrStmt></Document>"
  }

  @Test func `the pages of a statement are one and their balances follow`() throws {
    let read = try ReadBook(pages(["1", "2"]))
    #expect(read.codes == [])
    #expect(read.sink.lines.map(\.credit) == [10_000, 5_000])
    #expect(try ReadBook(pages(["1", "1"])).codes == ["ledger.doubled_statement"])
    #expect(
      try ReadBook(pages(["1", "2"], interim: "910.00")).codes == [
        "ledger.statement_gap", "ledger.balance",
      ])
  }

  @Test(arguments: ["Ntry", "Stmt"])
  func `an element inside another of its kind is an error`(name: String) throws {
    let text = Statements.month(version: 2).replacing("<\(name)>", with: "<\(name)><\(name)/>")
    #expect(try ReadBook(text).codes.contains("ledger.nested_element"))
  }

  @Test func `a batch of which the bank gives no details is said to be one`() throws {
    let text = Statements.month(version: 8).replacing(
      /<\/Btch><TxDtls>.*<\/TxDtls>/, with: "</Btch>")
    let read = try ReadBook(text)
    #expect(read.codes == ["ledger.pending", "ledger.lump"])
    #expect(read.net == 8_560)
  }

  @Test func `balances that the entries do not explain are said and nothing is changed`() throws {
    let read = try ReadBook(Statements.month(version: 8, closing: "1085.61"))
    #expect(read.codes == ["ledger.balance", "ledger.pending"])
    let finding = try #require(read.reading.findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.english.contains("1000.00"))
    #expect(finding.message.dutch.contains("85,60"))
    #expect(finding.message.english.contains("1085.61"))
    #expect(read.net == 8_560)
  }

  /// The month with a summary of its seven entries, of which one is not booked yet.
  private func summed(_ summary: String) -> String {
    let end = "<Dt><Dt>2025-02-28</Dt></Dt></Bal>"
    return Statements.month(version: 8)
      .replacing(end, with: end + "<TxsSummry>\(summary)</TxsSummry>")
  }

  @Test(arguments: [
    "<TtlNtries><NbOfNtries>7</NbOfNtries></TtlNtries>",
    "<TtlNtries><NbOfNtries>6</NbOfNtries><Sum>632.40</Sum></TtlNtries>",
    "<TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>359.00</Sum></TtlCdtNtries><TtlDbtNtries>"
      + "<NbOfNtries>4</NbOfNtries><Sum>273.40</Sum></TtlDbtNtries>",
    "<TtlCdtNtries><Sum>859</Sum></TtlCdtNtries>",
  ])
  func `a summary may count the entries that are not booked yet, or not`(summary: String) throws {
    #expect(try ReadBook(summed(summary)).codes == ["ledger.pending"])
  }

  @Test(arguments: [
    "<TtlNtries><NbOfNtries>8</NbOfNtries></TtlNtries>",
    "<TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>359.01</Sum></TtlCdtNtries>",
    // The credits are those of all entries, the debits those of none.
    "<TtlCdtNtries><NbOfNtries>3</NbOfNtries></TtlCdtNtries><TtlDbtNtries><NbOfNtries>5"
      + "</NbOfNtries></TtlDbtNtries>",
  ])
  func `a summary that is not that of the entries is said`(summary: String) throws {
    #expect(try ReadBook(summed(summary)).codes == ["ledger.summary", "ledger.pending"])
  }

  @Test func `what the balances tell already is not said of the summary as well`() throws {
    let text = summed("<TtlNtries><NbOfNtries>8</NbOfNtries></TtlNtries>")
      .replacing(">1085.60<", with: ">1085.61<")
    #expect(try ReadBook(text).codes == ["ledger.balance", "ledger.pending"])
  }

  @Test func `an entry outside the period of its statement is said, and counts on its day`() throws
  {
    let text = Statements.month(version: 8)
      .replacing(
        "<BookgDt><Dt>2025-02-28</Dt></BookgDt>", with: "<BookgDt><Dt>2025-03-28</Dt></BookgDt>")
    let read = try ReadBook(text)
    #expect(read.codes.contains("ledger.outside_statement"))
    #expect(read.sink.lines.last?.date == Day(year: 2025, month: 3, day: 28))
  }

  @Test func `a statement that is twice in a file is refused`() throws {
    let text = Statements.month(version: 8)
    let start = try #require(text.range(of: "<Stmt>"))
    let end = try #require(text.range(of: "</Stmt>"))
    let statement = String(text[start.lowerBound..<end.upperBound])
    let read = try ReadBook(
      text.replacing("</BkToCstmrStmt>", with: statement + "</BkToCstmrStmt>"))
    #expect(read.codes == ["ledger.doubled_statement", "ledger.pending"])
    #expect(!read.reading.isSound)
  }

  @Test func `a statement that does not open where the last one closed lacks one between`() throws {
    let text = Statements.month(version: 8)
    let start = try #require(text.range(of: "<Stmt>"))
    let end = try #require(text.range(of: "</Stmt>"))
    let next = text[start.lowerBound..<end.upperBound].replacing("S-2", with: "S-4")
    let read = try ReadBook(text.replacing("</BkToCstmrStmt>", with: next + "</BkToCstmrStmt>"))
    #expect(read.codes == ["ledger.statement_gap", "ledger.pending"])
    #expect(read.sink.lines.count == 14)
  }

  @Test func `a file with accounts of two currencies is refused at the first other amount`() throws
  {
    let text = Statements.month(version: 8)
    let start = try #require(text.range(of: "<Stmt>"))
    let end = try #require(text.range(of: "</Stmt>"))
    let other = text[start.lowerBound..<end.upperBound].replacing(
      "Ccy=\"EUR\"", with: "Ccy=\"GBP\""
    )
    .replacing("S-2", with: "S-3").replacing("0000000001", with: "0000000009")
    let whole = text.replacing("</BkToCstmrStmt>", with: other + "</BkToCstmrStmt>")
    let read = try ReadBook(whole)
    #expect(read.codes == ["ledger.mixed_currencies"])
    #expect(
      read.reading.findings.first?.address?.byte == byte(of: "<Ntry>", nth: 8, in: whole))
  }

  @Test(arguments: [
    (">109.00<", ">109,00<", "ledger.malformed_amount"),
    (">109.00<", ">-109.00<", "ledger.malformed_amount"),
    (">DBIT<", ">DEBET<", "ledger.malformed_side"),
    (">2025-02-10<", ">10-02-2025<", "ledger.malformed_date"),
  ])
  func `a damaged value is one finding`(good: String, bad: String, code: String) throws {
    let text = Statements.month(version: 8)
    let place = try #require(text.range(of: good))
    let read = try ReadBook(text.replacingCharacters(in: place, with: bad))
    #expect(read.codes.filter { $0 != "ledger.pending" && $0 != "ledger.balance" } == [code])
    #expect(!read.reading.isSound)
  }

  @Test func `a file that is cut off is said to be`() throws {
    let read = try ReadBook(String(Statements.month(version: 8).prefix(2_500)))
    #expect(read.codes == ["ledger.truncated"])
  }

  @Test(.enabled(if: Places.shared("fixtures/camt") != nil))
  func `a statement of other software is read and its balances are doubted`() throws {
    let url = try #require(Places.shared("fixtures/camt/camt053.v2.minimal.xml"))
    let read = try ReadBook(url)
    // It closes in Swedish crowns, on purpose, and its one entry is of another day than it covers.
    #expect(read.codes == ["ledger.balance", "ledger.outside_statement"])
    #expect(read.sink.lines.map(\.debit) == [885])
    #expect(read.sink.accounts.map(\.iban) == ["NL26VAYB8060476890"])
    #expect(read.parties.map { $0?.name } == ["NAME NAME"])
    #expect(read.parties.map { $0?.iban } == ["NL56AGDH9619008421"])
    #expect(read.sink.lines.first?.text == "4654654654654654")
    #expect(read.sink.lines.first?.date == Day(year: 2014, month: 12, day: 31))
  }

  @Test(.enabled(if: Places.shared("fixtures/camt") != nil))
  func `an account without an IBAN element is known by its other number`() throws {
    let read = try ReadBook(try #require(Places.shared("fixtures/camt/camt053.v4.xml")))
    #expect(read.sink.accounts.map(\.iban) == ["NL26VAYB8060476890"])
    #expect(read.sink.books.map(\.company) == ["FINPETROL"])
    #expect(read.sink.lines.map(\.debit) == [885])
  }

  @Test(.enabled(if: Places.shared("fixtures/camt") != nil))
  func `a message without a statement is refused`() throws {
    let read = try ReadBook(try #require(Places.shared("fixtures/camt/camt053.v2.wrong.xml")))
    #expect(read.codes == ["ledger.no_statement"])
    #expect(read.reading.findings.first?.address?.line == 2)
  }

  @Test(arguments: ["SALA", "PAYR"])
  func `a payment whose purpose is a salary stands in a payroll journal`(code: String) throws {
    let text = Statements.month(version: 2).replacing(
      "<RmtInf><Ustrd>F-17</Ustrd>",
      with: "<Purp><Cd>\(code)</Cd></Purp><RmtInf><Ustrd>F-17</Ustrd>")
    let read = try ReadBook(text)
    #expect(read.sink.lines.map(\.kind) == [.bank, .payroll, .bank, .bank, .bank, .bank, .bank])
  }

  @Test func `a batch that the bank calls salaries is wages to all in it`() throws {
    let text = Statements.month(version: 8).replacing(
      "<NtryDtls><Btch>",
      with:
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>SALA</SubFmlyCd></Fmly></Domn>"
        + "</BkTxCd><NtryDtls><Btch>")
    let read = try ReadBook(text)
    #expect(read.sink.lines.filter { $0.kind == .payroll }.map(\.credit) == [3_500, 2_500])
  }
}
