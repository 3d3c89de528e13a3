import Foundation
import ImpactModel
import Pipeline
import TestSupport
import Testing

/// Twelve mistakes in a copy of the example give twelve findings, each at its place.
@Suite struct TwelveMistakesTests {
  /// A mistake with the code and the place of the finding that it must give.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let severity: Finding.Severity
    /// How the finding's place reads in English, or how it begins.
    let place: String
    let make: @Sendable (Example) throws -> Void

    var testDescription: String { name }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a word in a number column", code: "table.not_a_number", severity: .error,
      place: "tables/inputs.csv, F2 (Bedrag, uren of aantal)"
    ) { try $0.replace(";146400;", with: ";veel;", in: "tables/inputs.csv") },
    Mistake(
      name: "an unknown stakeholder", code: "table.unknown_reference", severity: .error,
      place: "tables/outcomes.csv, B3 (Belanghebbende)"
    ) { try $0.replace("\no2;deelnemers;", with: "\no2;deelnemres;", in: "tables/outcomes.csv") },
    Mistake(
      name: "31 February", code: "table.impossible_day", severity: .error,
      place: "tables/gatherings.csv, B3 (Datum)"
    ) { try $0.replace("12-2-2025", with: "31-2-2025", in: "tables/gatherings.csv") },
    Mistake(
      name: "a postcode of impossible form", code: "table.impossible_postcode", severity: .error,
      place: "tables/staff.csv, G2 (Postcode woonadres)"
    ) { try $0.replace(";9999;17850", with: ";0999;17850", in: "tables/staff.csv") },
    Mistake(
      name: "a deadweight of 120 %", code: "table.out_of_bounds", severity: .error,
      place: "tables/outcomes.csv, K2 (Zonder ons ook)"
    ) { try $0.replace(";15 %;", with: ";120 %;", in: "tables/outcomes.csv") },
    Mistake(
      name: "an unprovable 1.234", code: "table.ambiguous_number", severity: .error,
      place: "tables/waste_streams.csv, C2 (Massa)"
    ) { try $0.replace(",620,", with: ",1.234,", in: "tables/waste_streams.csv") },
    Mistake(
      name: "a percentage written 0,2", code: "table.percentage_fraction", severity: .warning,
      place: "tables/outcomes.csv, O2 (Toerekening aan anderen)"
    ) { example in
      // The second 15 % of the first row is its attribution.
      try example.replace(
        ";15 %;Het werkplein", with: ";0,2;Het werkplein", in: "tables/outcomes.csv")
    },
    Mistake(
      name: "a missing column", code: "table.missing_column", severity: .error,
      place: "tables/decisions.csv, line 1"
    ) { try $0.replace("Onderwerp", with: "Iets anders", in: "tables/decisions.csv") },
    Mistake(
      name: "a doubled id", code: "table.double_id", severity: .error,
      place: "tables/repairs.csv, A3 (Id)"
    ) { try $0.replace("\nr2;", with: "\nr1;", in: "tables/repairs.csv") },
    Mistake(
      name: "a truncated XAF", code: "ledger.truncated", severity: .error, place: "books/"
    ) { example in
      let file = try #require(try example.books().first)
      let data = try example.bytes(file)
      try example.write(data.prefix(data.count * 2 / 3), to: file)
    },
    Mistake(
      name: "an XAF whose totals do not add up", code: "ledger.totals", severity: .error,
      place: "books/"
    ) { example in
      let file = try #require(try example.books().last)
      try example.replace("<transactions>", with: "<transactions >", in: file)
      var text = String(decoding: try example.bytes(file), as: UTF8.self)
      let total = try #require(
        text.firstRange(of: /<transactions >\s*<linesCount>\d+<\/linesCount>\s*<totalDebit>/))
      text.insert("1", at: total.upperBound)
      try example.write(Data(text.utf8), to: file)
    },
    Mistake(
      name: "an empty file", code: "table.empty", severity: .error, place: "tables/materials.csv"
    ) { try $0.write(Data(), to: "tables/materials.csv") },
  ]

  @Test func `the clean example gives no finding at all`() throws {
    let example = try Example()
    let result = try example.pipeline.check(example.project)
    #expect(result.findings.map { "\($0)" } == [])
  }

  @Test(arguments: mistakes)
  func `one mistake gives one finding at its place`(mistake: Mistake) throws {
    let example = try Example()
    try mistake.make(example)
    let findings = try example.pipeline.check(example.project).findings
    #expect(findings.count == 1, "\(findings)")
    let finding = try #require(findings.first)
    #expect(finding.code == mistake.code)
    #expect(finding.severity == mistake.severity)
    #expect(finding.address?.text(in: .english).hasPrefix(mistake.place) == true, "\(finding)")
  }

  @Test func `twelve mistakes give twelve findings in one run, in two languages`() throws {
    let example = try Example()
    // The deadweight is replaced first, before the attribution of the same row changes its text.
    for mistake in Self.mistakes { try mistake.make(example) }
    let before = try example.snapshot()
    let result = try example.pipeline.check(example.project)
    let codes = result.findings.map(\.code).sorted()
    #expect(codes == Self.mistakes.map(\.code).sorted(), "\(result.findings)")
    for finding in result.findings {
      for language in Language.allCases {
        #expect(!finding.message[language].isEmpty)
        #expect(!finding.help[language].isEmpty)
      }
      #expect(finding.message.english != finding.message.dutch)
    }
    #expect(result.hasErrors)
    #expect(try example.snapshot() == before, "check writes nothing")
  }

  @Test func `check ends with 1 where an error is found and report writes nothing`() throws {
    let example = try Example()
    for mistake in Self.mistakes { try mistake.make(example) }
    let check = try ProgramBinary.run(["check", example.folder.path])
    #expect(check.exitCode == 1)
    #expect(check.output.contains("11 fouten, 1 waarschuwing."))
    let report = try ProgramBinary.run(["report", example.folder.path, "--language", "en"])
    #expect(report.exitCode == 1)
    #expect(report.output.contains("Nothing was written."))
    let reports = example.folder.appending(path: "reports").path
    #expect(!FileManager.default.fileExists(atPath: reports))
  }

  @Test func `a warning alone ends with 0`() throws {
    let example = try Example()
    let mistake = try #require(Self.mistakes.first { $0.severity == .warning })
    try mistake.make(example)
    #expect(try ProgramBinary.run(["check", example.folder.path]).exitCode == 0)
  }

  @Test func `a draft is written in spite of errors, stamped, and with an absent ratio`() throws {
    let example = try Example()
    for mistake in Self.mistakes { try mistake.make(example) }
    let result = try example.pipeline.report(example.project, isDraftAllowed: true)
    #expect(result.files.count == registry.exporters.count)
    let report = try #require(result.report)
    #expect(report.isDraft)
    #expect(report.valueMap?.ratio.value == nil)
    #expect(report.valueMap?.ratio.absence != nil)
  }
}
