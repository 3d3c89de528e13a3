import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing

/// `wijkwaarde books` as its users type it.
@Suite struct BooksCommandTests {
  private static let statement = """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
    <Acct><Id><IBAN>NL00WIJK0000000001</IBAN></Id></Acct>
    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
    <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">7.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
    <Ntry><NtryRef>1</NtryRef><Amt Ccy="EUR">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2025-02-03</Dt></BookgDt>
    <NtryDtls><TxDtls><RltdPties><Cdtr><Pty><Nm>Mevrouw Voorbeeld</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>NL00WIJK0000000077</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>
    </Stmt></BkToCstmrStmt></Document>
    """

  private func file(_ text: String) throws -> URL {
    let url = try Places.temporaryFolder().appending(path: "a.xml")
    try Data(text.utf8).write(to: url)
    return url
  }

  @Test func `the example's books show their totals as the files state them`() throws {
    let path = Example.original.appending(path: "books/groenhof-2025-1.xaf").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let stated = try #require(
      text.firstMatch(
        of: /<transactions>\s*<linesCount>(\d+)<\/linesCount>\s*<totalDebit>(\d+\.\d\d)/))
    let outcome = try ProgramBinary.run(["books", path, "--json"])
    #expect(outcome.exitCode == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let book = try #require((json["files"] as? [[String: Any]])?.first)
    #expect(book["lines"] as? Int == Int(stated.1))
    #expect(book["debit"] as? String == String(stated.2))
    #expect(book["credit"] as? String == String(stated.2))
    #expect(book["format"] as? String == "XAF 3.2")
    #expect((book["findings"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [[], ["--json"]])
  func `no person and no account number is shown unless names are asked for`(
    flags: [String]
  ) throws {
    let path = try file(Self.statement).path
    let silent = try ProgramBinary.run(["books", path] + flags)
    #expect(silent.exitCode == 0)
    #expect(silent.output.contains("2.50"))
    #expect(!silent.output.contains("Voorbeeld"))
    let named = try ProgramBinary.run(["books", path, "--names"] + flags)
    #expect(named.output.contains("Mevrouw Voorbeeld"))
    for output in [silent.output, named.output] {
      #expect(!output.contains("0000000001") && !output.contains("0000000077"))
    }
  }

  @Test func `a broken file ends with 1 and one that is not there with 74`() throws {
    let broken = try ProgramBinary.run([
      "books", try file(String(Self.statement.dropLast(40))).path,
    ])
    #expect(broken.exitCode == 1)
    #expect(broken.output.contains("[ledger.truncated]"))
    let absent = try ProgramBinary.run(["books", "/nowhere/a.xml"])
    #expect(absent.exitCode == 74)
    #expect(absent.errors.contains("/nowhere/a.xml"))
  }

  @Test func `a bank file beside books stops the report until a basis is chosen`() throws {
    let example = try Example()
    try example.write(Data(Self.statement.utf8), to: "books/bank.xml")
    let (codes, _, _) = try ratioAndFindings(example, isDraft: true)
    #expect(codes.contains("books.basis_missing"))
    try example.choose("basis: books")
    let outcome = try ratioAndFindings(example)
    #expect(!outcome.codes.contains("books.basis_missing"))
  }

  @Test func `a bank file beside books that are the basis is compared and changes no figure`()
    throws
  {
    let example = try Example()
    let before = try ratioAndFindings(example)
    try example.choose("basis: books")
    try example.write(Data(Self.statement.utf8), to: "books/bank.xml")
    let after = try ratioAndFindings(example)
    #expect(after.codes == before.codes + ["books.not_used"])
    #expect(after.figures == before.figures)
    #expect(after.sources == (before.sources + ["books/bank.xml"]).sorted())
  }

  @Test func `a damaged bank file is an error and takes no figure from a draft`() throws {
    let example = try Example()
    let before = try ratioAndFindings(example)
    try example.write(Data(Self.statement.dropLast(40).utf8), to: "books/bank.xml")
    let after = try ratioAndFindings(example, isDraft: true)
    #expect(after.codes == ["ledger.truncated"] + before.codes)
    #expect(after.figures == before.figures)
  }

  private func ratioAndFindings(
    _ example: Example, isDraft: Bool = false
  ) throws -> (codes: [String], figures: [String: Double], sources: [String]) {
    let output = try Places.temporaryFolder()
    let result = try example.pipeline.report(
      example.project, isDraftAllowed: isDraft, language: .english, output: output)
    let report = try #require(result.report)
    var figures: [String: Double] = [:]
    for figure in report.everyFigure { figures[figure.id.description] = figure.value }
    return (
      result.findings.map(\.code), figures,
      report.sources.map(\.file).filter {
        $0.hasPrefix("books/")
      }.sorted()
    )
  }
}
