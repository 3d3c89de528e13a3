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
    #expect(run.count == 5)
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

  @Test(
    .enabled(if: Places.shared("schemas/odf-1.3") != nil && Tool.isHere("unzip")),
    arguments: ["write", "form", "chart"])
  func `each example is valid under the schema`(_ example: String) throws {
    let writers = ["write": writeRepairs, "form": writeForm, "chart": writeChart]
    let schema = try #require(
      Places.shared("schemas/odf-1.3/OpenDocument-v1.3-schema.rng"))
    let validator = try XMLValidator(schema: schema)
    let write = try #require(writers[example])
    try written(write) { file in
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
