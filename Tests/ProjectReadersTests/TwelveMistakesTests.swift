import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// One run over a copy of a project with twelve mistakes: twelve findings, each at its place.
@Suite struct TwelveMistakesTests {
  private struct Files {
    var stakeholders = """
      Id;Naam;Domein;Grootte van de groep
      participants;Deelnemers;citizens;40
      municipality;Gemeente;government;

      """
    var outcomes = """
      Id;Belanghebbende;Aantal;Zonder ons ook;Bedoeld;Onderbouwing
      o1;participants;24;20 % (10–30);ja;Vragenlijst
      o2;participants;12,5;15;ja;
      o3;municipality;1200;10 %;nee;

      """
    var payments = """
      Datum;Bedrag;Persoon;Postcode;Gewicht
      15-01-2025;€ 1.234,56;Jan;9999 AB;2
      31-03-2025;100;Piet;;3

      """
    var proxies = "Id;Omschrijving;Waarde\np1;Dagbesteding;3500\n"
    var themes = "Id;Naam\nt1;Ontmoeten\n"
    var books = AuditFiles.text()
    var previousBooks = AuditFiles.text()
  }

  struct Proxy: TableRow {
    static let table = TableCard(id: "proxies", title: Text("Proxies", nl: "Proxy’s"))
    @Column("Id", nl: "Id") var id: RowID
    @Column("Description", nl: "Omschrijving") var description: String
    @Column("Value", nl: "Waarde", unit: .money) var value: Estimate
  }

  struct Theme: TableRow {
    static let table = TableCard(id: "themes", title: Text("Themes", nl: "Thema’s"))
    @Column("Id", nl: "Id") var id: RowID
    @Column("Name", nl: "Naam") var name: String
  }

  private func check(_ files: Files) throws -> [Finding] {
    let readings = [
      read(Person.self, files.stakeholders), read(Effect.self, files.outcomes),
      read(Payment.self, files.payments), read(Proxy.self, files.proxies),
      read(Theme.self, files.themes),
    ]
    let declarations = [
      TableDeclaration(Person.self), TableDeclaration(Effect.self), TableDeclaration(Payment.self),
      TableDeclaration(Proxy.self), TableDeclaration(Theme.self),
    ]
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var findings = readings.flatMap(\.findings)
    findings += ReferenceCheck.findings(readings, declarations: declarations)
    for (name, text) in [("2024.xaf", files.previousBooks), ("2025.xaf", files.books)] {
      let url = folder.appending(path: name)
      try Data(text.utf8).write(to: url)
      findings += try AuditFileReader().read(
        fileAt: url, file: "books/\(name)", into: CollectingSink())
    }
    return findings
  }

  @Test func `a clean project gives no finding`() throws {
    #expect(try check(Files()) == [])
  }

  @Test func `twelve mistakes give twelve findings, each at its place`() throws {
    var files = Files()
    files.stakeholders = """
      Id;Naam;Domein;Grootte van de groep
      participants;Deelnemers;citizens;veertig
      municipality;Gemeente;government;
      participants;Nog eens deelnemers;citizens;12

      """
    files.outcomes = """
      Id;Belanghebbende;Aantal;Zonder ons ook;Bedoeld;Onderbouwing
      o1;particpants;24;20 % (10–30);ja;Vragenlijst
      o2;participants;12;120;ja;
      o3;municipality;1.234;0,2;nee;

      """
    files.payments = """
      Datum;Bedrag;Persoon;Postcode;Gewicht
      31-02-2025;€ 1.234,56;Jan;9999 AB;2
      31-03-2025;100;Piet;0123 ZZ;3

      """
    files.proxies = "Id;Omschrijving\np1;Dagbesteding\n"
    files.themes = ""
    files.previousBooks = String(AuditFiles.text().prefix(3000))
    files.books = AuditFiles.text().replacing("<amnt>49.05</amnt>", with: "<amnt>50.05</amnt>")
    let lastLine = files.previousBooks.count(where: \.isNewline) + 1
    let findings = try check(files)
    let places = findings.map {
      "\($0.code) \($0.severity.rawValue) \($0.address?.file ?? "") "
        + "\($0.address?.cell ?? $0.address?.ledger ?? ($0.address?.line).map(String.init) ?? "")"
    }
    #expect(
      places == [
        "table.not_a_number error tables/stakeholders.csv D2",
        "table.double_id error tables/stakeholders.csv A4",
        "table.out_of_bounds error tables/outcomes.csv D3",
        "table.ambiguous_number error tables/outcomes.csv C4",
        "table.percentage_fraction warning tables/outcomes.csv D4",
        "table.impossible_day error tables/payments.csv A2",
        "table.impossible_postcode error tables/payments.csv D3",
        "table.missing_column error tables/proxies.csv 1",
        "table.empty error tables/themes.csv 1",
        "table.unknown_reference error tables/outcomes.csv B2",
        "ledger.truncated error books/2024.xaf \(lastLine)",
        "ledger.totals error books/2025.xaf INK/3",
      ])
    for finding in findings {
      #expect(!finding.help.english.isEmpty && !finding.help.dutch.isEmpty)
      #expect(finding.message.english != finding.message.dutch)
    }
  }
}
