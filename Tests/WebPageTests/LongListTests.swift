import ExportKit
import Foundation
import TestSupport
import Testing

@testable import WebPage

/// What a page does with more than a person reads.
@Suite struct LongListTests {
  @Test func `the largest outcomes are shown in the order of the table`() throws {
    let map = try #require(try SampleReport(language: .english).make().valueMap)
    let all = map.rows
    try #require(all.count > 2)
    #expect(LongList.largest(all, most: all.count) == all)
    let two = LongList.largest(all, most: 2)
    #expect(two.count == 2)
    let shown = Set(two.map(\.id))
    let least = two.compactMap { $0.presentValue.value?.magnitude }.min() ?? .infinity
    for row in all where !shown.contains(row.id) {
      #expect((row.presentValue.value?.magnitude ?? .infinity) <= least)
    }
    #expect(all.filter { shown.contains($0.id) } == two)
  }

  @Test func `a list that is cut says so and one that is not keeps silent`() throws {
    let report = try SampleReport(language: .english).make()
    let writer = Writer(report.project)
    #expect(LongList.note(1_000, writer).isEmpty)
    let note = LongList.note(1_001, writer).map(\.rendered).joined()
    #expect(note.contains("1,000 of 1,001 are shown here"))
    #expect(LongList.shown(Array(0..<1_001)).count == 1_000)
    #expect(LongList.noteOfLargest(1_000, writer).isEmpty)
    #expect(LongList.noteOfLargest(2_000, writer).count == 1)
  }
}
