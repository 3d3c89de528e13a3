import Foundation
import ImpactModel
import ProjectReaders
import TestSupport
import Testing

/// The rows of a CSV file are the same rows once they stand on a sheet.
@Suite struct ConversionTests {
  private static let settings = Data(
    "project: {language: nl, currency: EUR}\nwhere: {country: NL}\n".utf8)

  private static let tables = FlatWorkbook.tables

  /// The tables of a folder as a workbook, read again.
  private func converted(
    _ texts: [String: String], language: Language = .dutch, ending: String = "ods"
  ) throws -> ProjectWorkbook {
    let groups = [TableGroup(title: Text("All", nl: "Alle"), tables: Self.tables)]
    let maker = ProjectWorkbookMaker(groups: groups, language: language, generator: "Test")
    let files = texts.map { name, text in
      (name, ProjectFiles.Table(path: "tables/\(name).csv", bytes: Data(text.utf8)))
    }
    let draft = try maker.workbook(
      of: ProjectFiles(
        name: "p", settings: Self.settings,
        tables: Dictionary(files, uniquingKeysWith: { first, _ in first })))
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "project.\(ending)")
    try draft.write(to: file)
    return try ProjectWorkbook(file, tables: Self.tables)
  }

  /// Random texts as people type them, all of which can be read.
  private struct Typing {
    var numbers: SeededGenerator
    let mark: Character

    mutating func pick(_ words: [String]) -> String { words.randomElement(using: &numbers) ?? "" }

    mutating func decimal(_ range: ClosedRange<Int>) -> String {
      let whole = Int.random(in: range, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: return "\(whole)"
      // A mark of thousands stands before three digits, so that decimals are one or two.
      case 1: return "\(whole)\(mark)\(Int.random(in: 0...9, using: &numbers))"
      default: return "\(whole)\(mark)\(Int.random(in: 10...99, using: &numbers))"
      }
    }

    mutating func effect(_ row: Int) -> String {
      let low = Int.random(in: 0...40, using: &numbers)
      // The first row proves the mark for the others.
      let quantity =
        row == 1
        ? "2\(mark)5" : pick([decimal(0...900), "1.200 (1.000–1.500, pert)", "\(low) (0–99)"])
      let share = pick([
        "\(low) %", "\(low)", "\(low) % (0–90)", "class 25", "0\(mark)5 %", decimal(1...99) + " %",
      ])
      let evidence = pick(["", "n = 96", "0012", "=1+1", "a, b", "„ja” & <nee>", "31-12-2025"])
      return "o\(row)\tmensen\t\(quantity)\t\(share)\t\(pick(["", "ja", "no", "1"]))\t\(evidence)"
    }

    mutating func payment() -> String {
      let day = Int.random(in: 10...28, using: &numbers)
      let amount = pick(["€ \(decimal(0...999))", decimal(0...999), "-5", "1.250\(mark)25"])
      return "2025-03-\(day)\t\(amount)\t\(pick(["M-01", "007", "7", ""]))\t"
        + "\(pick(["3561 AB", "3561", ""]))\t\(pick([decimal(0...9), "0\(mark)125", ""]))"
    }
  }

  @Test func `sixty random folders give the same rows as workbooks`() throws {
    for seed in UInt64(1)...60 {
      var typing = Typing(numbers: SeededGenerator(seed: seed), mark: ",")
      let effects =
        "Id\tBelanghebbende\tAantal\tdw\tEigen kolom\tBedoeld\tOnderbouwing\n"
        + (1...6).map { row in
          var cells = typing.effect(row).split(
            separator: "\t", omittingEmptySubsequences: false
          ).map(String.init)
          cells.insert("kladje \(row)", at: 4)
          return cells.joined(separator: "\t")
        }.joined(separator: "\n")
      let payments =
        "Datum\tBedrag\tPersoon\tPostcode\tGewicht\n"
        + (1...6).map { _ in typing.payment() }.joined(separator: "\n")
      let book = try converted(
        ["outcomes": effects, "payments": payments],
        language: seed.isMultiple(of: 2) ? .dutch : .english,
        ending: seed.isMultiple(of: 10) ? "fods" : "ods")
      compare(read(Effect.self, effects), book.reading(Effect.self), seed)
      compare(read(Payment.self, payments), book.reading(Payment.self), seed)
    }
  }

  private func compare(_ file: TableReading, _ sheet: TableReading?, _ seed: UInt64) {
    // Only what the file says without an error is promised; such texts alone are typed above.
    guard file.findings.allSatisfy({ $0.severity != .error }) else {
      Issue.record("seed \(seed): \(file.findings)")
      return
    }
    #expect(sheet?.findings.map(\.code) == file.findings.map(\.code), "seed \(seed)")
    #expect(sheet?.content?.rows == file.content?.rows, "seed \(seed)")
    #expect(
      sheet?.content?.filePositions == file.content?.filePositions, "seed \(seed): same columns")
  }

  @Test func `what is clear only from other cells stays clear`() throws {
    // The first quantity becomes a number, and no text is left that proves the mark.
    let text = """
      Id;Belanghebbende;Aantal;Zonder ons ook
      o1;mensen;2,5;0
      o2;mensen;1.234 (1.100–1.500);0
      """
    let expected = read(Effect.self, text)
    try #require(expected.findings == [])
    for language in Language.allCases {
      let reading = try #require(
        try converted(["outcomes": text], language: language).reading(Effect.self))
      #expect(reading.findings == [])
      #expect(reading.content?.rows == expected.content?.rows)
    }
  }

  @Test func `a warning is not lost`() throws {
    let text = "Id;Belanghebbende;Aantal;Zonder ons ook\no1;mensen;2,5;0,2\n"
    let reading = try #require(try converted(["outcomes": text]).reading(Effect.self))
    #expect(reading.findings.map(\.code) == ["table.percentage_fraction"])
  }

  @Test func `sheets may be named in either language or by the table, in any order`() throws {
    typealias Flat = FlatWorkbook
    let person = [Flat.texts("Id", "Naam", "Domein"), Flat.texts("mensen", "Mensen", "Burgers")]
    for name in ["Belanghebbenden", "stakeholders", "STAKEHOLDERS", "Stake holders"] {
      let book = try Flat(sheets: [("Anders", [Flat.texts("x")]), (name, person)]).read()
      #expect(book.reading(Person.self)?.content?.rows.count == 1, "\(name)")
      #expect(book.strayFindings.map(\.severity) == [.note])
    }
    let slip = try Flat(sheets: [("Belanghebbende", person), ("Bevindingen", person)]).read()
    #expect(slip.strayFindings.map(\.severity) == [.warning])
    #expect(slip.strayFindings.first?.help.dutch == "Bedoelt u ‘Belanghebbenden’?")
  }

  @Test func `what is no workbook is refused with a sentence in both languages`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "project.ods")
    for (bytes, english) in [
      (Data(), "the file is empty"), (Data("Id;Naam\n".utf8), "it is no OpenDocument spreadsheet"),
      (Data([0xD0, 0xCF, 0x11, 0xE0]), "it is an Excel workbook"),
      (Data("PK".utf8) + Data(repeating: 0, count: 40), "project.ods cannot be read: "),
    ] {
      try bytes.write(to: file)
      let error = #expect(throws: WorkbookUnreadable.self) {
        _ = try ProjectWorkbook(file, tables: [])
      }
      #expect(error?.message.english.contains(english) == true)
      #expect(error?.message.dutch.hasPrefix("project.ods kan niet worden gelezen: ") == true)
    }
  }
}
