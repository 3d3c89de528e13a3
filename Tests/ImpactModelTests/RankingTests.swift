import ImpactModel
import TestSupport
import Testing

/// Rankings have an order that the numbers alone decide.
@Suite struct RankingTests {
  private func entries(_ numbers: [(String, Double)]) -> [Ranking.Entry] {
    numbers.map { .init(id: $0.0, label: Text(verbatim: $0.0), value: $0.1) }
  }

  @Test func `the highest number is first, equal numbers stand by identifier`() {
    let ranking = Ranking(
      highestFirst: entries([("c", 2), ("a", 1), ("d", 7), ("b", 2)]), id: "places",
      label: Text("Places", nl: "Plekken"), unit: .count, limit: 3)
    #expect(ranking.entries.map(\.id) == ["d", "b", "c"])
  }

  @Test func `what is not a finite number has no place`() {
    let ranking = Ranking(
      id: "places", label: Text("Places", nl: "Plekken"), unit: .count,
      entries: entries([("a", .nan), ("b", 1), ("c", .infinity)]))
    #expect(ranking.entries.map(\.id) == ["b"])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the order of the entries changes nothing`(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let all = entries((0..<40).map { ("e\($0)", Double(Int.random(in: 0...9, using: &numbers))) })
    func ranking(_ entries: [Ranking.Entry]) -> Ranking {
      Ranking(
        highestFirst: entries, id: "r", label: Text("R", nl: "R"), unit: .count, limit: 12)
    }
    let first = ranking(all)
    #expect(first.entries.count == 12)
    #expect(zip(first.entries, first.entries.dropFirst()).allSatisfy { $0.value >= $1.value })
    #expect(ranking(all.shuffled(using: &numbers)) == first)
  }

  @Test func `a measure keeps its ranking with its other parts, and loses it when withheld`() {
    let card = MeasureCard(
      "visits", Text("Visits", nl: "Bezoeken"), help: Text("Visits.", nl: "Bezoeken."),
      kind: .count, aggregation: .sum)
    let ranking = Ranking(
      id: "r", label: Text("R", nl: "R"), unit: .count, entries: entries([("a", 1)]))
    let measure = card.count(3, from: .combined([])).ranking(ranking).ranging(1...4)
      .noting(Text("Note", nl: "Noot"))
    #expect(measure.rankings == [ranking])
    #expect(measure.range == 1...4)
    #expect(measure.with(breakdowns: []).rankings == [ranking])
    #expect(measure.withheld(because: Text("few", nl: "weinig")).rankings == [])
  }
}
