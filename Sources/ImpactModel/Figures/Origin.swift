/// Where a value comes from.
///
/// The origin of an aggregate is a selection, which `explain` expands to rows; it is never a list
/// of a hundred thousand cells.
public enum Origin: Sendable, Hashable, Codable {
  /// One cell of a table, or one key of the settings.
  case cell(Address)
  /// Rows of a table.
  case selection(Selection)
  /// Totals of the ledger.
  case ledger(LedgerSelection)
  /// A dated parameter and the source that it cites.
  case parameter(id: String, value: Double, source: String)
  /// A computation over other figures, with its rule in words.
  case computation(rule: Text, inputs: [FigureID])
  /// Several origins together.
  case combined([Origin])
}

/// Rows of one table in one file.
public struct Selection: Sendable, Hashable, Codable {
  /// The table's identifier.
  public let table: String
  /// The file that holds the table, relative to the project's folder.
  public let file: String
  /// The sheet, where the file is a workbook.
  public let sheet: String?
  /// The rows, as ascending ranges of row numbers.
  public let rows: [ClosedRange<Int>]
  /// The identifiers of the columns that were read.
  public let columns: [String]

  /// Makes a selection of rows; their order and doubles do not matter.
  public init(
    table: String, file: String, sheet: String? = nil, rowNumbers: [Int], columns: [String]
  ) {
    self.table = table
    self.file = file
    self.sheet = sheet
    self.columns = columns
    var ranges: [ClosedRange<Int>] = []
    for row in rowNumbers.sorted() {
      if let last = ranges.last, row <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
      } else {
        ranges.append(row...row)
      }
    }
    rows = ranges
  }

  /// How many rows it holds.
  public var count: Int { rows.reduce(0) { $0 + $1.count } }
}

/// Totals of the ledger: which books, which accounts.
public struct LedgerSelection: Sendable, Hashable, Codable {
  /// The files, relative to the project's folder.
  public let files: [String]
  /// The accounts, or none where all are meant.
  public let accounts: [String]
  /// How many ledger lines stand behind it.
  public let lines: Int

  /// Makes a selection.
  public init(files: [String], accounts: [String], lines: Int) {
    self.files = files
    self.accounts = accounts
    self.lines = lines
  }
}
