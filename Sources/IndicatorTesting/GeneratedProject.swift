import IndicatorKit
import Pipeline

/// A project with random rows that fit an indicator's declarations, the same for the same seed.
struct GeneratedProject {
  /// The reporting period of all generated projects is this year; the year before has rows too.
  static let year = 2025

  let card: IndicatorCard
  let description: ProjectDescription
  private(set) var contents: [String: TableContent] = [:]
  let ledger: Ledger?
  let parameters: ParameterTable

  /// Makes a project.
  ///
  /// - Parameters:
  ///   - card: what the indicator declares.
  ///   - rows: how many rows all its tables have together.
  ///   - seed: another seed gives other rows.
  init?(_ card: IndicatorCard, rows: Int, seed: UInt64) {
    guard let period = Period(year: Self.year), let previous = Period(year: Self.year - 1) else {
      return nil
    }
    self.card = card
    description = .fictional(period: period, previous: previous, postcodes: ["9999"])
    let declarations = card.tables.map { TableDeclaration($0) }
    let share = rows / max(1, declarations.count)
    var cells = CellGenerator(
      rows: Dictionary(declarations.map { ($0.id, share) }, uniquingKeysWith: { $1 }),
      years: (Self.year - 1)...Self.year, numbers: SeededNumbers(seed: seed))
    for declaration in declarations {
      contents[declaration.id] = Self.content(declaration, rows: share, &cells)
    }
    var numbers = cells.numbers
    ledger =
      card.core.contains(.ledger)
      ? GeneratedLedger.ledger(period: period, lines: rows / 10 + 20, &numbers) : nil
    parameters = ParameterTable(
      card.parameters.map { parameter in
        let value = parameter.unit.isPercentage ? 0.25 : 36
        return ParameterValue(
          id: parameter.id, value: value, from: previous.first, until: nil, source: "generated",
          origin: .parameter(id: parameter.id, value: value, source: "generated"))
      })
  }

  /// The data as the indicator may read them.
  func data(log: ReadingLog? = nil) -> ProjectData {
    ProjectData(
      project: description, card: card, contents: contents, ledger: ledger, parameters: parameters,
      log: log)
  }

  /// The same project with the rows of each table in another order; each row keeps its number.
  func shuffled(seed: UInt64) -> GeneratedProject {
    var numbers = SeededNumbers(seed: seed)
    var other = self
    for declaration in card.tables.map({ $0.table.id }) {
      guard let content = contents[declaration] else { continue }
      other.contents[declaration] = TableContent(
        table: content.table, file: content.file, rows: content.rows.shuffled(using: &numbers),
        rejectedRows: content.rejectedRows, headings: content.headings,
        filePositions: content.filePositions)
    }
    return other
  }

  /// The project of an indicator all of whose tables are empty.
  func emptied(keepsTables: Bool, keepsParameters: Bool) -> ProjectData {
    let empty = contents.mapValues {
      TableContent(
        table: $0.table, file: $0.file, rows: [], rejectedRows: 0, headings: $0.headings,
        filePositions: $0.filePositions)
    }
    return ProjectData(
      project: description, card: card, contents: keepsTables ? empty : [:], ledger: nil,
      parameters: keepsParameters ? parameters : ParameterTable([]))
  }

  private static func content(
    _ declaration: TableDeclaration, rows: Int, _ cells: inout CellGenerator
  ) -> TableContent {
    let made = (0..<rows).map { row in
      TableContent.Row(
        number: row + 2, cells: declaration.columns.map { cells.cell($0, row: row) })
    }
    return TableContent(
      table: declaration.id, file: "tables/\(declaration.id).csv", rows: made, rejectedRows: 0,
      headings: declaration.columns.map(\.id),
      filePositions: declaration.columns.indices.map { $0 + 1 })
  }
}
