import IndicatorKit
import TestSupport
import Testing

@testable import Pipeline

/// The rule: no group of people below five leaves (design, Privacy).
@Suite struct SmallCellsTests {
  private static let card = MeasureCard(
    "headcount", Text("Headcount", nl: "Aantal"), help: Text("People.", nl: "Mensen."),
    kind: .count, unit: .people, aggregation: .sum, countsPeople: true)

  private static let hours = MeasureCard(
    "hours", Text("Hours", nl: "Uren"), help: Text("Hours of people.", nl: "Uren van mensen."),
    kind: .computed, unit: .hour, aggregation: .sum, countsPeople: true)

  private static func breakdown(_ people: [Int]) -> Breakdown {
    Breakdown(
      id: "group", label: Text("Group", nl: "Groep"), unit: .people,
      entries: people.enumerated().map { index, count in
        Breakdown.Entry(
          id: "g\(index)", label: Text(verbatim: "G\(index)"), value: Double(count), people: count)
      })
  }

  @Test(arguments: [
    ([10, 3, 2], [10, 5]), ([10, 6, 3], [10, 9]), ([10, 6, 1, 0], [10, 7]), ([7, 5], [7, 5]),
    ([20, 4, 0], nil), ([4, 4, 4], nil), ([3], nil), ([0, 0], []),
  ])
  func `groups below five are joined until each has five, or the breakdown is left out`(
    people: [Int], expected: [Int]?
  ) {
    let safe = SmallCells.protect(Self.breakdown(people))
    #expect(safe?.entries.compactMap(\.people).sorted(by: >) == expected?.sorted(by: >))
  }

  @Test func `no random breakdown leaves with a group below five`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let people = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Int.random(in: 0...12, using: &random)
      }
      guard let safe = SmallCells.protect(Self.breakdown(people)) else { continue }
      #expect(safe.entries.allSatisfy { ($0.people ?? 0) >= 5 }, "\(people)")
      #expect(safe.entries.reduce(0) { $0 + $1.value } == Double(people.reduce(0, +)))
    }
  }

  @Test func `a total below five is kept back unless it is released by name`() throws {
    let measure = Self.card.count(3, from: .combined([]))
    let figure = try #require(FigureID("employment.headcount"))
    let withheld = SmallCells.protect(measure, figure: figure, released: [:])
    #expect(withheld.value == nil)
    #expect(withheld.absence?.dutch.contains("minder dan vijf") == true)
    let other = SmallCells.protect(
      measure, figure: figure, released: ["employment.fte": "contract"])
    #expect(other.value == nil)
    let released = SmallCells.protect(
      measure, figure: figure, released: ["employment.headcount": "the contract asks for it"])
    #expect(released.value == 3)
    #expect(released.notes.contains { $0.english.contains("the contract asks for it") })
  }

  @Test(arguments: [(3, 108.0), (1, 12.0), (4, 0.0)])
  func `the people are looked at and not the value`(people: Int, hours: Double) throws {
    let measure = Self.hours.computed(
      hours, inputs: [], rule: Text("hours", nl: "uren"),
      from: .selection(
        Selection(table: "people", file: "p.csv", rowNumbers: [2, 3, 4], columns: []))
    ).of(people: people).noting(Text("Three contracts.", nl: "Drie contracten."))
    let figure = try #require(FigureID("visits.hours"))
    let withheld = SmallCells.protect(measure, figure: figure, released: [:])
    #expect(withheld.value == nil)
    #expect(withheld.origin == .combined([]), "the rows would tell how many there are")
    #expect(withheld.notes.isEmpty && withheld.flows.isEmpty && withheld.breakdowns.isEmpty)
    let released = SmallCells.protect(
      measure, figure: figure, released: ["visits.hours": "contract"])
    #expect(released.value == hours)
  }

  @Test(arguments: [(7, 3.42), (5, 0.2), (0, 0.0)])
  func `few hours of enough people are shown without being released`(
    people: Int, hours: Double
  ) throws {
    let measure = Self.hours.computed(
      hours, inputs: [], rule: Text("hours", nl: "uren"), from: .combined([])
    ).of(people: people)
    let safe = SmallCells.protect(
      measure, figure: FigureID(joining: "visits", "hours"), released: [:])
    #expect(safe == measure)
  }

  @Test func `a small value of nobody knows how many people is not said to be of few`() throws {
    let measure = Self.hours.computed(
      3.42, inputs: [], rule: Text("hours", nl: "uren"), from: .combined([]))
    let withheld = SmallCells.protect(
      measure, figure: FigureID(joining: "visits", "hours"), released: [:])
    #expect(withheld.value == nil)
    #expect(withheld.absence?.english.contains("is not known") == true)
  }

  @Test func `an origin keeps rows of a table of people only where they are all of five or more`() {
    func selection(_ table: String, _ rows: [Int]) -> Origin {
      .selection(Selection(table: table, file: "t.csv", rowNumbers: rows, columns: ["a"]))
    }
    let origin = Origin.combined([
      selection("staff", [2, 3, 4, 5, 6, 8, 9]), selection("staff", [2, 3, 4, 5, 6, 7, 8, 9]),
      selection("placements", [2, 3, 4]), selection("things", [2]),
    ])
    #expect(
      origin.hidingRows(ofPeople: ["staff": 8, "placements": 3])
        == .combined([
          selection("staff", []), selection("staff", [2, 3, 4, 5, 6, 7, 8, 9]),
          selection("placements", []), selection("things", [2]),
        ]))
  }

  @Test(arguments: [("staff", 3, nil), ("staff", 5, 5), ("staff", 0, 0), ("things", 3, 3)])
  func `a source hides its rows where they are fewer than five people`(
    kind: String, rows: Int, shown: Int?
  ) {
    let source = ReportSourceFile(
      file: "t.csv", kind: kind, sha256: "", rows: rows, rejectedRows: 0)
    #expect(SmallCells.shownRows(source, persons: ["staff"]) == shown)
  }

  @Test func `five people and none at all are shown`() throws {
    let figure = try #require(FigureID("employment.headcount"))
    for count in [0, 5, 12] {
      let measure = Self.card.count(count, from: .combined([]))
      let safe = SmallCells.protect(measure, figure: figure, released: [:])
      #expect(safe.value == Double(count))
    }
  }

  @Test(arguments: [([8, 5], 1), ([8, 4], 0), ([8, 0], 1), ([nil, nil], 1)] as [([Int?], Int)])
  func `a ranking with a place of fewer than five people is left out with a note`(
    people: [Int?], rankings: Int
  ) throws {
    let card = MeasureCard(
      "places", Text("Places", nl: "Plekken"), help: Text("Places.", nl: "Plekken."), kind: .count,
      aggregation: .sum)
    let ranking = Ranking(
      highestFirst: people.enumerated().map { index, count in
        .init(
          id: "g\(index)", label: Text(verbatim: "G\(index)"), value: Double(count ?? 1),
          people: count)
      }, id: "places", label: Text("Places", nl: "Plekken"), unit: .people)
    let figure = FigureID(joining: "visits", "places")
    let measure = card.count(40, from: .combined([])).ranking(ranking)
    let safe = SmallCells.protect(measure, figure: figure, released: [:])
    #expect(safe.rankings == (rankings == 1 ? [ranking] : []))
    #expect(safe.notes.count == 1 - rankings)
    #expect(safe.value == 40)
  }
}
