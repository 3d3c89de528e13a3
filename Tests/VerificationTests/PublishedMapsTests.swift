import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Verification

/// Published maps of which it is known what is wrong with them.
@Suite struct PublishedMapsTests {
  @Test func `a published map that is right gives nothing and shows its timing`() throws {
    let map = try Maps.verified(file: "timebank.csv")
    #expect(map.deviations == [])
    #expect(map.rows == 4)
    #expect(map.timing == .start)
    #expect(!map.statesTiming)
    // 4 impacts, 8 values, 3 totals, 2 present values of a period, and the four results.
    #expect(map.followed == 21)
  }

  @Test func `a map in Dutch with bare percentages is read as its author meant it`() throws {
    let map = try Maps.verified(file: "employment-nl.csv")
    #expect(map.deviations == [])
    #expect(map.followed == 5)
    #expect(map.timing == .start)
  }

  @Test func `of the oil company two aspects are diagnosed and two only do not follow`() throws {
    let map = try Maps.verified(file: "oil-company.csv")
    let rows = Dictionary(
      uniqueKeysWithValues: map.deviations.map { ($0.address.row ?? 0, $0) })
    #expect(
      rows.keys.sorted() == Array(3...14), "each multiplier, and nothing that follows from it")
    for (row, deviation) in rows {
      #expect(deviation.address.column == 7)
      let isDiagnosed = (row - 3) % 4 >= 2
      #expect(
        deviation.diagnoses == (isDiagnosed ? [.additiveDeductions, .firstPeriodDropOff] : []),
        "row \(row)")
    }
    #expect(map.timing == .forward, "a remark and no fault: the map states no timing")
    // Declared shares multiply to .612, .7038, .68 and .64 when no drop-off is taken in year 1.
    let computed = [0.612, 0.7038, 0.68, 0.64]
    for row in 3...6 {
      #expect(abs(try #require(rows[row]).computed - computed[row - 3]) < 1e-9)
    }
  }

  @Test func `the zero-waste calculator drops row 11 and takes row 5 instead`() throws {
    let map = try Maps.verified(file: "zero-waste.csv")
    let deviation = try #require(map.deviations.first)
    #expect(map.deviations.count == 1, "the results follow from the totals as they are stated")
    #expect(deviation.stated == 1_453_501.198)
    #expect(abs(deviation.computed - 1_722_069.571) < 1e-6)
    // In the file the calculator’s row 11 stands on line 7 and its row 5 on line 16.
    #expect(deviation.diagnoses == [.shiftedRange(dropped: 7, taken: 16)])
    #expect(deviation.address.row == 17)
  }
}
