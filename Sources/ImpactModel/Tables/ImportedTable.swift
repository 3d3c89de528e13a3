/// Rows that an importer found in a file of another format, as text that is not yet checked.
///
/// The cells are read and checked afterwards under the declaration of the table, as those of a CSV
/// file are: bounds, choices, and the hashing of persons. Numbers have a point before the decimals
/// and no thousands mark, whatever the project's settings say of its own tables.
public struct ImportedTable: Sendable, Hashable {
  /// A column of the file, or something that the file has elsewhere for a column of the table.
  public struct Column: Sendable, Hashable {
    /// The identifier of the declared column; absent where the table has none for it.
    public let id: String?
    /// The heading or the key under which the file has it.
    public let heading: String
    /// The column of the file, from 1; absent where the file has it elsewhere than in the row.
    public let position: Int?

    /// Names a column.
    public init(_ id: String?, heading: String, position: Int?) {
      self.id = id
      self.heading = heading
      self.position = position
    }
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The line of the file on which it starts, from 1; unique in its table.
    public let line: Int
    /// The cells in the order of the columns, as a lead would type them; empty where absent.
    public let cells: [String]

    /// Makes a row.
    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// The identifier of the declared table.
  public let table: String
  /// The columns, in the order of the cells.
  public let columns: [Column]
  /// The rows, in the order of the file.
  public let rows: [Row]
  /// The line of the file on which the headings stand, from 1.
  public let headingLine: Int

  /// Makes a table.
  public init(table: String, columns: [Column], rows: [Row], headingLine: Int) {
    self.table = table
    self.columns = columns
    self.rows = rows
    self.headingLine = headingLine
  }
}
