import Foundation
import OpenDocument
import TestSupport
import Testing

/// What is written is read back cell by cell.
struct RoundTripTests {
  /// Compares a document with what was written.
  ///
  /// LibreOffice saves 15 digits of a number and no more than 20 decimals, calculates formulas, and
  /// drops comments without a letter and, from a single file, all that are folded in (7.4).
  private func compare(
    _ document: ReadDocument, _ random: RandomWorkbook, byLibreOffice format: String? = nil,
    seed: UInt64
  ) {
    let byLibreOffice = format != nil
    #expect(document.sheets.map(\.sheet.name) == random.sheets.map(\.name))
    for (read, written) in zip(document.sheets, random.sheets) {
      for (index, cells) in written.rows.enumerated() {
        let row = read.rows.first { $0.number == index + 1 }
        for (column, cell) in cells.enumerated() {
          let place =
            "\(seed) \(written.name) \(CellAddress(column: column + 1, row: index + 1).text)"
          let found = row?[column + 1]
          let value = RandomWorkbook.value(of: cell)
          if !byLibreOffice || cell.formula == nil {
            #expect(isEqual(found?.value ?? .empty, value, byLibreOffice), "\(place)")
          }
          #expect(found?.formula == cell.formula?.text, "\(place)")
          if !byLibreOffice || format == "ods" && cell.comment?.contains(where: \.isLetter) ?? true
          {
            #expect(found?.comment == cell.comment, "\(place)")
          }
        }
        #expect((row?.cells.last?.column ?? 0) <= cells.count)
      }
      #expect((read.rows.last?.number ?? 0) <= written.rows.count)
    }
  }

  private func isEqual(_ one: ReadValue, _ other: ReadValue, _ isRounded: Bool) -> Bool {
    func isNear(_ one: Double, _ other: Double) -> Bool {
      one == other || isRounded && abs(one - other) <= 1e-14 * max(abs(one), abs(other)) + 1e-20
    }
    switch (one, other) {
    case (.number(let one), .number(let other)), (.percentage(let one), .percentage(let other)):
      return isNear(one, other)
    case (.currency(let one, let code), .currency(let other, let otherCode)):
      return isNear(one, other) && code == otherCode
    default: return one == other
    }
  }

  /// How many random workbooks a run takes: all 500 with `WIJKWAARDE_DOCUMENTS=500`.
  private static let count =
    ProcessInfo.processInfo.environment["WIJKWAARDE_DOCUMENTS"].flatMap { UInt64($0) } ?? 60
  // A usual run has as many sheets in fewer files, because LibreOffice opens them one by one.
  private static let officeCount = count < 500 ? count / 5 : count
  private static let officeSheets = count < 500 ? 5...5 : 1...3

  @Test func `random workbooks come back cell by cell`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "random.ods")
    for seed in 1...Self.count {
      let random = RandomWorkbook(seed: seed)
      try random.workbook.write(to: file)
      let document = try ReadDocument(SpreadsheetReader(file: file))
      compare(document, random, seed: seed)
      #expect(document.names == random.names)
      if seed % 10 == 0 {
        try random.workbook.writeFlat(to: file)
        #expect(try ReadDocument(SpreadsheetReader(file: file)) == document)
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")), arguments: [("ods", 1001), ("fods", 2001)])
  func `random workbooks come back through LibreOffice's own save`(
    _ format: String, _ first: UInt64
  ) throws {
    let folder = try Places.temporaryFolder()
    let saved = try Places.temporaryFolder()
    defer {
      for place in [folder, saved] { try? FileManager.default.removeItem(at: place) }
    }
    let seeds = (0..<Self.officeCount).map { first + $0 }
    let workbooks = seeds.map { RandomWorkbook(seed: $0, sheetCount: Self.officeSheets) }
    let files = seeds.map { folder.appending(path: "random-\($0).ods") }
    for (random, file) in zip(workbooks, files) { try random.workbook.write(to: file) }
    try OpenDocumentFile.convert(files, to: format, in: saved)
    for ((random, file), seed) in zip(zip(workbooks, files), seeds) {
      let name = file.deletingPathExtension().lastPathComponent
      let copy = saved.appending(path: "\(name).\(format)")
      let document = try ReadDocument(SpreadsheetReader(file: copy))
      compare(document, random, byLibreOffice: format, seed: seed)
      #expect(Set(document.names) == Set(random.names))
    }
  }
}
