/// Typed rows of one table that remember which rows of which file they are.
public struct Rows<Row: TableRow>: Sendable, RandomAccessCollection {
  /// One row with its number in the file.
  private struct Entry: Sendable {
    let number: Int
    let row: Row
  }

  private let entries: [Entry]
  /// The file, relative to the project's folder.
  public let file: String
  /// The sheet, where the file is a workbook.
  public let sheet: String?
  /// How many rows of the table could not be read; the figures of these rows are incomplete then.
  public let rejectedRows: Int
  /// How many rows of the table lie outside the period.
  public let rowsOutside: Int

  private init(
    entries: [Entry], file: String, sheet: String?, rejectedRows: Int, rowsOutside: Int
  ) {
    self.entries = entries
    self.file = file
    self.sheet = sheet
    self.rejectedRows = rejectedRows
    self.rowsOutside = rowsOutside
  }

  /// Decodes the rows of a content that lie in a period; `nil` takes all.
  ///
  /// - Throws: `DecodingError` where the content was read under another declaration.
  public init(_ content: TableContent, in period: Period?) throws {
    let declaration = TableDeclaration(Row.self)
    let keys = Mirror(reflecting: Row()).children.compactMap(\.label).map {
      String($0.drop { $0 == "_" })
    }
    let positions = Dictionary(
      uniqueKeysWithValues: keys.compactMap { key in
        declaration.position(of: TableDeclaration.columnID(key)).map { (key, $0) }
      })
    let inside = content.rows.filter { declaration.lies($0, in: period) }
    entries = try inside.map {
      Entry(
        number: $0.number, row: try Row(from: RowDecoder(positions: positions, cells: $0.cells)))
    }
    file = content.file
    sheet = content.sheet
    rejectedRows = content.rejectedRows
    rowsOutside = content.rows.count - inside.count
  }

  /// No rows.
  public static var none: Rows {
    Rows(entries: [], file: "", sheet: nil, rejectedRows: 0, rowsOutside: 0)
  }

  /// The position of the first row.
  public var startIndex: Int { entries.startIndex }
  /// The position after the last row.
  public var endIndex: Int { entries.endIndex }
  /// The row at a position.
  public subscript(position: Int) -> Row { entries[position].row }

  /// The rows that a condition holds for; they still know their numbers.
  public func filter(_ isIncluded: (Row) throws -> Bool) rethrows -> Rows {
    Rows(
      entries: try entries.filter { try isIncluded($0.row) }, file: file, sheet: sheet,
      rejectedRows: rejectedRows, rowsOutside: rowsOutside)
  }

  /// The sum of a number over the rows, the same to the last digit in any order of the rows.
  public func sum(_ value: (Row) -> Double) -> Double { map(value).sorted().reduce(0, +) }

  /// The rows in groups, in the order of each group's first row.
  public func grouped<Key: Hashable>(by key: (Row) -> Key) -> [(key: Key, rows: Rows)] {
    var order: [Key] = []
    var groups: [Key: [Entry]] = [:]
    for entry in entries {
      let value = key(entry.row)
      if groups[value] == nil { order.append(value) }
      groups[value, default: []].append(entry)
    }
    return order.map { key in
      let rows = Rows(
        entries: groups[key] ?? [], file: file, sheet: sheet, rejectedRows: rejectedRows,
        rowsOutside: rowsOutside)
      return (key, rows)
    }
  }

  /// Which rows these are.
  public func selection(columns: [String] = []) -> Selection {
    Selection(
      table: Row.table.id, file: file, sheet: sheet, rowNumbers: entries.map(\.number),
      columns: columns)
  }

  /// The number in the file of the row at a position.
  public func number(at position: Int) -> Int { entries[position].number }
}

extension TableDeclaration {
  /// Tells whether a row lies in a period, after the columns that the table's card names.
  public func lies(_ row: TableContent.Row, in period: Period?) -> Bool {
    func day(_ column: String) -> Day? {
      guard let position = position(of: column), row.cells.indices.contains(position),
        case .day(let day) = row.cells[position]
      else { return nil }
      return day
    }
    guard let period else { return true }
    switch card.time {
    case .timeless: return true
    case .date(let column): return day(column).map(period.contains) ?? false
    case .between(let from, let to):
      guard let start = day(from) else { return false }
      return period.overlappingDays(from: start, to: day(to)) > 0
    }
  }
}
