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
    // Their own repairs with the standard's word for the outcome are not the standard either.
    #expect(!importer.recognises("id,datum,product,repair_status\n"))
  }

  @Test func `a file without a column of the standard is still known, so that the lack is told`() {
    let importer = OpenRepairImporter()
    for column in ["id", "event_date", "product_category", "country"] {
      let text = Self.heading.replacing(column + ",", with: "lost,", maxReplacements: 1)
      #expect(importer.recognises(text), "\(column)")
    }
    #expect(!importer.recognises(Self.heading.replacing("repair_status", with: "status")))
  }

  @Test(arguments: [",", ";", "\t"])
  func `separators and capitals of a spreadsheet change nothing`(separator: String) throws {
    let heading = Self.heading.replacing(",", with: separator)
      .replacing("event_date", with: " Event Date").replacing(
        "repair_status", with: "Repair_Status")
    let row = ["a-1", "P", "NLD", "Lamp", "Lamp", "19", "", "", "", " fixed ", "", "G"]
    let text = heading + (row + ["2025-03-08", "x\n"]).joined(separator: separator)
    #expect(OpenRepairImporter().recognises(text))
    let table = try #require(OpenRepairImporter().read(text, file: "imports/a.csv").tables.first)
    #expect(
      table.columns.compactMap(\.id) == [
        "id", "product_category", "repair_status", "barrier", "date",
      ])
    #expect(table.rows.first?.cells.count == 14)
    #expect(table.rows.first?.cells[12] == "2025-03-08")
  }

  @Test(arguments: [
    ("FC 1690", "fc_1690"), ("1690", "r1690"), ("restart.net/12", "restart_net_12"),
  ])
  func `identifiers of partners become ones of this program`(theirs: String, ours: String) throws {
    let table = try imported("\(theirs),P,NLD,Lamp,Lamp,19,,,,Fixed,,G,2025-03-08,x\n")
    #expect(table.rows.first?.cells.first == ours)
  }

  @Test func `an empty outcome is an unknown one, and a word of no outcome stays for its finding`()
    throws
  {
    let table = try imported(
      "a-1,P,NLD,Lamp,Lamp,19,,,,,,G,2025-03-08,x\na-2,P,NLD,Lamp,Lamp,19,,,,Half,,G,2025-03-08,x\n"
    )
    #expect(table.rows.map { $0.cells[9] } == ["unknown", "Half"])
  }

  @Test(arguments: [
    ("2025-03-08", "2025-03-08"), ("2025-03-08T10:30:00Z", "2025-03-08"),
    ("2025-03-08 10:30", "2025-03-08"), ("2025/03/08", "2025-03-08"), ("20250308", "2025-03-08"),
    ("8-3-2025", "8-3-2025"), ("March 2025", "March 2025"), ("", ""),
  ])
  func `a day with the year in front is read however it is written, and nothing else is guessed`(
    theirs: String, ours: String
  ) throws {
    let file = OpenRepairImporter().read(
      Self.heading + "a-1,P,NLD,Lamp,Lamp,19,,,,Fixed,,G,\(theirs),x\n", file: "imports/a.csv")
    #expect(file.tables.first?.rows.first?.cells[12] == ours)
  }

  @Test func `days without the year in front are one warning`() throws {
    let other = OpenRepairImporter().read(
      Self.heading + "a-1,P,NLD,Lamp,Lamp,19,,,,Fixed,,G,2025-03-08,x\n"
        + "a-2,P,NLD,Lamp,Lamp,19,,,,Fixed,,G,03/08/2025,x\n", file: "imports/a.csv")
    #expect(other.findings.map(\.code) == ["import.day_first"])
    #expect(other.findings.first?.severity == .warning)
    #expect(other.findings.first?.address?.line == 3)
  }

  @Test func `without the standard's category the partner's own is read`() throws {
    let text = Self.heading.replacing("product_category,", with: "", maxReplacements: 2)
      .replacing("country,", with: "country,partner_product_category,")
    let table = try #require(OpenRepairImporter().read(text, file: "a.csv").tables.first)
    #expect(
      table.columns.first { $0.id == "product_category" }?.heading == "partner_product_category")
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

  /// As Repair Connects and anstiftung write them: empty fields in quotes, signs of line ends as
  /// letters, a partner’s category in two levels, commas inside quotes.
  @Test func `quoted fields of partners are read as the standard means them`() throws {
    let table = try imported(
      "repconn_8,P,NLD,\"Elektro ~ Lampe\",Lamp,1,,\"\",\"\",Repairable,\"\",\"Café, Gent\",2025-03-08,"
        + "\"Stuk.\\r\\nLampje, \"\"brandt\"\" niet\"\n"
        + "repconn_9,P,NLD,Lamp,Lamp,1,x,????,,\"End of life\",\"Item too worn out\",5073,2025-03-09,x\n"
    )
    #expect(table.rows.map { $0.cells[9] } == ["Repairable", "End of life"])
    #expect(table.rows.map { $0.cells[12] } == ["2025-03-08", "2025-03-09"])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  /// The headings of version 0.1, under which Repair Café published in 2019.
  @Test func `files of the first version call the day otherwise and are read`() throws {
    let heading =
      "id,data_provider,country,language,product_category,brand,model,year_of_manufacture,"
      + "repair_status,group_identifier,date,problem\n"
    let row = "repaircafe_80,P,NLD,Dutch,DLSR / Video Camera,x,Unknown,????,Fixed,G,2025-03-08,\n"
    let importer = OpenRepairImporter()
    #expect(importer.recognises(heading))
    let table = try #require(importer.read(heading + row, file: "a.csv").tables.first)
    let day = try #require(table.columns.firstIndex { $0.id == "date" })
    #expect(table.rows.first?.cells[day] == "2025-03-08")
    #expect(RepairKind(named: table.rows.first?.cells[4] ?? "") == .videoCamera)
  }

  @Test func `things without power have the kinds of the standard's unpowered categories`() {
    #expect(RepairKind(named: "Unpowered - Bicycle") == .bicycle)
    #expect(RepairKind(named: "Unpowered - Furniture") == .furniture)
    #expect(RepairKind(named: "Unpowered - Textile") == .clothing)
    // Of these no footprint is known.
    for name in ["Unpowered - Jewellery", "Unpowered - Household", "Unpowered - Other"] {
      #expect(RepairKind(named: name) == nil)
    }
  }

  @Test func `repairs of more countries than one are told with their numbers`() throws {
    let row = { (id: Int, country: String) in
      "a-\(id),P,\(country),Lamp,Lamp,19,,,,Fixed,,G,2025-03-08,x\n"
    }
    let file = OpenRepairImporter().read(
      Self.heading + row(1, "NLD") + row(2, "BEL") + row(3, "bel") + row(4, ""), file: "a.csv")
    #expect(file.findings.map(\.code) == ["import.several_countries"])
    #expect(file.findings.first?.message.english.hasSuffix("count: BEL 2, NLD 1.") == true)
    #expect(file.findings.first?.address?.heading == "country")
    #expect(file.tables.first?.rows.count == 4)
  }
}
