import ExportKit
import Foundation
import TestSupport
import Testing

@testable import WebPage

/// A breakdown is drawn as its module asks.
@Suite struct BreakdownPictureTests {
  private func svg(_ picture: Breakdown.Picture, _ amounts: [Double]) throws -> String {
    let breakdown = Breakdown(
      id: "b", label: Text("Buckets & rounds", nl: "Emmers & ronden"), unit: .money,
      entries: amounts.enumerated().map {
        .init(
          id: "e\($0.offset)", label: Text("Part \($0.offset)", nl: "Deel \($0.offset)"),
          value: $0.element)
      }, picture: picture)
    return BreakdownPicture(
      breakdown, style: .init(unit: .money, currency: .euro, language: .english),
      language: .english
    ).svg.rendered
  }

  @Test func `a bucket has water, a stream per leak and its amounts in words`() throws {
    let drawn = try svg(.bucket(keeping: "e0"), [60, 30, 10])
    #expect(drawn.contains("<polyline"))
    #expect(drawn.matches(of: /<rect\s/).count == 2)
    #expect(drawn.contains("Part 0: €60"))
    #expect(drawn.contains("Part 2: €10"))
    #expect(drawn.contains("role=\"img\""))
  }

  @Test func `rounds are steps with what left since the last`() throws {
    let drawn = try svg(.rounds, [100, 40, 14])
    #expect(!drawn.contains("<polyline"))
    // A bar for each, and an outline of what left before the second and the third.
    #expect(drawn.matches(of: /<rect\s/).count == 5)
  }

  @Test func `a bucket without its water, or with less than nothing, is drawn as bars`() throws {
    for drawn in [
      try svg(.bucket(keeping: "none"), [60, 30]), try svg(.bucket(keeping: "e0"), [60, -30]),
    ] {
      #expect(!drawn.contains("<polyline"))
    }
  }
}
