import IndicatorKit
import IndicatorTesting
import Pipeline
import Testing

/// The suite finds each broken promise, and says in one sentence what to write.
@Suite struct IndicatorTrialTests {
  private static let examples = """
    - en: One visit of an hour and a half.
      nl: Eén bezoek van anderhalf uur.
      period: 2025
      tables:
        visits: |
          Date,Hours
          2025-03-08,1.5
      measures:
        hours: 1.5
    - en: No visits.
      nl: Geen bezoeken.
      period: 2025
      measures:
        hours: { absent: has no rows }
    """

  private func faults(
    _ indicator: any Indicator, _ promise: Promise, examples: String? = examples
  ) async -> [String] {
    let text = examples.map {
      ExampleText(of: indicator, file: "Visits/examples.yaml", text: $0)
    }
    return await IndicatorTrial(indicator, examples: text, promise: promise).faults()
  }

  @Test(arguments: Promise.allCases)
  func `a good module keeps every promise`(promise: Promise) async {
    #expect(await faults(GoodIndicator(), promise) == [])
  }

  @Test func `a table that is read and not declared is named`() async {
    let sentence =
      "“visits” reads the table “secrets”, which its card does not declare; add it under tables:"
    #expect(await faults(UndeclaredIndicator(), .reading).contains(sentence))
    #expect(await faults(HidingIndicator(), .reading).contains(sentence))
  }

  @Test func `a parameter that is declared and never read is named`() async {
    #expect(
      await faults(HidingIndicator(), .reading).contains(
        "the card of “visits” declares the parameter “visits.norm”, which it never reads; "
          + "delete it there, or read it"))
  }

  @Test func `a zero for nothing is an invented number`() async {
    let found = await faults(InventingIndicator(), .emptiness)
    #expect(
      found == [
        "“visits.hours” is 0 where there are no rows; "
          + "return notMeasurable(_:) with the reason where rows.isEmpty"
      ])
  }

  @Test func `a value without an origin is found`() async {
    let found = await faults(InventingIndicator(), .origins)
    #expect(
      found == [
        "“visits.hours” does not say where it comes from; give it from: "
          + ".selection(rows.selection()), a ledger, or the origin of a parameter"
      ])
  }

  @Test func `an origin that names a column which is not there is found`() async {
    let found = await faults(FirstRowIndicator(), .origins)
    #expect(
      found == [
        "“visits.hours” comes from the column “hour”, which the table “visits” does not have; "
          + "write the column's identifier: date, hours"
      ])
  }

  @Test func `a result that hangs on the order of rows is found, a sum of the kit is not`() async {
    let faults = await faults(FirstRowIndicator(), .order)
    #expect(faults.allSatisfy { $0.hasPrefix("“visits” gives, with the rows in another order, ") })
    #expect(faults.count > 1)
  }

  @Test func `chance is found when a module measures again`() async {
    let faults = await faults(RestlessIndicator(), .repetition)
    #expect(faults.contains { $0.hasPrefix("“visits” gives, measured twice, ") })
    #expect(faults.contains { $0.hasPrefix("“visits” gives, measured side by side, ") })
  }

  @Test func `a measure made otherwise than its card says is found`() async {
    let found = await faults(RestlessIndicator(), .measures)
    #expect(
      found == [
        "“visits.hours” is declared as sum and made as computed; write kind: .computed in its card"
      ])
  }

  @Test func `a measure that no example gives a value is named`() async {
    let found = await faults(CarelessIndicator(), .measures, examples: nil)
    #expect(
      found == [
        "no example gives the measure “Lend-ings.lent” a value; "
          + "write a worked example that does"
      ])
  }

  @Test func `a measure given twice, an undeclared one and a reason in one language are found`()
    async
  {
    let found = await faults(DoublingIndicator(), .measures)
    #expect(
      found == [
        "“visits” gives the measure “hours” 2 times; return it exactly once, as a value or with "
          + "notMeasurable(_:)",
        "“visits” gives the measure “visitors”, which its card does not declare; "
          + "add it under measures:",
        "the reason why “visits.visitors” has no value has no Dutch of its own; "
          + "write Text(\"of no reason at all\", nl: \"…\")",
      ])
  }

  @Test func `time that grows with the square of the rows is found`() async throws {
    let faults = await faults(QuadraticIndicator(), .linearTime)
    try #require(faults.count == 1)
    #expect(faults[0].contains("times as long for ten times as many rows"))
  }

  @Test func `each gap of a careless declaration has its sentence`() async {
    let found = await faults(CarelessIndicator(), .declaration)
    #expect(
      found == [
        "“Lend-ings”, the identifier of the card, must be small letters, digits and underscores, "
          + "a letter first",
        "the summary of the card “Lend-ings” has no Dutch of its own; "
          + "write Text(\"How many things are lent.\", nl: \"…\")",
        "the table “lendings” has no summary; add summary: Text(\"…\", nl: \"…\")",
        "the table “lendings” takes its time from “day”, which is no column of days; "
          + "did you mean “date”?",
        "in the table “lendings” the heading “date” means “date” and “thing”; "
          + "change one of the two",
        "the column “lendings.date” has no help; add help: Text(\"…\", nl: \"…\")",
        "the label of the column “lendings.borrower” has no Dutch; "
          + "write Text(\"Borrower\", nl: \"…\")",
        "the help of the column “lendings.thing” has no Dutch of its own; "
          + "write Text(\"Which thing it was.\", nl: \"…\")",
        "the column “lendings.thing” refers to the table “things”, which the card does not "
          + "declare; add it under tables:",
        "the example of the column “lendings.date” cannot be read: "
          + "“31 February” is not a date.",
        "the help of the measure “Lend-ings.lent” has no English; "
          + "write Text(\"…\", nl: \"…\")",
        "“Lend-ings” names no source of its method; add one under references:",
      ])
  }

  @Test func `a module without worked examples is told where to write them`() async {
    let found = await faults(GoodIndicator(), .examples, examples: nil)
    #expect(
      found == [
        "“visits” has no worked examples; write a file examples.yaml beside indicator.yaml"
      ])
  }

  @Test func `one example is too few, and one must be empty`() async {
    let first = Self.examples.prefix(
      upTo: Self.examples.range(of: "- en: No")?.lowerBound ?? Self.examples.endIndex)
    let found = await faults(GoodIndicator(), .examples, examples: String(first))
    #expect(
      found == [
        "Visits/examples.yaml: write at least two examples; there are 1",
        "Visits/examples.yaml: write one example without rows, whose measures are all absent",
      ])
  }

  @Test(arguments: [
    (
      "hours: 1.5", "hours: 2",
      "9: “hours” is 1.5, and the example says 2; mend the module, or the example"
    ),
    ("hours: 1.5", "hour: 2", "9: “visits” gives no measure “hour”; did you mean “hours”?"),
    (
      "hours: 1.5", "hours: { absent: rain }",
      "9: “hours” is 1.5, and the example says that it cannot be measured: “rain”"
    ),
    (
      "hours: 1.5", "hours: { value: 1.5, groups: { weekdy: { monday: 1 } } }",
      "9: “hours” has no breakdown “weekdy”; did you mean “weekday”?"
    ),
    (
      "hours: 1.5", "hours: { value: 1.5, groups: { weekday: { sunday: 1 } } }",
      "9: the breakdown “weekday” of “hours” has no group “sunday”; there are: all"
    ),
    (
      "hours: 1.5", "hours: { value: 1.5, groups: { weekday: { all: 2 } } }",
      "9: the group “all” of “hours” is 1.5, and the example says 2"
    ),
    (
      "absent: has no rows", "value: 0",
      "14: “hours” has no value, because the table “visits” has no rows, and the example says 0"
    ),
    (
      "absent: has no rows", "absent: rain",
      "14: “hours” cannot be measured because “the table “visits” has no rows”, which does not hold the words “rain”"
    ),
    ("visits: |", "visit: |", "6: there is no table “visit” here; did you mean “visits”?"),
    (
      "2025-03-08,1.5", "2025-03-08,so",
      "7: “Hours”: “so” is not a number. Fill in one number without words or units."
    ),
  ])
  func `an example that does not hold says so at its line`(
    old: String, new: String, fault: String
  ) async throws {
    let text = Self.examples.replacing(old, with: new)
    try #require(text != Self.examples)
    let faults = await faults(GoodIndicator(), .examples, examples: text)
    #expect(faults.first == "Visits/examples.yaml:" + fault)
  }

  @Test func `each registered indicator has a trial of each promise`() {
    let trials = IndicatorTrial.all(registry)
    #expect(trials.count == registry.indicators.count * Promise.allCases.count)
    #expect(Set(trials.map(\.testDescription)).count == trials.count)
  }
}
