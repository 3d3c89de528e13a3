import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// The example row of an empty workbook never becomes data without a word.
@Suite struct ExampleRowTests {
  /// A table with examples, as all of the program's tables have.
  private struct Deed: TableRow {
    static let table = TableCard(id: "deeds", title: Text("Deeds", nl: "Daden"))

    @Column("Id", nl: "Id", example: "d1") var id: RowID
    @Column("What", nl: "Wat", example: "Opruimen") var what: String
    @Column("Hours", nl: "Uren", unit: .hour, bounds: 0...100, example: "2,5") var hours: Double
    @Column("Share", nl: "Aandeel", unit: .percent, bounds: 0...1, example: "30 (20–45)")
    var share: Estimate?
  }

  private typealias Flat = FlatWorkbook

  private func reading(_ row: [String]) throws -> TableReading? {
    let headings = Flat.texts("Rij", "Id", "Wat", "Uren", "Aandeel")
    return try Flat(sheets: [("Daden", [headings, Flat.row(row)])])
      .read([TableDeclaration(Deed.self)]).reading(Deed.self)
  }

  private let example = [
    FlatWorkbook.text("d1"), FlatWorkbook.text("Opruimen"), FlatWorkbook.cell("float", "2.5"),
    FlatWorkbook.text("30 (20–45)"),
  ]

  @Test(arguments: ["voorbeeld", "Example", " VOORBEELD "])
  func `a marked example is not read`(word: String) throws {
    #expect(try reading([Flat.text(word)] + example) == nil)
  }

  @Test func `a marked row that was changed is not read, with a warning`() throws {
    var row = [Flat.text("voorbeeld")] + example
    row[2] = Flat.text("Snoeien")
    let reading = try #require(try reading(row))
    #expect(reading.content?.rows == [])
    #expect(reading.findings.map(\.code) == ["table.changed_example"])
    #expect(reading.findings.first?.severity == .warning)
    #expect(reading.findings.first?.address?.cell == "A2")
  }

  @Test func `an example without its mark is read, with a warning`() throws {
    let reading = try #require(try reading([Flat.empty] + example))
    #expect(reading.content?.rows.count == 1)
    #expect(reading.findings.map(\.code) == ["table.example_row"])
  }

  @Test func `a row of one's own is read without a word, whatever the remark beside it`() throws {
    var row = [Flat.text("nog vragen")] + example
    row[1] = Flat.text("d2")
    let reading = try #require(try reading(row))
    #expect(reading.content?.rows.count == 1)
    #expect(reading.findings == [])
  }

  @Test func `hours may be typed as a time`() throws {
    var row = [Flat.empty] + example
    row[3] = Flat.cell("time", "PT2H45M00S", shows: "02:45:00")
    #expect(try reading(row)?.content?.rows.first?.cells[2] == .number(Estimate(2.75)))
  }
}
