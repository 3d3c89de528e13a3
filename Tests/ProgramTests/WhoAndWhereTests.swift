import Foundation
import IndicatorKit
import Pipeline
import TestSupport
import Testing

/// Who is who and what lies nearby, from the files of a project to its report.
@Suite struct WhoAndWhereTests {
  /// The example with codes in the place of its postcodes.
  private func coded(_ codes: String) throws -> Example {
    let example = try Example()
    try example.replace("codes: [WK999901]", with: "codes: [\(codes)]", in: "project.yaml")
    try example.replace("postcodes: [\"9999\"]", with: "postcodes: []", in: "project.yaml")
    return example
  }

  private func table(_ text: String, in example: Example, named name: String = "pc6.csv") throws {
    let folder = example.folder.appending(path: "places")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Every postcode of the example's area, A to Z twice, in one neighbourhood; some others elsewhere.
  private var whole: String {
    let letters = (65...90).map { String(UnicodeScalar($0)) }
    var lines = ["PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025"]
    for first in letters {
      // No Dutch postcode ends with these letters.
      for second in letters where !["SA", "SD", "SS"].contains(first + second) {
        lines.append("9999\(first)\(second);1;99990101;999901;9999")
      }
    }
    for area in 1000...1300 { lines.append("\(area)AB;1;00140101;001401;0014") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func measure(_ id: String, of example: Example) throws -> Measure? {
    let result = try example.pipeline.report(
      example.project, output: try Places.temporaryFolder().appending(path: "out"))
    return result.report?.indicators.flatMap(\.measures).first { $0.id.description == id }?.measure
  }

  @Test(arguments: ["WK999901", "999901", "BU99990101", "GM9999"])
  func `codes and a table give what postcodes gave`(code: String) throws {
    let byPostcode = try measure("multiplier.lm3", of: try Example())
    let example = try coded(code)
    try table(whole, in: example)
    let byCode = try measure("multiplier.lm3", of: example)
    #expect(byCode?.value != nil)
    #expect(byCode?.value == byPostcode?.value)
    #expect(byCode?.notes.contains { $0.english.contains("code \(code) (2025)") } == true)
    // A second run finds the table as it was.
    #expect(try measure("multiplier.lm3", of: example)?.value == byCode?.value)
  }

  @Test func `the tables of places stand among the sources`() throws {
    let example = try coded("WK999901")
    try table(whole, in: example)
    let result = try example.pipeline.report(
      example.project, output: try Places.temporaryFolder().appending(path: "out"))
    let source = result.report?.sources.first { $0.file == "places/pc6.csv" }
    #expect(source?.rows == 26 * 26 - 3 + 301)
    #expect(result.findings.isEmpty)
  }

  @Test func `codes without a table give one finding that says what to supply`() throws {
    let example = try coded("WK999901")
    let found = try example.pipeline.check(example.project).findings
    let finding = try #require(found.first { $0.code == "places.no_table" })
    #expect(finding.help.dutch.contains("Buurt, wijk en gemeente voor postcode huisnummer"))
    #expect(!found.contains { $0.code == "project.no_postcodes" })
  }

  @Test func `a code that no table has, and a table of another year, are said`() throws {
    let example = try coded("WK999901, BU99990199, nonsense")
    try table(whole.replacing("2025", with: "2023"), in: example)
    let codes = try example.pipeline.check(example.project).findings.map(\.code)
    #expect(
      Set(codes) == ["places.impossible_code", "places.unknown_code", "places.other_year"])
  }

  @Test func `a table that cannot be read is an error at its place`() throws {
    let example = try coded("WK999901")
    try table("naam;plaats\nx;y\n", in: example)
    let errors = try example.pipeline.check(example.project).findings.filter {
      $0.severity == .error
    }
    #expect(errors.map(\.code) == ["places.unknown_columns"])
    #expect(errors.first?.address?.file == "places/pc6.csv")
  }

  @Test func `the project's own list wins over the table of addresses`() throws {
    let example = try coded("WK999901")
    try table(whole, in: example)
    let before = try #require(try measure("multiplier.lm3", of: example)?.value)
    // The landlord's postcode is really across the boundary.
    try table("postcode;buurt\n9999XA;BU00140101\n", in: example, named: "own.csv")
    let after = try #require(try measure("multiplier.lm3", of: example)?.value)
    #expect(after < before)
  }

  @Test func `the basis of locality is read from the settings`() throws {
    let example = try Example()
    try example.replace(
      "postcodes: [\"9999\"]", with: "postcodes: [\"9999\"]\n  locality_basis: seat",
      in: "project.yaml")
    let share = try measure("multiplier.local_spending_share", of: example)
    #expect(share?.notes.contains { $0.dutch.contains("statutaire zetel") } == true)
    try example.replace("locality_basis: seat", with: "locality_basis: moon", in: "project.yaml")
    let findings = try example.pipeline.check(example.project).findings
    #expect(
      findings.contains { $0.code == "settings.invalid" && $0.message.english.contains("moon") })
  }

  @Test func `explain takes a party apart to its records, its costs and its lines`() throws {
    func explain(_ party: String, _ flags: [String] = []) throws -> Tool.Outcome {
      try ProgramBinary.run(
        ["explain", Example.original.path, "party:" + party, "--language", "en"] + flags)
    }
    let byRow = try explain("kwekerij", ["--all"])
    #expect(byRow.exitCode == 0)
    for other in ["S003", "00000103"] {
      #expect(try explain(other, ["--all"]).output == byRow.output)
    }
    #expect(byRow.output.contains("delivery address nearby"))
    #expect(byRow.output.contains("one party: books/groenhof-2025-1.xaf S003 = "))
    // What counts is the sum of the lines on the account in purchase journals, each at its place.
    let lines = byRow.output.split(separator: "\n").filter { $0.contains("4310 ") }
    let counted = try #require(lines.first).split(separator: " ").last.map(String.init)
    let sum = lines.dropFirst().reduce(0.0) { sum, line in
      let words = line.split(separator: " ").map(String.init)
      guard let at = words.firstIndex(where: { $0 == "debit" || $0 == "credit" }) else {
        return sum
      }
      let amount = Double(words[at + 1].replacing(",", with: "")) ?? .nan
      return sum + (words[at] == "debit" ? amount : -amount)
    }
    #expect(abs(sum - (Double((counted ?? "").replacing(",", with: "")) ?? .nan)) < 0.005)
    #expect(lines.count > 5)
    #expect(byRow.output.contains("INK/INK-026/1, byte "))
    #expect(!(byRow.output.contains("NL00")), "no account number is shown")
    let typo = try explain("kwekrij")
    #expect(typo.exitCode == 64)
    #expect(typo.errors.contains("party:kwekerij"))
  }

  @Test func `explain names the variant, the boundary and the period of the multiplier`() throws {
    let outcome = try ProgramBinary.run(
      ["explain", Example.original.path, "multiplier.lm3", "--language", "en"])
    #expect(outcome.exitCode == 0)
    for words in [
      "(R1 + R2 + R3) ÷ R1", "R2: paid nearby: €", "Classic variant", "over 2025",
      "Nearby is postcode 9999",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
  }

  @Test func `who is one comes as JSON too`() throws {
    let outcome = try ProgramBinary.run(["books", Example.original.path, "--parties", "--json"])
    #expect(outcome.exitCode == 0)
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let project = try #require((whole["projects"] as? [[String: Any]])?.first)
    #expect(project["named"] as? Int == 44)
    #expect(project["partyCount"] as? Int == 22)
    let merged = try #require(project["merged"] as? [[String: Any]])
    let nursery = try #require(merged.first { $0["number"] as? String == "00000103" })
    #expect(nursery["rows"] as? [String] == ["kwekerij"])
    #expect((nursery["places"] as? [String: String])?["delivery"] == "nearby")
    let links = try #require(nursery["links"] as? [[String: Any]])
    #expect((links.first?["members"] as? [String])?.count == 2)
    // Of those without a company number nobody's name is in it.
    for party in merged where party["number"] == nil { #expect(party["name"] == nil) }
  }

  @Test func `books with parties tells who is one, and names only companies`() throws {
    let outcome = try ProgramBinary.run(
      ["books", Example.original.path, "--parties", "--language", "en"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("44 customers and suppliers in 2 files are 22 parties."))
    #expect(
      outcome.output.contains(
        "books/groenhof-2025-1.xaf S001 = books/groenhof-2025-2.xaf S001: trade register number"))
    #expect(!outcome.output.contains("NL00"))
  }

  @Test func `a row that refuses parts what the books have as one`() throws {
    let example = try Example()
    // The bakery of the second half year is another one, says the project.
    try example.replace("00000103", with: "", in: "tables/parties.csv")
    try example.replace(
      "Id;Naam;Nummer in de boekhouding;KvK-nummer;Postcode",
      with:
        "Id;Naam;Nummer in de boekhouding;KvK-nummer;Postcode;Alleen in bestand;Niet zelfde als",
      in: "tables/parties.csv")
    try example.replace(
      "kwekerij;Kwekerij Het Groene Hek (fictief);S003;;9999 XB",
      with:
        "kwekerij;Kwekerij Het Groene Hek (fictief);S003;;9999 XB;groenhof-2025-1.xaf;kwekerij2\n"
        + "kwekerij2;Kwekerij Het Groene Hek (fictief);S003;;9999 XB;groenhof-2025-2.xaf;kwekerij9",
      in: "tables/parties.csv")
    let outcome = try example.pipeline.parties(example.project)
    let overview = try #require(outcome.overview)
    #expect(overview.parties == 23)
    #expect(overview.kept.map(\.rows) == [["kwekerij", "kwekerij2"]])
    let codes = try example.pipeline.check(example.project).findings.map(\.code)
    #expect(codes == ["parties.unknown_row"])
  }

  @Test func `parties of other names that share a number are merged and counted in a note`() throws
  {
    let example = try Example()
    try example.replace("00000104", with: "00000103", in: "books/groenhof-2025-1.xaf")
    let findings = try example.pipeline.check(example.project).findings
    let note = try #require(findings.first { $0.code == "parties.merged" })
    #expect(note.severity == .note)
    #expect(note.message.english.contains("by trade register number"))
  }
}
