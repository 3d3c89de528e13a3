/// The rows of one table as they were read: checked cells, and how many rows could not be used.
public struct TableContent: Sendable, Hashable, Codable {
  /// One row.
  public struct Row: Sendable, Hashable, Codable {
    /// The number of the row in its file, from 1, the heading included.
    public let number: Int
    /// The cells, in the order of the declared columns.
    public let cells: [CellValue]

    /// Makes a row.
    public init(number: Int, cells: [CellValue]) {
      self.number = number
      self.cells = cells
    }
  }

  /// The table's identifier.
  public let table: String
  /// The file, relative to the project's folder.
  public let file: String
  /// The sheet, where the file is a workbook.
  public let sheet: String?
  /// The usable rows, in the order of the file.
  public let rows: [Row]
  /// How many rows were left out because a required cell could not be read.
  public let rejectedRows: Int
  /// The headings of the declared columns as the file has them, empty where the file has none.
  public let headings: [String]
  /// The position in the file of each declared column, from 1, or 0 where the file has none.
  public let filePositions: [Int]

  /// Makes a content.
  public init(
    table: String, file: String, sheet: String? = nil, rows: [Row], rejectedRows: Int,
    headings: [String], filePositions: [Int]
  ) {
    self.table = table
    self.file = file
    self.sheet = sheet
    self.rows = rows
    self.rejectedRows = rejectedRows
    self.headings = headings
    self.filePositions = filePositions
  }

  /// The address of a cell, by the position of its column in the declaration.
  public func address(row: Int, column: Int) -> Address {
    let inFile = filePositions.indices.contains(column) ? filePositions[column] : 0
    let heading = headings.indices.contains(column) ? headings[column] : ""
    return Address(
      file: file, sheet: sheet, row: row, column: inFile > 0 ? inFile : nil,
      heading: heading.isEmpty ? nil : heading)
  }
}
