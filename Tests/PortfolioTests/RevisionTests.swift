import TestSupport
import Testing

@testable import Portfolio

@Suite struct `A revision` {
  @Test func `is newer as people number things`() {
    let ordered = [
      "", "1", "1.2", "1.9", "1.10", "2", "09", "10", "10a", "2025-12", "a", "b1", "b2",
    ]
    let revisions = ordered.map { Revision($0) }
    #expect(revisions == revisions.sorted())
    #expect(Revision("3") == Revision("003"))
  }

  @Test func `has one order whatever the order in which it is compared`() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["1", "0", "10", ".", "-", "a", "b", "07"]
    let texts = (0..<60).map { _ in
      (0..<Int.random(in: 0...5, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }
    let revisions = texts.map { Revision($0) }
    for one in revisions {
      for other in revisions {
        #expect([one < other, other < one, one == other].count { $0 } == 1)
      }
    }
    let sorted = revisions.sorted()
    #expect(revisions.shuffled(using: &generator).sorted() == sorted)
  }
}
