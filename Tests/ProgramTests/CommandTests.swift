import Foundation
import TestSupport
import Testing

/// The command line as its users type it.
@Suite struct CommandTests {
  @Test(arguments: [
    "new", "check", "report", "explain", "verify", "indicators", "exports", "checks", "parameters",
    "books",
  ])
  func `the help of each command shows an example`(command: String) throws {
    let outcome = try ProgramBinary.run([command, "--help"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Example"))
    #expect(outcome.output.contains("wijkwaarde \(command)"))
  }

  @Test func `wrong usage ends with 64`() throws {
    #expect(try ProgramBinary.run(["reprot"]).exitCode == 64)
    #expect(try ProgramBinary.run(["report"]).exitCode == 64)
    #expect(try ProgramBinary.run(["indicators", "happiness"]).exitCode == 64)
    #expect(try ProgramBinary.run(["check", "x", "--language", "fr"]).exitCode == 64)
  }

  @Test func `a folder that is not there ends with 74 and says so in Dutch and English`() throws {
    let outcome = try ProgramBinary.run(["report", "/nowhere/at/all"])
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("/nowhere/at/all"))
    #expect(outcome.errors.split(separator: "\n").count == 2)
  }

  @Test(arguments: ["nl", "en"])
  func `a new project is accepted by check with notes on what to fill in`(language: String) throws {
    let place = try Places.temporaryFolder()
    let made = try ProgramBinary.run(
      ["new", "my-project", "--language", language, "--year", "2025"], in: place)
    #expect(made.exitCode == 0, "\(made.errors)")
    let check = try ProgramBinary.run(["check", "my-project", "--language", "en"], in: place)
    #expect(check.exitCode == 0, "\(check.output)")
    #expect(check.output.contains("[project.empty_table]"))
    #expect(check.output.contains("[project.no_postcodes]"))
    #expect(!check.output.contains(" error ["))
    #expect(!check.output.contains(" warning ["))
  }

  @Test func `new refuses a folder that is in use`() throws {
    let place = try Places.temporaryFolder()
    try Data("x".utf8).write(to: place.appending(path: "notes.txt"))
    let outcome = try ProgramBinary.run(["new", place.path])
    #expect(outcome.exitCode == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["notes.txt"])
  }

  @Test func `every indicator and export of the registry is listed`() throws {
    let indicators = try ProgramBinary.run(["indicators"]).output
    for indicator in registry.indicators {
      #expect(indicators.contains(type(of: indicator).card.id + "  "))
    }
    let exports = try ProgramBinary.run(["exports"]).output
    for exporter in registry.exporters {
      #expect(exports.contains(type(of: exporter).card.id + "  "))
    }
  }

  @Test(.enabled(if: Tool.isHere("xmllint")))
  func `the written schemas check the report of the example and its modules' detail`() throws {
    let example = try Example()
    let folder = example.folder.appending(path: "schemas")
    let said = try ProgramBinary.run(["exports", "--schemas", folder.path])
    #expect(said.exitCode == 0)
    let names = said.output.split(separator: "\n").map {
      URL(filePath: String($0)).lastPathComponent
    }
    #expect(
      names == [
        "wijkwaarde-report-1.xsd", "wijkwaarde-indicator-circularity-1.xsd", "wijkwaarde-all.xsd",
      ])
    let files = try example.pipeline.report(example.project).files
    let file = try #require(files.first { $0.pathExtension == "xml" })
    let xmllint = try #require(Tool("xmllint"))
    func check(_ file: URL) throws -> Int32 {
      let driver = folder.appending(path: "wijkwaarde-all.xsd").path
      return try xmllint.run(["--noout", "--nonet", "--schema", driver, file.path]).exitCode
    }
    #expect(try check(file) == 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    let broken = text.replacing("<virgin unit=\"kg\">", with: "<virgin unit=\"kg\">about ")
    try #require(broken != text)
    try Data(broken.utf8).write(to: file)
    #expect(try check(file) != 0)
  }

  @Test func `report on the example says where its three files are`() throws {
    let example = try Example()
    let outcome = try ProgramBinary.run(["report", example.folder.path])
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    for ending in ["ods", "xml", "html"] {
      let line = try #require(
        outcome.output.split(separator: "\n").first { $0.hasSuffix(".\(ending)") })
      let path = line.trimmingCharacters(in: .whitespaces)
      #expect(FileManager.default.fileExists(atPath: path))
    }
    #expect(outcome.errors.isEmpty, "progress must be silent in a pipe")
  }
}
