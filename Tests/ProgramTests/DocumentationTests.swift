import Foundation
import TestSupport
import Testing

/// Every command in the documentation runs.
@Suite struct DocumentationTests {
  private static let pages = [
    "README.md", "CONTRIBUTING.md", "Documentation/project-folder.md",
    "Documentation/value-map.md", "Documentation/checks.md", "Documentation/verify.md",
    "Documentation/explain.md", "Documentation/opendocument.md", "Documentation/books.md",
    "Documentation/portfolio.md",
    "Documentation/workbook.md", "Documentation/report-workbook.md",
    "Documentation/parties.md",
    "Documentation/report-xml.md",
  ]

  /// The page of which `Tests/try-modules` runs every command and listing, in CI.
  private static let guide = "Documentation/adding-an-indicator.md"

  /// The lines of the console blocks of a page.
  private static func commands(of page: String) throws -> [String] {
    let text = try String(
      contentsOf: Places.repository.appending(path: page), encoding: .utf8)
    var commands: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console" || line == "```sh"
      } else if isInside, !line.isEmpty {
        commands.append(String(line))
      }
    }
    return commands
  }

  /// The words of a command; what stands between double quotes is one, as in a shell.
  private static func words(of command: String) -> [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, piece in
        index % 2 == 1 ? [String(piece)] : piece.split(separator: " ").map(String.init)
      }
  }

  @Test(arguments: pages)
  func `the commands of a page run in their order`(page: String) throws {
    let place = try Places.temporaryFolder()
    // Pages show commands over the examples, as one types them in the repository.
    try FileManager.default.createSymbolicLink(
      at: place.appending(path: "Examples"),
      withDestinationURL: Places.repository.appending(path: "Examples"))
    for command in try Self.commands(of: page) {
      let words = Self.words(of: command)
      switch words.first {
      case "wijkwaarde":
        let outcome = try ProgramBinary.run(Array(words.dropFirst()), in: place)
        #expect(outcome.exitCode == 0, "\(command): \(outcome.output)\(outcome.errors)")
      case "./run":
        let ci = try String(
          contentsOf: Places.repository.appending(path: ".ci/run"), encoding: .utf8)
        #expect(ci.contains(command), "CI runs \(command), a test cannot run itself")
      case "swift", "Tests/try-modules":
        // Builds of the package itself: CI runs them, or follows the guide that has them.
        let texts = try [".ci/run", Self.guide].map {
          try String(contentsOf: Places.repository.appending(path: $0), encoding: .utf8)
        }
        #expect(texts.contains { $0.contains(command) }, "nothing runs \(command)")
      default: Issue.record("no test runs the command: \(command)")
      }
    }
  }

  @Test func `every page of the documentation is among those that are run`() throws {
    let folder = Places.repository.appending(path: "Documentation")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.map { "Documentation/\($0)" }
    #expect(Set(pages).isSubset(of: Self.pages + [Self.guide]))
  }

  @Test func `CI follows the guide word for word`() throws {
    let ci = try String(contentsOf: Places.repository.appending(path: ".ci/run"), encoding: .utf8)
    #expect(ci.split(separator: "\n").contains("Tests/try-modules --here"))
    let script = try String(
      contentsOf: Places.repository.appending(path: "Tests/try-modules"), encoding: .utf8)
    #expect(script.contains("GUIDE = \"\(Self.guide)\""))
    #expect(try !Self.commands(of: Self.guide).isEmpty)
  }

  @Test(arguments: ["IndicatorKit", "ExportKit"])
  func `a catalogue names only what its module declares`(module: String) throws {
    let folder = Places.repository.appending(path: "Sources/\(module)")
    let page = try String(
      contentsOf: folder.appending(path: "\(module).docc/\(module).md"), encoding: .utf8)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let source = try (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let declared = Set(
      source.matches(of: /public (?:struct|enum|protocol|final class) (\w+)/).map { $0.1 })
    let named = page.matches(of: /``(\w+)``/).map { $0.1 }
    #expect(named.count > 5)
    for name in named where name != module { #expect(declared.contains(name), "\(name)") }
  }

  @Test(arguments: pages + [guide])
  func `links inside the repository lead somewhere`(page: String) throws {
    let file = Places.repository.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#:]+)\)/) {
      let target = file.deletingLastPathComponent().appending(path: String(match.1))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page) → \(match.1)")
    }
  }
}
