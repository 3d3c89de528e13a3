import Foundation
import ImpactModel
import OpenDocument

/// Why a workbook cannot be read as a project.
public struct WorkbookUnreadable: Error, Sendable {
  /// What is the matter and what to do.
  public let message: Text
}

/// A project's workbook as it was read: its sheets with their cells, before any is checked.
///
/// A sheet is known by the title of its table in English or Dutch or by the table's identifier;
/// its place among the tabs and whether it is hidden do not matter.
public struct ProjectWorkbook: Sendable {
  /// The most cells that are kept in memory; ten times what the largest projects hold.
  static let maximumCells = 2_000_000

  /// One sheet.
  struct Sheet: Sendable {
    let name: String
    let isHidden: Bool
    var rows: [ReadRow] = []
  }

  /// What a sheet is to the program.
  enum Kind: Equatable {
    case settings
    case table(String)
    /// One that the program writes for people and does not read.
    case ownPage
    case unknown
  }

  /// The name of the file, which stands in the address of every finding.
  public let file: String
  let sheets: [Sheet]
  let tables: [TableDeclaration]

  /// Reads a workbook of a project, `.ods` or `.fods`.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - tables: the tables that the program knows.
  /// - Throws: `WorkbookUnreadable` where the file is damaged, refused, too large or no workbook.
  public init(_ url: URL, tables: [TableDeclaration]) throws(WorkbookUnreadable) {
    file = url.lastPathComponent
    self.tables = tables
    do {
      sheets = try ProjectWorkbook.read(try SpreadsheetReader(file: url))
    } catch {
      throw WorkbookUnreadable(message: UnreadableText.message(error, file: url.lastPathComponent))
    }
  }

  /// Why a workbook is not read to its end.
  struct TooManyCells: Error {}

  private static func read(_ reader: SpreadsheetReader) throws -> [Sheet] {
    var sheets: [Sheet] = []
    var count = 0
    try reader.read { event in
      switch event {
      case .sheet(let sheet): sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden))
      case .row(let row):
        count += row.cells.count
        guard count <= maximumCells else { throw TooManyCells() }
        guard !sheets.isEmpty else { return }
        sheets[sheets.count - 1].rows.append(row)
      case .name: break
      }
    }
    return sheets
  }

  /// What a sheet is, by its name.
  func kind(of sheet: Sheet) -> Kind {
    if SheetWords.means(sheet.name, SheetWords.settings) { return .settings }
    if let table = tables.first(where: { SheetWords.isName(sheet.name, of: $0) }) {
      return .table(table.id)
    }
    let own = [SheetWords.guide, SheetWords.lists, SheetWords.findings]
    return own.contains { SheetWords.means(sheet.name, $0) } ? .ownPage : .unknown
  }

  /// The name of the sheet that holds a table, `nil` where there is none.
  public func sheetName(of table: String) -> String? {
    sheets.first { kind(of: $0) == .table(table) }?.name
  }

  /// The name of the sheet with the settings, `nil` where there is none.
  public var settingsSheetName: String? { settingsSheet?.name }

  var settingsSheet: Sheet? { sheets.first { kind(of: $0) == .settings } }

  /// The sheets that hold tables, in the order of their tabs, each with its table.
  var tableSheets: [(sheet: Sheet, table: TableDeclaration)] {
    sheets.compactMap { sheet in
      guard case .table(let id) = kind(of: sheet), let table = tables.first(where: { $0.id == id })
      else { return nil }
      return (sheet, table)
    }
  }

  /// Sheets that nothing reads: a likely slip of the pen is a warning, anything else a note.
  public var strayFindings: [Finding] {
    sheets.filter { kind(of: $0) == .unknown && !$0.rows.isEmpty }.map { sheet in
      let titles = tables.flatMap { table in
        [table.card.title.english, table.card.title.dutch, table.id]
      }
      let near = Nearest.match(sheet.name, in: titles)
      return Finding(
        "project.unread_sheet", near == nil ? .note : .warning,
        Text("Nothing reads this sheet.", nl: "Niets leest dit blad."),
        help: near.map {
          Text("Did you mean “\($0)”?", nl: "Bedoelt u ‘\($0)’?")
        }
          ?? Text(
            "Sheets with tables are named as `wijkwaarde new project.ods` names them.",
            nl: "Bladen met tabellen heten zoals `wijkwaarde new project.ods` ze noemt."),
        at: Address(file: file, sheet: sheet.name))
    }
  }
}
