import Foundation
import TestSupport
import Testing

/// The tables of a module as text in the program.
@Suite struct EmbeddingTests {
  @Test func `files of one name in two folders are both kept, whatever they hold`() throws {
    let package = try SmallPackage([
      "M/a/sources.yaml": "x: \"\"\"###\n", "M/b/sources.yaml": "y: \\###(1)\n",
    ])
    let output = package.folder.appending(path: "Embedded.swift").path
    let module = package.folder.appending(path: "M").path
    let outcome = try BuildTool.run(
      "EmbedTablesTool",
      [output, module, module + "/a/sources.yaml", module + "/b/sources.yaml"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try package.text("Embedded.swift")
    #expect(text.contains("\"a/sources.yaml\": ####\"\"\"\nx: \"\"\"###\n\n\"\"\"####,"))
    #expect(text.contains("\"b/sources.yaml\": ####\"\"\"\ny: \\###(1)\n\n\"\"\"####,"))
  }

  @Test func `a file that is no text is named`() throws {
    let package = try SmallPackage()
    let file = package.folder.appending(path: "M/a.csv")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data([0xFF, 0xFE, 0xFF]).write(to: file)
    let outcome = try BuildTool.run(
      "EmbedTablesTool",
      [package.folder.path + "/E.swift", package.folder.path + "/M", file.path])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors == "\(file.path):1:1: error: this file cannot be read as UTF-8 text\n")
  }
}
