import ExportKit
import Foundation
import Pipeline
import TestSupport
import Testing
import Verification

/// The spreadsheet of the example, handed back as it is, changed, and saved by LibreOffice.
@Suite struct VerifyWorkbookTests {
  private static let canEdit = ["zip", "unzip"].allSatisfy { Tool.isHere($0) }
  private static let canSave = canEdit && Tool.isHere("soffice")

  /// The spreadsheet of the example and its XML.
  private static let written = Result {
    let example = try Example()
    let files = try example.pipeline.report(example.project).files
    return (
      ods: try #require(files.first { $0.pathExtension == "ods" }),
      xml: try #require(files.first { $0.pathExtension == "xml" })
    )
  }

  /// A copy of the spreadsheet whose content was changed as a text.
  ///
  /// - Parameter isDrawn: whether it still says what its draws were made of; without that it is
  ///   verified in a moment, because nothing is drawn.
  private func edited(isDrawn: Bool = false, _ edit: (String) -> String) throws -> URL {
    let copy = try Places.temporaryFolder().appending(path: "edited.ods")
    try OpenDocumentFile(try Self.written.get().ods).writeCopy(to: copy) { content in
      guard !isDrawn else { return edit(content) }
      return ["seed", "draws"].reduce(edit(content)) { text, key in
        text.replacing("<text:p>\(key)<", with: "<text:p>project<")
      }
    }
    return copy
  }

  private func saved(_ file: URL) throws -> URL {
    let folder = try Places.temporaryFolder()
    try OpenDocumentFile(file).convert(to: "ods", in: folder)
    return folder.appending(path: file.lastPathComponent)
  }

  private func verdicts(_ file: URL) throws -> [FigureVerdict] {
    ReportVerifier.verify(try ReadReport.read(file))
  }

  @Test func `the spreadsheet is recomputed as far as the XML is`() throws {
    let (ods, xml) = try Self.written.get()
    let report = try ReadReport.read(ods)
    #expect(report.digest == .holds)
    #expect(report.altered.isEmpty && report.unreadable.isEmpty)
    let own = ReportVerifier.verify(report)
    #expect(own.allSatisfy { $0.verdict != .doesNotFollow })
    let recomputed = Set(own.filter { $0.verdict == .recomputed }.map(\.figure))
    let other = try verdicts(xml).filter { $0.verdict == .recomputed }.map(\.figure)
    // The sheet has no cell for the number of periods.
    #expect(Set(other).subtracting(recomputed) == ["value_map.periods"])
    let outcome = try ProgramBinary.run(["verify", ods.path, "--json", "--strict"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let first = try #require((read as? [[String: Any]])?.first)
    #expect(first["digest"] as? String == "holds")
    #expect(first["kind"] as? String == "report")
  }

  @Test(.enabled(if: canSave))
  func `saved by LibreOffice without a change it is as it was written`() throws {
    let copy = try saved(try Self.written.get().ods)
    #expect(try Data(contentsOf: copy) != Data(contentsOf: try Self.written.get().ods))
    #expect(try ReadReport.read(copy).digest == .holds)
    #expect(try verdicts(copy).allSatisfy { $0.verdict != .doesNotFollow })
    #expect(try ProgramBinary.run(["verify", copy.path, "--strict"]).exitCode == 0)
  }

  /// The value of a named cell as the content has it, `nil` where the cell holds no number.
  private func value(of name: String, in content: String) -> Range<String.Index>? {
    let name = NSRegularExpression.escapedPattern(for: name)
    let pattern =
      "table:name=\"\(name)\"[^>]*cell-range-address=\"\\$'([^']+)'\\.\\$([A-Z]+)\\$([0-9]+)\""
    guard let regex = try? Regex(pattern), let range = content.firstMatch(of: regex),
      let sheet = range.output[1].substring, let letters = range.output[2].substring,
      let row = range.output[3].substring.flatMap({ Int($0) })
    else { return nil }
    var column = 0
    for letter in letters.utf8 { column = column * 26 + Int(letter) - 64 }
    return ContentCells(content).cell(String(sheet), row: row, column: column)
      .flatMap { value(in: $0, of: content) }
  }

  /// The value in the tag of a cell.
  private func value(in cell: Range<String.Index>, of content: String) -> Range<String.Index>? {
    guard let start = content.range(of: "office:value=\"", range: cell)?.upperBound,
      let end = content.range(of: "\"", range: start..<cell.upperBound)?.lowerBound
    else { return nil }
    return start..<end
  }

  @Test(.enabled(if: canEdit))
  func `an edited input that nobody recalculated is said with the cells that do not follow`() throws
  {
    let copy = try edited { content in
      guard let range = value(of: "outcome.o3.deadweight", in: content) else { return content }
      #expect(content[range] == "0.3")
      return content.replacingCharacters(in: range, with: "0.2")
    }
    let verdicts = try verdicts(copy)
    let wrong = verdicts.filter { $0.verdict == .doesNotFollow }
    #expect(wrong.contains { $0.figure == "outcome.o3.after_deadweight" })
    #expect(wrong.contains { $0.figure == "sroi.ratio" && $0.address.sheet == "Waardenkaart" })
    #expect(wrong.contains { $0.figure == "sroi.ratio" && $0.address.sheet == "Samenvatting" })
    #expect(!wrong.contains { $0.figure == "outcome.o4.present_value" })
    let input = try #require(verdicts.first { $0.figure == "outcome.o3.deadweight" })
    #expect(input.verdict == .given)
    #expect(input.reason?.english == "when the report was written this was 0.30")
    #expect(try ReadReport.read(copy).digest == .broken)
    let outcome = try ProgramBinary.run(["verify", copy.path])
    #expect(outcome.exitCode == 1)
    let cell = try #require(input.address.cell)
    #expect(outcome.output.contains("edited.ods, Waardenkaart!\(cell)"))
  }

  @Test(.enabled(if: canSave))
  func `an edited input that LibreOffice recalculated gives a ratio that follows`() throws {
    let edited = try edited(isDrawn: true) { content in
      guard let range = value(of: "outcome.o3.deadweight", in: content) else { return content }
      return content.replacingCharacters(in: range, with: "0.125")
    }
    let bare = try Places.temporaryFolder().appending(path: "bare.ods")
    try OpenDocumentFile(edited).writeBareCopy(to: bare)
    let verdicts = try verdicts(try saved(bare))
    let wrong = Set(verdicts.filter { $0.verdict == .doesNotFollow }.map(\.figure))
    for figure in [
      "sroi.ratio", "sroi.present_value", "outcome.o3.impact",
      "stakeholder.deelnemers.present_value",
      "waterfall.deadweight", "sroi.payback_months", "convention.undiscounted.ratio",
    ] { #expect(!wrong.contains(figure), "\(figure)") }
    let ratio = try #require(verdicts.first { $0.figure == "sroi.ratio" })
    let before = try self.verdicts(try Self.written.get().ods).first { $0.figure == "sroi.ratio" }
    #expect(ratio.verdict == .recomputed)
    #expect(ratio.stated != before?.stated)
    // What the sheet does not calculate stays as it was, and is said.
    #expect(wrong.contains("sroi.ratio_p50"))
    #expect(wrong.contains("scenario.ruim.present_value"))
    #expect(!verdicts.contains { $0.verdict == .unchanged })
  }

  @Test(.enabled(if: canEdit))
  func `each edit of one stated figure is found, and the figure is named`() throws {
    let content = String(
      decoding: try OpenDocumentFile(try Self.written.get().ods).part("content.xml"), as: UTF8.self)
    let names = content.matches(of: /<table:named-range table:name="([^"]+)"/)
      .map { String($0.output.1) }
    #expect(names.count > 300)
    var generator = SeededGenerator(seed: 31)
    for name in names.shuffled(using: &generator).prefix(14) {
      guard let range = value(of: name, in: content) else { continue }
      let copy = try edited { $0.replacingCharacters(in: range, with: "7.123") }
      let read = try ReadReport.read(copy)
      #expect(read.digest == .broken, "\(name)")
      let named = ReportVerifier.verify(read).filter {
        $0.verdict == .doesNotFollow || $0.reason != nil
      }.map(\.figure)
      #expect(named.contains(name), "\(name)")
    }
  }

  @Test(.enabled(if: canEdit))
  func `an edit of a cell that only shows a figure is found at that cell`() throws {
    let copy = try edited { content in
      // The first cell that is the formula of the local multiplier stands on the summary.
      guard let formula = content.range(of: "table:formula=\"of:=multiplier.lm3\""),
        let tag = content.range(
          of: "<table:table-cell", options: .backwards,
          range: content.startIndex..<formula.lowerBound),
        let range = value(in: tag.lowerBound..<formula.upperBound, of: content)
      else { return content }
      return content.replacingCharacters(in: range, with: "2.9")
    }
    let wrong = try ReadReport.wrong(copy)
    #expect(wrong.map(\.figure) == ["multiplier.lm3"])
    #expect(wrong.first?.address.sheet == "Samenvatting")
    #expect(wrong.first?.stated == 2.9)
  }

  @Test(.enabled(if: canEdit))
  func `words, formulas and copies are in the digest too`() throws {
    for (old, new) in [
      ("Minder eenzaam door samen eten", "Minder eenzaam door samen koken"),
      ("SUM([", "MAX(["), ("<text:p>shape</text:p>", "<text:p>from</text:p>"),
    ] {
      let copy = try edited { content in
        guard let range = content.range(of: old) else { return content }
        return content.replacingCharacters(in: range, with: new)
      }
      #expect(try ReadReport.read(copy).digest == .broken, "\(old)")
    }
  }

  @Test(.enabled(if: canEdit))
  func `a workbook without its sheet for verification points to the XML`() throws {
    let copy = try edited { $0.replacing("wijkwaarde:report", with: "something else") }
    let outcome = try ProgramBinary.run(["verify", copy.path])
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("verify the XML"))
  }
}

/// The cells of a content part as ranges of its text, repeats counted.
struct ContentCells {
  private let content: String

  init(_ content: String) { self.content = content }

  /// The text of a cell from its tag to the next, or `nil` where it is not written.
  func cell(_ sheet: String, row: Int, column: Int) -> Range<String.Index>? {
    guard let table = content.range(of: "<table:table table:name=\"\(sheet)\""),
      let end = content.range(of: "</table:table>", range: table.upperBound..<content.endIndex)
    else { return nil }
    var number = 0
    for rowTag in tags("table:table-row", in: table.upperBound..<end.lowerBound) {
      number += repeats("table:number-rows-repeated", rowTag)
      guard number >= row else { continue }
      let close =
        content.range(of: "</table:table-row>", range: rowTag.upperBound..<end.lowerBound)?
        .lowerBound ?? end.lowerBound
      var place = 0
      for cell in tags("table:table-cell", in: rowTag.upperBound..<close) {
        place += repeats("table:number-columns-repeated", cell)
        if place >= column { return cell }
      }
      return nil
    }
    return nil
  }

  /// The opening tags of an element inside a part of the text.
  private func tags(
    _ element: String, in part: Range<String.Index>
  ) -> [Range<String.Index>] {
    var tags: [Range<String.Index>] = []
    var start = part.lowerBound
    while let open = content.range(of: "<\(element)", range: start..<part.upperBound),
      let close = content.range(of: ">", range: open.upperBound..<part.upperBound)
    {
      if [" ", ">", "/"].contains(content[open.upperBound]) {
        tags.append(open.lowerBound..<close.upperBound)
      }
      start = close.upperBound
    }
    return tags
  }

  private func repeats(_ attribute: String, _ tag: Range<String.Index>) -> Int {
    guard let name = content.range(of: "\(attribute)=\"", range: tag),
      let end = content.range(of: "\"", range: name.upperBound..<tag.upperBound)
    else { return 1 }
    return Int(content[name.upperBound..<end.lowerBound]) ?? 1
  }
}
