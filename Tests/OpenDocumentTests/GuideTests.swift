import Foundation
import LibXML2
import OpenDocument
import TestSupport
import Testing

/// The guide shows the code that the tests run.
struct GuideTests {
  private func written(_ write: (URL) throws -> Void, _ use: (URL) throws -> Void) throws {
    let folder = try Places.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "guide.ods")
    try write(file)
    try use(file)
  }

  @Test func `each example of the guide is one that is run here`() throws {
    let guide = try String(
      contentsOf: Places.repository.appending(path: "Documentation/opendocument.md"),
      encoding: .utf8)
    let code = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "GuideExamples.swift"), encoding: .utf8)
    let shown = guide.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    let run = code.components(separatedBy: "  // example: ").dropFirst().map { example in
      example.components(separatedBy: "  // end")[0]
        .split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        .map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : String($0) }
        .joined(separator: "\n")
    }
    #expect(run.count == 6)
    #expect(shown.sorted() == run.sorted())
  }

  @Test func `the example that is written is the one that is read`() throws {
    try written(writeRepairs) { file in
      let total = try readTotal(of: file)
      #expect(abs(total - 18.6) < 1e-9)
      let document = try ReadDocument(SpreadsheetReader(file: file))
      #expect(document.names.map(\.name) == ["repairs.weight"])
      #expect(document.sheets.first?["C5"]?.value == .number(18.6))
      #expect(document.sheets.first?["C5"]?.formula == "SUM([.C2:.C4])")
    }
  }

  @Test func `rows that are handed over cell by cell come back`() throws {
    try written({ try writeReadings(24_000, to: $0) }) { file in
      var (rows, sum) = (0, 0.0)
      var last: ReadRow?
      try SpreadsheetReader(file: file).read { event in
        guard case .row(let row) = event, case .number(let value) = row[3]?.value else { return }
        (rows, sum, last) = (rows + 1, sum + value, row)
      }
      #expect(rows == 24_000)
      #expect(sum == 24_000 * 23_999 / 8)
      #expect(last?.number == 24_001)
      #expect(last?[1]?.value == .date(ReadDate(year: 2025, month: 12, day: 1)))
      #expect(last?[2]?.value == .text("Roof 2000"))
    }
  }

  @Test func `each picture of the guide is there`() throws {
    let folder = Places.repository.appending(path: "Documentation")
    let guide = try String(contentsOf: folder.appending(path: "opendocument.md"), encoding: .utf8)
    let pictures = guide.matches(of: /!\[[^\]]+\]\(([^)]+)\)/).map { String($0.1) }
    #expect(
      Set(pictures)
        == Set(["write", "rows", "form", "chart"].map { "images/opendocument-\($0).png" }))
    for picture in pictures {
      let bytes = try Data(contentsOf: folder.appending(path: picture))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(picture)")
    }
  }

  @Test(
    .enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")),
    arguments: ["write", "rows", "form", "chart"])
  func `each example is valid under the schema`(_ example: String) throws {
    let writers = [
      "write": writeRepairs, "rows": { try writeReadings(30, to: $0) }, "form": writeForm,
      "chart": writeChart,
    ]
    let schema = try #require(
      Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng"))
    let validator = try XMLValidator(schema: schema)
    let write = try #require(writers[example])
    try written(write) { file in
      // The pictures of the guide are made from these.
      if let kept = ProcessInfo.processInfo.environment["KEEP_GUIDE"] {
        let copy = URL(filePath: kept).appending(path: "\(example).ods")
        try FileManager.default.copyItem(at: file, to: copy)
      }
      for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
        let bytes = try OpenDocumentFile(file).part(part)
        #expect(validator.validate(bytes) == [])
      }
    }
  }

  @Test func `a file that is refused says why in a sentence`() throws {
    try written({ try Data("PK\u{3}\u{4}".utf8).write(to: $0) }) { file in
      #expect(refusal(of: file) == "the file is not complete; copy or save it again")
    }
    try written(writeForm) { #expect(refusal(of: $0) == "The file is fine.") }
  }
}
