import Foundation
import OpenDocument
import TestSupport
import Testing

/// Forms, charts and links arrive in LibreOffice as they were meant, and wrong ones are refused.
struct FormTests {
  private func problem(_ change: (inout Workbook) -> Void) throws -> SpreadsheetError.Problem? {
    var workbook = try Samples.rich()
    change(&workbook)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try workbook.write(to: folder.appending(path: "refused.ods"))
      return nil
    } catch let error as SpreadsheetError {
      return error.problem
    }
  }

  private func problem(
    of area: SheetArea
  ) throws -> SpreadsheetError.Problem? {
    try problem { $0.sheets[0].areas = [area] }
  }

  @Test(.enabled(if: Tool.isHere("soffice") && Tool.isHere("unzip")))
  func `LibreOffice hands a form on to Excel whole`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Samples.written(try Samples.rich()) { file in
      try OpenDocumentFile(file).convert(to: "xlsx", in: folder)
      let converted = OpenDocumentFile(folder.appending(path: "sample.xlsx"))
      func part(_ name: String) throws -> String {
        String(decoding: try converted.part(name), as: UTF8.self)
      }
      let sheet = try part("xl/worksheets/sheet1.xml")
      for (cells, type) in [
        ("B2:B20", "decimal"), ("C2", "whole"), ("C10:C12", "list"), ("D2:D5", "list"),
        ("D6:D7", "date"), ("D8:D9", "textLength"),
      ] {
        #expect(sheet.contains("sqref=\"\(cells)\" type=\"\(type)\""), "\(cells)")
      }
      #expect(sheet.contains("prompt=\"From 0 to 100 %.\""))
      #expect(sheet.contains("errorStyle=\"warning\" errorTitle=\"No theme\""))
      #expect(sheet.contains("<formula1>&quot;yes,no "))
      #expect(sheet.contains("<sheetProtection sheet=\"true\""))
      #expect(sheet.contains("<hyperlink ref=\"A3\""))
      #expect(sheet.contains("location=\"$'Numbers'!$B$2\"") || sheet.contains("!$B$2\""))
      #expect(sheet.components(separatedBy: "<cfRule ").count == 5, "four highlights")
      #expect(sheet.contains("orientation=\"portrait\""))
      #expect(try part("xl/comments1.xml").contains("Between 0 and 100 %."))
      #expect(try part("xl/workbook.xml").contains("state=\"hidden\""))
      #expect(try part("docProps/core.xml").contains("<dc:subject>Tests</dc:subject>"))
      #expect(try part("xl/charts/chart5.xml").contains("<c:grouping val=\"stacked\"/>"))
      #expect(try part("xl/charts/chart1.xml").contains("Numbers!$B$2:$B$5"))
    }
  }

  @Test(.enabled(if: Tool.isHere("unzip")))
  func `a chart has its texts for those who cannot see it, and its entry in the manifest`() throws {
    try Samples.written(try Samples.rich()) { file in
      let package = OpenDocumentFile(file)
      let content = String(decoding: try package.part("content.xml"), as: UTF8.self)
      #expect(content.contains("<svg:title>Columns</svg:title>"))
      #expect(content.contains("<svg:desc>Columns: from Q1 to Q4.</svg:desc>"))
      let manifest = String(decoding: try package.part("META-INF/manifest.xml"), as: UTF8.self)
      #expect(
        manifest.contains(
          "manifest:full-path=\"Object 6/\" "
            + "manifest:media-type=\"application/vnd.oasis.opendocument.chart\""))
    }
  }

  @Test func `a list, bounds and a text that nothing can meet are refused`() throws {
    let message = Validation.Message(title: "No", text: "No.")
    let rules: [Validation.Rule] = [
      .list([]), .list(["a", ""]), .list(["a\nb"]), .wholeNumber(least: 2, largest: 1),
      .number(least: 0.5, largest: 0.25), .textLength(-1),
      .date(
        first: ReadDate(year: 2025, month: 2, day: 1),
        last: ReadDate(year: 2025, month: 1, day: 1)),
    ]
    for rule in rules {
      let validation = Validation(rule, error: message)
      let area = SheetArea(CellRange(column: 1, rows: 1...2), validation: validation)
      #expect(try problem(of: area) == .validation(validation), "\(rule)")
    }
    let infinite = Validation(.number(least: 0, largest: .infinity), error: message)
    let area = SheetArea(CellRange(column: 1, rows: 1...2), validation: infinite)
    #expect(try problem(of: area) == .notFinite)
  }

  @Test func `areas that overlap or leave the sheet are refused`() throws {
    let two = CellRange(column: 2, rows: 4...6)
    #expect(
      try problem { $0.sheets[0].areas = [.init(CellRange(column: 2, rows: 1...4)), .init(two)] }
        == .overlappingAreas(two))
    let wide = CellRange(CellAddress(column: 3, row: 1), to: CellAddress(column: 5, row: 2))
    #expect(try problem(of: SheetArea(wide)) == .rangeBeyondSheet(wide))
    let deep = CellRange(column: 1, rows: 1...1_048_577)
    #expect(try problem(of: SheetArea(deep)) == .rangeBeyondSheet(deep))
  }

  @Test func `a list on a sheet that is not there is refused`() throws {
    let validation = Validation(
      .cells(CellRange(column: 1, rows: 1...2), sheet: "None"),
      error: .init(title: "No", text: "No."))
    let area = SheetArea(CellRange(column: 1, rows: 1...1), validation: validation)
    #expect(try problem(of: area) == .missingSheet("None"))
  }

  @Test func `a workbook whose sheets are all hidden is refused`() throws {
    #expect(
      try problem { workbook in
        for index in workbook.sheets.indices { workbook.sheets[index].isHidden = true }
      } == .allHidden)
  }

  @Test func `a chart that would mislead or stay empty is refused`() throws {
    func chart(_ change: (inout Chart) -> Void) throws -> SpreadsheetError.Problem? {
      try problem { change(&$0.sheets[1].charts[0]) }
    }
    #expect(try chart { $0.description = "" } == .chartWithoutText("Columns"))
    #expect(try chart { $0.series = [] } == .chartRanges("Columns"))
    #expect(
      try chart { $0.categories = CellRange(column: 1, rows: 2...4) } == .chartRanges("Columns"))
    #expect(try chart { $0.kind = .pie } == .pieChart("Columns"))
    #expect(
      try chart {
        $0.kind = .waterfall
        $0.series.removeLast()
      } == .chartRanges("Columns"))
    #expect(try chart { $0.width = 5 } == .chartSize("Columns"))
    #expect(try chart { $0.width = .nan } == .chartSize("Columns"))
    #expect(try chart { $0.sheet = "None" } == .missingSheet("None"))
    let label = CellAddress(column: 9, row: 1)
    #expect(
      try chart { $0.series[0].label = label } == .rangeBeyondSheet(CellRange(label, to: label)))
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://a b", "www.a"])
  func `a link that leads elsewhere than the web is refused`(_ address: String) {
    #expect(throws: SpreadsheetError(.link(address))) { try LinkTarget(address) }
  }

  @Test func `a link on a number and a time that no clock has are refused`() throws {
    var cell = Cell(.number(1))
    cell.link = try LinkTarget("mailto:a@example.org")
    let cells: [(Cell, SpreadsheetError.Problem)] = [
      (cell, .linkWithoutText), (Cell(.time(.infinity)), .time(.infinity)),
      (
        Cell(.moment(year: 2025, month: 1, day: 1, seconds: 86_400)), .time(86_400)
      ),
      (Cell(.number(1), .plain).commented("bell\u{7}"), .controlCharacter("\u{7}")),
      (.text("\u{FFFF}"), .controlCharacter("\u{FFFF}")),
    ]
    for (cell, expected) in cells {
      #expect(
        try problem { workbook in
          workbook.sheets[2].rows = { try $0.row([cell]) }
        } == expected)
    }
  }

  @Test func `rows that change between two askings are refused`() throws {
    let area = SheetArea(
      CellRange(column: 1, rows: 1...1), highlights: [Highlight(.above(1), .bad)])
    var askings = 0
    let sheet = Sheet(name: "One", columnWidths: [20], areas: [area]) { rows in
      askings += 1
      try rows.row([askings == 1 ? Cell(.number(1)) : Cell(.percentage(1))])
    }
    let workbook = Workbook(
      title: "One", generator: "Tests/1", language: .english, sheets: [sheet])
    #expect(throws: SpreadsheetError(.rowsChanged, sheet: "One", cell: CellAddress("A1"))) {
      try Samples.written(workbook) { _ in }
    }
  }

  @Test func `empty inputs below the last row are open and read back as empty`() throws {
    try Samples.written(try Samples.rich()) { file in
      let document = try ReadDocument(SpreadsheetReader(file: file))
      #expect(document.sheets.map(\.sheet.isHidden) == [false, false, true])
      #expect(document.sheets.first?.rows.map(\.number) == [1, 2, 3, 4])
      #expect(
        document.sheets.first?["A2"]?.comment
          == "What would have happened anyway.\nBetween 0 and 100 %.")
      #expect(
        document.sheets.first?["A4"]?.value
          == .date(ReadDate(year: 2025, month: 12, day: 31, seconds: 30_601.5)))
    }
  }

  @Test func `numbers are written with the shortest text that reads back the same`() throws {
    var generator = SeededGenerator(seed: 31)
    var numbers: [Double] = [
      0, -0.0, 0.05, -0.05, -0.5, 1.005, 99.99, 1e13, -1e13 + 0.01, 123_456_789_012.34, 1e15, 1e22,
      .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1 + 0.2,
    ]
    for _ in 0..<3_000 {
      numbers.append(Double(Int.random(in: -99_999_999...99_999_999, using: &generator)) / 100)
      numbers.append(Double.random(in: -1e6...1e6, using: &generator))
      numbers.append(Double(bitPattern: generator.next() & 0x7FEF_FFFF_FFFF_FFFF))
    }
    let workbook = Workbook(
      title: "Numbers", generator: "Tests/1", language: .english,
      sheets: [
        Sheet(name: "Numbers", columnWidths: [20]) { rows in
          for number in numbers { try rows.row([Cell(.number(number))]) }
        }
      ])
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "numbers.fods")
    try workbook.writeFlat(to: file)
    let text = try String(contentsOf: file, encoding: .utf8)
    let written = text.components(separatedBy: "office:value=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(written.count == numbers.count)
    for (text, number) in zip(written, numbers) {
      #expect(Double(text) == number)
      let swift = number == 0 ? "0" : number.description
      #expect(text == (swift.hasSuffix(".0") ? String(swift.dropLast(2)) : swift))
    }
  }
}
