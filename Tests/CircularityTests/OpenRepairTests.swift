import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// The repairs of Fixit Clinic, as the Open Repair Alliance publishes them.
@Suite struct OpenRepairTests {
  static let file = Places.shared("fixtures/open-repair/OpenRepairData_v0.3_FixitClinic_202507.csv")

  @Test(.enabled(if: file != nil))
  func `the published data of Fixit Clinic give the rates of the reference`() throws {
    let file = try #require(Self.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    let records = DelimitedText(text, separator: ",").records.filter { !$0.isBlank }
    let heading = try #require(records.first).fields
    let id = try #require(heading.firstIndex(of: "id"))
    let category = try #require(heading.firstIndex(of: "product_category"))
    let status = try #require(heading.firstIndex(of: "repair_status"))
    let rows = try records.dropFirst().map { record -> [String: CellValue] in
      let outcome = try #require(
        RepairStatus.allCases.first { $0.label.english == record.fields[status] })
      return [
        "id": .text(record.fields[id]), "date": .day(iso: "2025-01-01"),
        "product_category": .text(record.fields[category]),
        "repair_status": .text(outcome.rawValue),
      ]
    }
    let clinic = CircularityFixture(repairs: rows)
    #expect(try clinic.measure("repairs").value == 1033)
    #expect(try clinic.measure("repairs_fixed").value == 413)
    #expect(
      abs(try #require(clinic.measure("repair_success_rate").value) - 0.399806) < 5e-7)
    #expect(
      abs(try #require(clinic.measure("repair_success_rate_known").value) - 0.515605) < 5e-7)
    // Added up apart from this program, from the file and the factors of the reference: 284 of the
    // 413 things have a kind; laptops, screens and hair dryers are among those that do not.
    let avoided = try clinic.measure("co2e_avoided")
    #expect(abs(try #require(avoided.value) - 4529.270) < 1e-6)
    #expect(avoided.notes.last?.english.hasPrefix("Of 129 of the 413 things fixed") == true)
  }

  @Test func `the counts of Toronto, two thirds of them unknown, give both rates of the reference`()
    throws
  {
    // 1132 fixed, 227 repairable, 469 at the end of life, 3739 unknown: 5567 rows.
    let counts = [("fixed", 1132), ("repairable", 227), ("end_of_life", 469), ("unknown", 3739)]
    let rows = counts.flatMap { status, count in
      (0..<count).map { CircularityFixture.repair("\(status)_\($0)", status, of: "Lamp") }
    }
    let toronto = CircularityFixture(repairs: rows)
    #expect(try toronto.measure("repairs").value == 5567)
    #expect(abs(try #require(toronto.measure("repair_success_rate").value) - 0.203341) < 5e-7)
    let known = try toronto.measure("repair_success_rate_known")
    #expect(abs(try #require(known.value) - 0.619256) < 5e-7)
    #expect(known.result == .measured(.share(numerator: 1132, denominator: 1828, unknown: 3739)))
  }

  @Test func `the columns of the standard are known by their own headings`() {
    let columns = TableDeclaration(Repair.self).columns
    let known = Set(columns.flatMap { [$0.id] + $0.aliases })
    #expect(known.isSuperset(of: ["id", "event_date", "product_category", "repair_status"]))
  }
}
