import Foundation
import ImpactModel
import OpenDocument
import Pipeline
import TestSupport
import Testing

/// A workbook whose owner moved, added, hid and renamed columns, and saved it in LibreOffice.
@Suite(.enabled(if: Tool.isHere("soffice")))
struct EditedWorkbookTests {
  /// A workbook in memory, to be changed by a script.
  private struct Grid {
    var sheets: [(name: String, rows: [[Cell]])] = []

    init(_ file: URL) throws {
      var sheets: [(name: String, rows: [[Cell]])] = []
      try SpreadsheetReader(file: file).read { event in
        switch event {
        case .sheet(let sheet): sheets.append((sheet.name, []))
        case .row(let row):
          guard !sheets.isEmpty else { return }
          while sheets[sheets.count - 1].rows.count < row.number - 1 {
            sheets[sheets.count - 1].rows.append([])
          }
          var cells = [Cell](repeating: .empty, count: row.cells.last?.column ?? 0)
          for cell in row.cells { cells[cell.column - 1] = Cell(Grid.content(cell.value)) }
          sheets[sheets.count - 1].rows.append(cells)
        case .name: break
        }
      }
      self.sheets = sheets
    }

    private static func content(_ value: ReadValue) -> CellContent {
      switch value {
      case .empty: .empty
      case .text(let text), .error(let text), .unreadable(let text): .text(text)
      case .number(let number): .number(number)
      case .percentage(let share): .percentage(share, decimals: 1)
      case .currency(let amount, let code): .currency(amount, code: code ?? "EUR")
      case .date(let day): .date(year: day.year, month: day.month, day: day.day)
      case .time(let seconds): .time(seconds)
      case .boolean(let flag): .boolean(flag)
      }
    }

    /// Changes the rows of a sheet.
    mutating func change(_ sheet: String, _ change: ([Cell], Int) -> [Cell]) throws {
      let index = try #require(sheets.firstIndex { $0.name == sheet })
      sheets[index].rows = sheets[index].rows.enumerated().map { change($1, $0) }
    }

    /// Writes it as a single file, with the third column of each sheet hidden.
    func write(to file: URL) throws {
      let workbook = Workbook(
        title: "edited", generator: "Tests/1", language: .dutch,
        sheets: sheets.map { sheet in
          let width = sheet.rows.map(\.count).max() ?? 1
          return Sheet(
            name: sheet.name, columnWidths: Array(repeating: 30, count: max(1, width))
          ) { sink in
            for row in sheet.rows { try sink.row(row) }
          }
        })
      try workbook.writeFlat(to: file)
      let column = "<table:table-column table:style-name=\"column_30.0\"/>"
      let text = try String(contentsOf: file, encoding: .utf8)
      let hidden = text.replacing(
        column + column + column,
        with: column + column
          + column.replacing("/>", with: " table:visibility=\"collapse\"/>"), maxReplacements: 40)
      #expect(hidden != text)
      try Data(hidden.utf8).write(to: file)
    }
  }

  /// The example as its owner rearranged it, saved by LibreOffice.
  private func edited(
    _ ending: String, _ example: Example, mistake: Bool = false
  ) throws -> ProjectFolder {
    let place = try Places.temporaryFolder()
    let plain = place.appending(path: "plain.ods")
    try ProjectScaffold(registry: registry).makeWorkbook(
      at: plain, from: example.project, language: .dutch, program: "Wijkwaarde test")
    var grid = try Grid(plain)
    try grid.change("Effecten") { cells, row in
      var cells = cells
      while cells.count < 8 { cells.append(.empty) }
      if row == 0, cells.count > 2 {
        // A heading in the other language.
        for index in cells.indices where cells[index].value == .text("Effect") {
          cells[index] = .text("Outcome")
        }
      }
      if mistake, row == 2 { cells[5] = .text("72 (74–80)") }
      // The quantity comes first, and a column of the owner's own stands between others.
      let quantity = cells.remove(at: 5)
      cells.insert(quantity, at: 0)
      cells.insert(.text(row == 0 ? "Eigen aantekening" : "van mij"), at: 3)
      return cells
    }
    grid.sheets.reverse()
    let flat = place.appending(path: "rearranged.fods")
    try grid.write(to: flat)
    let saved = place.appending(path: "saved")
    try FileManager.default.createDirectory(at: saved, withIntermediateDirectories: true)
    try OpenDocumentFile(flat).convert(to: ending, in: saved)
    try FileManager.default.copyItem(
      at: example.folder.appending(path: "books"), to: saved.appending(path: "books"))
    return ProjectFolder(saved.appending(path: "rearranged.\(ending)"))
  }

  private func figures(_ pipeline: Pipeline, _ project: ProjectFolder) throws -> [String] {
    let files = try pipeline.report(project).files
    let file = try #require(files.first { $0.pathExtension == "csv" })
    let text = try String(contentsOf: file, encoding: .utf8)
    // Without the origins: they name other cells.
    let records = DelimitedText(text, separator: ",").records
    let origin = try #require(records.first?.fields.firstIndex(of: "origin"))
    return records.map { record in
      record.fields.enumerated().filter { $0.offset != origin }.map(\.element)
        .joined(separator: ";")
    }
  }

  @Test(arguments: ["ods", "fods"])
  func `a rearranged workbook gives the same figures as the folder`(_ ending: String) throws {
    let example = try Example()
    let project = try edited(ending, example)
    #expect(try figures(example.pipeline, project) == figures(example.pipeline, example.project))
  }

  @Test(arguments: ["ods", "fods"])
  func `a mistake in it is found at the cell where it now stands`(_ ending: String) throws {
    let example = try Example()
    let project = try edited(ending, example, mistake: true)
    let result = try example.pipeline.check(project)
    let wrong = result.findings.filter { $0.severity == .error }
    #expect(wrong.map(\.code) == ["table.range_order"])
    #expect(
      wrong.first?.address?.text(in: .dutch) == "rearranged.\(ending), Effecten!A3 (Aantal)")
  }
}
