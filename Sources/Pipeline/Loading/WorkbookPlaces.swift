import Foundation
import IndicatorKit
import ProjectReaders

/// Where the settings and the tables of a workbook stand.
///
/// Checks speak of `project.yaml` and `tables/…`, which a workbook does not have; what they say is
/// led to its sheets in one place, so that no check need know in which form a project came.
struct WorkbookPlaces: Sendable {
  private let workbook: ProjectWorkbook
  /// The name of the sheet of each table; its title where the workbook has no such sheet.
  private let sheets: [(file: String, name: Text, isThere: Bool)]

  /// Takes the sheets of a workbook.
  ///
  /// - Parameters:
  ///   - workbook: the workbook.
  ///   - tables: the tables that the program knows.
  ///   - files: the paths of tables that lie beside the workbook as files of their own.
  init(_ workbook: ProjectWorkbook, tables: [TableDeclaration], except files: [String]) {
    self.workbook = workbook
    sheets = tables.compactMap { table in
      let name = workbook.sheetName(of: table.id)
      let file = "tables/\(table.id).csv"
      guard !files.contains(file) else { return nil }
      return (
        file, name.map { Text(verbatim: $0) } ?? table.card.title, name != nil
      )
    }
  }

  /// The same finding in the words and at the place of the workbook.
  func placed(_ finding: Finding) -> Finding {
    Finding(
      finding.code, finding.severity, placed(finding.message), help: placed(finding.help),
      at: finding.address.map(placed))
  }

  private func placed(_ address: Address) -> Address {
    if address.file == "project.yaml" { return workbook.settingsAddress(of: address.heading) }
    guard let sheet = sheets.first(where: { $0.file == address.file }) else { return address }
    return sheet.isThere && address.row == nil && address.line == nil
      ? Address(file: workbook.file, sheet: sheet.name.english) : address
  }

  private func placed(_ text: Text) -> Text {
    guard text.english.contains("tables/") || text.english.contains("project.yaml") else {
      return text
    }
    var (english, dutch) = (text.english, text.dutch)
    func replace(_ file: String, by name: Text) {
      for old in ["the file \(file)", file] {
        english = english.replacing(old, with: "the sheet “\(name.english)”")
      }
      for old in ["het bestand \(file)", file] {
        dutch = dutch.replacing(old, with: "het blad ‘\(name.dutch)’")
      }
    }
    for sheet in sheets { replace(sheet.file, by: sheet.name) }
    replace("project.yaml", by: Text(verbatim: workbook.settingsSheetName ?? "project.yaml"))
    return Text(english, nl: dutch)
  }
}

extension LoadedProject {
  /// Findings in the words and at the places of the form in which the project came.
  func placed(_ findings: [Finding]) -> [Finding] {
    places.map { findings.map($0.placed) } ?? findings
  }
}
