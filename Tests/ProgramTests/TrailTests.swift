import Foundation
import Pipeline
import TestSupport
import Testing

/// One mistake that others depend on gives one finding, not a trail.
@Suite struct TrailTests {
  /// A mistake with the one code that it must give.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: String
    let file: String
    let old: String
    let new: String

    var testDescription: String { "\(code) in \(file)" }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      code: "table.double_id", file: "tables/gatherings.csv", old: "\ng2;", new: "\ng1;"),
    Mistake(
      code: "table.double_id", file: "tables/stakeholders.csv", old: "\ndeelnemers;",
      new: "\nmedewerkers;"),
    Mistake(
      code: "table.bad_identifier", file: "tables/gatherings.csv", old: "\ng2;", new: "\nG 2!;"),
    Mistake(
      code: "table.empty_cell", file: "tables/gatherings.csv", old: "\ng2;", new: "\n;"),
    Mistake(
      code: "ledger.totals", file: "books/groenhof-2025-1.xaf", old: "<totalDebit>69912.00",
      new: "<totalDebit>69912.01"),
    Mistake(
      code: "ledger.malformed_account_type", file: "books/groenhof-2025-1.xaf",
      old: "<accTp>P</accTp>", new: "<accTp>X</accTp>"),
    Mistake(
      code: "ledger.malformed_journal_type", file: "books/groenhof-2025-1.xaf",
      old: "<jrnTp>P</jrnTp>", new: "<jrnTp>X</jrnTp>"),
    Mistake(
      code: "ledger.period_order", file: "books/groenhof-2025-1.xaf",
      old: "<endDate>2025-06-30</endDate>", new: "<endDate>2024-06-30</endDate>"),
    Mistake(
      code: "ledger.outside_period", file: "books/groenhof-2025-1.xaf", old: "<trDt>2025-01",
      new: "<trDt>1995-01"),
    Mistake(
      code: "ledger.double_id", file: "books/groenhof-2025-1.xaf",
      old: "<custSupID>S002</custSupID>", new: "<custSupID>S001</custSupID>"),
  ]

  @Test(arguments: mistakes)
  func `a mistake that others depend on gives one finding`(mistake: Mistake) throws {
    let example = try Example()
    try example.replace(mistake.old, with: mistake.new, in: mistake.file)
    let codes = try example.pipeline.check(example.project).findings.map(\.code)
    #expect(codes == [mistake.code])
  }

  @Test func `a table of headings that others refer to is one finding`() throws {
    let example = try Example()
    let bytes = try example.bytes("tables/gatherings.csv")
    let heading = bytes.prefix { $0 != 10 && $0 != 13 }
    try example.write(heading + Data("\n".utf8), to: "tables/gatherings.csv")
    let codes = try example.pipeline.check(example.project).findings.map(\.code)
    #expect(codes == ["table.empty_table"])
  }

  @Test func `an error in the settings hides no other finding`() throws {
    let example = try Example()
    try example.replace("[\"9999\"]", with: "[\"0999\"]", in: "project.yaml")
    try example.replace(";146400;", with: ";veel;", in: "tables/inputs.csv")
    let book = try #require(try example.books().first)
    try example.write(try example.bytes(book).prefix(20_000), to: book)
    let findings = try example.pipeline.check(example.project).findings
    #expect(findings.count == 3, "\(findings)")
    #expect(
      Set(findings.compactMap(\.address?.file)) == ["project.yaml", "tables/inputs.csv", book])
  }
}
