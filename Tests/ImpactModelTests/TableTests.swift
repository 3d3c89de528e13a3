import ImpactModel
import TestSupport
import Testing

private struct Meeting: TableRow {
  static let table = TableCard(
    id: "meetings", title: Text("Meetings", nl: "Bijeenkomsten"), date: "held")
  @Column("Id", nl: "Id") var id: RowID
  @Column("Held on", nl: "Gehouden op", aliases: ["date"]) var held: Day
  @Column("Visitors", nl: "Bezoekers", unit: .people, bounds: 0...1000) var visitorCount: Int?
  @Column("Satisfied", nl: "Tevreden", unit: .percent) var satisfied: Estimate?
  @Column("Host", nl: "Gastheer", references: "stakeholders") var host: RowID?
  @Column("Price", nl: "Prijs", unit: .money) var price: Double?
}

private struct Contract: TableRow {
  static let table = TableCard(
    id: "contracts", title: Text("Contracts", nl: "Contracten"), from: "start", to: "end")
  @Column("Start", nl: "Begin") var start: Day
  @Column("End", nl: "Einde") var end: Day?
}

@Suite struct TableTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test func `a declaration follows from the properties`() {
    let declaration = TableDeclaration(Meeting.self)
    #expect(
      declaration.columns.map(\.id)
        == ["id", "held", "visitor_count", "satisfied", "host", "price"])
    #expect(
      declaration.columns.map(\.type)
        == [
          .identifier, .day, .integer, .percentage, .reference(table: "stakeholders"), .amount,
        ])
    #expect(declaration.columns.map(\.isRequired) == [true, true, false, false, false, false])
    #expect(declaration.columns.map(\.allowsRange) == [false, false, false, true, false, false])
    #expect(declaration.keyPosition == 0)
    #expect(declaration.columns[2].bounds == 0...1000)
    #expect(declaration.columns[1].aliases == ["date"])
  }

  private func content(_ rows: [(Int, String)]) throws -> TableContent {
    TableContent(
      table: "meetings", file: "tables/meetings.csv",
      rows: try rows.map { number, date in
        TableContent.Row(
          number: number,
          cells: [
            .text("m\(number)"), .day(try day(date)), .integer(number), .absent, .absent,
            .number(Estimate(2.5)),
          ])
      }, rejectedRows: 1, headings: ["Id", "Datum", "Bezoekers", "", "", "Prijs"],
      filePositions: [1, 2, 4, 0, 0, 3])
  }

  @Test func `rows are typed, lie in their period and know their numbers`() throws {
    let content = try content([(2, "2025-01-31"), (3, "2024-12-31"), (4, "2025-06-01")])
    let rows = try Rows<Meeting>(content, in: Period(year: 2025))
    #expect(rows.map(\.id.description) == ["m2", "m4"])
    #expect(rows.map(\.visitorCount) == [2, 4])
    #expect(rows.map(\.satisfied) == [nil, nil])
    #expect(rows.rowsOutside == 1 && rows.rejectedRows == 1)
    #expect(rows.sum { Double($0.visitorCount ?? 0) } == 6)
    #expect(rows.selection(columns: ["visitor_count"]).rows == [2...2, 4...4])
    #expect(rows.filter { $0.visitorCount == 4 }.number(at: 0) == 4)
    let groups = rows.grouped { ($0.visitorCount ?? 0) > 3 }
    #expect(groups.map(\.key) == [false, true])
    #expect(groups.map { $0.rows.selection().rows } == [[2...2], [4...4]])
  }

  @Test func `a stretch of days counts where it meets the period`() throws {
    let rows = [("2024-01-01", nil), ("2024-01-01", "2024-12-31"), ("2025-12-31", "2026-01-01")]
    let content = TableContent(
      table: "contracts", file: "tables/contracts.csv",
      rows: try rows.enumerated().map { index, row in
        TableContent.Row(
          number: index + 2,
          cells: [.day(try day(row.0)), try row.1.map { .day(try day($0)) } ?? .absent])
      }, rejectedRows: 0, headings: ["Begin", "Einde"], filePositions: [1, 2])
    let counted = try Rows<Contract>(content, in: Period(year: 2025))
    #expect(counted.selection().rows == [2...2, 4...4])
  }

  @Test func `cells of another declaration are an error, not a wrong row`() throws {
    let wrong = TableContent(
      table: "meetings", file: "f", rows: [.init(number: 2, cells: [.integer(1)])],
      rejectedRows: 0, headings: [], filePositions: [])
    #expect(throws: DecodingError.self) { try Rows<Meeting>(wrong, in: nil) }
  }

  @Test func `an address names the cell as a spreadsheet does`() throws {
    let address = try content([(7, "2025-01-01")]).address(row: 7, column: 2)
    #expect(address.cell == "D7")
    #expect(address.text(in: .dutch) == "tables/meetings.csv, D7 (Bezoekers)")
    #expect([1, 26, 27, 52, 703].map(Address.columnLetters) == ["A", "Z", "AA", "AZ", "AAA"])
    let line = Address(file: "a.xaf", line: 3, byte: 40, ledger: "INK/1/2")
    #expect(line.text(in: .dutch) == "a.xaf, regel 3, INK/1/2, byte 40")
    #expect(line.text(in: .english) == "a.xaf, line 3, INK/1/2, byte 40")
  }

  @Test func `a selection joins neighbouring rows`() {
    let selection = Selection(
      table: "t", file: "f", rowNumbers: [5, 2, 3, 3, 9, 4], columns: [])
    #expect(selection.rows == [2...5, 9...9] && selection.count == 5)
  }
}

@Suite struct DelimitedTextTests {
  private func fields(_ text: String) -> [[String]] {
    DelimitedText(text, separator: ";").records.map(\.fields)
  }

  @Test func `quotes hold separators, line ends and doubled quotes`() {
    #expect(
      fields("a;\"b;c\";\"d\"\"e\"\n\"f\ng\";;h") == [["a", "b;c", "d\"e"], ["f\ng", "", "h"]])
    #expect(fields("a\"b;c") == [["a\"b", "c"]])
    #expect(fields("\"\"\n") == [[""]])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `every line end counts, and records know their lines`(end: String) {
    let text = "a;b" + end + end + "\"c" + end + "d\";e" + end + "f"
    let records = DelimitedText(text, separator: ";").records
    #expect(records.map(\.line) == [1, 2, 3, 5])
    #expect(records.map(\.isBlank) == [false, true, false, false])
  }

  @Test func `a quote that never closes has the line on which it starts`() {
    let split = DelimitedText("a\nb;\"c\nd", separator: ";")
    #expect(split.unclosedQuote == 2)
    #expect(DelimitedText("a;\"b\"", separator: ";").unclosedQuote == nil)
  }

  @Test func `random fields read back the same`() {
    var generator = SeededGenerator(seed: 10)
    let letters: [Character] = ["a", ";", "\"", "\n", " ", "é", ","]
    for _ in 0..<500 {
      let records = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          String(
            (0..<Int.random(in: 0...5, using: &generator)).map { _ in
              letters[Int.random(in: 0..<letters.count, using: &generator)]
            })
        }
      }
      let text = records.map { record in
        record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
      }.joined(separator: "\n")
      #expect(fields(text) == records)
    }
  }
}
