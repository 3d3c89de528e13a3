import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// Cells of a sheet are taken by their types, wherever they stand.
@Suite struct SheetReadingTests {
  private typealias Flat = FlatWorkbook

  private static let effectHeadings = Flat.texts(
    "Id", "Belanghebbende", "Aantal", "Zonder ons ook", "Bedoeld", "Onderbouwing")

  /// One row of effects, with a cell in the place of one of its own.
  private func effect(
    _ id: String = "o1", quantity: String = Flat.cell("float", "72", shows: "72"),
    deadweight: String = Flat.cell("percentage", "0.25", shows: "25 %"),
    intended: String = Flat.empty, evidence: String = Flat.empty
  ) -> String {
    Flat.row([Flat.text(id), Flat.text("mensen"), quantity, deadweight, intended, evidence])
  }

  private func effects(_ rows: String...) throws -> TableReading {
    let book = Flat(sheets: [("Effecten", [Self.effectHeadings] + rows)])
    return try #require(try book.read().reading(Effect.self))
  }

  private func payments(_ cells: [String]) throws -> TableReading {
    let headings = Flat.texts("Datum", "Bedrag", "Persoon", "Postcode", "Gewicht")
    let book = Flat(sheets: [("payments", [headings, Flat.row(cells)])])
    return try #require(try book.read().reading(Payment.self))
  }

  @Test func `typed cells are what their types say`() throws {
    let reading = try effects(
      effect(
        quantity: Flat.cell("float", "1.234", shows: "1,234"),
        intended: Flat.cell("boolean", "true", shows: "WAAR"), evidence: Flat.text("n = 96")))
    #expect(reading.findings == [])
    #expect(
      reading.content?.rows.first?.cells == [
        .text("o1"), .text("mensen"), .number(Estimate(1.234)), .number(Estimate(0.25)),
        .flag(true), .text("n = 96"),
      ])
  }

  @Test func `a number needs no proof of its decimal mark, a text in the same column does`() throws
  {
    let reading = try effects(
      effect(quantity: Flat.cell("float", "1234.5", shows: "1.234,50")),
      effect("o2", quantity: Flat.text("1.234")), effect("o3", quantity: Flat.text("1.234,5")))
    // The third cell is a text and proves the comma, so that the second is a thousand and more.
    #expect(reading.findings == [])
    let quantities = reading.content?.rows.map { $0.cells[2] }
    #expect(
      quantities == [
        .number(Estimate(1234.5)), .number(Estimate(1234)), .number(Estimate(1234.5)),
      ])
    let alone = try effects(
      effect(quantity: Flat.cell("float", "1234.5", shows: "1.234,50")),
      effect("o2", quantity: Flat.text("1.234")))
    #expect(alone.findings.map(\.code) == ["table.ambiguous_number"])
  }

  @Test func `a bare number among percentages is percent, a fraction with a warning`() throws {
    let whole = try effects(effect(deadweight: Flat.cell("float", "0.7", shows: "0,7")))
    #expect(whole.content?.rows.first?.cells[3] == .number(Estimate(0.007)))
    #expect(whole.findings.map(\.code) == ["table.percentage_fraction"])
    let twenty = try effects(effect(deadweight: Flat.cell("float", "20", shows: "20")))
    #expect(twenty.content?.rows.first?.cells[3] == .number(Estimate(0.2)))
    #expect(twenty.findings == [])
  }

  @Test func `ranges are texts in a sheet too`() throws {
    let reading = try effects(effect(deadweight: Flat.text("20 % (10–30)")))
    let expected = try #require(Estimate(0.2, low: 0.1, high: 0.3))
    #expect(reading.content?.rows.first?.cells[3] == .number(expected))
  }

  @Test func `dates, amounts, numbers of people and postcodes by their cells`() throws {
    let reading = try payments([
      Flat.cell("date", "2025-03-01T10:30:00", shows: "01-03-25"),
      Flat.cell("currency", "12.34", shows: "€ 12,34"), Flat.cell("float", "7", shows: "007"),
      Flat.cell("float", "3561", shows: "3561"), Flat.cell("float", "1.25", shows: "1,3"),
    ])
    #expect(reading.findings == [])
    let cells = try #require(reading.content?.rows.first?.cells)
    #expect(
      Array(cells.prefix(2)) == [
        .day(try #require(Day(iso: "2025-03-01"))),
        .money(Money(minorUnits: 1_234, currency: .euro)),
      ])
    // A number that shows zeros in front is the person whose number was typed with them.
    let typed = read(
      Payment.self, "Datum;Bedrag;Persoon;Postcode;Gewicht\n2025-03-01;12,34;007;3561;1,25\n")
    #expect(typed.content?.rows.first?.cells == cells)
  }

  @Test func `a person's number is the same person however its format shows it`() throws {
    let grouped = try payments([
      Flat.cell("date", "2025-03-01"), Flat.cell("float", "5"),
      Flat.cell("float", "1017", shows: "1.017"),
    ])
    let typed = try payments([
      Flat.cell("date", "2025-03-01"), Flat.cell("float", "5"), Flat.text("1017"),
    ])
    #expect(grouped.content?.rows == typed.content?.rows)
    #expect(grouped.findings == [])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let cell: String
    let code: String
    var testDescription: String { "\(code): \(cell)" }
  }

  static let quantityFaults = [
    Fault(
      cell: "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
        + "office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>"
        + "</table:table-cell>", code: "table.error_cell"),
    Fault(cell: "<table:table-cell table:formula=\"of:=[.A1]\"/>", code: "table.uncalculated_cell"),
    Fault(
      cell: FlatWorkbook.cell("float", "NaN", shows: "NaN"), code: "table.unreadable_cell"),
    Fault(
      cell: FlatWorkbook.cell("date", "2025-02-30", shows: "30-02-2025"),
      code: "table.unreadable_cell"),
    Fault(cell: FlatWorkbook.cell("percentage", "0.2", shows: "20 %"), code: "table.not_a_number"),
    Fault(cell: FlatWorkbook.cell("date", "2025-03-01", shows: "1-3"), code: "table.not_a_number"),
    Fault(cell: FlatWorkbook.cell("boolean", "true", shows: "WAAR"), code: "table.not_a_number"),
    Fault(cell: FlatWorkbook.cell("time", "PT2H", shows: "2:00"), code: "table.not_a_number"),
    Fault(cell: FlatWorkbook.cell("float", "1e7", shows: "1E7"), code: "table.out_of_bounds"),
    Fault(cell: FlatWorkbook.text("veel"), code: "table.not_a_number"),
    Fault(cell: FlatWorkbook.empty, code: "table.empty_cell"),
  ]

  @Test(arguments: quantityFaults)
  func `a cell that is no quantity is one error at its cell`(fault: Fault) throws {
    let reading = try effects(effect(), effect("o2", quantity: fault.cell))
    #expect(reading.findings.map(\.code) == [fault.code])
    let address = try #require(reading.findings.first?.address)
    #expect(address.text(in: .dutch) == "project.fods, Effecten!C3 (Aantal)")
    #expect(reading.content?.rows.count == 1)
    #expect(reading.content?.rejectedRows == 1)
  }

  @Test func `amounts must be whole cents of the project's currency`() throws {
    let day = Flat.cell("date", "2025-03-01")
    let broken = try payments([day, Flat.cell("float", "3.333333", shows: "3,33")])
    #expect(broken.findings.map(\.code) == ["table.not_in_cents"])
    #expect(broken.findings.first?.message.english.contains("3.333333") == true)
    let pounds = Flat.cell("currency", "5", shows: "£ 5").replacing("EUR", with: "GBP")
    #expect(try payments([day, pounds]).findings.map(\.code) == ["table.other_currency"])
  }

  @Test func `the result of a formula counts`() throws {
    let formula =
      "<table:table-cell table:formula=\"of:=36*2\" office:value-type=\"float\" "
      + "office:value=\"72\"><text:p>72</text:p></table:table-cell>"
    let reading = try effects(effect(quantity: formula))
    #expect(reading.findings == [])
    #expect(reading.content?.rows.first?.cells[2] == .number(Estimate(72)))
  }

  @Test func `columns may be moved, added and named in either language, below a title`() throws {
    let rows = [
      Flat.texts("De effecten van ons project"), Flat.row([Flat.empty]),
      Flat.texts("", "Evidence", "Opmerking", "dw", "Quantity", "stakeholder", "ID"),
      Flat.row([
        Flat.empty, Flat.text("<text:span>n</text:span> = <text:span>96</text:span>"),
        Flat.text("nog nakijken"), Flat.cell("percentage", "0.1"), Flat.cell("float", "5"),
        Flat.text("mensen"), Flat.text("o1"),
      ]),
    ]
    let reading = try #require(
      try Flat(sheets: [("outcomes", rows)]).read().reading(Effect.self))
    #expect(reading.findings == [])
    #expect(
      reading.content?.rows.first?.cells == [
        .text("o1"), .text("mensen"), .number(Estimate(5)), .number(Estimate(0.1)), .absent,
        .text("n = 96"),
      ])
    let address = reading.content?.address(row: 4, column: 2)
    #expect(address?.text(in: .english) == "project.fods, outcomes!E4 (Quantity)")
  }

  @Test func `empty rows, repeats and what stands beside the table do no harm`() throws {
    let gap =
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
    let far = Flat.row(Array(repeating: Flat.empty, count: 9) + [Flat.text("kladje")])
    let tail =
      "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell "
      + "table:number-columns-repeated=\"20\"/></table:table-row>"
    let reading = try effects(gap, effect(), far, gap, effect("o2"), tail)
    #expect(reading.findings == [])
    #expect(reading.content?.rows.map(\.number) == [5, 10])
  }

  @Test func `a remark or a total below the table is one finding`() throws {
    let total = Flat.row([Flat.text("Totaal"), Flat.empty, Flat.cell("float", "72")])
    let reading = try effects(effect(), total)
    #expect(reading.findings.map(\.code).sorted() == ["table.bad_identifier", "table.empty_cell"])
    let remark = try effects(
      effect(), Flat.row([Flat.empty, Flat.empty, Flat.cell("float", "72")]))
    #expect(remark.findings.map(\.code) == ["table.empty_cell"])
    #expect(remark.findings.first?.address?.cell == "A3")
  }

  @Test func `a value under a merged cell is told and not read`() throws {
    let covered =
      "<table:covered-table-cell office:value-type=\"string\"><text:p>o9</text:p>"
      + "</table:covered-table-cell>"
    let reading = try effects(
      effect(evidence: Flat.text("x")),
      Flat.row([
        Flat.text("o2"), Flat.text("mensen"), Flat.cell("float", "1"),
        Flat.cell("percentage", "0"), Flat.empty, covered,
      ]))
    #expect(reading.findings.map(\.code) == ["table.covered_cell"])
    #expect(reading.findings.first?.address?.cell == "F3")
    #expect(reading.content?.rows.last?.cells.last == .absent)
  }

  @Test func `hidden rows are read and noted`() throws {
    let hidden = effect("o2").replacing(
      "<table:table-row>", with: "<table:table-row table:visibility=\"filter\">")
    let reading = try effects(effect(), hidden)
    #expect(reading.content?.rows.count == 2)
    #expect(reading.findings.map(\.code) == ["table.hidden_rows"])
    #expect(reading.findings.first?.severity == .note)
  }

  @Test func `a required column that is missing is one error at the headings`() throws {
    let book = Flat(sheets: [("Effecten", [Flat.texts("Id", "Aantal"), Flat.texts("o1", "3")])])
    let reading = try #require(try book.read().reading(Effect.self))
    #expect(reading.findings.map(\.code) == ["table.missing_column", "table.missing_column"])
    #expect(reading.findings.first?.address?.text(in: .english) == "project.fods, Effecten, row 1")
    #expect(reading.isDamaged)
  }

  @Test func `a sheet without headings is damaged, one without rows is no table`() throws {
    let words = try Flat(sheets: [("Effecten", [Flat.texts("geen", "koppen")])]).read()
    #expect(words.reading(Effect.self)?.findings.map(\.code) == ["table.no_headings"])
    let bare = try Flat(sheets: [("Effecten", [Self.effectHeadings])]).read()
    #expect(bare.reading(Effect.self) == nil)
  }
}
