import Foundation
import IndicatorKit
import TestSupport
import Testing

@testable import Circularity

/// Files of the Open Repair Data Standard become rows of repairs.
@Suite struct OpenRepairImportTests {
  private static let heading =
    "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,"
    + "year_of_manufacture,product_age,repair_status,repair_barrier_if_end_of_life,"
    + "group_identifier,event_date,problem\n"

  private func imported(_ rows: String) throws -> ImportedTable {
    let file = OpenRepairImporter().read(Self.heading + rows, file: "imports/a.csv")
    #expect(file.findings == [])
    return try #require(file.tables.first)
  }

  @Test(.enabled(if: OpenRepairTests.file != nil))
  func `the published file is recognised and gives all its rows with their lines`() throws {
    let text = try String(contentsOf: #require(OpenRepairTests.file), encoding: .utf8)
    let importer = OpenRepairImporter()
    #expect(importer.recognises(String(text.prefix(4_096))))
    let table = try #require(importer.read(text, file: "imports/clinic.csv").tables.first)
    #expect(table.rows.count == 1_033)
    let status = try #require(table.columns.firstIndex { $0.id == "repair_status" })
    #expect(table.columns[status].position == 10)
    #expect(table.rows.count { $0.cells[status] == "Fixed" } == 413)
    #expect(table.rows.first?.line == 2)
  }

  @Test func `a table of one's own is not taken for the standard`() {
    let importer = OpenRepairImporter()
    #expect(!importer.recognises("Id,Date,Product,Weight,Outcome\nr1,2025-03-08,Lamp,1,fixed\n"))
    #expect(importer.recognises(Self.heading))
    #expect(!importer.recognises(Self.heading.replacing("event_date", with: "date")))
  }

  @Test func `the hyphen of the standard's identifiers becomes an underscore`() throws {
    let table = try imported("Cafe-12,P,NLD,Lamp,Lamp,19,,,,Fixed,,G,2025-03-08,x\n")
    #expect(table.rows.first?.cells.first == "cafe_12")
  }

  @Test(arguments: [
    ("0", "unknown"), ("1", "fixed"), ("2", "repairable"), ("3", "end_of_life"),
    ("End of life", "End of life"), ("4", "4"),
  ])
  func `a code of the standard becomes its outcome, and nothing else changes`(
    written: String, read: String
  ) throws {
    let table = try imported("a-1,P,NLD,Lamp,Lamp,19,,,,\(written),,G,2025-03-08,x\n")
    #expect(table.rows.first?.cells[9] == read)
  }

  @Test func `the partner's category stands for an empty one`() throws {
    let table = try imported("a-1,P,NLD,Naaimachine,,,,,,Fixed,,G,2025-03-08,x\n")
    #expect(table.rows.first?.cells[4] == "Naaimachine")
  }

  @Test func `a quote that is never closed is one error at its line and gives no rows`() {
    let text = Self.heading + "a-1,P,NLD,Lamp,Lamp,19,,,,Fixed,,G,2025-03-08,\"half a pro"
    let file = OpenRepairImporter().read(text, file: "imports/a.csv")
    #expect(file.tables.isEmpty)
    #expect(file.findings.map(\.code) == ["import.unclosed_quote"])
    #expect(file.findings.first?.address?.line == 2)
  }
}
