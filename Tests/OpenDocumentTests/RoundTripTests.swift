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

  @Test func `five hundred random workbooks come back cell by cell`() throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "random.ods")
    for seed in UInt64(1)...500 {
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

  @Test(.enabled(if: Tool.isHere("soffice")), arguments: [("ods", 1001), ("fods", 1002)])
  func `a random workbook comes back through LibreOffice's own save`(
    _ format: String, _ seed: UInt64
  ) throws {
    let random = RandomWorkbook(seed: seed, sheetCount: 60...60)
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Samples.written(random.workbook) { file in
      try OpenDocumentFile(file).convert(to: format, in: folder)
      let saved = folder.appending(path: "sample.\(format)")
      let document = try ReadDocument(SpreadsheetReader(file: saved))
      compare(document, random, byLibreOffice: format, seed: seed)
      #expect(Set(document.names) == Set(random.names))
    }
  }
}
