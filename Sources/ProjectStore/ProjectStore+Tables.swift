import GRDB
import ImpactModel

extension ProjectStore {
  /// What a reading holds besides its rows and findings.
  private struct Frame: Codable {
    let file: String
    let sheet: String?
    let keys: [String]
    let isDamaged: Bool
    let hasUncertainKeys: Bool
    let rejectedReferences: [TableReading.Reference]
    let hasContent: Bool
    let rejectedRows: Int
    let headings: [String]
    let filePositions: [Int]
  }

  /// Why a reading cannot be stored or had back.
  public enum TableFailure: Error, Sendable, Hashable {
    /// The store was not made for this table.
    case undeclaredTable(String)
    /// A row does not have the cells that its table declares.
    case wrongCells(table: String, row: Int)
  }

  /// Puts a reading in the place of what was read from its file before, wholly or not at all.
  ///
  /// - Parameters:
  ///   - reading: the reading.
  ///   - fingerprint: the fingerprint under which it is current.
  ///   - key: what stands for the file in the store; another one than the file itself where one
  ///     file holds several tables.
  /// - Throws: where the table is not one of the store's, or the disk fails.
  public func replace(
    _ reading: TableReading, fingerprint: String, under key: String? = nil
  ) throws {
    let key = key ?? reading.file
    guard let declaration = schema.declarations[reading.table] else {
      throw TableFailure.undeclaredTable(reading.table)
    }
    let frame = Frame(
      file: reading.file, sheet: reading.content?.sheet, keys: reading.keys,
      isDamaged: reading.isDamaged,
      hasUncertainKeys: reading.hasUncertainKeys, rejectedReferences: reading.rejectedReferences,
      hasContent: reading.content != nil,
      rejectedRows: reading.content?.rejectedRows ?? 0, headings: reading.content?.headings ?? [],
      filePositions: reading.content?.filePositions ?? [])
    try queue.write { database in
      try self.remove(key, from: database)
      try database.execute(
        sql: """
          INSERT INTO source (file, fingerprint, kind, table_id, findings, reading) \
          VALUES (?, ?, 'table', ?, ?, ?)
          """,
        arguments: [
          key, fingerprint, reading.table, try StoredJSON.encode(reading.findings),
          try StoredJSON.encode(frame),
        ])
      try self.insert(
        reading.content?.rows ?? [], of: declaration, source: database.lastInsertedRowID,
        into: database)
    }
  }

  private func insert(
    _ rows: [TableContent.Row], of declaration: TableDeclaration, source: Int64,
    into database: Database
  ) throws {
    let columns = declaration.columns.map(CellColumns.init)
    let width = 2 + columns.reduce(0) { $0 + $1.definitions.count }
    let marks = Array(repeating: "?", count: width).joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(StoreSchema.name(of: declaration.id)) VALUES (\(marks))")
    for row in rows {
      var values: [(any DatabaseValueConvertible)?] = [source, row.number]
      for (column, cell) in zip(columns, row.cells) { values += column.values(of: cell) }
      guard values.count == width else {
        throw TableFailure.wrongCells(table: declaration.id, row: row.number)
      }
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  /// The usable rows of a table, or `nil` where the project has no sound file of it.
  public func content(of table: String) throws -> TableContent? {
    try queue.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM source WHERE table_id = ? ORDER BY file", arguments: [table])
      return try rows.compactMap { try self.reading($0, database)?.content }.first
    }
  }

  /// All readings of tables, in the order of their files.
  public func readings() throws -> [TableReading] {
    try queue.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM source WHERE kind = 'table' ORDER BY file")
      return try rows.compactMap { try self.reading($0, database) }
    }
  }

  private func reading(_ row: Row, _ database: Database) throws -> TableReading? {
    let (table, json): (String, String) = (row["table_id"], row["reading"])
    guard let declaration = schema.declarations[table] else { return nil }
    let frame = try StoredJSON.decode(Frame.self, from: json)
    let content =
      frame.hasContent
      ? TableContent(
        table: table, file: frame.file, sheet: frame.sheet,
        rows: try rows(of: declaration, source: row["id"], database),
        rejectedRows: frame.rejectedRows, headings: frame.headings,
        filePositions: frame.filePositions) : nil
    return TableReading(
      table: table, file: frame.file, content: content,
      findings: try StoredJSON.decode([Finding].self, from: row["findings"]), keys: frame.keys,
      isDamaged: frame.isDamaged, hasUncertainKeys: frame.hasUncertainKeys,
      rejectedReferences: frame.rejectedReferences)
  }

  private func rows(
    of declaration: TableDeclaration, source: Int64, _ database: Database
  ) throws -> [TableContent.Row] {
    let columns = declaration.columns.map(CellColumns.init)
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT * FROM \(StoreSchema.name(of: declaration.id)) WHERE "source:" = ? ORDER BY "row:"
        """, arguments: [source])
    var rows: [TableContent.Row] = []
    while let row = try cursor.next() {
      let number: Int = row[1]
      var index = 2
      var cells: [CellValue] = []
      for column in columns {
        guard let cell = column.cell(of: row, at: index) else {
          throw TableFailure.wrongCells(table: declaration.id, row: number)
        }
        cells.append(cell)
        index += column.definitions.count
      }
      rows.append(TableContent.Row(number: number, cells: cells))
    }
    return rows
  }
}
