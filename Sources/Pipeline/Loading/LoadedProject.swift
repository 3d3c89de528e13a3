import IndicatorKit
import MoneyFlow
import ProjectReaders

/// A project as it was read: its description, its tables, its books, and what was found wrong.
public struct LoadedProject: Sendable {
  /// What the project says of itself.
  private(set) var description: ProjectDescription
  /// How numbers outside a column of their own are read; persons are in none of them.
  let readingOptions: ReadingOptions
  /// The tables by identifier; one that is damaged or not there is absent.
  let contents: [String: TableContent]
  /// Tables that are there but could not be read as a whole.
  let damagedTables: Set<String>
  /// The books with each purchase counted once; absent where there are none, one of them could not
  /// be read, or it cannot be told which of them count.
  let ledger: Ledger?
  /// From what source spending is taken, and what the others say.
  let basis: BookBasis
  /// Whether there are books that could not be read.
  let hasDamagedBooks: Bool
  /// The files that were read.
  private(set) var sources: [ReportSourceFile]
  /// The licences of files, by their paths.
  let licences: [String: String]
  /// The parameters, the project's own before the shipped ones.
  let parameters: ParameterTable
  /// What was found while reading.
  private(set) var findings: [Finding]
  /// Where settings and tables stand, of a workbook; absent where they are files of their own.
  var places: WorkbookPlaces?

  /// The typed rows of a table in a period, `nil` for all; none where the table is absent.
  func rows<Row: TableRow>(_ row: Row.Type, in period: Period? = nil) -> Rows<Row> {
    guard let content = contents[Row.table.id] else { return .none }
    return (try? Rows<Row>(content, in: period)) ?? .none
  }

  /// The address of a cell, for a finding about a row that was read; of the heading line where
  /// the file does not have the column.
  func address<Row: TableRow>(
    _ rows: Rows<Row>, at position: Int, column: String
  ) -> Address? {
    let declaration = CoreTables.declaration(of: Row.self)
    guard let content = contents[Row.table.id], let index = declaration.position(of: column) else {
      return nil
    }
    let cell = content.address(row: rows.number(at: position), column: index)
    if cell.column != nil { return cell }
    let heading = declaration.columns[index].label[description.language]
    return Address(file: content.file, sheet: content.sheet, line: 1, heading: heading)
  }

  /// The same project with its report in another language.
  func speaking(_ language: Language) -> LoadedProject {
    var project = self
    project.description.language = language
    return project
  }

  /// The same project with another boundary, where there is one, and what was found on the way.
  func placed(
    _ area: PostcodeArea?, findings more: [Finding], sources tables: [ReportSourceFile] = []
  ) -> LoadedProject {
    var project = self
    if let area {
      project.description.neighbourhood = description.neighbourhood.with(area: area)
    }
    project.findings += more
    project.sources += tables
    return project
  }

  /// Whether a table was read whole: it is there, and no row of it is missing.
  func isWhole(_ table: String) -> Bool {
    !damagedTables.contains(table) && (contents[table]?.rejectedRows ?? 0) == 0
  }
}

/// A file that was read, with its checksum.
struct ReportSourceFile: Sendable, Hashable {
  let file: String
  let kind: String
  let sha256: String
  let rows: Int
  let rejectedRows: Int
}

extension Address {
  /// Whether it stands for a column that a table's file does not have.
  var isMissingColumn: Bool {
    line == 1 && row == nil && heading != nil && (sheet != nil || file.hasPrefix("tables/"))
  }
}
