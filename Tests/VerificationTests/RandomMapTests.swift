import Foundation
import ImpactModel
import TestSupport
import Testing

@testable import Verification

/// Random maps: right ones give nothing, and a planted fault is found in its row and named.
@Suite struct RandomMapTests {
  /// Four times 250, so that the cores share the work.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a thousand random maps without a fault give nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for number in 0..<250 {
      let map = RandomMap(&random)
      let verification = try Maps.verified(text: map.text)
      #expect(verification.deviations == [], "map \(number)\n\(map.text)")
      #expect(verification.followed > 10)
      if !verification.deviations.isEmpty { return }
    }
  }

  @Test(arguments: RandomMap.Fault.allCases)
  func `a planted fault is found and named and no other row is accused`(
    fault: RandomMap.Fault
  ) throws {
    var random = SeededGenerator(seed: 2)
    var named = 0
    let count = 60
    for number in 0..<count {
      let map = RandomMap(&random, fault: fault)
      let verification = try Maps.verified(text: map.text)
      if Self.names(verification, fault, row: map.faultyRow) { named += 1 }
      if fault.isOfRow {
        let accused = verification.deviations.filter { $0.address.row != map.faultyRow }
        #expect(accused.isEmpty, "map \(number) of \(fault): \(accused)\n\(map.text)")
      }
      let rows = verification.deviations.flatMap(\.diagnoses).flatMap(Self.certainRows)
      #expect(rows.allSatisfy { $0 == map.faultyRow }, "map \(number): \(rows)")
    }
    #expect(named >= count * 95 / 100, "\(fault): \(named) of \(count)")
  }

  /// The rows that a diagnosis names without a doubt.
  private static func certainRows(_ diagnosis: Diagnosis) -> [Int] {
    if case .droppedRowAmong = diagnosis { return [] }
    return diagnosis.rows
  }

  private static func names(
    _ verification: MapVerification, _ fault: RandomMap.Fault, row: Int?
  ) -> Bool {
    let diagnoses = verification.deviations.filter { !fault.isOfRow || $0.address.row == row }
      .flatMap(\.diagnoses)
    return diagnoses.contains { diagnosis in
      switch (fault, diagnosis) {
      case (.additive, .additiveDeductions), (.firstPeriodDropOff, .firstPeriodDropOff),
        (.retainedShare, .retainedShare(["deadweight"])), (.otherTiming, .otherTiming),
        (.percentAsNumber, .percentAsNumber), (.netForGross, .netForGross),
        (.roundedUp, .roundedUp):
        true
      case (.droppedRow, .droppedRows(let rows)), (.shiftedRow, .droppedRows(let rows)):
        rows == [row]
      default: false
      }
    }
  }
}
