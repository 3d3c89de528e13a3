import ExportKit
import Foundation
import ReportXML
import TestSupport
import Testing

/// What the page about the report XML shows for readers to type works as it is printed there.
@Suite struct `The page about the report XML` {
  private static let page = Result {
    try String(
      contentsOf: Places.repository.appending(path: "Documentation/report-xml.md"), encoding: .utf8)
  }

  /// A folder with a report under the name that the page uses.
  private func folder(with report: Report) throws -> URL {
    let folder = try Places.temporaryFolder()
    try ReportXMLExporter().write(report, to: folder.appending(path: "report.xml"))
    return folder
  }

  @Test(.enabled(if: Tool.isHere("python3")))
  func `shows a program in Python that finds ratio, inputs and measures`() throws {
    let report = try ExampleReport.report()
    let folder = try folder(with: report)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = try #require(try Self.page.get().firstMatch(of: /```python\n([\s\S]*?)```/))
    let script = program.output.1 + "\nimport json; print(json.dumps([ratio, inputs, measures]))\n"
    let outcome = try #require(Tool("python3")).run(["-c", String(script)], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let ratio = try #require(report.valueMap?.ratio.value)
    // JSON in Python writes a number with the shortest text that reads back the same, as we do.
    #expect(outcome.output.hasPrefix("[\(DecimalText.exact(ratio)), {\"hours\": 11423.75, "))
    #expect(outcome.output.contains("\"beekeeping.honey\": null"))
    #expect(outcome.output.contains("\"beekeeping.visits\": 37.0"))
  }

  @Test(.enabled(if: Tool.isHere("xmllint") && Tool.isHere("sha256sum")))
  func `shows a line for the shell that computes the digest`() throws {
    let folder = try folder(with: ExampleReport.report())
    defer { try? FileManager.default.removeItem(at: folder) }
    let line = try #require(try Self.page.get().firstMatch(of: #/ {4}(sed .*sha256sum)\n/#))
    let outcome = try #require(Tool("sh")).run(["-c", String(line.output.1)], in: folder)
    let text = try String(contentsOf: folder.appending(path: "report.xml"), encoding: .utf8)
    let digest = try #require(text.firstMatch(of: /<digest[^>]*>([0-9a-f]{64})</)).output.1
    #expect(outcome.output.hasPrefix(digest))
  }

  @Test func `names the identifier of every figure outside the indicators`() throws {
    let page = try Self.page.get()
    let start = try #require(page.range(of: "### The identifiers that do not change"))
    let end = try #require(page.range(of: "### In a document"))
    let rows = page[start.upperBound..<end.lowerBound].split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "|").first }
    let names = rows.flatMap { $0.matches(of: /`([^`]+)`/).map(\.output.1) }
    let forms = try names.map { name in
      try Regex(
        String(name).replacing(".", with: "\\.").replacing("X", with: "[a-z0-9_]+")
          .replacing("N", with: "[0-9]+").replacing("Y", with: "[a-z0-9_.]+"))
    }
    let text = try Document(ExampleReport.report().filled()).text
    let indicators = try #require(text.firstMatch(of: /<indicators>[\s\S]*<\/indicators>/))
    let ids = text.replacing(indicators.output, with: "")
      .matches(of: /\sid="([a-z0-9_]+\.[a-z0-9_.]+)"/).map { String($0.output.1) }
    #expect(ids.count > 50)
    for id in ids {
      #expect(forms.contains { (try? $0.wholeMatch(in: id)) != nil }, "\(id)")
    }
  }

  @Test func `names every rule`() throws {
    let page = try Self.page.get()
    for rule in ReportXMLExporter.rules { #expect(page.contains("| `\(rule.id)` |")) }
  }
}
