import ExportKit
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

/// What a funder sees on paper and at first sight.
struct LookTests {
  private func mixed(_ language: Language) throws -> Report {
    try SampleReport(map: .mixed, language: language, indicators: [SampleIndicator.all]).report()
  }

  @Test(.enabled(if: Tool.isHere("soffice") && Tool.isHere("pdftotext")))
  func `the first sheet stands on one page, and pages are numbered through all sheets`() throws {
    try WrittenReport.of(try mixed(.english)) { written in
      let folder = try Places.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      try written.file.convert(to: "pdf", in: folder)
      let name = written.file.file.deletingPathExtension().lastPathComponent
      let tool = try #require(Tool("pdftotext"))
      let text = folder.appending(path: "pages.txt")
      try tool.run(["-layout", folder.appending(path: "\(name).pdf").path, text.path])
      let pages = try String(contentsOf: text, encoding: .utf8).split(separator: "\u{0C}")
      let footers = pages.compactMap { $0.firstMatch(of: /(\S.*) · (\d+) \/ (\d+)\s*$/) }
      try #require(footers.count == pages.count && pages.count > 5)
      #expect(footers.map { String($0.2) } == (1...pages.count).map(String.init))
      #expect(Set(footers.map { String($0.3) }) == [String(pages.count)])
      #expect(footers.first?.1.hasSuffix("In short") == true)
      #expect(footers.dropFirst().allSatisfy { !$0.1.hasSuffix("In short") })
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice") && Tool.isHere("zip")), arguments: Language.allCases)
  func `one sentence says the ratio with the report's own decimal mark`(
    _ language: Language
  ) throws {
    let report = try mixed(language)
    let ratio = try #require(report.valueMap?.ratio.value)
    let words = DecimalText.rounded(ratio, decimals: 2, in: language)
    let start = Text("For each euro put in there is € ", nl: "Tegenover elke euro staat € ")[
      language]
    try WrittenReport.of(report) { written in
      for sheets in [try written.file.sheets(), try written.file.recalculated()] {
        let rows = try #require(sheets[OverviewSheet.title[language]])
        let line = try #require(rows.compactMap(\.first).first { $0.hasPrefix(start) })
        #expect(line.dropFirst(start.count).hasPrefix("\(words) "))
      }
    }
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `what is not known stands once in the summary, with its reason`() throws {
    let report = try mixed(.english)
    try WrittenReport.of(report) { written in
      let rows = try #require(try written.file.sheets()["Summary"])
      let measures = report.indicators.flatMap(\.measures).map(\.measure)
      try #require(measures.contains { $0.value == nil })
      for measure in measures where measure.value == nil {
        let found = rows.filter { $0.first == measure.card.label.english }
        #expect(found.count == 1, "\(measure.card.label.english)")
        guard let absence = measure.absence else { continue }
        #expect(found.first?.contains(absence.english) == true)
      }
    }
  }
}
