import ImpactModel
import Parameters
import TestSupport
import Testing

@Suite struct `A table of dated values` {
  static let sources = """
    cao:
      title: Cao Welzijn
      citation: Cao Welzijn 2025, article 5.1
      licence: public
    """

  /// Reads rows under the usual headings and the source `cao`.
  static func read(
    _ rows: String..., sources: String = sources
  ) -> (values: [ParameterValue], findings: [Finding]) {
    let csv = (["id,value,unit,from,until,source"] + rows).joined(separator: "\n")
    return ParameterFile.read(csv: csv, sources: sources, file: "own.csv")
  }

  /// A finding in one line: code, place, message.
  static func line(_ finding: Finding) -> String {
    let place = finding.address?.text(in: .english) ?? "nowhere"
    return "\(finding.severity) \(finding.code) at \(place): \(finding.message.english)"
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test func `gives a value with its days and its printed source`() throws {
    let (values, findings) = Self.read("hours.full_time,36,h,2025-01-01,2025-12-31,cao")
    #expect(findings.isEmpty)
    let value = try #require(values.first)
    #expect(values.count == 1)
    #expect(value.id == "hours.full_time")
    #expect(value.value == 36)
    #expect(value.from == (try day("2025-01-01")))
    #expect(value.until == (try day("2025-12-31")))
    #expect(value.source == "Cao Welzijn 2025, article 5.1")
    #expect(
      value.origin
        == .parameter(id: "hours.full_time", value: 36, source: "Cao Welzijn 2025, article 5.1"))
  }

  @Test func `prints the words that a licence asks for behind the citation`() {
    let (values, _) = Self.read(
      "a,1,h,2025-01-01,,cao", sources: Self.sources + "\n  attribution: Contains data of X.")
    #expect(values.map(\.source) == ["Cao Welzijn 2025, article 5.1 Contains data of X."])
  }

  @Test func `looks a closed value and the one that follows it up at their boundaries`() throws {
    let (values, findings) = Self.read(
      "rate,0.03,fraction,2015-12-01,2020-12-31,cao", "rate,0.0225,fraction,2021-01-01,,cao")
    #expect(findings.isEmpty)
    let table = ParameterTable(values)
    let expected: [(String, Double?)] = [
      ("2015-11-30", nil), ("2015-12-01", 0.03), ("2020-12-31", 0.03), ("2021-01-01", 0.0225),
      ("2099-12-31", 0.0225),
    ]
    for (text, value) in expected {
      #expect(table.value("rate", on: try day(text))?.value == value, "\(text)")
    }
    #expect(table.value("other", on: try day("2021-01-01")) == nil)
  }

  @Test func `refuses two rows that overlap, names both and uses neither`() {
    let (values, findings) = Self.read(
      "rate,0.03,fraction,2015-12-01,,cao", "rate,0.0225,fraction,2021-01-01,,cao",
      "other,1,h,2015-12-01,,cao")
    #expect(
      findings.map(Self.line) == [
        "error parameter.overlap at own.csv, row 3: "
          + "Rows 2 and 3 both give “rate” a value on 2021-01-01."
      ])
    #expect(
      findings.first?.message.dutch
        == "Rij 2 en rij 3 geven ‘rate’ allebei een waarde op 2021-01-01.")
    #expect(values.map(\.id) == ["other"])
  }

  @Test func `takes two rows that share one day for an overlap`() {
    let (values, findings) = Self.read(
      "a,1,h,2020-01-01,2020-12-31,cao", "a,2,h,2020-12-31,,cao")
    #expect(findings.map(\.code) == ["parameter.overlap"])
    #expect(values.isEmpty)
  }

  @Test func `takes one day without a value for a gap`() {
    let (values, findings) = Self.read(
      "a,1,h,2020-01-01,2020-12-30,cao", "a,2,h,2021-01-01,,cao")
    #expect(findings.map(\.code) == ["parameter.gap"])
    #expect(values.map(\.value) == [1, 2])
  }

  @Test func `notices an overlap with a row further back`() {
    let (values, findings) = Self.read(
      "a,1,h,2020-01-01,2029-12-31,cao", "a,2,h,2030-01-01,,cao",
      "a,3,h,2021-01-01,2021-12-31,cao")
    #expect(
      findings.map(Self.line) == [
        "error parameter.overlap at own.csv, row 4: "
          + "Rows 2 and 4 both give “a” a value on 2021-01-01."
      ])
    #expect(values.map(\.value) == [2])
  }

  @Test func `warns of days without a value and names the rows around them`() {
    let (values, findings) = Self.read(
      "a,2,h,2021-02-01,,cao", "a,1,h,2020-01-01,2020-12-31,cao")
    #expect(
      findings.map(Self.line) == [
        "warning parameter.gap at own.csv, row 2: “a” has no value between 2020-12-31, "
          + "where row 3 ends, and 2021-02-01, where row 2 starts."
      ])
    #expect(values.map(\.value) == [1, 2])
  }

  @Test func `reports no gap where a row with a fault was`() {
    let (values, findings) = Self.read(
      "a,1,h,2019-01-01,2019-12-31,cao", "a,x,h,2020-01-01,2020-12-31,cao",
      "a,3,h,2021-01-01,,cao")
    #expect(findings.map(\.code) == ["parameter.number"])
    #expect(values.map(\.value) == [1, 3])
  }

  @Test(arguments: [
    ("a,1,h,2025-01-01,,cbs", "F2 (source)", "There is no source “cbs” in the file of sources."),
    ("a,1,h,2025-01-01,,", "F2 (source)", "There is no source “” in the file of sources."),
    ("a,\"2,25\",h,2025-01-01,,cao", "B2 (value)", "“2,25” is not a number."),
    ("a,1.234.567,h,2025-01-01,,cao", "B2 (value)", "“1.234.567” is not a number."),
    ("a,1e3,h,2025-01-01,,cao", "B2 (value)", "“1e3” is not a number."),
    ("a,nan,h,2025-01-01,,cao", "B2 (value)", "“nan” is not a number."),
    ("a,.5,h,2025-01-01,,cao", "B2 (value)", "“.5” is not a number."),
    ("a,,h,2025-01-01,,cao", "B2 (value)", "“” is not a number."),
    ("a,2.25,fraction,2025-01-01,,cao", "B2 (value)", "2.25 is more than the whole."),
    ("a,2.25,%,2025-01-01,,cao", "C2 (unit)", "“%” is not a unit."),
    ("a,1,,2025-01-01,,cao", "C2 (unit)", "“” is not a unit."),
    ("a,1,h,1-1-2025,,cao", "D2 (from)", "“1-1-2025” is not a day."),
    ("a,1,h,2025-02-29,,cao", "D2 (from)", "“2025-02-29” is not a day."),
    ("a,1,h,2025-01-01,now,cao", "E2 (until)", "“now” is not a day."),
    (
      "a,1,h,2025-01-02,2025-01-01,cao", "E2 (until)",
      "The value ends on 2025-01-01, before it starts on 2025-01-02."
    ),
    ("A b,1,h,2025-01-01,,cao", "A2 (id)", "“A b” cannot be the name of a parameter."),
    ("a..b,1,h,2025-01-01,,cao", "A2 (id)", "“a..b” cannot be the name of a parameter."),
    ("a,1,h,2025-01-01,cao", "row 2", "Row 2 has 5 fields and not 6."),
    ("a,\"1,h", "row 2", "A quotation mark is opened on line 2 and never closed."),
  ])
  func `gives one finding for a fault in a row`(
    _ row: String, _ place: String, _ message: String
  ) throws {
    let (values, findings) = Self.read(row)
    #expect(values.isEmpty)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.severity == .error)
    #expect(finding.message.english == message)
    #expect(finding.address?.text(in: .english) == "own.csv, \(place)")
  }

  @Test func `gives one finding for other headings`() {
    let (values, findings) = ParameterFile.read(
      csv: "id,value,from\na,1,2025-01-01\n", sources: Self.sources, file: "own.csv")
    #expect(values.isEmpty)
    #expect(
      findings.map(Self.line) == [
        "error parameter.headings at own.csv, row 1: "
          + "The first row is not “id,value,unit,from,until,source”."
      ])
  }

  @Test func `reads random numbers as they are written`() {
    var generator = SeededGenerator(seed: 7)
    let numbers = (0..<500).map { _ in Double.random(in: -1e6...1e6, using: &generator) }
      .filter { $0.magnitude >= 1 }
    let rows = numbers.enumerated().map { "n\($0),\(DecimalText.exact($1)),h,2025-01-01,,cao" }
    let csv = (["id,value,unit,from,until,source"] + rows).joined(separator: "\r\n")
    let (values, findings) = ParameterFile.read(
      csv: csv, sources: Self.sources, file: "own.csv")
    #expect(findings.isEmpty)
    let table = Dictionary(uniqueKeysWithValues: values.map { ($0.id, $0.value) })
    #expect(numbers.indices.allSatisfy { table["n\($0)"] == numbers[$0] })
  }
}
