import Foundation
import IndicatorKit
import IndicatorTesting
import Pipeline
import TestSupport
import Testing

/// A module from outside may speak English only, and says so; our own modules may not.
@Suite struct EnglishOnlyTests {
  struct Bird: TableRow {
    static let table = TableCard(
      id: "birds", title: Text(englishOnly: "Birds"),
      summary: Text(englishOnly: "Which birds were seen in the garden."))

    @Column(
      englishOnly: "Number of birds", bounds: 0...1_000,
      help: Text(englishOnly: "How many birds were seen."), example: "3")
    var birds: Int
  }

  struct Birds: Indicator {
    static let seen = MeasureCard(
      "seen", Text(englishOnly: "Birds that were seen"),
      help: Text(englishOnly: "All birds of all rows."), kind: .sum, aggregation: .sum)
    static let card = IndicatorCard(
      id: "birds", title: Text(englishOnly: "Birds in the garden"),
      summary: Text(englishOnly: "How many birds come to the garden."), tables: [Bird.self],
      measures: [seen], references: [Reference("Nobody, Birds, 2025")])

    func measure(_ project: ProjectData) throws(NotMeasurable) -> [Measure] {
      let birds = try project.rows(Bird.self)
      if birds.isEmpty {
        return [Self.seen.notMeasurable(Text(englishOnly: "the table “birds” has no rows"))]
      }
      return [Self.seen.sum(birds, columns: ["birds"]) { Double($0.birds) }]
    }
  }

  @Test(arguments: [Promise.declaration, .measures])
  func `a module that marks its texts as English only keeps the promise`(
    promise: Promise
  ) async {
    #expect(await IndicatorTrial(Birds(), examples: nil, promise: promise).faults() == [])
  }

  @Test func `a Dutch reader sees the English text, also after storing`() throws {
    let text = Text(englishOnly: "Birds")
    #expect(text[.dutch] == "Birds" && text.isEnglishOnly)
    let stored = try JSONDecoder().decode(Text.self, from: JSONEncoder().encode(text))
    #expect(stored == text && stored.isEnglishOnly)
    let both = Text("Birds", nl: "Vogels")
    let read = try JSONDecoder().decode(Text.self, from: JSONEncoder().encode(both))
    #expect(read == both && !read.isEnglishOnly)
  }

  @Test func `no module of the program itself is in English only`() throws {
    for folder in ["Indicators", "Exports"] {
      let files = FileManager.default.enumerator(
        at: Places.repository.appending(path: folder), includingPropertiesForKeys: nil)
      var swift = 0
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        swift += 1
        #expect(!(try String(contentsOf: file, encoding: .utf8)).contains("englishOnly:"))
      }
      #expect(swift > 10)
    }
  }
}
