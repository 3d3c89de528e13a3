import ImpactModel
import ProjectReaders
import Testing

/// Worked examples are read as their authors mean them, and each mistake says what to write.
@Suite struct ExampleFileTests {
  private static let whole = """
    # A comment.
    - en: Two of three visits.
      nl: Twee van drie bezoeken.
      period: 2025-01/2025-06
      postcodes: [9999, 9998]
      parameters:
        visits.norm: 12.5
      tables:
        visits: |
          Id,Date
          v1,2025-03-01
      books:
        lines: |
          Date,Journal
      measures:
        visits: { value: 1, groups: { kind: { walk: 1 } } }
        rate: { value: 0.667, tolerance: 0.001 }
        cost: { absent: no books }
    - en: Nothing.
      nl: Niets.
      period: 2025
      tables:
      measures:
        visits: { absent: no rows }
    """

  @Test func `an example is read with its lines`() throws {
    let (examples, faults) = ExampleFile.read(Self.whole, file: "Visits/examples.yaml")
    #expect(faults == [])
    try #require(examples.count == 2)
    let example = examples[0]
    #expect(example.name == Text("Two of three visits.", nl: "Twee van drie bezoeken."))
    #expect(example.period.description == "2025-01–2025-06")
    #expect(example.postcodes == ["9999", "9998"])
    #expect(example.parameters == [.init(id: "visits.norm", value: 12.5, line: 7)])
    #expect(
      example.tables == [.init(table: "visits", text: "Id,Date\nv1,2025-03-01\n", line: 10)])
    #expect(example.books.map(\.table) == ["lines"])
    #expect(
      example.expectations == [
        .init(
          measure: "visits", outcome: .value(1, tolerance: 1e-9),
          groups: [.init(breakdown: "kind", entry: "walk", value: 1, line: 16)], line: 16),
        .init(measure: "rate", outcome: .value(0.667, tolerance: 0.001), line: 17),
        .init(measure: "cost", outcome: .absent("no books"), line: 18),
      ])
    #expect(!example.isEmpty)
    #expect(examples[1].isEmpty)
  }

  @Test(arguments: [
    (
      "Two of three visits.", "",
      "2: say in one English sentence under “en:” what the example shows"
    ),
    (
      "period: 2025-01/2025-06", "period: spring",
      "4: write the reporting period as “period: 2025” or “2025-01/2025-06”"
    ),
    (
      "period: 2025-01/2025-06", "period: 2025-06/2025-01",
      "4: write the reporting period as “period: 2025” or “2025-01/2025-06”"
    ),
    ("[9999, 9998]", "9999", "5: write the postcodes as a list: [9999]"),
    (
      "12.5", "12,5",
      "7: “12,5” is not a number; write digits with a point as decimal mark, as 0.25"
    ),
    (
      "parameters:", "parameter:",
      "6: an example has no key “parameter”; did you mean “parameters”?"
    ),
    (
      "visits: |\n      Id,Date\n      v1,2025-03-01", "visits: [1]",
      "9: write “visits: |” and below it the headings and the rows, as in a CSV file"
    ),
    (
      "{ kind: { walk: 1 } }", "{ kind: walk }",
      "16: write “kind: {name of a group: 2}”"
    ),
    (
      "tolerance: 0.001", "tolerence: 0.001",
      "17: what “rate” comes to has no key “tolerence”; "
        + "there are: value, tolerance, absent, groups"
    ),
    (
      "{ value: 0.667, tolerance: 0.001 }", "{ tolerance: 1 }",
      "17: write “rate: 3”, “rate: {value: 0.667, tolerance: 0.001}”, or “rate: {absent: words of the reason}”"
    ),
    (
      "tolerance: 0.001", "tolerance: small",
      "17: “small” is not a number; write digits with a point as decimal mark, as 0.25"
    ),
    ("cost: {", "rate: {", "17: “rate” stands here twice; delete one of the two"),
  ])
  func `a mistake gives one sentence at its line`(
    old: String, new: String, fault: String
  ) throws {
    try #require(Self.whole.contains(old))
    let text = Self.whole.replacing(old, with: new, maxReplacements: 1)
    let (_, faults) = ExampleFile.read(text, file: "Visits/examples.yaml")
    #expect(faults.map(\.description) == ["Visits/examples.yaml:" + fault])
  }

  @Test(arguments: [
    ("", "1: the file is empty; write a list of examples, each starting with “- en:”"),
    ("en: x", "1: write a list of examples, each starting with “- en:”"),
    (
      "- x",
      "1: an example has the keys en, nl, period, postcodes, parameters, tables, imports, books, measures"
    ),
    (
      "- en: x\n  nl: y\n  period: 2025\n",
      "1: name under “measures:” at least one measure and what it must come to"
    ),
  ])
  func `a file without examples says how to begin`(text: String, fault: String) {
    let (examples, faults) = ExampleFile.read(text, file: "e.yaml")
    #expect(examples == [])
    #expect(faults.map(\.description) == ["e.yaml:" + fault])
  }

  @Test func `what is not YAML is one fault`() {
    let (examples, faults) = ExampleFile.read("- en: \"x\n", file: "e.yaml")
    #expect(examples == [])
    #expect(faults.count == 1)
    #expect(faults.allSatisfy { $0.message.hasPrefix("this is not valid YAML") })
  }
}
