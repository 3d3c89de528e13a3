import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// What things brought for repair are, and what stood in the way of repair.
@Suite struct RepairBreakdownTests {
  typealias Fixture = CircularityFixture

  private func ended(_ id: String, _ barrier: String?) -> [String: CellValue] {
    var row = Fixture.repair(id, "end_of_life", of: "Toaster")
    row["barrier"] = barrier.map { .text($0) } ?? .absent
    return row
  }

  private func counts(_ id: String, _ repairs: [[String: CellValue]]) throws -> [String: Double]? {
    try Fixture(repairs: repairs).measure("repairs").breakdowns.first { $0.id == id }
      .map { Dictionary(uniqueKeysWithValues: $0.entries.map { ($0.id, $0.value) }) }
  }

  @Test func `what stood in the way is told for the end of life alone, with what was not noted`()
    throws
  {
    var fixed = Fixture.repair("r4", "fixed", of: "Toaster")
    fixed["barrier"] = .text("too_worn_out")
    let rows = [
      ended("r1", "too_worn_out"), ended("r2", "too_worn_out"), ended("r3", nil), fixed,
    ]
    let found = try counts("barrier", rows)
    #expect(found?["too_worn_out"] == 2)
    #expect(found?["not_noted"] == 1)
    #expect(found?.values.reduce(0, +) == 3)
    #expect(try counts("barrier", [ended("r1", nil), fixed]) == nil, "nothing was noted")
  }

  @Test func `things are counted by kind, and those of no known kind apart`() throws {
    let rows = [
      Fixture.repair("r1", "fixed", of: "Broodrooster"),
      Fixture.repair("r2", "unknown", of: "toaster"),
      Fixture.repair("r3", "fixed", of: "Laptop"),
    ]
    #expect(try counts("brought_kind", rows) == ["toaster": 2, "no_kind": 1])
  }

  @Test(.enabled(if: OpenRepairTests.file != nil))
  func `the barriers of the published file are all words of the standard`() throws {
    // Counted apart from this program: 29 of the 121 things at the end of life have a barrier.
    let text = try String(contentsOf: #require(OpenRepairTests.file), encoding: .utf8)
    let table = try #require(OpenRepairImporter().read(text, file: "imports/a.csv").tables.first)
    let column = try #require(table.columns.firstIndex { $0.id == "barrier" })
    let words = RepairBarrier.allCases.flatMap { [$0.rawValue, $0.label.english] + $0.aliases }
      .map { $0.lowercased() }
    let written = table.rows.map { $0.cells[column] }.filter { !$0.isEmpty }
    #expect(written.count == 29)
    #expect(written.allSatisfy { words.contains($0.lowercased()) })
    #expect(written.count { $0 == "Item too worn out" } == 11)
  }
}
