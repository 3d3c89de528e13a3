import IndicatorKit
import Testing

@testable import Pipeline

/// What a report repeats of what was found.
@Suite struct PrivateFindingsTests {
  private struct Guest: TableRow {
    static let table = TableCard(id: "guests", title: Text("Guests", nl: "Gasten"))
    @Column("Person", nl: "Persoon") var person: PersonKey
  }

  private struct Chair: TableRow {
    static let table = TableCard(id: "chairs", title: Text("Chairs", nl: "Stoelen"))
    @Column("Legs", nl: "Poten") var legs: Int
  }

  private func shown(_ code: String, _ address: Address?) throws -> Finding {
    let finding = Finding(
      code, .warning, Text("“Jansen” is odd.", nl: "‘Jansen’ is raar."),
      help: Text("Ask Jansen.", nl: "Vraag Jansen."), at: address)
    let imported = ReportSourceFile(
      file: "imports/list.pb", kind: "guests", sha256: "", rows: 9, rejectedRows: 0)
    let findings = PrivateFindings(
      [TableDeclaration(Guest.self), TableDeclaration(Chair.self)], sources: [imported]
    ).shown([finding])
    return try #require(findings.first)
  }

  @Test(arguments: [
    ("table.unknown_choice", Address(file: "tables/guests.csv", row: 3, column: 1)),
    ("table.unknown_choice", Address(file: "imports/list.pb", row: 3, column: 1)),
    ("table.day_order", Address(file: "project.ods", sheet: "Gasten", row: 3)),
    ("table.bad_identifier", Address(file: "tables/parties.csv", row: 3, column: 2)),
    ("ledger.malformed_amount", Address(file: "books/bank.xml", line: 40)),
    ("parties.conflict", Address(file: "books/bank.xml")),
  ])
  func `what is said of people, parties and books is not repeated`(
    code: String, address: Address
  ) throws {
    let finding = try shown(code, address)
    #expect(!"\(finding)".contains("Jansen"))
    #expect(finding.code == code && finding.address == address)
  }

  @Test(arguments: [
    ("table.not_a_number", Address(file: "tables/chairs.csv", row: 3, column: 1)),
    ("table.missing_column", Address(file: "tables/guests.csv", line: 1)),
    ("table.not_a_number", Address(file: "project.ods", sheet: "Stoelen", row: 3)),
    ("books.period", Address(file: "books/bank.xml")),
  ])
  func `what is said of things, headings and whole files is repeated`(
    code: String, address: Address
  ) throws {
    #expect(try shown(code, address).message.english.contains("Jansen"))
  }
}
