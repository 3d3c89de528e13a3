import Foundation
import ImpactModel
import OpenDocument
import Pipeline
import TestSupport
import Testing

/// `check --annotate` puts each finding at its cell, in a copy.
@Suite struct AnnotatedCopyTests {
  /// The cells of a workbook by sheet and address, and the order of its sheets.
  private struct Cells {
    var sheets: [String] = []
    var cells: [String: ReadCell] = [:]

    init(_ file: URL) throws {
      var (sheets, cells): ([String], [String: ReadCell]) = ([], [:])
      try SpreadsheetReader(file: file).read { event in
        switch event {
        case .sheet(let sheet): sheets.append(sheet.name)
        case .row(let row):
          for cell in row.cells {
            cells["\(sheets.last ?? "")!\(row.address(of: cell).text)"] = cell
          }
        case .name: break
        }
      }
      (self.sheets, self.cells) = (sheets, cells)
    }
  }

  private func broken() throws -> Example {
    let example = try Example()
    try example.replace(";146400;", with: ";veel;", in: "tables/inputs.csv")
    try example.replace("\no2;deelnemers;", with: "\no2;deelnemres;", in: "tables/outcomes.csv")
    try example.replace("municipality: GM9999", with: "municipality: GM99", in: "project.yaml")
    return example
  }

  private func annotate(_ project: ProjectFolder, _ example: Example) throws -> (URL, [Finding]) {
    let result = try example.pipeline.check(project)
    let copy = try example.pipeline.annotatedCopy(of: project, result, language: .english)
    return (copy, result.findings)
  }

  @Test func `a folder gets a workbook with a comment at each cell, and stays as it was`() throws {
    let example = try broken()
    let before = try example.snapshot()
    let (copy, findings) = try annotate(example.project, example)
    #expect(copy.lastPathComponent == "project.annotated.ods")
    #expect(findings.count == 3)
    let read = try Cells(copy)
    #expect(read.sheets.first == "Findings")
    for (place, code) in [
      ("Inputs!F2", "table.not_a_number"), ("Outcomes!B3", "table.unknown_reference"),
      ("Settings!B29", "settings.invalid"),
    ] {
      let cell = try #require(read.cells[place], "\(place)")
      #expect(cell.comment?.contains("[\(code)]") == true, "\(place): \(cell.comment ?? "")")
      #expect(cell.comment?.hasPrefix("Wijkwaarde: error\n") == true)
    }
    #expect(read.cells["Inputs!F2"]?.value == .text("veel"))
    let listed = (4...6).compactMap { read.cells["Findings!F\($0)"]?.text }
    #expect(listed == findings.map(\.code))
    let after = try example.snapshot().filter { $0.key != copy.path }
    #expect(after == before)
    let (second, _) = try annotate(example.project, example)
    #expect(second.lastPathComponent == "project.annotated-2.ods")
  }

  @Test func `a workbook keeps its values, formulas, comments and sheets in the copy`() throws {
    let example = try Example()
    let file = example.folder.appending(path: "groenhof.fods")
    try ProjectScaffold(registry: registry).makeWorkbook(
      at: file, from: example.project, language: .dutch, program: "Wijkwaarde test")
    var text = try String(contentsOf: file, encoding: .utf8)
    text = text.replacing(
      " office:value=\"146400\"", with: " table:formula=\"of:=12*12200\" office:value=\"146400\"")
    text = text.replacing("<text:p>72 (64–80)</text:p>", with: "<text:p>72 (74–80)</text:p>")
    text = text.replacing(
      "</office:spreadsheet>",
      with: "<table:table table:name=\"Mijn kladblad\"><table:table-column/><table:table-row>"
        + "<table:table-cell office:value-type=\"float\" office:value=\"3\">"
        + "<office:annotation><text:p>nog vragen</text:p></office:annotation><text:p>3</text:p>"
        + "</table:table-cell></table:table-row></table:table></office:spreadsheet>")
    try Data(text.utf8).write(to: file)
    let original = try Cells(file)
    let (copy, findings) = try annotate(ProjectFolder(file), example)
    #expect(copy.lastPathComponent == "groenhof.annotated.fods")
    let read = try Cells(copy)
    #expect(read.sheets == ["Findings"] + original.sheets)
    #expect(findings.map(\.code) == ["table.range_order", "project.unread_sheet"])
    let scratch = try #require(read.cells["Mijn kladblad!A1"]?.comment)
    #expect(scratch.hasPrefix("nog vragen\n\nWijkwaarde: note\n"))
    #expect(read.cells["Inbreng!F2"]?.formula == "12*12200")
    let wrong = try #require(read.cells["Effecten!F3"])
    #expect(wrong.comment?.contains("[table.range_order]") == true)
    for (place, cell) in original.cells {
      let kept = read.cells[place]
      #expect(kept?.value == cell.value, "\(place)")
      #expect(kept?.formula == cell.formula, "\(place)")
      guard !["Effecten!F3", "Mijn kladblad!A1"].contains(place) else { continue }
      #expect(kept?.comment == cell.comment, "\(place)")
    }
  }

  @Test func `a copy is a project with the same findings, and comments do not pile up`() throws {
    let example = try broken()
    let (copy, findings) = try annotate(example.project, example)
    let (second, again) = try annotate(ProjectFolder(copy), example)
    #expect(again.map(\.code).sorted() == findings.map(\.code).sorted())
    let (one, other) = (try Cells(copy), try Cells(second))
    #expect(other.sheets.filter { $0 == "Findings" }.count == 1)
    #expect(other.cells["Inputs!F2"]?.comment == one.cells["Inputs!F2"]?.comment)
  }

  @Test func `the command says where the copy is and still ends with 1`() throws {
    let example = try broken()
    let outcome = try ProgramBinary.run([
      "check", example.folder.path, "--annotate", "--language", "nl",
    ])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("Een kopie met opmerkingen: "))
    #expect(outcome.output.contains("project.annotated.ods"))
    let sound = try Example()
    #expect(try ProgramBinary.run(["check", sound.folder.path, "--annotate"]).exitCode == 0)
  }

  /// A workbook as its owner has it: made by the program, coloured and charted in LibreOffice.
  private func ownersWorkbook(_ example: Example, mistake: Bool) throws -> URL {
    let file = example.folder.appending(path: "plain.fods")
    try ProjectScaffold(registry: registry).makeWorkbook(
      at: file, from: example.project, language: .dutch, program: "Wijkwaarde test")
    var text = try String(contentsOf: file, encoding: .utf8)
    if mistake {
      text = text.replacing("<text:p>72 (64–80)</text:p>", with: "<text:p>72 (74–80)</text:p>")
    }
    try Data(text.utf8).write(to: file)
    let folder = example.folder.appending(path: "office")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try OpenDocumentFile(file).convert(to: "ods", in: folder)
    return folder.appending(path: "plain.ods")
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `a workbook that LibreOffice saved keeps every part but the cells with findings`() throws {
    let example = try Example()
    let file = try ownersWorkbook(example, mistake: true)
    let (copy, findings) = try annotate(ProjectFolder(file), example)
    #expect(findings.map(\.code) == ["table.range_order"])
    let (one, other) = (try PackageArchive(file), try PackageArchive(copy))
    #expect(one.names == other.names)
    for name in one.names where name != "content.xml" {
      let (old, new) = (
        try one.bytes(of: name, limit: 1 << 26), try other.bytes(of: name, limit: 1 << 26)
      )
      #expect(old == new, "\(name)")
    }
    let (before, after) = (try Cells(file), try Cells(copy))
    #expect(after.sheets == ["Findings"] + before.sheets)
    for (place, cell) in before.cells where place != "Effecten!F3" {
      #expect(after.cells[place] == cell, "\(place)")
    }
    #expect(after.cells["Effecten!F3"]?.value == before.cells["Effecten!F3"]?.value)
    #expect(after.cells["Effecten!F3"]?.comment?.contains("[table.range_order]") == true)
    let content = try [file, copy].map { file in
      String(
        decoding: try PackageArchive(file).bytes(of: "content.xml", limit: 1 << 26) ?? [],
        as: UTF8.self)
    }
    // What the copy has more than the original is in three places: styles, list and comment.
    let style = try #require(content[1].range(of: "<style:style style:name=\"added_sheet\""))
    #expect(content[0].hasPrefix(content[1][..<style.lowerBound]))
    let comment = try #require(after.cells["Effecten!F3"]?.comment)
    let last = try #require(comment.split(separator: "\n").last)
    let end = try #require(content[1].range(of: "\(last)</text:p></office:annotation>"))
    #expect(content[0].hasSuffix(content[1][end.upperBound...]))
  }

  @Test(.enabled(if: Tool.isHere("soffice")))
  func `LibreOffice opens the copy with its list of findings`() throws {
    let example = try broken()
    let (copy, findings) = try annotate(example.project, example)
    let sheets = try OpenDocumentFile(copy).sheets()
    let list = try #require(sheets["Findings"])
    #expect(list.count == findings.count + 3)
    #expect(list.last?.last == findings.last?.code)
  }
}
