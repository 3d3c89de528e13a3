import LibXML2
import OpenDocument
import Testing

/// What a refusal says to a reader of Dutch.
@Suite struct ErrorTextTests {
  private static let problems: [SpreadsheetReadError.Problem] = [
    .unreadable(5), .empty, .notOpenDocument, .notSpreadsheet("application/zip"), .excel,
    .encrypted, .truncated, .missingPart("content.xml"), .unsafeName("../a"), .repeatedPart("a"),
    .overlappingParts("a"), .compressionMethod("a", 12), .checksum("a"), .parts(limit: 7),
    .partBytes("a", limit: 7), .ratio("a", limit: 7),
    .xml("a", XMLStreamError(.documentType, at: XMLStreamPosition(line: 3, byte: 40))),
    .sheets(limit: 7), .columns(limit: 27), .rows(limit: 7), .repeatedCells(limit: 7),
    .textBytes(limit: 7), .rowBytes(limit: 7), .countedBlanks(limit: 7), .count("x7"),
  ]

  @Test(arguments: problems)
  func `a problem is told in Dutch with the same numbers and names`(
    problem: SpreadsheetReadError.Problem
  ) throws {
    let error = SpreadsheetReadError(
      problem, sheet: "Blad", cell: CellAddress(column: 2, row: 9))
    #expect(error.dutch != error.description)
    #expect(!error.dutch.contains("SpreadsheetReadError") && !error.dutch.contains("limit:"))
    #expect(error.dutch.matches(of: /\d+/).map(\.output) == numbers(of: error))
    #expect(error.dutch.hasPrefix("Blad "))
  }

  private func numbers(of error: SpreadsheetReadError) -> [Substring] {
    error.description.matches(of: /\d+/).map(\.output)
  }
}
